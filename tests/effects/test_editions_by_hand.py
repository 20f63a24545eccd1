"""What each change of an edition adds to the footprint of a plant, by hand.

The plant makes 50 000 t of quicklime from 90 000 t of limestone, with 6 000 000 m3 of gas and
2 500 MWh of grid power (tests/cli/lime.py): 792 + 259.2 + 72.96 + 28.885 = 1 153.045 kgCO2e per t.
"""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

import guiju as library
from guiju.changes import changes, edition_of
from guiju.effects import Effects, NoValue, Unchecked
from guiju.effects.of_editions import effects_between_editions
from tests.cli.lime import LIME, PLANT

STONE = Fraction(90_000_000) * 44 / 100 / 50_000
GAS = Fraction(6_000_000) / 50_000
POWER = Fraction(2_500_000) * Fraction("0.5777") / 50_000
PURITY = '    data purity zh "纯度" en "purity" : % {{ {} }}\n    let burnt'
WITH_PURITY = ("limestone * 44 / 100", "limestone * purity * 44 / 100")
OWN_GAS = 'factor own_gas zh "供气" en "own gas" : kgCO2e/m3 = 0.7 { source "own" }\n\nexample'

EXAMPLE = """example shaft_kiln zh "竖窑" en "shaft kiln" {
  given "plant.yaml"
  expect quicklime.cfp = 1_153.045 kgCO2e within 0.0005 kgCO2e
}"""
STONE_WRITTEN = 'emission CO2 stone zh "分解" en "decomposition" : t = limestone * 44 / 100'
TRACE = 'emission CF4 trace zh "痕量" en "trace" : t = limestone * 0.000001'

Edition = Callable[..., Effects | NoValue | Unchecked]


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Tell the effects of replacing words in the small standard."""

    def told(*replaced: tuple[str, str], plant: str = PLANT) -> Effects | NoValue | Unchecked:
        text = LIME
        for old, new in replaced:
            assert old in text
            text = text.replace(old, new, 1)
        for name, content in (("old", LIME), ("new", text)):
            (tmp_path / name).mkdir()
            (tmp_path / name / "lime.pcr").write_text(content, "utf-8")
            (tmp_path / name / "plant.yaml").write_text(PLANT, "utf-8")
        (tmp_path / "plant.yaml").write_text(plant, "utf-8")
        was, now = (library.compile(tmp_path / name / "lime.pcr") for name in ("old", "new"))
        found = changes(edition_of(was.plan), edition_of(now.plan))
        given, _ = was.declared(tmp_path / "plant.yaml")
        [product] = was.plan.graph.standard.rules.products
        return effects_between_editions(was, now, found, given or {}, product)

    return told


def by_id(found: Effects | NoValue | Unchecked) -> dict[str, Fraction]:
    """Give effects by the ids of what changes; they add up in both orders."""
    assert isinstance(found, Effects)
    for order in ("onward", "back"):
        whole = sum((getattr(one, order) for one in found.effects), Fraction(0))
        assert whole == found.end - found.start
    return {
        " ".join(found.steps[step].id for step in one.steps): one.onward for one in found.effects
    }


def test_each_change_adds_what_it_does_by_hand(edition: Edition) -> None:
    found = edition(
        WITH_PURITY,
        ("    let burnt", PURITY.format('default 95 %  source "x"  primary')),
        ("factor gas_supply", "factor own_gas"),
        ("example", OWN_GAS),
        ("1_153.045", "1_124.485"),
        ('zh "石灰" en "Quicklime"', 'zh "生石灰" en "Quicklime"'),
    )
    effects = by_id(found)
    assert effects["burning.stone"] == -STONE * 5 / 100
    assert effects["burning.natural_gas"] == GAS * (Fraction("0.7") - Fraction("0.608"))
    assert effects["burning.purity"] == effects["own_gas"] == 0
    assert isinstance(found, Effects)
    assert float(found.end) == 1_124.485
    told = {one.id: one for one in found.steps}
    assert told["burning.stone"].words.zh == (
        "分解：公式 石灰石 × 44 / 100 → 石灰石 × 纯度 × 44 / 100"
    )
    assert told["burning.stone"].clauses == ("7.2",)


def test_two_changes_of_one_product_share_its_change_by_their_order(edition: Edition) -> None:
    found = edition(
        ("natural_gas * gas_burning", "natural_gas * 90 % * gas_burning"),
        ('CO2 gas zh "燃气" en "gas" : t = burnt', 'CO2 gas zh "燃气" en "gas" : t = burnt * 2'),
        ("1_153.045", "1_360.405"),
    )
    burnt = GAS * Fraction("2.16")
    assert by_id(found) == {"burning.gas": burnt, "burning.burnt": -2 * burnt / 10}
    assert isinstance(found, Effects)
    back = {found.steps[one.steps[0]].id: one.back for one in found.effects}
    assert back == {"burning.gas": burnt * 9 / 10, "burning.burnt": -burnt / 10}


def test_a_datum_that_the_plant_does_not_give_is_named_and_the_rest_told(edition: Edition) -> None:
    found = edition(
        WITH_PURITY,
        ("    let burnt", PURITY.format("primary")),
        ("factor gas_supply", "factor own_gas"),
        ("example", OWN_GAS),
        (EXAMPLE, ""),
    )
    assert by_id(found)["burning.natural_gas"] == GAS * (Fraction("0.7") - Fraction("0.608"))
    assert isinstance(found, Effects)
    [left_out] = found.blocked
    assert [found.steps[step].id for step in left_out.steps] == ["burning.stone"]
    assert isinstance(left_out.why, NoValue)
    assert [(f.code.id, f.path) for f in left_out.why.findings] == [("GJ801", "burning.purity")]


WITHOUT_POWER = PLANT.replace("    electricity: 2500 MWh\n", "")


def test_a_plant_without_footprint_under_both_editions_is_told_why(edition: Edition) -> None:
    found = edition(("1_153.045", "1_153.045"), plant=WITHOUT_POWER)
    assert isinstance(found, NoValue)
    assert [f.path for f in found.findings] == ["burning.electricity"]


def test_data_that_fit_the_new_edition_alone_tell_the_effects_from_where_they_fit(
    edition: Edition,
) -> None:
    power = LIME[LIME.index("input electricity") : LIME.index("input natural_gas")]
    found = edition(
        (power, ""),
        ("factor gas_supply", "factor gas_supply * 2"),
        ("t = burnt", "t = burnt * 2"),
        (EXAMPLE, ""),
        plant=WITHOUT_POWER,
    )
    supply, burnt = GAS * Fraction("0.608"), GAS * Fraction("2.16")
    assert by_id(found) == {"burning.gas": burnt, "burning.natural_gas": supply}
    assert isinstance(found, Effects)
    assert (found.start, found.end) == (STONE + burnt + supply, STONE + 2 * (burnt + supply))
    [first] = found.made_first
    assert [found.steps[step].id for step in first.steps] == ["burning.electricity"]
    assert isinstance(first.why, NoValue)
    assert [(f.code.id, f.path) for f in first.why.findings] == [("GJ801", "burning.electricity")]
    assert found.blocked == ()


def test_another_declared_unit_is_no_effect(edition: Edition) -> None:
    found = edition(("declared unit 1 t", "declared unit 100 kg"), ("1_153.045", "115.3045"))
    assert set(by_id(found).values()) <= {Fraction(0)}


def test_another_set_of_potentials_is_a_step_of_its_own(edition: Edition) -> None:
    found = edition(
        (STONE_WRITTEN, f"{STONE_WRITTEN}\n    {TRACE}"),
        ("gwp ar6_7sm7", "gwp cbam"),
        ("1_153.045", "1_164.979"),
    )
    # 0.0018 kg of CF4 per t, at 7 380, then at 6 630
    trace = Fraction(90_000) / 1_000_000 * 1000 / 50_000
    assert by_id(found) == {"burning.trace": trace * 7380, "standard.gwp": trace * (6630 - 7380)}


def test_words_that_change_are_no_steps(edition: Edition) -> None:
    found = edition(('zh "煅烧" en "burning" {', 'zh "石灰石煅烧" en "calcining" {'))
    assert by_id(found) == {}


def test_another_factor_of_the_same_library_is_a_step_of_its_own(edition: Edition) -> None:
    hydro = ("factor grid_footprint[year]", "factor power_footprint[hydro, year]")
    effects = by_id(edition(hydro, ("1_153.045", "1_124.865")))
    assert effects == {
        "burning.electricity": POWER / Fraction("0.5777") * Fraction("0.0141") - POWER
    }
