"""What belongs to this project, for the tests that look at the project itself."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PRODUCT = (
    ROOT / "dsl" / "guiju_dsl",
    ROOT / "compiler" / "guiju",
    ROOT / "compiler" / "guiju_runtime",
)
GOLDEN = ROOT / "tests" / "golden"
NOT_OURS = {
    ".git",
    ".venv",
    "build",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    ".import_linter_cache",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def tool(name: str) -> str:
    """Name a command of the environment that runs the tests."""
    return str(Path(sys.executable).parent / name)


def settings() -> dict[str, Any]:
    """Read pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def project_files() -> tuple[Path, ...]:
    """List the files of the project: what git keeps or would keep; without git, what lies here."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [
            path for path in ROOT.rglob("*") if not NOT_OURS & set(path.relative_to(ROOT).parts)
        ]
    return tuple(sorted(path for path in set(paths) if path.is_file()))


def texts() -> Iterator[tuple[Path, str]]:
    """Give every text file of the project with its text; pictures and fonts are left out."""
    for path in project_files():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def python_files() -> tuple[Path, ...]:
    """List the Python files that people write."""
    return tuple(
        path for path in project_files() if path.suffix == ".py" and GOLDEN not in path.parents
    )


def product_files() -> tuple[Path, ...]:
    """List the Python files of the three import packages."""
    return tuple(path for path in python_files() if set(PRODUCT) & set(path.parents))


def parsed(path: Path) -> ast.Module:
    """Parse a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(path: Path) -> set[str]:
    """Name the modules that a Python file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def shown(path: Path) -> str:
    """Write a path as people name it."""
    return path.relative_to(ROOT).as_posix()
