"""The uncertainty of a value: stated beside it, by the standard, or by its levels of quality."""

import math
from collections.abc import Mapping
from dataclasses import replace
from operator import truediv

import pytest

from guiju_runtime.data_model import Indicator
from guiju_runtime.given import Given, Place
from guiju_runtime.messages import same_words
from guiju_runtime.reading import read
from guiju_runtime.spread import BasicUncertainty, Spread, Stated
from guiju_runtime.uncertainty import distribution, is_without_class, uncertainty_of
from tests.runtime.smelter_data import SMELTER

DATA = {datum.path: datum for datum in SMELTER.data}
PEDIGREE = tuple(
    Indicator(name=name, label=same_words(name), levels=(same_words(""),) * 5, spreads=spreads)
    for name, spreads in (
        ("reliability", (1.0, 1.05, 1.1, 1.2, 1.5)),
        ("completeness", (1.0, 1.02, 1.05, 1.1, 1.2)),
        ("technology", (1.0, 1.0, 1.2, 1.5, 2.0)),
    )
)


def given(anode: Mapping[str, object]) -> Given:
    """Read what is said of the anode of a smelter."""
    declaration = {
        "standard": "aluminium",
        "declaration": {"period": {"from": "2024-01-01", "to": "2024-12-31"}},
        "data": {"electrolysis": {"anode": anode}},
    }
    return read(SMELTER, declaration, truediv).about[Place("electrolysis.anode", None)]


@pytest.mark.parametrize(
    ("stated", "spread"),
    [
        ("5 %", Spread("normal", (0.05,))),
        (0.05, Spread("normal", (0.05,))),
        ("lognormal(1.2)", Spread("lognormal", (1.2,))),
        ("对数正态（1.2）", Spread("lognormal", (1.2,))),
        ("uniform(400 t, 430000 kg)", Spread("uniform", (400.0, 430.0))),
        ("triangular(400, 415, 430)", Spread("triangular", (400.0, 415.0, 430.0))),
        ("三角（400 t，415 t，430 t）", Spread("triangular", (400.0, 415.0, 430.0))),
        ("basic(1.05)", BasicUncertainty(1.05)),
        ("基本（150 %）", BasicUncertainty(1.5)),
    ],
)
def test_a_declaration_states_any_uncertainty(stated: object, spread: Stated) -> None:
    assert given({"value": "415 t", "uncertainty": stated}).uncertainty == spread


def test_what_stands_beside_a_value_comes_before_what_the_standard_states() -> None:
    datum = replace(DATA["electrolysis.anode"], spread=Spread("normal", (0.1,)))
    own = given({"value": "415 t", "uncertainty": "5 %"})
    plain = given({"value": "415 t", "levels": {"technology": 5}})
    indicators = SMELTER.indicators
    assert uncertainty_of(datum, own, indicators) == Spread("normal", (0.05,))
    assert uncertainty_of(datum, plain, indicators) == Spread("normal", (0.1,))


def test_without_either_the_levels_give_a_lognormal() -> None:
    """By hand: levels 3, 2, 4 have 1.10, 1.02 and 1.50.

    ln 1.10 = 0.095310, ln 1.02 = 0.019803, ln 1.50 = 0.405465; their squares add to 0.173878, the
    root is ln GSD² = 0.416987, σ half of it, 0.208493; g = e^(1.959964 · 0.208493) = 1.504769.
    """
    found = distribution(None, (3, 2, 4), PEDIGREE)
    assert found is not None
    assert found.kind == "lognormal"
    assert math.isclose(found.parameters[0], 1.504769, rel_tol=1e-6)


def test_a_basic_uncertainty_is_one_more_term_beside_the_levels() -> None:
    """By hand: U_b = 1.05, levels 3, 2, 4 with 1.10, 1.02 and 1.50.

    ln² 1.05 = 0.0487902² = 0.00238048 beside 0.00908403 + 0.00039214 + 0.16440195: together
    0.17625861, its root 0.4198316 is ln GSD², σ = 0.2099158; g = e^(1.959964 σ) = 1.508970.
    """
    found = distribution(BasicUncertainty(1.05), (3, 2, 4), PEDIGREE)
    assert found is not None
    assert math.isclose(found.parameters[0], 1.508970, rel_tol=1e-6)


@pytest.mark.parametrize(
    ("stated", "own", "g"),
    [
        # σ = ½ · ln 1.05 = 0.02439508, g = e^0.04781348
        (None, {"quality": "primary"}, 1.048975),
        # ln² 1.5 = 0.16440195 beside: ln GSD² = √0.16678243 = 0.4083901, g = e^0.4002149
        (None, {"quality": "primary", "levels": {"technology": 4}}, 1.492145),
        # and with the last level: ln² 2.0 = 0.48045301, √0.48283350 = 0.6948622, g = e^0.6809525
        (None, {"quality": "secondary"}, 1.975759),
        # what stands beside the value takes its place: σ = ½ · ln 1.44 = ln 1.2, g = 1.2^1.959964
        ("basic(1.44)", {"quality": "primary"}, 1.429528),
    ],
)
def test_levels_of_the_declaration_go_with_the_basic_one_of_the_standard(
    stated: str | None, own: dict[str, object], g: float
) -> None:
    datum = replace(DATA["electrolysis.anode"], spread=BasicUncertainty(1.05))
    about = given({"value": 1, **own, **({"uncertainty": stated} if stated else {})})
    found = uncertainty_of(datum, about, SMELTER.indicators)
    assert found is not None
    assert math.isclose(found.parameters[0], g, rel_tol=1e-6)


def test_a_default_has_the_basic_uncertainty_beside_the_last_level() -> None:
    """By hand, as for secondary data: ln² 1.05 + ln² 2.0 = 0.48283350, g = e^0.6809525."""
    datum = replace(DATA["electrolysis.anode"], spread=BasicUncertainty(1.05))
    found = uncertainty_of(datum, None, SMELTER.indicators)
    assert found is not None
    assert math.isclose(found.parameters[0], 1.975759, rel_tol=1e-6)


def test_a_distribution_beside_the_value_takes_the_place_of_a_basic_one() -> None:
    datum = replace(DATA["electrolysis.anode"], spread=BasicUncertainty(1.05))
    about = given({"value": "415 t", "uncertainty": "5 %"})
    assert uncertainty_of(datum, about, PEDIGREE) == Spread("normal", (0.05,))


def test_a_basic_uncertainty_of_1_adds_nothing() -> None:
    assert distribution(BasicUncertainty(1.0), (1, 1, 2), PEDIGREE) is None
    assert distribution(BasicUncertainty(1.0), (3, 2, 4), PEDIGREE) == distribution(
        None, (3, 2, 4), PEDIGREE
    )


def test_a_basic_uncertainty_does_not_say_how_good_a_value_is() -> None:
    """Its levels still count as the last ones, unlike where a distribution is stated."""
    plain = replace(DATA["electrolysis.anode"], quality="")
    about = given({"value": 1})._replace(quality="")
    for spread, classless in ((BasicUncertainty(1.05), True), (Spread("normal", (0.1,)), False)):
        assert is_without_class(replace(plain, spread=spread), about, PEDIGREE) is classless


def test_levels_that_add_nothing_leave_a_value_exact() -> None:
    assert distribution(None, (1, 1, 2), PEDIGREE) is None
    assert uncertainty_of(DATA["electrolysis.anode"], given({"value": 1}), PEDIGREE) is None


def test_secondary_data_and_defaults_without_levels_have_the_last_ones() -> None:
    """By hand: ln² 1.5 + ln² 1.2 + ln² 2.0 = 0.164402 + 0.033241 + 0.480453 = 0.678096.

    The root is ln GSD² = 0.823466, σ = 0.411733, g = e^(1.959964 · 0.411733) = 2.241134.
    """
    secondary = given({"value": 1, "quality": "secondary"})
    for about in (secondary, None):
        found = uncertainty_of(DATA["electrolysis.anode"], about, PEDIGREE)
        assert found is not None
        assert math.isclose(found.parameters[0], 2.241134, rel_tol=1e-6)


def test_what_is_no_number_has_none() -> None:
    assert uncertainty_of(DATA["electrolysis.covered"], None, PEDIGREE) is None
