"""``guiju compare``: both results, what makes the difference, and what only one asks."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Guiju

DIRECT = """
profile direct zh "直接排放" en "direct emissions" {
  exclude burning.inputs because zh "仅计直接排放" en "direct emissions only"
}
"""


@pytest.fixture
def both(lime: Path) -> Path:
    """The small standard with a profile."""
    path = lime / "lime.pcr"
    path.write_text(path.read_text("utf-8") + DIRECT, "utf-8")
    return lime


def found(guiju: Guiju, *words: str) -> dict[str, Any]:
    """Run the comparison and read its JSON, with numbers as they are written."""
    said = guiju("compare", *words, "--data", "plant.yaml", "--format", "json")
    loaded: dict[str, Any] = json.loads(said.out, parse_float=Decimal)
    return loaded


@pytest.mark.usefixtures("both")
def test_both_results_and_the_difference_are_those_by_hand(guiju: Guiju) -> None:
    said = guiju("--lang", "zh", "compare", "lime.pcr", "@direct", "--data", "plant.yaml")
    assert said.code == 0
    # 792 + 259.2 direct; 72.96 + 28.885 through factors
    for words in ("1 153.045  kgCO2e / 1 t", "1 051.200  kgCO2e / 1 t", "-101.845", "-8.83%"):
        assert words in said.out
    assert "不计煅烧各项输入的因子" in said.out
    assert "只有 A · 影响结果的数据\n  煅烧·电力  burning.electricity" in said.out


@pytest.mark.usefixtures("both")
def test_effects_as_json_add_up_digit_for_digit(guiju: Guiju) -> None:
    effects = found(guiju, "lime.pcr", "@direct")["effects"]
    assert sum(one["effect"] for one in effects["steps"]) == effects["difference"]
    assert effects["end"] - effects["start"] == effects["difference"]
    assert effects["difference"] == Decimal("-101.845")


@pytest.mark.usefixtures("both")
def test_a_profile_of_the_second_side_is_of_the_first_standard(guiju: Guiju) -> None:
    short = found(guiju, "lime.pcr", "@direct")
    assert short == found(guiju, "lime.pcr", "lime.pcr@direct")
    assert found(guiju, "lime.pcr@direct", "lime.pcr")["difference"] == Decimal("101.845")


def test_data_that_only_one_side_needs_are_missing_on_that_side_only(
    both: Path, guiju: Guiju
) -> None:
    text = (both / "plant.yaml").read_text("utf-8").replace("    electricity: 2500 MWh\n", "")
    (both / "plant.yaml").write_text(text, "utf-8")
    said = guiju("--lang", "zh", "compare", "lime.pcr", "@direct", "--data", "plant.yaml")
    assert said.code == 1
    assert said.err.startswith("A 的发现：\nerror[GJ801] burning.electricity")
    assert "1 051.200" in said.out
    assert "算不出" in said.out


def test_a_rule_that_makes_data_missing_says_which(both: Path, guiju: Guiju) -> None:
    text = (both / "plant.yaml").read_text("utf-8").replace("    electricity: 2500 MWh\n", "")
    (both / "plant.yaml").write_text(text, "utf-8")
    effects = found(guiju, "lime.pcr@direct", "lime.pcr")["effects"]
    assert effects["steps"] == []
    [left_out] = effects["not_calculable"]
    assert [one["id"] for one in left_out["changes"]] == ["burning.inputs"]
    assert [one["code"] for one in left_out["reasons"]] == ["GJ801"]


def test_another_unit_of_the_same_product_is_converted(both: Path, guiju: Guiju) -> None:
    other = (both / "lime.pcr").read_text("utf-8")
    other = other.replace("declared unit 1 t", "declared unit 100 kg")
    other = other.replace("standard lime ", "standard lime_by_the_sack ")
    (both / "sack.pcr").write_text(other.replace("1_153.045", "115.3045"), "utf-8")
    result = found(guiju, "lime.pcr", "sack.pcr")
    assert result["b"]["declared_unit"] == "100 kg"
    assert result["difference"] == 0
    said = guiju("--lang", "en", "compare", "lime.pcr", "sack.pcr", "--data", "plant.yaml")
    assert "the declared unit of B is 100 kg; converted to 1 t" in said.out


@pytest.mark.usefixtures("both")
def test_a_profile_near_the_one_meant_is_offered(guiju: Guiju) -> None:
    said = guiju("--lang", "zh", "compare", "lime.pcr", "@driect", "--data", "plant.yaml")
    assert said.code == 1
    assert said.err == "error[GJ909]: lime 没有口径 driect\n  = 建议：现有口径：direct\n"


def test_a_standard_with_errors_is_reported(both: Path, guiju: Guiju) -> None:
    (both / "broken.pcr").write_text("standard broken {", "utf-8")
    said = guiju("--lang", "en", "compare", "lime.pcr", "broken.pcr", "--data", "plant.yaml")
    assert said.code == 1
    assert "broken.pcr:1" in said.err


def test_the_result_goes_into_a_file(both: Path, guiju: Guiju) -> None:
    said = guiju("compare", "lime.pcr", "@direct", "--data", "plant.yaml", "-o", "both.json")
    assert said.code == 0
    assert json.loads((both / "both.json").read_text("utf-8"))["a"]["standard"]["id"] == "lime"


@pytest.mark.usefixtures("both")
def test_the_comparison_is_written_as_a_paper_or_a_figure(guiju: Guiju) -> None:
    words = ("compare", "lime.pcr", "@direct", "--data", "plant.yaml", "-o")
    for name in ("one.svg", "two.svg", "both.docx"):
        assert guiju("--lang", "zh", *words, name).code == 0
    assert Path("both.docx").read_bytes().startswith(b"PK")
    assert Path("one.svg").read_bytes() == Path("two.svg").read_bytes()


@pytest.mark.usefixtures("both")
def test_another_kind_of_file_is_refused_before_anything_is_calculated(guiju: Guiju) -> None:
    said = guiju("compare", "lime.pcr", "@direct", "--data", "nothing.yaml", "-o", "both.txt")
    assert "GJ951" in said.err


@pytest.mark.usefixtures("both")
def test_two_standards_about_the_same_things_differ_rule_by_rule(guiju: Guiju) -> None:
    other = Path("lime.pcr").read_text("utf-8").replace("standard lime ", "standard other_lime ")
    other = other.replace("factor gas_supply", "factor gas_supply * 2").replace("1_153", "1_226")
    Path("other.pcr").write_text(other.replace("1_226.045", "1_226.005"), "utf-8")
    effects = found(guiju, "lime.pcr@direct", "other.pcr")["effects"]
    # what the profile left out comes back, 72.96 + 28.885, and gas is supplied at twice its factor
    assert [(one["changes"][0]["id"], one["effect"]) for one in effects["steps"]] == [
        ("burning.inputs", Decimal("101.845")),
        ("burning.natural_gas", Decimal("72.96")),
    ]
    assert effects["difference"] == Decimal("174.805")


@pytest.mark.usefixtures("both")
def test_standards_of_other_things_are_compared_by_their_parts(guiju: Guiju) -> None:
    said = guiju("--lang", "zh", "compare", "lime.pcr", "cement", "--data", "plant.yaml")
    assert said.code == 1
    assert "只能按阶段和单元过程比较" in said.out
    assert "只有 A 有的单元过程\n  煅烧" in said.out
    assert said.err.startswith("B 的发现：\nerror[GJ801]")


def test_data_that_the_other_side_asks_are_no_fault(both: Path, guiju: Guiju) -> None:
    other = (both / "lime.pcr").read_text("utf-8").replace("standard lime ", "standard other_lime ")
    purity = 'data purity zh "纯度" en "purity" : % { primary }\n    let burnt'
    other = other.replace("    let burnt", purity).replace(
        "limestone * 44", "limestone * purity * 44"
    )
    (both / "other.pcr").write_text(other.partition("example")[0], "utf-8")
    given = (both / "plant.yaml").read_text("utf-8")
    given = given.replace("    limestone:", "    purity: 50 %\n    colour: white\n    limestone:")
    (both / "plant.yaml").write_text(given, "utf-8")
    said = guiju("--lang", "en", "compare", "lime.pcr", "other.pcr", "--data", "plant.yaml")
    assert "757.045" in said.out  # half of 792 less
    assert said.err.count("GJ808") == 2
    assert said.err.count("“colour”") == 2
