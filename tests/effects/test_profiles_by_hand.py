"""What the rules of a profile add, by hand: the products of the plants' own figures.

Nothing here is read from the program: the amounts are those of the examples' files for one unit of
the product, the factors those printed in the standards.
"""

from fractions import Fraction
from pathlib import Path

import pytest

from guiju.comparing import Comparison, compared
from guiju.comparing.sides import sides_of
from guiju_runtime.messages import same_words

STANDARDS = Path(__file__).parents[2] / "standards"
ALUMINIUM = STANDARDS / "electrolytic_aluminium" / "examples" / "grid_2024.yaml"
CEMENT = STANDARDS / "cement" / "examples" / "ordinary_2024.yaml"
GRID = Fraction("577.7")  # kgCO2e per MWh, 2024
COAL_SUPPLY = Fraction("162.6438388")  # kgCO2e per t
TRUCK, RAIL = Fraction("0.0978"), Fraction("0.01")  # kgCO2e per t·km


def between(a: str, b: str, data: Path) -> Comparison:
    """Compare two rule books on one plant."""
    return compared(*sides_of(a, b, same_words("")), data)


@pytest.fixture(scope="module")
def aluminium() -> Comparison:
    return between("electrolytic_aluminium", "@cbam", ALUMINIUM)


def of_alumina() -> Fraction:
    """Give the footprint of 1 t of alumina [kgCO2e]."""
    steam = Fraction(6) / Fraction("0.88")  # GJ of coal
    coal = Fraction("94.6") + COAL_SUPPLY / Fraction("26.344")  # kgCO2e per GJ, burnt and supplied
    return (
        Fraction("2.3") * 80  # bauxite
        + steam * coal
        + Fraction("0.240") * GRID
        + 78 * (Fraction("2.16") + Fraction("0.608"))  # gas burnt and supplied
        + Fraction("0.085") * 1590  # caustic soda
        + Fraction("0.150") * Fraction("1157.746345")  # lime
        + Fraction("2.3") * 600 * RAIL
    )


ALUMINIUM_BY_HAND = {
    # CF4 0.104 · 0.10 · 1.5 + 0.009 kg and C2F6 0.057 · 0.0156 kg by other potentials
    "gwp": (Fraction("0.0156") + Fraction("0.009")) * (6630 - 7380)
    + Fraction("0.0008892") * (11_100 - 12_400),
    "raw_materials": Fraction("-1.915") * of_alumina(),
    "power_supply": -(Fraction("13.350") + Fraction("0.045")) * GRID,
    # anodes bought, fluoride, lining, transport of alumina and anodes
    "electrolysis.inputs": -(
        Fraction("0.415") * 376
        + Fraction("0.017") * 3500
        + 60
        + (Fraction("1.915") * 900 + Fraction("0.415") * 300) * RAIL
    ),
    "electrolysis.residue.treated": Fraction(0),
    "casting.inputs": -18 * Fraction("0.608"),
}


def test_each_rule_of_cbam_adds_to_aluminium_what_it_does_by_hand(aluminium: Comparison) -> None:
    effects = aluminium.effects
    assert effects is not None
    found = {effects.steps[one.steps[0]].id: one.onward for one in effects.effects}
    assert found == ALUMINIUM_BY_HAND
    assert [one.back for one in effects.effects] == [one.onward for one in effects.effects]


def test_the_rules_of_cbam_add_up_to_the_whole_difference_of_aluminium(
    aluminium: Comparison,
) -> None:
    effects = aluminium.effects
    assert effects is not None
    assert aluminium.a.cfp is not None
    assert aluminium.b.cfp is not None
    assert sum(ALUMINIUM_BY_HAND.values()) == aluminium.b.cfp - aluminium.a.cfp
    assert (effects.start, effects.end) == (aluminium.a.cfp, aluminium.b.cfp)
    assert round(effects.start, 3) == Fraction("12724.771")
    assert round(effects.end, 3) == Fraction("1696.995")


CLINKER = (
    Fraction(1_600_000) / 2_000_000 / 1_844_080
)  # t of cement's clinker per t made in the kiln
CEMENT_POWER = (
    (Fraction(106_956_640 - 51_634_240) * CLINKER + Fraction(64_000_000) / 2_000_000) * GRID / 1000
)
KILN_INPUTS = CLINKER * (
    Fraction(198_450) * COAL_SUPPLY
    + Fraction(2_489_508) * Fraction("2.174")
    + Fraction(368_816) * 80 * TRUCK
    + Fraction("2212.896") * 2410
)
MILL_INPUTS = (Fraction("0.08") * 120 + Fraction("0.12") * 100) * TRUCK + Fraction(
    "0.04"
) * Fraction("2.174")
WASTE_FUEL = CLINKER * Fraction("32271.4") * 18 * 88 * Fraction("0.65")


def test_each_rule_of_cbam_adds_to_cement_what_it_does_by_hand() -> None:
    effects = between("cement", "@cbam_direct", CEMENT).effects
    assert effects is not None
    found = {effects.steps[one.steps[0]].id: one.onward for one in effects.effects}
    assert found == {
        "gwp": Fraction(0),  # CO2 alone is emitted
        "power_supply": -CEMENT_POWER,
        "kiln.inputs": -KILN_INPUTS,
        "grinding.inputs": -MILL_INPUTS,
    }
    assert round(effects.start, 3) == Fraction("706.201")
    assert round(effects.end, 3) == Fraction("651.735")


def test_between_two_profiles_rules_are_taken_back_and_others_added() -> None:
    found = between("cement@cbam_direct", "cement@cbam_indirect", CEMENT)
    effects = found.effects
    assert effects is not None
    assert found.a.cfp is not None
    by_rule = {effects.steps[one.steps[0]].id: one.onward for one in effects.effects}
    assert by_rule == {
        "power_supply": CEMENT_POWER,
        "co_processing": -WASTE_FUEL,
        "kiln.emissions": -(found.a.cfp - WASTE_FUEL),
        "grinding.emissions": Fraction(0),
    }
    assert round(effects.end, 3) == Fraction("32.351")


def test_data_that_only_one_side_counts_are_told(aluminium: Comparison) -> None:
    asked = {(one.side, one.id) for one in aluminium.demands if one.kind == "data"}
    assert {side for side, _ in asked} == {"a"}
    assert {"refining.bauxite", "power_supply.supply.kind", "electrolysis.alumina"} <= {
        id for _, id in asked
    }
    # the stoichiometry of anodes and the liquid metal in the ingot count under both
    assert not {"electrolysis.anode", "casting.liquid_aluminium", "electrolysis.sulphur"} & {
        id for _, id in asked
    }


def test_an_override_is_said_with_labels_and_leads_to_the_published_total() -> None:
    hydro = ALUMINIUM.with_name("hydro.yaml")
    effects = between("electrolytic_aluminium", "@location_based", hydro).effects
    assert effects is not None
    [step] = effects.steps
    assert step.words.zh == "改写供电·电量：因子 全国电力平均碳足迹因子[申报期终止年份]"
    assert round(effects.start, 3) == Fraction("5613.366")
    assert round(effects.end, 3) == Fraction("12724.771")
