"""What stopped a reader and was mended in the tool, not in the reference alone."""

import json
from pathlib import Path

import pytest

from guiju import library
from guiju.cli import main
from guiju.graph.figure import boundary_figure
from tests.newcomer.test_glass_bottle import BOTTLES, bottles, given

__all__ = ["bottles"]


@pytest.fixture
def furnace(bottles: library.Standard, tmp_path: Path) -> Path:
    """The example of the bottles as a file of data."""
    place = tmp_path / "furnace.json"
    place.write_text(json.dumps(given(bottles), ensure_ascii=False), encoding="utf-8")
    return place


def said(capsys: pytest.CaptureFixture[str], *options: str | Path) -> str:
    capsys.readouterr()
    main([str(option) for option in options])
    return capsys.readouterr().out


def test_data_without_a_class_are_counted_by_the_check(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What a leg hauls and how far, and what either kiln rejects: 4 numbers without a class."""
    assert "没有写类别的数据 4 项" in said(capsys, "check", BOTTLES)


def test_data_without_a_class_are_named_beside_the_interval(
    capsys: pytest.CaptureFixture[str], furnace: Path
) -> None:
    asked = ("calc", BOTTLES, furnace, "--uncertainty", "analytic")
    [line] = [one for one in said(capsys, *asked).splitlines() if "没有写数据类别" in one]
    assert "6 项：batch_house.leg[1].weight、batch_house.leg[2].weight、" in line
    plain = json.loads(said(capsys, *asked, "--format", "json"))
    legs = {f"batch_house.leg[{n}].{x}" for n in (1, 2, 3) for x in ("weight", "distance")}
    assert set(plain["uncertainty"]["without_class"]) == legs


def test_what_a_later_process_takes_whole_does_not_leave_the_works(
    bottles: library.Standard,
) -> None:
    figure = boundary_figure(bottles.plan.graph, "zh")
    leaving = {box.label for box in figure.boxes if box.kind == "product"}
    assert leaving == {"无色瓶", "棕色瓶"}


@pytest.mark.parametrize(
    ("language", "unit"), [("zh", "1 t 包装好的无色瓶"), ("en", "1 t of packed flint bottles")]
)
def test_the_declared_unit_is_said_in_the_language_of_the_user(
    capsys: pytest.CaptureFixture[str], furnace: Path, language: str, unit: str
) -> None:
    asked = (BOTTLES, furnace, "--lang", language)
    for command in ("calc", "explain", "sensitivity"):
        assert f"kgCO2e / {unit}" in said(capsys, command, *asked), command
    plain = json.loads(said(capsys, "calc", *asked, "--format", "json"))
    assert plain["unit"] == plain["products"]["flint_bottle"]["unit"] == f"kgCO2e per {unit}"


def test_a_row_is_explained_by_the_factors_that_it_uses(
    capsys: pytest.CaptureFixture[str], furnace: Path
) -> None:
    """Sand goes by rail, soda ash by a heavy truck."""
    tree = json.loads(said(capsys, "explain", BOTTLES, furnace, "cfp", "--format", "json"))
    flows = [flow for process in tree[0]["parts"] for flow in process["parts"]]
    used = {
        flow["path"]: [part["path"] for part in flow["parts"] if part["path"].startswith("trans")]
        for flow in flows
        if "haul" in flow["path"]
    }
    assert used == {
        "batch_house.leg[1].haul": ["transport[railway]"],
        "batch_house.leg[2].haul": ["transport[heavy_diesel_truck]"],
        "batch_house.leg[3].haul": ["transport[heavy_diesel_truck]"],
    }
