"""Set-up on a machine that lacks something, and the rule that CI skips nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what set-up reads, its path with a space and Chinese characters."""
    folder = tmp_path / "我的 规矩"
    (folder / "compiler" / "scripts").mkdir(parents=True)
    shutil.copy(
        ROOT / "compiler" / "scripts" / "prepare_machine.sh", folder / "compiler" / "scripts"
    )
    shutil.copy(ROOT / "apt.txt", folder)
    return folder


def prepared(
    checkout: Path, python: str = sys.executable, packages: str = "", **programs: str
) -> subprocess.CompletedProcess[str]:
    """Prepare a machine where ``programs`` (name, a line of shell) stand in for the real ones."""
    machine = checkout / "machine"
    machine.mkdir(exist_ok=True)
    for name, line in programs.items():
        program = machine / name.replace("_", "-")
        program.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        program.chmod(0o755)
    return subprocess.run(
        ["bash", "compiler/scripts/prepare_machine.sh", python, *([packages] if packages else [])],
        cwd=checkout,
        env={**os.environ, "PATH": f"{machine}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_machine_with_everything_is_left_alone(checkout: Path) -> None:
    done = prepared(checkout, apt_get="echo must not run; exit 9")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_old_python_is_named_with_the_way_out(checkout: Path) -> None:
    done = prepared(checkout, python="python-old", python_old="echo Python 3.9.2; exit 1")
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr
    assert "Python 3.9.2" in done.stderr
    assert "make PYTHON=" in done.stderr


def test_without_root_the_one_command_is_printed(checkout: Path) -> None:
    (checkout / "apt.txt").write_text("# why\n\npython3-venv: false\nmake: true\nfoo: exit 1\n")
    done = prepared(checkout, id="echo 1000", apt_get="echo must not run")
    assert done.returncode == 1
    assert "\n    sudo apt install python3-venv foo\n" in done.stderr
    assert done.stdout == ""


def test_root_installs_what_is_missing_and_nothing_else(checkout: Path) -> None:
    (checkout / "apt.txt").write_text("python3-venv: false\nmake: true\n")
    done = prepared(checkout, id="echo 0", apt_get='echo "apt-get $*"')
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "Installing Debian packages: python3-venv",
        "apt-get update -qq",
        "apt-get install -y -qq --no-install-recommends python3-venv",
    ]


def test_a_machine_goes_on_without_what_tests_alone_need(checkout: Path) -> None:
    (checkout / "apt-tests.txt").write_text("# why\n\nnodejs: false\nmake: true\n")
    done = prepared(checkout, packages="apt-tests.txt", id="echo 1000", apt_get="exit 9")
    assert done.returncode == 0
    assert "\n    sudo apt install nodejs\n" in done.stderr
    assert "skipped" in done.stderr


def test_root_goes_on_where_a_package_cannot_be_installed(checkout: Path) -> None:
    (checkout / "apt-tests.txt").write_text("chromium: false\n")
    done = prepared(checkout, packages="apt-tests.txt", id="echo 0", apt_get="exit 100")
    assert done.returncode == 0
    assert "skipped" in done.stderr
    (checkout / "apt.txt").write_text("make: false\n")
    assert prepared(checkout, id="echo 0", apt_get="exit 100").returncode == 1


def test_set_up_of_the_demo_asks_for_nothing_that_tests_alone_need() -> None:
    needed = (ROOT / "apt.txt").read_text(encoding="utf-8")
    assert "nodejs" not in needed
    assert "chromium" not in needed
    for package in ("nodejs", "chromium"):
        assert package in (ROOT / "apt-tests.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "body",
    [
        "@pytest.mark.skip(reason='no browser')\ndef test_it() -> None: ...",
        "def test_it() -> None:\n    pytest.skip('no browser')",
        "pytest.skip('no browser', allow_module_level=True)",
        "@pytest.mark.xfail\ndef test_it() -> None:\n    assert 0",
    ],
    ids=["marked", "while-running", "whole-module", "expected-to-fail"],
)
def test_a_skip_passes_here_with_its_reason_and_fails_in_ci(tmp_path: Path, body: str) -> None:
    tests = tmp_path / "tests"
    tests.mkdir()
    for name in ("__init__.py", "conftest.py", "golden_files.py"):
        shutil.copy(ROOT / "tests" / name, tests)
    (tests / "test_one.py").write_text(f"import pytest\n{body}\ndef test_two() -> None: ...\n")
    run = [sys.executable, "-m", "pytest", "-ra", "-p", "no:cacheprovider", "tests"]
    here = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    in_ci = subprocess.run(
        [*run, "--fail-on-skip"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "no browser" in here.stdout or "XFAIL" in here.stdout
    assert in_ci.returncode == 1
    assert "--fail-on-skip was asked for: tests/test_one.py" in in_ci.stdout


def test_ci_runs_the_command_of_the_readme_and_allows_no_skip() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test PYTEST_FLAGS=--fail-on-skip" in script
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
