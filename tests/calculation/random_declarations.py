"""Declarations drawn at random from a data model: mostly right, some of it absent or wrong."""

from fractions import Fraction
from functools import cache
from typing import Any

from hypothesis import strategies as st

from guiju_runtime.data_model import DataModel, Datum

USUAL = ("0.5", "1", "3", "12.5", "40", "85", "99", "100", "250", "1200.75")
BOUNDARY = ("0", "1e-6", "1e9", "100.0000001", "8", "35")
ROWS, TENTHS, TWENTIETHS = st.integers(0, 5), st.integers(0, 9), st.integers(0, 19)
YEARS = st.sampled_from((2022, 2023, 2024, 2024, 2024, 2025))
WRONG = ("-5", "about 3", "5 furlongs", "nan", "maybe", ["1"], "1,000")


Options = tuple[str, ...]


def said(datum: Datum) -> st.SearchStrategy[Any]:
    """Give a value alone, or with what is said of it."""
    return _said(datum.kind, tuple(name for name, _ in datum.options), datum.unit)


@cache
def _said(kind: str, options: Options, unit: str) -> st.SearchStrategy[Any]:
    """Make what says a datum of a kind, once: what is made anew is looked through anew."""
    value = _values(kind, options, unit)
    about = st.fixed_dictionaries(
        {"value": value},
        optional={
            "quality": st.sampled_from(["primary", "site", "secondary"]),
            "year": st.integers(2015, 2025),
            "levels": st.just({"technology": 3}),
        },
    )
    return value | about


def _values(kind: str, options: Options, unit: str) -> st.SearchStrategy[Any]:
    """Give values of a datum: one in ten is wrong."""
    right, wrong = _right(kind, options, unit), st.sampled_from(WRONG)
    return TENTHS.flatmap(lambda n: wrong if n == 0 else right)


def _right(kind: str, options: Options, unit: str) -> st.SearchStrategy[Any]:
    match kind:
        case "choice":
            return st.sampled_from(options)
        case "yes_no":
            return st.sampled_from(["yes", "no", True, False])
        case "text":
            return st.text("AB12", min_size=1, max_size=3)
        case "year":
            return st.integers(2010, 2026)
        case "date":
            return st.dates().map(str)
        case _:
            numbers = st.sampled_from(USUAL) | st.sampled_from(BOUNDARY)
            return numbers.map(lambda number: f"{number} {unit}".strip())


@st.composite
def declarations(draw: st.DrawFn, model: DataModel) -> dict[str, Any]:
    """Draw a declaration: any datum may be absent, a group has up to five rows."""
    data: dict[str, Any] = {}
    for datum in model.data:
        if not datum.group and draw(TWENTIETHS) > (6 if datum.needed == "never" else 0):
            _put(data, datum.path, draw(said(datum)))
    for group in model.groups:
        inside = [datum for datum in model.data if datum.group == group.path]
        rows = [_row(draw, inside, group.path) for _ in range(draw(ROWS))]
        _put(data, group.path, rows)
    year = draw(YEARS)
    return {
        "standard": model.standard.id,
        "declaration": {"period": {"from": f"{year}-01-01", "to": f"{year}-12-31"}},
        "data": data,
    }


def _row(draw: st.DrawFn, inside: list[Datum], group: str) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for datum in inside:
        if draw(TENTHS):
            _put(row, datum.path[len(group) + 1 :], draw(said(datum)))
    return row


def _put(data: dict[str, Any], path: str, value: Any) -> None:
    """Put a value at its path; that of a flow that has a value stands beside it, with a dot."""
    *above, name = path.split(".")
    for at, part in enumerate(above):
        inside = data.get(part, {})
        if not isinstance(inside, dict) or "value" in inside:
            data[".".join((*above[at:], name))] = value
            return
        data = data.setdefault(part, {})
    if isinstance(data.get(name), dict) and isinstance(value, dict):
        data[name] |= value
    else:
        data[name] = value


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.binary(max_size=3)
    | st.fractions()
    | st.sampled_from(["1 t", "grid", "electrolysis", Fraction(1, 3)]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
"""Anything that a file could hold, and more."""
