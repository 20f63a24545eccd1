"""What README and CONTRIBUTING say is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import guiju
from guiju.cli.arguments import COMMANDS
from tests.house import ROOT, tool

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
STANDARD = ROOT / "standards" / "electrolytic_aluminium" / "electrolytic_aluminium.pcr"


def test_every_line_of_the_readme_s_standard_stands_in_the_shipped_one() -> None:
    [shown] = re.findall(r"```pcr\n(.*?)```", README, re.DOTALL)
    source = " ".join(STANDARD.read_text(encoding="utf-8").split())
    lines = [" ".join(line.split()) for line in shown.splitlines() if line.strip()]
    assert [line for line in lines if line not in source] == []


@pytest.mark.parametrize("target", re.findall(r"\]\(([\w./]+)\)", README))
def test_a_link_of_the_readme_leads_to_a_file(target: str) -> None:
    assert (ROOT / target).is_file()


@pytest.mark.parametrize(
    "named",
    sorted(set(re.findall(r"`((?:compiler|dsl|standards|tests|\.ci)/[\w./]+)`", CONTRIBUTING))),
)
def test_a_place_that_contributing_names_exists(named: str) -> None:
    assert (ROOT / named).exists()


def test_what_the_readme_calls_missing_is_missing() -> None:
    missing = README.partition("## What is not there yet")[2].partition("## Further")[0]
    named = set(re.findall(r"`(\w+)`", missing))
    assert named
    assert named & set(COMMANDS) == set()


def test_the_readme_s_program_runs(tmp_path: Path) -> None:
    library = README.partition("## As a library")[2]
    program = re.findall(r"```python\n(.*?)```", library, re.DOTALL)[0]
    example = STANDARD.parent / "examples" / "grid_2024.yaml"
    (tmp_path / "plant.yaml").write_bytes(example.read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    first, *findings = done.stdout.splitlines()
    assert re.fullmatch(r"12724\.771\d* kgCO2e per 1 t", first)
    assert findings[0].startswith("warning GJ8")


def test_the_readme_s_declaration_is_one() -> None:
    [shown] = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    declaration = yaml.load(shown, Loader=yaml.BaseLoader)
    result = guiju.compile(declaration["standard"]).calculate(declaration)
    values = result.calculation.main.run.values
    assert values["electrolysis.liquid_aluminium"] == 300_000
    assert values["electrolysis.electricity"] == 4_005_000
    slugs = {found.code.slug for found in result.findings}
    assert "missing-datum" in slugs
    assert [slug for slug in slugs if slug.startswith("unknown")] == []


def test_the_readme_names_only_standards_that_ship() -> None:
    named = README.partition("## Which standards ship")[2].partition("##")[0]
    folders = {path.parent.name for path in (ROOT / "standards").glob("*/*.pcr")}
    slugs = re.findall(r"electrolytic aluminium|coal|cement|wood panel|cashmere sweater", named)
    assert {slug.replace(" ", "_") for slug in slugs} <= folders


def test_every_make_target_that_the_pages_name_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"(?m)^([a-z]+):", makefile))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", README + CONTRIBUTING, re.MULTILINE))
    assert named >= {"demo", "test", "check"}
    assert named <= targets


def test_the_readme_s_commands_are_the_command_s() -> None:
    listed = subprocess.run([tool("guiju"), "--help"], capture_output=True, text=True, check=True)
    commands = re.findall(r"(?m)^\| `guiju (\w+)", README)
    assert set(commands) == set(COMMANDS)
    assert [
        command for command in commands if not re.search(rf"\b{command}\b", listed.stdout)
    ] == []
