import pytest

from code.prepare import prepare


def test_main_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    prepare.main()
    assert capsys.readouterr().out == "prepare\n"
