"""How a value is measured: samples, meters, and what a standard asks of both."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from guiju_runtime.given import INVALID, Given, Place, Reading
from guiju_runtime.reading import read
from guiju_runtime.spread import Spread, half_interval
from tests.runtime.smelter_data import SMELTER


def reading(end: str = "2025-12-31", **data: Any) -> Reading[Fraction]:
    """Read the data of the electrolysis of a smelter."""
    declaration = {
        "standard": "aluminium",
        "declaration": {"period": {"from": "2025-01-01", "to": end}},
        "data": {"electrolysis": {"anode": "415 t", **data}},
    }
    return read(SMELTER, declaration, Fraction)


def found(end: str = "2025-12-31", **data: Any) -> list[tuple[str, str]]:
    return [(f.code.slug, f.path) for f in reading(end, **data).findings]


def about(name: str, **data: Any) -> Given:
    return reading(**data).about[Place(f"electrolysis.{name}", None)]


OIL = {"value": "12 t", "calibrated": "2025-03-01", "class": "0.5"}
BATH = {"mean": "60 kg/t", "count": 16, "spread": "5 kg/t"}


def test_the_mean_of_samples_is_the_value() -> None:
    read_ = reading(bath=BATH)
    assert read_.values["electrolysis.bath"] == 60
    assert read_.findings == ()


def test_the_standard_error_of_a_mean_is_its_uncertainty() -> None:
    """By hand: 5 / √16 = 1.25; 1.25 / 60 = 2.08333 %; times 1.959964 is 4.083258 %."""
    spread = about("bath", bath=BATH).uncertainty
    assert isinstance(spread, Spread)
    assert spread.kind == "normal"
    assert spread.parameters[0] == pytest.approx(0.04083258, rel=1e-6)


@pytest.mark.parametrize("written", ["5 kg/t", "5", 5, "0.005 t/t", "8.333333333333333 %"])
def test_a_spread_is_in_the_unit_of_the_datum_or_a_ratio(written: object) -> None:
    deviation = about("bath", bath={**BATH, "spread": written}).measured.deviation
    assert float(deviation or 0) == pytest.approx(5, rel=1e-12)


def test_an_uncertainty_that_is_stated_comes_before_that_of_the_samples() -> None:
    stated = about("bath", bath={**BATH, "uncertainty": "3 %"}).uncertainty
    assert stated == Spread("normal", (0.03,))


@pytest.mark.parametrize(
    ("changed", "finding"),
    [
        ({"count": 11, "uncertainty": "5 %"}, "too-few-samples"),
        ({"count": None, "uncertainty": "5 %"}, "measuring-not-shown"),
        ({"spread": None, "uncertainty": "5 %"}, "measuring-not-shown"),
        ({"spread": "6.1 kg/t", "count": 1000}, "too-uncertain"),
        ({"spread": "6 kg/t", "count": 12}, "too-uncertain"),
        ({"uncertainty": "lognormal(1.06)"}, "too-uncertain"),
        ({"uncertainty": "basic(1.06)", "levels": {"technology": 2}}, "too-uncertain"),
        ({"uncertainty": "basic(1.05)", "levels": {"technology": 3}}, "too-uncertain"),
    ],
)
def test_samples_that_do_not_meet_what_is_asked_are_reported(
    changed: dict[str, object], finding: str
) -> None:
    bath = {name: word for name, word in (BATH | changed).items() if word is not None}
    assert set(found(bath=bath)) == {(finding, "electrolysis.bath")}


def test_a_basic_uncertainty_and_levels_that_meet_what_is_asked_are_not_reported() -> None:
    """By hand: g = e^(1.959964 · ½ ln 1.05) = 1.048975, half of g - 1/g 4.78 %; of 1.06 5.71 %."""
    for said in ({"quality": "primary"}, {"levels": {"technology": 2}}):
        assert found(bath={**BATH, "uncertainty": "basic(1.05)", **said}) == []


def test_what_just_meets_what_is_asked_is_not_reported() -> None:
    """12 samples, 10 %: 6 / 60; and half the 95 % interval stated as 5 %."""
    bath = {"mean": 60, "count": 12, "spread": 6, "uncertainty": "5 %"}
    assert found(bath=bath) == []
    assert found(oil=OIL) == []


@pytest.mark.parametrize(
    ("calibrated", "in_force"),
    [
        ("2024-12-31", True),
        ("2024-12-30", False),
        ("2025-12-31", True),
        ("2026-01-01", False),
        (date(2025, 2, 28), True),
    ],
)
def test_a_calibration_is_in_force_for_a_year(calibrated: object, in_force: bool) -> None:
    expected = [] if in_force else [("calibration-out-of-date", "electrolysis.oil")]
    assert found(oil={**OIL, "calibrated": calibrated}) == expected


@pytest.mark.parametrize(
    ("written", "fine"), [("0.5S", True), (0.2, True), ("0.5 级", True), ("1.0", False), (2, False)]
)
def test_a_smaller_class_is_the_finer_one(written: object, fine: bool) -> None:
    expected = [] if fine else [("meter-too-coarse", "electrolysis.oil")]
    assert found(oil={**OIL, "class": written}) == expected


def test_of_secondary_data_nothing_is_asked() -> None:
    assert found(oil={"value": "12 t", "quality": "secondary"}) == []
    assert found(oil="12 t") == [("measuring-not-shown", "electrolysis.oil")] * 2


def test_what_is_asked_of_a_wrong_value_is_not_asked() -> None:
    assert found(oil={"value": "12 m"}) == [("other-dimension-in-data", "electrolysis.oil")]


def test_a_value_and_a_mean_are_one_too_many() -> None:
    read_ = reading(anode={"value": "415 t", "mean": "416 t", "count": 3, "spread": 1})
    assert [f.code.slug for f in read_.findings] == ["datum-given-twice"]
    assert read_.values["electrolysis.anode"] is INVALID


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("count", "1.5"),
        ("count", 0),
        ("count", "3 t"),
        ("spread", -1),
        ("spread", "2 m"),
        ("calibrated", "last year"),
        ("class", "fine"),
        ("class", 0),
    ],
)
def test_a_wrong_word_about_measuring_is_reported_and_the_value_stands(
    name: str, value: object
) -> None:
    read_ = reading(anode={"value": "415 t", "count": 3, "spread": 1, name: value})
    assert [(f.code.slug, f.path) for f in read_.findings] == [
        ("wrong-type-of-value", f"electrolysis.anode.{name}")
    ]
    assert read_.values["electrolysis.anode"] == 415


def test_words_about_measuring_belong_to_numbers() -> None:
    assert found(covered={"value": "yes", "class": 0.5}) == [
        ("unknown-name-in-data", "electrolysis.covered")
    ]


@pytest.mark.parametrize(
    ("spread", "half"),
    [
        (Spread("normal", (0.05,)), 0.05),
        (Spread("lognormal", (1.25,)), (1.25 - 0.8) / 2),
        (Spread("uniform", (90.0, 110.0)), 0.095),
        # quantiles of a symmetric triangle: 90 + √(0.025·20·10) = 92.236068 and 107.763932
        (Spread("triangular", (90.0, 100.0, 110.0)), 0.07763932),
    ],
)
def test_half_of_the_95_percent_interval_of_each_distribution(spread: Spread, half: float) -> None:
    assert half_interval(spread, 100.0) == pytest.approx(half, rel=1e-6)
