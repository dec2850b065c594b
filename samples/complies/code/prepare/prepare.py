"""The prepare step of the churn pipeline."""


def main() -> None:
    print("prepare")


if __name__ == "__main__":
    main()
