"""A declaration is read exactly; what is absent or wrong is told apart and reported once."""

import math
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import truediv
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guiju_runtime.declaration_header import months_between
from guiju_runtime.reading import INVALID, Reading, read
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
    assert read_.refused
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
    | st.sampled_from(
        [
            "415 t",
            "lognormal(1.2)",
            "uniform(1 t, x)",
            "1e400",
            "5 kgCO2",
            "2025-01-01",
            "grid",
            "１，２",
        ]
    )
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
        read_ = read(SMELTER, declaration, truediv)
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
