"""What a long command shows on a terminal while it works."""

import io
from types import SimpleNamespace

import pytest

from guiju.cli import progress
from guiju.cli.progress import Progress, followed


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Messages go to a terminal, and every command counts as long."""
    shown = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=shown))
    monkeypatch.setattr(progress, "SILENT_SECONDS", 0)
    return shown


def test_one_line_is_written_over_and_gone_in_the_end(terminal: Terminal) -> None:
    line = Progress()
    line.show("standard.zh.docx")
    line.show("表")
    line.clear()
    assert terminal.getvalue().split("\r") == [
        "",
        "standard.zh.docx",
        "表" + " " * 14,
        "  ",
        "",
    ]


def test_a_list_is_counted(terminal: Terminal) -> None:
    assert list(followed(["a.yaml", "b.yaml"], "calc")) == ["a.yaml", "b.yaml"]
    assert "\rcalc 1/2 a.yaml" in terminal.getvalue()
    assert "\rcalc 2/2 b.yaml" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")


def test_a_long_name_is_cut_to_one_line(terminal: Terminal) -> None:
    Progress().show("铝" * 100)
    assert terminal.getvalue() == "\r" + "铝" * 39


def test_the_first_second_passes_in_silence(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "SILENT_SECONDS", 3600)
    assert list(followed([1, 2], "check")) == [1, 2]
    assert terminal.getvalue() == ""


def test_nothing_is_shown_in_a_file_or_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "SILENT_SECONDS", 0)
    assert list(followed([1, 2], "check")) == [1, 2]
    assert capsys.readouterr().err == ""
