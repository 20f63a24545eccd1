"""Guiju after ``pip install``, in an empty folder, far from the checkout."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house import ROOT
from tests.packaging.conftest import Environment, Guiju, clean

SLUG = "electrolytic_aluminium"
PRODUCTS = (
    "standard.zh.docx",
    "standard.zh.pdf",
    "calculator.py",
    "calculator.js",
    "calculator.sql",
    "guiju_runtime/__init__.py",
    "data.schema.json",
    "form.xlsx",
    "graph.svg",
    "graph.json",
)


@pytest.fixture
def declaration(tmp_path: Path) -> Path:
    """A smelter's declaration, as its engineer would save it in a folder of their own."""
    example = ROOT / "standards" / SLUG / "examples" / "grid_2024.yaml"
    return Path(shutil.copy(example, tmp_path / "一分厂 2024.yaml"))


def test_the_installed_package_is_not_the_checkout(
    environment: Environment, tmp_path: Path
) -> None:
    modules = "import guiju, guiju_dsl, guiju_runtime as runtime"
    shown = f"{modules}; print(guiju.__file__, guiju_dsl.__file__, runtime.__file__, sep='\\n')"
    done = subprocess.run(
        [str(environment.python), "-c", shown],
        cwd=tmp_path,
        env=clean(),
        capture_output=True,
        text=True,
        check=True,
    )
    files = [Path(line) for line in done.stdout.splitlines()]
    assert len(files) == 3
    assert all(environment.folder in file.parents for file in files)


def test_check_knows_the_standards_that_ship_by_name(guiju: Guiju) -> None:
    done = guiju("check", SLUG)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_new_standard_starts_from_what_is_installed(guiju: Guiju) -> None:
    assert guiju("new", "brick").returncode == 0
    done = guiju("test", "brick")
    assert done.returncode == 0, done.stdout + done.stderr


def test_check_reports_a_fault_in_a_file_of_ones_own(guiju: Guiju, tmp_path: Path) -> None:
    (tmp_path / "炼焦.pcr").write_text('standard coke "T/X 1—2026" {\n', encoding="utf-8")
    done = guiju("check", "炼焦.pcr", "--lang", "en")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "炼焦.pcr:1:" in said
    assert "error[GJ1" in said
    assert "Traceback" not in said


def test_calc_gives_the_total_of_the_worked_example(guiju: Guiju, declaration: Path) -> None:
    done = guiju("calc", SLUG, declaration.name, "--format", "json")
    assert done.returncode == 0, done.stdout + done.stderr
    # tests/standards/test_totals_by_hand.py works this total out by hand.
    assert json.loads(done.stdout)["cfp"] == pytest.approx(12_724.771, abs=0.0005)


def test_calc_without_its_declaration_says_which_file_is_missing(guiju: Guiju) -> None:
    done = guiju("calc", SLUG, "没有.yaml", "--lang", "zh")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "没有.yaml" in said
    assert "GJ9" in said
    assert "Traceback" not in said


def test_build_writes_every_product_and_nothing_half_written(guiju: Guiju, tmp_path: Path) -> None:
    done = guiju("build", SLUG, "-o", "成品")
    assert done.returncode == 0, done.stdout + done.stderr
    products = tmp_path / "成品" / SLUG
    assert [name for name in PRODUCTS if not (products / name).is_file()] == []
    assert (tmp_path / "成品" / "site" / "index.html").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"成品"}


def test_the_library_calculates_what_the_command_does(
    environment: Environment, declaration: Path
) -> None:
    program = (
        "import sys, guiju\n"
        f"standard = guiju.compile({SLUG!r})\n"
        "print(standard.calculate(sys.argv[1]).cfp)\n"
    )
    done = subprocess.run(
        [str(environment.python), "-c", program, declaration.name],
        cwd=declaration.parent,
        env=clean(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) == pytest.approx(12_724.771, abs=0.0005)
