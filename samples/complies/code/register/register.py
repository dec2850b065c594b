"""The register step of the churn pipeline."""


def main() -> None:
    print("register")


if __name__ == "__main__":
    main()
