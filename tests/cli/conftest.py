"""The command, in this process, and a small standard of one's own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from guiju.cli import main
from tests.cli.lime import LIME, PLANT

EXAMPLES = Path(__file__).parents[2] / "standards" / "electrolytic_aluminium" / "examples"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


Guiju = Callable[..., Said]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with a Chinese name and a space, and the user in it."""
    folder = tmp_path / "我的 标准"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def lime(here: Path) -> Path:
    """A small standard of the user's own, and the declaration of one plant."""
    (here / "lime.pcr").write_text(LIME, encoding="utf-8")
    (here / "plant.yaml").write_text(PLANT, encoding="utf-8")
    return here


@pytest.fixture
def guiju(capsys: pytest.CaptureFixture[str]) -> Guiju:
    """Run the command; whatever it is given, it prints no traceback."""

    def run(*words: str | Path) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return Said(code=code, out=printed.out, err=printed.err)

    return run


@pytest.fixture(scope="session")
def grid_2024() -> Path:
    """The declaration of the worked example on grid power."""
    return EXAMPLES / "grid_2024.yaml"
