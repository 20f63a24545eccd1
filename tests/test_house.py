"""The rules of the house: lint, types, imports, lengths, and what may not stand in a file."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.house import (
    PRODUCT,
    ROOT,
    Function,
    imported,
    parsed,
    product_files,
    project_files,
    python_files,
    settings,
    shown,
    texts,
    tool,
)

MODULE_LINES = 300
FUNCTION_LINES = 40

UNFINISHED = re.compile(r"\b(TO[D]O|FIX[M]E|X[X]X:)")
ONE_MACHINE = re.compile(
    r"(?<![\w.])/(home|Users|root|work|opt|mnt)[/](?=\w)|[A-Z]:\\\\?Users"
    r"|\b(pypi|pythonhosted|npmjs|debian)[.](org|net)\b|\b(extra-)?index-url\s*="
)
EXEMPTION = re.compile(
    r"#\s*(?:type:\s*ignore|noqa)\b(?P<rule>\[[\w-]+\]|: [A-Z]+\d+)?(?P<reason>.*)"
)
SWITCHED_OFF = (  # the parts of pyproject.toml that make a tool look away
    ("extend-exclude = [", "]"),
    ("\nignore = [", "\n]"),
    ("[tool.ruff.lint.per-file-ignores]\n", "\n["),
    ("\nignorelist", "\n"),
    ("\nignore_imports = [", "\n]"),
    ("\nignore_missing_imports", "\n"),
)
OWN = {"guiju", "guiju_dsl", "guiju_runtime"}


@pytest.mark.parametrize(
    "command",
    [
        (tool("ruff"), "check", "--quiet", "--output-format=concise", "."),
        (tool("ruff"), "format", "--quiet", "--check", "--output-format=concise", "."),
        (tool("mypy"), "--no-error-summary"),
        (tool("lint-imports"), "--no-cache"),
    ],
    ids=["ruff", "ruff-format", "mypy", "import-linter"],
)
def test_the_tool_has_nothing_to_say(command: tuple[str, ...]) -> None:
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr


def test_every_switched_off_rule_has_its_reason_on_the_same_line() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    switched_off = [
        line
        for opening, closing in SWITCHED_OFF
        for line in text.partition(opening)[2].partition(closing)[0].splitlines()
        if line.strip()
    ]
    assert len(switched_off) >= len(SWITCHED_OFF)
    assert [line for line in switched_off if not re.search(r"# *\w.{10,}", line)] == []


def test_every_exemption_in_the_code_names_its_rule_and_its_reason() -> None:
    bare = [
        f"{shown(path)}:{number}"
        for path in python_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := EXEMPTION.search(line))
        if not found["rule"] or not re.search(r"\w+ \w+", found["reason"])
    ]
    assert bare == []


def test_no_module_is_longer_than_300_lines() -> None:
    lengths = {shown(path): len(path.read_bytes().splitlines()) for path in python_files()}
    assert {name: lines for name, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_no_function_is_longer_than_40_lines() -> None:
    lengths = {
        f"{shown(path)}:{function.lineno} {function.name}": length(function)
        for path in python_files()
        for function in functions(parsed(path))
    }
    assert {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES} == {}


def functions(node: ast.AST) -> Iterator[Function]:
    """Give the functions in ``node``, down to the innermost: they stand among statements."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, Function):
            yield inner
        if isinstance(inner, ast.stmt | ast.excepthandler | ast.match_case):
            yield from functions(inner)


def length(function: Function) -> int:
    """Count the lines from ``def`` to the end, docstring included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_complexity_is_at_most_8() -> None:
    lint = settings()["tool"]["ruff"]["lint"]
    assert "C90" in lint["select"]
    assert lint["mccabe"]["max-complexity"] == 8


def test_public_names_need_docstrings() -> None:
    lint = settings()["tool"]["ruff"]["lint"]
    assert "D" in lint["select"]
    assert {rule for rule in lint["ignore"] if rule.startswith("D")} == {"D105", "D107", "D417"}
    assert not any(path.startswith(("dsl", "compiler")) for path in lint["per-file-ignores"])


def test_every_package_says_in_its_first_line_what_it_gives() -> None:
    folders = {path.parent for path in product_files()}
    first_lines = {shown(folder): first_line(folder / "__init__.py") for folder in folders}
    assert [folder for folder, line in first_lines.items() if not line.startswith('"""')] == []


def test_every_folder_of_tests_is_a_package_so_that_names_cannot_clash() -> None:
    folders = {path.parent for path in python_files() if ROOT / "tests" in path.parents}
    assert [shown(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def first_line(path: Path) -> str:
    """Give the first line of a file; empty where there is none."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return text.partition("\n")[0]


def test_the_names_of_modules_say_what_they_hold() -> None:
    vague = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "base"}
    assert [shown(path) for path in python_files() if path.stem in vague] == []


@pytest.mark.parametrize(
    "pattern", [UNFINISHED, ONE_MACHINE], ids=["unfinished-work", "one-machine-s-paths-and-hosts"]
)
def test_no_file_holds(pattern: re.Pattern[str]) -> None:
    found = [
        f"{shown(path)}:{number}: {line.strip()[:80]}"
        for path, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


def test_no_file_is_hidden_rubbish() -> None:
    rubbish = {".orig", ".rej", ".bak", ".swp", ".pyc", ".log", ".tmp"}
    assert [shown(path) for path in project_files() if path.suffix in rubbish] == []


def test_the_runtime_needs_only_the_standard_library() -> None:
    runtime = PRODUCT[2]
    foreign = {
        f"{shown(path)}: {name}"
        for path in product_files()
        if runtime in path.parents
        for name in imported(path)
        if name.partition(".")[0] not in sys.stdlib_module_names | {"guiju_runtime"}
    }
    assert foreign == set()


def test_models_are_structs_but_in_the_runtime() -> None:
    runtime = PRODUCT[2]
    dataclasses = {
        shown(path)
        for path in product_files()
        if runtime not in path.parents and "@dataclass" in path.read_text("utf-8")
    }
    assert dataclasses == set()


def test_every_import_of_the_product_is_a_declared_dependency() -> None:
    project = settings()["project"]
    extras = project["optional-dependencies"]
    requirements = project["dependencies"] + [
        requirement for extra in extras if extra != "dev" for requirement in extras[extra]
    ]
    declared = {normal(re.split(r"[<>=!~\[; ]", requirement)[0]) for requirement in requirements}
    undeclared = {
        f"{shown(path)}: {name}"
        for path in product_files()
        for name in imported(path)
        if (top := name.partition(".")[0]) not in sys.stdlib_module_names | OWN
        if not declared & distributions(top)
    }
    assert undeclared == set()


def distributions(module: str) -> set[str]:
    """Name the distributions that bring an import package."""
    return {normal(name) for name in brought().get(module, ())}


@cache
def brought() -> Mapping[str, list[str]]:
    """Name the distributions of every import package: reads all that is installed, so once."""
    return packages_distributions()


def normal(name: str) -> str:
    """Write a distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_is_pinned_with_hashes_and_names_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"(?m)^(?=[a-z])", text)[1:]
    assert len(entries) > 20
    assert [
        entry for entry in entries if not re.match(r"[a-z0-9.-]+==\S+.*\\\n +--hash", entry)
    ] == []
    assert not re.search(r"://|file:|--(?!hash)|@", text)


@pytest.mark.parametrize(
    ("lock", "extras"), [("requirements.lock", ()), ("requirements-dev.lock", ("dev",))]
)
def test_the_lock_holds_every_declared_dependency(lock: str, extras: tuple[str, ...]) -> None:
    project = settings()["project"]
    wanted = list(project["dependencies"])
    for extra in extras:
        wanted += project["optional-dependencies"][extra]
    wanted += settings()["dependency-groups"]["build"]
    names = {normal(re.split(r"[<>=!~\[; ]", requirement)[0]) for requirement in wanted}
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert names - set(re.findall(r"(?m)^([a-z0-9.-]+)==", text)) == set()
