"""The command as a process: pipes, terminals, interruption, and machines that lack something."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.house import tool

GUIJU = tool("guiju")


def run(
    *words: str, environment: dict[str, str] | None = None, without: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Run the installed command with some variables set and others ``without``."""
    variables = {name: value for name, value in os.environ.items() if name not in without}
    return subprocess.run(
        [GUIJU, *words], env=variables | (environment or {}), capture_output=True, check=False
    )


def test_the_installed_command_calculates(lime: Path) -> None:
    done = run("calc", "lime.pcr", "plant.yaml")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "1 153.045 kgCO2e / 1 t" in done.stdout.decode()
    assert sorted(path.name for path in lime.iterdir()) == ["lime.pcr", "plant.yaml"]


@pytest.mark.usefixtures("lime")
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
def test_a_terminal_that_lacks_the_letters_shows_question_marks(encoding: str) -> None:
    environment = {"PYTHONIOENCODING": encoding}
    done = run("calc", "lime.pcr", "plant.yaml", environment=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"1 153.045 kgCO2e / 1 t" in done.stdout
    as_json = run("calc", "lime.pcr", "plant.yaml", "--format", "json", environment=environment)
    assert b'"cfp": 1153.0' in as_json.stdout


@pytest.mark.usefixtures("lime")
def test_whoever_reads_may_stop_reading() -> None:
    script = f"'{GUIJU}' explain electrolytic_aluminium \"$0\" | head -n 1; echo ${{PIPESTATUS[0]}}"
    example = Path(__file__).parents[2] / "standards/electrolytic_aluminium/examples/hydro.yaml"
    done = subprocess.run(
        ["bash", "-c", script, str(example)], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] in ("0", "1")


@pytest.mark.usefixtures("lime")
def test_a_full_disk_behind_the_output_is_reported() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [GUIJU, "calc", "lime.pcr", "plant.yaml", "--lang", "en"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "error[GJ906]" in done.stderr
    assert "the disk is full" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("lime")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_output_stops_nothing(closed: str) -> None:
    script = f"'{GUIJU}' calc lime.pcr plant.yaml -o result.json {closed}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert Path("result.json").is_file()


def hear_interruptions() -> None:
    """Undo what a shell does to a job in its background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interruption_ends_with_130_and_no_traceback(here: Path) -> None:
    os.mkfifo(here / "slow.pcr")  # nobody writes: the command waits
    with (
        subprocess.Popen(
            [GUIJU, "check", "slow.pcr"], stderr=subprocess.PIPE, preexec_fn=hear_interruptions
        ) as waiting,
        (here / "slow.pcr").open("wb"),  # opens once the command waits at the other end
    ):
        waiting.send_signal(signal.SIGINT)
        _, said = waiting.communicate(timeout=60)
    assert waiting.returncode == 130
    assert b"Traceback" not in said


@pytest.mark.usefixtures("lime")
@pytest.mark.parametrize(
    "environment",
    [{"GUIJU_CACHE": "/proc/no/cache"}, {"GUIJU_CACHE": "/dev/null"}, {"HOME": "/no/home"}],
    ids=["a folder that cannot be made", "no folder", "no home"],
)
def test_a_cache_that_cannot_be_written_costs_only_time(environment: dict[str, str]) -> None:
    hidden = ("GUIJU_CACHE", "XDG_CACHE_HOME")
    done = run("check", "lime.pcr", environment=environment, without=hidden)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.usefixtures("lime")
def test_home_may_be_unset(tmp_path: Path) -> None:
    hidden = ("HOME", "XDG_CACHE_HOME")
    environment = {"GUIJU_CACHE": str(tmp_path / "cache")}
    done = run("check", "lime.pcr", environment=environment, without=hidden)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_damaged_cache_is_made_again(lime: Path, tmp_path: Path) -> None:
    environment = {"GUIJU_CACHE": str(tmp_path / "cache")}
    first = run("check", "lime.pcr", environment=environment)
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        path.write_bytes(b"cos\nsystem\n(S'touch harm'\ntR.")
    assert run("check", "lime.pcr", environment=environment).stdout == first.stdout
    assert not (lime / "harm").exists()


@pytest.mark.parametrize("standard", ["x.pcr", "cement"])
def test_a_folder_that_is_gone_is_no_reason_to_crash(here: Path, standard: str) -> None:
    script = f"mkdir gone && cd gone && rmdir ../gone && '{GUIJU}' check {standard}"
    done = subprocess.run(["bash", "-c", script], cwd=here, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"error[GJ90" in done.stderr
