"""What ``make bench`` writes: a list of figures, each beside its goal."""

import json
from pathlib import Path

from tests.bench.figures import at_least, at_most, write


def test_a_figure_that_should_be_small_holds_up_to_its_goal() -> None:
    assert at_most("seconds", 0.25, 0.25).holds
    assert not at_most("seconds", 0.2504, 0.25).holds


def test_a_figure_that_should_be_large_holds_from_its_goal() -> None:
    assert at_least("lines/s", 12_000, 12_000).holds
    assert not at_least("lines/s", 11_999.9, 12_000).holds


def test_the_figures_of_a_run_are_one_list(tmp_path: Path) -> None:
    file = tmp_path / "build" / "bench.json"
    write([at_most("seconds", 0.2, 0.25), at_least("lines/s", 9_000, 12_000)], file)
    assert json.loads(file.read_text("utf-8")) == [
        {"figure": "seconds", "value": 0.2, "goal": 0.25, "holds": True},
        {"figure": "lines/s", "value": 9_000, "goal": 12_000, "holds": False},
    ]
