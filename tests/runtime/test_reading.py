"""A declaration is read exactly; what is absent or wrong is told apart and reported once."""

import math
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pytest

from guiju_runtime.reading import INVALID, Place, Reading, read
from guiju_runtime.result import data_digest
from guiju_runtime.spread import Spread
from tests.runtime.smelter_data import SMELTER, SUPPLY

CHINA = ZoneInfo("Asia/Shanghai")
HEADER = {
    "company": "示例铝业",
    "site": "一分厂",
    "period": {"from": "2025-01-01", "to": "2025-12-31"},
    "region": "shanxi",
}


def declared(data: object, **other: object) -> dict[str, Any]:
    return {"standard": "aluminium", "declaration": HEADER, "data": data} | other


def reading(data: object, **other: object) -> Reading[Fraction]:
    return read(SMELTER, declared(data, **other), Fraction)


def electrolysis(**data: object) -> Reading[Fraction]:
    return reading({"electrolysis": {"anode": "415 t"} | data})


def found(read_: Reading[Fraction]) -> list[tuple[str, str]]:
    return [(finding.code.slug, finding.path) for finding in read_.findings]


def test_a_right_declaration_is_read_whole() -> None:
    whole = reading(
        {
            "aluminium_content": "99.70 %",
            "power_supply": {
                "supply": [
                    {"electricity": "1340 GWh", "kind": "grid"},
                    {"electricity": "60 GWh", "kind": "绿证", "number": "GEC-1"},
                ]
            },
            "electrolysis": {"anode": {"value": "415 t", "sulphur": "1.8 %"}},
        }
    )
    assert whole.findings == ()
    assert whole.values["aluminium_content"] == Fraction("99.7")
    assert whole.values["electrolysis.anode"] == 415
    assert whole.values["electrolysis.anode.sulphur"] == Fraction("1.8")
    assert whole.values["electrolysis.gas"] is None
    assert whole.rows[SUPPLY] == (
        {"kind": "grid", "electricity": 1_340_000, "number": None},
        {"kind": "certificate", "electricity": 60_000, "number": "GEC-1"},
    )
    assert (whole.company, whole.site, whole.region) == ("示例铝业", "一分厂", "shanxi")
    assert whole.year == 2025
    assert whole.months == 12


@pytest.mark.parametrize(
    ("given_value", "tonnes"),
    [
        ("415 t", 415),
        ("415", 415),
        (415, 415),
        (415.25, Fraction("415.25")),
        (0.1, Fraction(1, 10)),
        (Decimal("0.1"), Fraction(1, 10)),
        ("415000 kg", 415),
        ("0.0415万吨", 415),
        ("1_340 t", 1340),
        ("４１５．５ ｔ", Fraction("415.5")),
        ("4.15e2 t", 415),
        (" +415t ", 415),
        (".5 t", Fraction(1, 2)),
        ("0 t", 0),
        ("0e9999", 0),
        ("415 吨", 415),
        (np.float64(415.25), Fraction("415.25")),
        (np.float32(0.5), Fraction(1, 2)),
        (np.int64(415), 415),
        (np.array(415.0), 415),
        (pa.scalar(Decimal("0.1")), Fraction(1, 10)),
    ],
)
def test_an_amount_may_be_written_in_many_ways(given_value: object, tonnes: Fraction) -> None:
    read_ = reading({"electrolysis": {"anode": given_value}})
    assert read_.findings == ()
    assert read_.values["electrolysis.anode"] == tonnes


@pytest.mark.parametrize(
    ("given_value", "slug"),
    [
        ("about 400 t", "wrong-type-of-value"),
        ("t", "wrong-type-of-value"),
        (True, "wrong-type-of-value"),
        ([415], "wrong-type-of-value"),
        (np.array([415.0]), "wrong-type-of-value"),
        (np.bool_(True), "wrong-type-of-value"),
        (np.float64("nan"), "number-out-of-range"),
        ("415 tonne", "unknown-unit-in-data"),
        ("415 MWh", "other-dimension-in-data"),
        ("-1 t", "negative-amount"),
        ("1,340 t", "ambiguous-digits"),
        ("1 340 t", "ambiguous-digits"),
        ("1.340,5 t", "ambiguous-digits"),
        ("nan", "number-out-of-range"),
        (math.inf, "number-out-of-range"),
        (Decimal("NaN"), "number-out-of-range"),
        ("1e999999999", "number-out-of-range"),
        ("1e-999999999 t", "number-out-of-range"),
        (10**400, "number-out-of-range"),
        ("10³ t", "unknown-unit-in-data"),
    ],
)
def test_a_value_that_is_no_amount_is_reported_once_and_invalid(
    given_value: object, slug: str
) -> None:
    read_ = reading({"electrolysis": {"anode": given_value}})
    assert found(read_) == [(slug, "electrolysis.anode")]
    assert read_.values["electrolysis.anode"] is INVALID


def test_a_number_of_thousands_of_digits_is_no_number_to_calculate_with() -> None:
    assert found(reading({"electrolysis": {"anode": 10**5000}})) == [
        ("number-out-of-range", "electrolysis.anode")
    ]


def test_a_comma_between_digits_offers_both_readings_where_there_are_two() -> None:
    two = reading({"electrolysis": {"anode": "1,340 t"}}).findings[0]
    one = reading({"electrolysis": {"anode": "1,340,000 t"}}).findings[0]
    european = reading({"electrolysis": {"anode": "1.340,5 t"}}).findings[0]
    assert two.remedy("en") == "write 1340 t or 1.340 t"
    assert one.remedy("en") == "write 1340000 t"
    assert european.remedy("en") == "write 1340.5 t"


def test_a_number_before_a_unit_that_begins_with_one_is_no_grouped_number() -> None:
    read_ = electrolysis(gas="500 1/d")
    assert found(read_) == [("other-dimension-in-data", "electrolysis.gas")]


def test_gas_volumes_of_two_states_convert_exactly() -> None:
    read_ = electrolysis(gas="293.15 m3(20 °C)")
    assert read_.values["electrolysis.gas"] == Fraction("273.15")


def test_carbon_and_carbon_dioxide_are_not_the_same() -> None:
    read_ = electrolysis(carbon="5 tCO2")
    assert found(read_) == [("other-substance-in-data", "electrolysis.carbon")]
    assert electrolysis(carbon="5 t").values["electrolysis.carbon"] == 5


def test_years_dates_and_answers_are_read() -> None:
    read_ = electrolysis(built="2004年", started="2004/7/1", covered="是")
    assert read_.findings == ()
    assert read_.values["electrolysis.built"] == 2004
    assert read_.values["electrolysis.started"] == "2004-07-01"
    assert read_.values["electrolysis.covered"] is True
    assert electrolysis(covered="no").values["electrolysis.covered"] is False


def test_scalars_of_numpy_are_read_as_those_of_python() -> None:
    day = np.datetime64("2004-07-01")
    read_ = electrolysis(built=np.int64(2004), started=day, covered=np.bool_(False))
    assert read_.findings == ()
    assert read_.values["electrolysis.built"] == 2004
    assert read_.values["electrolysis.started"] == "2004-07-01"
    assert read_.values["electrolysis.covered"] is False
    period = {"from": np.datetime64("2025-01-01"), "to": np.datetime64("2025-12-31")}
    assert reading({}, declaration=HEADER | {"period": period}).year == 2025


@pytest.mark.parametrize(
    "day",
    [
        np.datetime64("2004-07-01T00:00:00.000000000"),
        np.datetime64("2004-07-01T23:59:59.999999999"),
        datetime(2004, 7, 1, 8, 30),
        datetime(2004, 7, 1, tzinfo=CHINA),
        pa.scalar(datetime(2004, 7, 1), pa.timestamp("us")),
    ],
)
def test_a_time_without_zone_is_its_day_and_one_with_a_zone_at_midnight(day: object) -> None:
    read_ = electrolysis(started=day)
    assert (read_.findings, read_.values["electrolysis.started"]) == ((), "2004-07-01")


@pytest.mark.parametrize(
    ("name", "given_value"),
    [
        ("started", datetime(2004, 7, 1, 8, tzinfo=CHINA)),
        ("started", np.datetime64("NaT", "ns")),
        ("anode", np.datetime64("2004-07-01T00:00:00.000000000")),
        ("anode", np.timedelta64(415, "ns")),
    ],
)
def test_a_time_that_is_no_day_or_stands_for_a_number_is_found(
    name: str, given_value: object
) -> None:
    read_ = electrolysis(**{name: given_value})
    assert found(read_) == [("wrong-type-of-value", f"electrolysis.{name}")]


def test_a_digest_is_of_what_is_declared_whatever_type_a_number_or_a_name_has() -> None:
    assert data_digest({"a": np.int64(3), "b": np.float64(0.5)}) == data_digest({"a": 3, "b": 0.5})
    named: dict[Any, object] = {3: 1, "b": [{None: 2}]}
    assert data_digest(named) == data_digest({"3": 1, "b": [{"None": 2}]})


def test_a_day_has_the_digest_that_its_midnight_has_and_no_other_time_has_it() -> None:
    day = date(2004, 7, 1)
    midnights = (datetime(2004, 7, 1), datetime(2004, 7, 1, tzinfo=CHINA), np.datetime64(day, "s"))
    assert {data_digest({"day": one}) for one in midnights} == {data_digest({"day": day})}
    assert data_digest({"day": datetime(2004, 7, 1, 8)}) != data_digest({"day": day})


def test_a_number_of_a_certificate_is_text_and_keeps_its_zeros() -> None:
    row = {"kind": "certificate", "electricity": "1 MWh", "number": "00123"}
    read_ = reading(
        {"electrolysis": {"anode": "1 t"}, "power_supply": {"supply": [row | {"number": 45}, row]}}
    )
    assert [row_["number"] for row_ in read_.rows[SUPPLY]] == ["45", "00123"]


def test_a_property_may_stand_below_its_flow_or_beside_it_or_flat() -> None:
    below = electrolysis(anode={"value": "415 t", "sulphur": "2 %"})
    beside = electrolysis(**{"anode.sulphur": "2 %"})
    flat = reading({"electrolysis.anode": "415 t", "electrolysis.anode.sulphur": "2 %"})
    assert below.findings == beside.findings == flat.findings == ()
    assert below.values == beside.values == flat.values


def test_a_datum_given_twice_has_no_value() -> None:
    read_ = electrolysis(**{"anode": {"value": 1, "sulphur": 2}, "anode.sulphur": 2})
    assert found(read_) == [("datum-given-twice", "electrolysis.anode.sulphur")]
    assert read_.values["electrolysis.anode.sulphur"] is INVALID


def test_what_is_said_of_a_value_is_kept_beside_it() -> None:
    said = {
        "value": "415 t",
        "source": "weighbridge",
        "year": "2025",
        "region": "shanxi",
        "quality": "次级",
        "uncertainty": "5 %",
        "levels": {"technology": "2"},
    }
    about = electrolysis(anode=said).about[Place("electrolysis.anode", None)]
    assert (about.source, about.year, about.region) == ("weighbridge", 2025, "shanxi")
    assert (about.quality, about.uncertainty) == ("secondary", Spread("normal", (0.05,)))
    assert about.levels == {"technology": 2}
    asked = electrolysis().about[Place("electrolysis.anode", None)]
    assert (asked.quality, asked.levels) == ("primary", {})


@pytest.mark.parametrize(
    ("name", "value", "finding"),
    [
        ("year", "last", ("wrong-type-of-value", ".year")),
        ("source", ["a"], ("wrong-type-of-value", ".source")),
        ("uncertainty", "5 t", ("wrong-type-of-value", ".uncertainty")),
        ("uncertainty", "-5 %", ("wrong-type-of-value", ".uncertainty")),
        ("uncertainty", "lognormal(0.9)", ("wrong-type-of-value", ".uncertainty")),
        ("uncertainty", "lognormal(1.2, 1.3)", ("wrong-type-of-value", ".uncertainty")),
        ("uncertainty", "basic(0.99)", ("wrong-type-of-value", ".uncertainty")),
        ("uncertainty", "uniform(420 t, 430 t)", ("wrong-type-of-value", ".uncertainty")),
        ("uncertainty", "uniform(1 m, 430 t)", ("wrong-type-of-value", ".uncertainty")),
        ("uncertainty", "beta(1, 2)", ("wrong-type-of-value", ".uncertainty")),
        ("quality", "good", ("unknown-quality-class", ".quality")),
        ("levels", 3, ("not-a-mapping", ".levels")),
        ("levels", {"technology": 0}, ("level-out-of-range", ".levels.technology")),
        ("levels", {"technology": "1.5"}, ("level-out-of-range", ".levels.technology")),
        ("levels", {"time": 1}, ("unknown-indicator", ".levels")),
    ],
)
def test_a_wrong_word_about_a_value_is_reported_and_the_value_stands(
    name: str, value: object, finding: tuple[str, str]
) -> None:
    read_ = electrolysis(anode={"value": "415 t", name: value})
    assert found(read_) == [(finding[0], f"electrolysis.anode{finding[1]}")]
    assert read_.values["electrolysis.anode"] == 415
