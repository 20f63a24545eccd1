"""``guiju diff --data``: what each change adds to the result of a plant."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.conftest import Guiju

CHANGED = (
    ("limestone * 44 / 100", "limestone * purity * 44 / 100"),
    ("    let burnt", '    data purity zh "纯度" en "purity" : % { primary }\n    let burnt'),
    ("factor gas_supply", "factor gas_supply * 2"),
    ("  gwp ar6_7sm7", '  gwp ar6_7sm7\n  ics "13.020.40"'),
)


@pytest.fixture
def editions(lime: Path) -> Path:
    """The small standard, and a later edition of it."""
    text = (lime / "lime.pcr").read_text("utf-8")
    (lime / "old.pcr").write_text(text, "utf-8")
    for old, new in CHANGED:
        text = text.replace(old, new)
    (lime / "new.pcr").write_text(text.partition("example")[0], "utf-8")
    given = (lime / "plant.yaml").read_text("utf-8")
    given = given.replace("    limestone:", "    purity: 90 %\n    limestone:")
    (lime / "with_purity.yaml").write_text(given, "utf-8")
    return lime


@pytest.mark.usefixtures("editions")
def test_each_change_has_its_effect_and_all_add_up(guiju: Guiju) -> None:
    words = ("diff", "old.pcr", "new.pcr", "--data", "with_purity.yaml", "--format", "json")
    said = guiju("--lang", "en", *words)
    assert said.code == 0
    told = json.loads(said.out, parse_float=Decimal)["effects"]
    steps = {one["changes"][0]["id"]: one["effect"] for one in told["effects"]["steps"]}
    # a tenth of 792 less; 72.96 once more
    assert steps == {
        "burning.purity": 0,
        "burning.stone": Decimal("-79.2"),
        "burning.natural_gas": Decimal("72.96"),
    }
    assert sum(steps.values()) == told["effects"]["difference"] == Decimal("-6.24")
    assert told["effects"]["other_changes"] == 2  # the example that is gone, and the number


@pytest.mark.usefixtures("editions")
def test_the_list_of_changes_is_followed_by_results_and_effects(guiju: Guiju) -> None:
    said = guiju("--lang", "zh", "diff", "old.pcr", "new.pcr", "--data", "with_purity.yaml")
    before, _, after = said.out.partition("产品碳足迹  石灰")
    assert "公式：石灰石 × 44 / 100 → 石灰石 × 纯度 × 44 / 100" in before
    for words in ("旧版", "1 153.045", "新版", "1 146.805", "差 新版 - 旧版", "+72.960"):
        assert words in after


@pytest.mark.usefixtures("editions")
def test_a_change_that_asks_what_the_plant_does_not_give_says_so(guiju: Guiju) -> None:
    said = guiju("--lang", "zh", "diff", "old.pcr", "new.pcr", "--data", "plant.yaml")
    assert said.code == 1
    left_out = said.out.partition("下列改变之后算不出结果，未计在内：")[2]
    assert "石灰石 × 纯度 × 44 / 100" in left_out
    assert "error[GJ801] 缺少纯度" in left_out
    assert "+72.960" in said.out
    assert said.err.startswith("新版 的发现：\nerror[GJ801] burning.purity")


@pytest.mark.usefixtures("editions")
def test_data_that_do_not_fit_the_old_edition_are_told_of_it(guiju: Guiju) -> None:
    Path("plant.yaml").write_text(
        Path("plant.yaml").read_text("utf-8").replace("    limestone: 90000 t\n", ""), "utf-8"
    )
    said = guiju("--lang", "zh", "diff", "old.pcr", "new.pcr", "--data", "plant.yaml")
    assert said.code == 1
    assert "旧版算不出结果" in said.out
    assert "error[GJ801] burning.limestone" in said.err


@pytest.mark.usefixtures("editions")
def test_data_that_fit_the_new_edition_alone_tell_what_can_be_told(guiju: Guiju) -> None:
    words = ("diff", "new.pcr", "old.pcr", "--data", "plant.yaml", "--effects", "effects.html")
    said = guiju("--lang", "zh", *words)
    assert said.code == 1
    assert "-72.960" in said.out
    made = said.out.partition("不作下列改变就算不出结果，起点已含这些改变：")[2]
    assert "石灰石 × 纯度 × 44 / 100 → 石灰石 × 44 / 100" in made
    assert "error[GJ801] 缺少纯度" in made
    page = Path("effects.html").read_text("utf-8")
    assert "不作<a" in page
    assert "（含先作的改变）" in page


@pytest.mark.usefixtures("editions")
def test_effects_are_drawn(guiju: Guiju) -> None:
    words = ("diff", "old.pcr", "new.pcr", "--data", "with_purity.yaml", "--effects")
    assert guiju("--lang", "zh", *words, "effects.svg").code == 0
    assert "−79.200" in Path("effects.svg").read_text("utf-8")


@pytest.mark.usefixtures("editions")
def test_effects_without_data_are_refused(guiju: Guiju) -> None:
    said = guiju("diff", "old.pcr", "new.pcr", "--effects", "effects.svg")
    assert said.code == 2
    assert "GJ961" in said.err


@pytest.mark.usefixtures("editions")
def test_what_was_renamed_is_the_same_thing_under_both_names(guiju: Guiju) -> None:
    text = Path("old.pcr").read_text("utf-8").replace("factor gas_supply", "factor gas_supply * 2")
    for old, new in (
        ("limestone zh", "stone_in zh"),
        ("limestone *", "stone_in *"),
        ("burning zh", "kiln zh"),
    ):
        text = text.replace(old, new)
    Path("new.pcr").write_text(text.partition("example")[0], "utf-8")
    said = guiju("diff", "old.pcr", "new.pcr", "--data", "plant.yaml", "--format", "json")
    told = json.loads(said.out, parse_float=Decimal)["effects"]
    assert said.code == 0
    assert told["difference"] == Decimal("72.96")
    assert [one["effect"] for one in told["effects"]["steps"]] == [Decimal("72.96")]
    assert list(told["by_process"]) == ["kiln"]
