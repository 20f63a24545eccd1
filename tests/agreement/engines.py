"""Every engine that calculates, asked for the same declarations."""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import pyarrow as pa

from guiju.batch.calculating import Batch
from guiju.batch.found import each_of
from guiju.batch.layout import layout_of
from guiju.batch.single import PARTS, declaration_at, outputs_of
from guiju_runtime.calculating import Calculation, calculate
from guiju_runtime.findings import Finding
from guiju_runtime.result import to_plain
from tests.batch.tables import standard
from tests.batch.test_agreement import differences, same
from tests.calculation.agreement import assert_exact
from tests.calculation.rounding import rounded_away
from tests.javascript.engines import Case, by_node
from tests.javascript.sameness import differences as differences_of_results
from tests.sql.answers import BESIDE, answers

Found = set[tuple[str, str]]
Said = tuple[str, str, str, tuple[float, ...]]
NUMBER, SHOWN = re.compile(r"\d+(?:\.\d+)?"), 1e-5
"""A number in a message, and how near two are that differ in the last of six digits."""
Wrong = tuple[int, object]
"""Number of a declaration in its table, and what an engine gives otherwise."""


def declarations(slug: str, table: pa.RecordBatch) -> list[Mapping[str, Any]]:
    """Give the rows of a table as declarations."""
    layout = layout_of(standard(slug).plan.data_model, table.schema)
    return [declaration_at(layout, table, number, slug) for number in range(table.num_rows)]


def by_python(slug: str, given: Sequence[Mapping[str, Any]]) -> list[Calculation]:
    """Calculate declarations by the generated Python calculator."""
    return [calculate(standard(slug).module.CALCULATOR, declaration) for declaration in given]


def exactly(
    slug: str, given: Sequence[Mapping[str, Any]], found: Sequence[Calculation]
) -> Iterator[Wrong]:
    """Give where the exact reference gives something else than the Python calculator."""
    for number, (declaration, calculation) in enumerate(zip(given, found, strict=True)):
        try:
            assert_exact(calculation, standard(slug).plan, declaration)
        except AssertionError as differs:
            yield number, str(differs)


def by_table(batch: Batch, table: pa.RecordBatch, expected: Sequence[Calculation]) -> list[Wrong]:
    """Give where a table of declarations gives something else than each of them alone.

    A finding is the same if its words are, and the numbers in them to the digits that are shown.
    """
    result = batch.calculate(table)
    found: dict[int, set[Said]] = {}
    for number, one in each_of(result.found):
        found.setdefault(number, set()).add(said(one))
    wrong: list[Wrong] = []
    for number, calculation in enumerate(expected):
        wanted = {said(one) for one in calculation.findings}
        given = found.get(number, set())
        if given != wanted and not alike(given, wanted):
            wrong.append((number, given ^ wanted))
        wrong += [(number, one) for one in differences(batch, result, number, calculation)]
    return wrong


def said(one: Finding) -> Said:
    """Give code and path of a finding, its words, and the numbers in them."""
    words = one.message("zh")
    return one.code.id, one.path, NUMBER.sub("#", words), tuple(map(float, NUMBER.findall(words)))


def alike(found: set[Said], wanted: set[Said]) -> bool:
    """Tell whether findings differ at most in the last digit shown: a half rounds either way."""
    pairs = list(zip(sorted(found), sorted(wanted), strict=False))
    return len(found) == len(wanted) and all(
        one[:3] == other[:3]
        and len(one[3]) == len(other[3])
        and all(map(partial(math.isclose, rel_tol=SHOWN), one[3], other[3]))
        for one, other in pairs
    )


def by_sql(
    slug: str, table: pa.RecordBatch, expected: Sequence[Calculation], outputs: Sequence[str]
) -> Iterator[Wrong]:
    """Give where the statement in DuckDB gives something else than each declaration alone.

    Args:
        outputs: what its columns are called.
    """
    given_as = declarations(slug, table)
    for number, row in enumerate(answers(standard(slug).plan, table)):
        if set(row) - BESIDE != set(outputs):
            yield number, (set(row) - BESIDE) ^ set(outputs)
        different = {(f["code"], f["path"]) for f in row["findings"]} ^ found_of(expected[number])
        if different != rounded_away(different, standard(slug).plan, given_as[number]):
            yield number, different
        is_wrong = any(f.severity == "error" for f in expected[number].findings)
        if row["conforming"] == is_wrong and not different:
            yield number, ("conforming", row["conforming"])
        wanted = outputs_of(expected[number])
        size = largest(wanted)
        for name in row.keys() - BESIDE:
            none = 0.0 if name.startswith(PARTS) and wanted["cfp"] == wanted["cfp"] else math.nan
            value = wanted.get(name, none)
            given = row[name]
            if given is None:
                given = "" if isinstance(value, str) else math.nan
            if not same(given, value, size):
                yield number, (name, given, value)


def largest(outputs: Mapping[str, Any]) -> float:
    """Give the largest number of a result: what cancels out has the rounding of its parts."""
    numbers = (abs(value) for value in outputs.values() if isinstance(value, float))
    return max((number for number in numbers if math.isfinite(number)), default=0.0)


def found_of(calculation: Calculation) -> Found:
    """Give code and path of what was found."""
    return {(one.code.id, one.path) for one in calculation.findings}


def as_json(value: Any) -> Any:
    """Give data that JSON can carry; what is no finite number as the word for it."""
    if isinstance(value, Mapping):
        return {name: as_json(inside) for name, inside in value.items()}
    if isinstance(value, list):
        return [as_json(inside) for inside in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value


def by_javascript(
    slug: str, given: Sequence[Mapping[str, Any]], expected: Sequence[Calculation]
) -> Iterator[Wrong]:
    """Give where the JavaScript calculator gives something else than the one in Python."""
    cases: list[Case] = [
        (slug, json.dumps(as_json(one), ensure_ascii=False), "en") for one in given
    ]
    yield from otherwise(by_node(cases), given, expected)


def otherwise(
    results: Sequence[dict[str, Any]],
    given: Sequence[Mapping[str, Any]],
    expected: Sequence[Calculation],
) -> Iterator[Wrong]:
    """Give where results in plain data are other than those expected."""
    for number, found in enumerate(results):
        wanted = to_plain(expected[number], given[number], "en")
        for result in (found, wanted):
            del result["data_digest"]
            result["findings"] = sorted([one["code"], one["path"]] for one in result["findings"])
        yield from ((number, one) for one in differences_of_results(found, wanted))
