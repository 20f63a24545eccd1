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
from guiju_runtime.spread import Spread
from guiju_runtime.uncertainty import by_levels, uncertainty_of
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
    ],
)
def test_a_declaration_states_any_distribution(stated: object, spread: Spread) -> None:
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
    found = by_levels((3, 2, 4), PEDIGREE)
    assert found is not None
    assert found.kind == "lognormal"
    assert math.isclose(found.parameters[0], 1.504769, rel_tol=1e-6)


def test_levels_that_add_nothing_leave_a_value_exact() -> None:
    assert by_levels((1, 1, 2), PEDIGREE) is None
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
