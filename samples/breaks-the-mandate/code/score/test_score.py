import pytest


def test_score() -> None:
    assert pytest is not None
