"""What README and CONTRIBUTING say is so."""

import re
import subprocess

import pytest

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


def test_every_make_target_that_the_pages_name_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"(?m)^([a-z]+):", makefile))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", README + CONTRIBUTING, re.MULTILINE))
    assert named >= {"demo", "test", "check"}
    assert named <= targets


def test_the_readme_s_commands_are_the_command_s() -> None:
    listed = subprocess.run([tool("guiju"), "--help"], capture_output=True, text=True, check=True)
    commands = re.findall(r"(?m)^\| `guiju (\w+)", README)
    assert commands == ["new", "check", "fmt", "calc", "explain", "build", "test", "graph"]
    assert [
        command for command in commands if not re.search(rf"\b{command}\b", listed.stdout)
    ] == []
