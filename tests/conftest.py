"""Options and fixtures of every test."""

import gc
from collections.abc import Iterator

import pytest
from hypothesis import settings

from guiju.cli import MANY_VALUES

pytest.register_assert_rewrite("tests.calculation.agreement")  # so that a difference has words
pytest_plugins = ["tests.golden_files"]

settings.register_profile("house", deadline=None, derandomize=True, max_examples=100)
settings.register_profile("fuzz", deadline=None, max_examples=10_000)
settings.load_profile("house")

gc.set_threshold(MANY_VALUES)  # as a command does: the values of standards are no circles

SKIPPED = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session", autouse=True)
def kept_between_commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep parsed libraries in a folder of this process of tests, not of the user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GUIJU_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--fail-on-skip", action="store_true", help="fail the run if a test was skipped, for CI"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SKIPPED] = []
    if config.getoption("--fail-on-skip"):
        config.pluginmanager.register(SkipsFail(config), "skips-fail")


class SkipsFail:
    """Turns a run with a skipped or expectedly failing test into a failed one."""

    def __init__(self, config: pytest.Config) -> None:
        self.skipped = config.stash[SKIPPED]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped:
            self.skipped.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self.skipped.append(report.nodeid)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.skipped and session.exitstatus != pytest.ExitCode.INTERRUPTED:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for test in self.skipped:
            terminalreporter.line(f"SKIPPED, and --fail-on-skip was asked for: {test}", red=True)
