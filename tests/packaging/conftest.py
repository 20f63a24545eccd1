"""The wheel, and an environment that has only that wheel and its dependencies."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house import ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """A fresh environment with Guiju installed from its wheel."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def guiju(self) -> Path:
        return self.folder / "bin" / "guiju"


Guiju = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of this checkout, without network."""
    folder = tmp_path_factory.mktemp("wheel")
    finished(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--no-index", "--wheel-dir", str(folder), str(ROOT)),
    )
    [built] = folder.glob("guiju-*.whl")
    return built


@pytest.fixture(scope="session")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Install the wheel in a fresh environment; it borrows the dependencies of this one.

    The folder of this environment's packages is put on the path by a .pth file. A .pth file in a
    folder added that way is not read, so the checkout itself stays out of reach.
    """
    new = Environment(folder=tmp_path_factory.mktemp("新 环境") / "venv")
    finished(sys.executable, "-m", "venv", "--without-pip", str(new.folder))
    finished(
        *(sys.executable, "-m", "pip", "--python", str(new.python), "install", "--quiet"),
        *("--no-deps", "--no-index", "--disable-pip-version-check", str(wheel)),
    )
    packages = next(new.folder.glob("lib/python*/site-packages"))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return new


@pytest.fixture
def guiju(environment: Environment, tmp_path: Path) -> Guiju:
    """Run the installed command in an empty folder."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(environment.guiju), *words],
            cwd=tmp_path,
            env=clean(),
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def clean() -> dict[str, str]:
    """Give this process's variables without those that lead Python to other code."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def finished(*command: str) -> str:
    """Run a command that must succeed; give what it printed."""
    done = subprocess.run(command, env=clean(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
