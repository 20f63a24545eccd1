"""A declaration is read exactly; what is absent or wrong is told apart and reported once."""

import math
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju_runtime.declaration_header import months_between
from guiju_runtime.reading import INVALID, Place, Reading, read
from guiju_runtime.units import parse_unit, units_of
from tests.runtime.smelter_data import DIGEST, SMELTER, SUPPLY

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
    assert (about.quality, about.uncertainty) == ("secondary", Fraction(1, 20))
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


def test_a_needed_datum_that_is_absent_is_reported_and_one_with_a_default_is_not() -> None:
    read_ = reading({"power_supply": {"supply": [{"kind": "grid"}]}})
    assert found(read_) == [
        ("missing-datum", f"{SUPPLY}[1].electricity"),
        ("missing-datum", "electrolysis.anode"),
    ]
    assert read_.values["electrolysis.anode"] is None
    assert read_.findings[0].clause == f"data.{SUPPLY}.electricity"


def test_a_misspelt_name_is_one_finding_and_spoils_what_it_meant() -> None:
    datum = reading({"electrolysis": {"anod": "415 t"}})
    assert found(datum) == [("unknown-name-in-data", "electrolysis")]
    assert datum.values["electrolysis.anode"] is INVALID
    process = reading({"electrolisis": {"anode": "415 t"}})
    assert found(process) == [("unknown-name-in-data", "data")]
    assert process.values["electrolysis.anode"] is INVALID
    group = reading({"electrolysis": {"anode": 1}, "power_supply": {"suply": []}})
    assert found(group) == [("unknown-name-in-data", "power_supply")]
    assert group.rows[SUPPLY] == ({"kind": INVALID, "electricity": INVALID, "number": INVALID},)


def test_a_misspelt_name_beside_the_right_one_leaves_the_right_one() -> None:
    read_ = electrolysis(anod="1 t")
    assert found(read_) == [("unknown-name-in-data", "electrolysis")]
    assert read_.values["electrolysis.anode"] == 415


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        ({"electrolysis": {"阳极净耗": "415 t"}}, "anode"),
        ({"anode": "415 t"}, "electrolysis.anode"),
        ({"electrolysis.anod": "415 t"}, "anode"),
    ],
)
def test_a_label_or_a_name_at_the_wrong_place_leads_to_the_datum(
    data: Mapping[str, object], meant: str
) -> None:
    read_ = reading(data)
    assert [finding.code.slug for finding in read_.findings] == ["unknown-name-in-data"]
    assert read_.findings[0].remedy("en").startswith(f"did you mean {meant}?")
    assert read_.values["electrolysis.anode"] is INVALID


@pytest.mark.parametrize("rows", [{"kind": "grid"}, "grid", 5])
def test_rows_that_are_no_list_give_one_invalid_row(rows: object) -> None:
    read_ = reading({"electrolysis": {"anode": 1}, "power_supply": {"supply": rows}})
    assert found(read_) == [("rows-not-a-list", SUPPLY)]
    assert read_.rows[SUPPLY] == ({"kind": INVALID, "electricity": INVALID, "number": INVALID},)


def test_a_row_that_is_no_mapping_spoils_itself_alone() -> None:
    rows = [5, {"kind": "grid", "electricity": 1}]
    read_ = reading({"electrolysis": {"anode": 1}, "power_supply": {"supply": rows}})
    assert found(read_) == [("not-a-mapping", f"{SUPPLY}[1]")]
    assert read_.rows[SUPPLY][0]["electricity"] is INVALID
    assert read_.rows[SUPPLY][1]["electricity"] == 1


@pytest.mark.parametrize("data", [5, "x", [1]])
def test_data_that_are_no_mapping_are_one_finding_and_all_values_invalid(data: object) -> None:
    read_ = reading(data)
    assert found(read_) == [("not-a-mapping", "data")]
    assert set(read_.values.values()) == {INVALID}


def test_an_old_value_counts_as_absent_and_a_needed_one_as_missing() -> None:
    in_time = electrolysis(own_cf4={"value": "0.03", "year": 2022})
    assert in_time.values["electrolysis.own_cf4"] == Fraction("0.03")
    late = electrolysis(own_cf4={"value": "0.03", "year": 2021})
    assert late.values["electrolysis.own_cf4"] is None
    assert [(f.code.slug, f.severity) for f in late.findings] == [("value-too-old", "warning")]


def test_a_certificate_counts_once() -> None:
    row = {"kind": "certificate", "electricity": "1 MWh", "number": "GEC-1"}
    read_ = reading({"electrolysis": {"anode": 1}, "power_supply": {"supply": [row, row]}})
    assert found(read_) == [("value-used-twice", f"{SUPPLY}[2].number")]


def test_another_standard_or_text_is_refused_unless_told_otherwise() -> None:
    data = {"electrolysis": {"anode": "415 t", "unheard": 1}}
    other = reading(data, standard="copper")
    assert found(other) == [("declaration-for-another-standard", "standard")]
    assert other.refused
    assert set(other.values.values()) == {INVALID}
    text = declared({"electrolysis": {"anode": "415 t"}}, digest="sha256:00")
    refused = read(SMELTER, text, Fraction)
    accepted = read(SMELTER, text, Fraction, accept_other_digest=True)
    assert (refused.refused, accepted.refused) == (True, False)
    assert [f.severity for f in (*refused.findings, *accepted.findings)] == ["error", "warning"]
    assert accepted.values["electrolysis.anode"] == 415
    same = declared({"electrolysis": {"anode": "415 t"}}, digest=DIGEST)
    assert read(SMELTER, same, Fraction).findings == ()


@pytest.mark.parametrize(
    ("header", "findings"),
    [
        (None, [("period-missing", "declaration.period")]),
        ({}, [("period-missing", "declaration.period")]),
        ({"period": "2025"}, [("not-a-mapping", "declaration.period")]),
        ({"period": {"from": "2025-01-01"}}, [("period-missing", "declaration.period.to")]),
        (
            {"period": {"from": "2025-01-01", "to": "2025-02-30"}},
            [("wrong-type-of-value", "declaration.period.to")],
        ),
        (
            {"period": {"from": "2026-01-01", "to": "2025-12-31"}},
            [("period-reversed", "declaration.period")],
        ),
        ("2025", [("not-a-mapping", "declaration")]),
        (HEADER | {"contry": "x"}, [("unknown-name-in-data", "declaration")]),
        (HEADER | {"site": ["x"]}, [("wrong-type-of-value", "declaration.site")]),
    ],
)
def test_a_fault_of_the_header_is_reported_once(
    header: object, findings: list[tuple[str, str]]
) -> None:
    read_ = reading({"electrolysis": {"anode": "415 t"}}, declaration=header)
    assert found(read_) == findings
    assert read_.values["electrolysis.anode"] == 415


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2025-01-01", "2025-12-31", 12),
        ("2024-07-01", "2025-06-30", 12),
        ("2025-04-01", "2025-06-30", 3),
        ("2025-06-16", "2025-06-30", Fraction(1, 2)),
        ("2024-02-01", "2024-02-29", 1),
    ],
)
def test_a_period_is_counted_in_whole_months_and_parts_of_a_month(
    first: str, last: str, months: Fraction
) -> None:
    assert months_between(date.fromisoformat(first), date.fromisoformat(last)) == months


@given(value=st.decimals(min_value=0, max_value=10**9, places=6, allow_nan=False))
def test_every_decimal_in_every_usual_unit_is_converted_exactly(value: Decimal) -> None:
    for unit in units_of(parse_unit("t").dimension):
        read_ = reading({"electrolysis": {"anode": f"{value} {unit}"}})
        exact = Fraction(value) * parse_unit(unit).factor / 1000
        small = exact and exact < Fraction(10) ** -300
        assert small or read_.values["electrolysis.anode"] == exact


_scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.text(max_size=20)
    | st.sampled_from(["415 t", "1e400", "5 kgCO2", "2025-01-01", "grid", "１，２"])
)
_KNOWN = """
    standard digest declaration data period from to company supply power_supply electrolysis anode
    sulphur value levels technology year quality uncertainty electrolysis.anode
    power_supply.supply.kind .
"""
_names = st.sampled_from(_KNOWN.split()) | st.text(max_size=8) | st.integers() | st.none()
_junk = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_names, inner, max_size=5),
    max_leaves=30,
)


@given(junk=_junk)
def test_nothing_that_a_file_can_hold_makes_the_reader_raise(junk: Any) -> None:
    for declaration in (junk, declared(junk), declared({"electrolysis": junk}, digest=junk)):
        read_ = read(SMELTER, declaration, float)
        assert all(finding.message("zh") and finding.remedy("en") for finding in read_.findings)
        numbers = [value for value in read_.values.values() if isinstance(value, float)]
        assert all(math.isfinite(number) for number in numbers)


@given(junk=_junk)
def test_what_is_wrong_is_reported_and_what_is_reported_is_not_calculated_with(junk: Any) -> None:
    read_ = reading({"electrolysis": {"anode": junk}})
    wrong = read_.values["electrolysis.anode"] is None or (
        read_.values["electrolysis.anode"] is INVALID
    )
    assert not wrong or read_.findings
