"""The train step of the churn pipeline."""


def main() -> None:
    print("train")


if __name__ == "__main__":
    main()
