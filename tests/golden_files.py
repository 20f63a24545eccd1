"""Golden files: what a product looked like when somebody last read it.

They show change, not truth. ``pytest --update-golden`` writes them; read the diff before you
commit it.
"""

import difflib
from pathlib import Path
from typing import Protocol

import pytest


class CheckGolden(Protocol):
    """Compares what a test made with the golden file of that path."""

    def __call__(self, path: Path, content: bytes | str) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write golden files in place of comparing them"
    )


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> CheckGolden:
    """Give a function that fails the test with a diff where content and golden file differ."""
    return write_golden if request.config.getoption("--update-golden") else compare_golden


def write_golden(path: Path, content: bytes | str) -> None:
    """Make ``content`` the golden file of ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_bytes(content))


def compare_golden(path: Path, content: bytes | str) -> None:
    """Fail, with the lines that differ, unless ``path`` holds ``content``."""
    __tracebackhide__ = True
    if not path.is_file():
        pytest.fail(f"no golden file {path}; make it with: pytest --update-golden", pytrace=False)
    expected, actual = path.read_bytes(), as_bytes(content)
    if expected != actual:
        pytest.fail(f"{path} differs:\n{difference(expected, actual)}", pytrace=False)


def as_bytes(content: bytes | str) -> bytes:
    """Encode text as the files of this project are."""
    return content.encode() if isinstance(content, str) else content


def difference(expected: bytes, actual: bytes) -> str:
    """Say what changed: lines of text, or the sizes where it is not text."""
    try:
        before, after = expected.decode().splitlines(), actual.decode().splitlines()
    except UnicodeDecodeError:
        return f"{len(expected)} bytes before, {len(actual)} bytes now"
    lines = difflib.unified_diff(before, after, "golden", "now", lineterm="")
    return "\n".join(lines) or "the same lines; line ends or the last line end differ"
