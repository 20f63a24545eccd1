"""The text of a statement: one SELECT, in words that DuckDB and Spark SQL share."""

import re

import duckdb
import pytest

from guiju.backends.sql import emit
from guiju.backends.sql.book import Found
from guiju.backends.sql.columns import OVER, Column, Section, Stretch
from guiju.backends.sql.levels import levels_of
from guiju.backends.sql.reported import reported_early
from tests.batch.tables import SLUGS, standard
from tests.sql.answers import statement_of
from tests.sql.functions import FUNCTIONS, SYNTAX

QUOTED = re.compile(r"--[^\n]*|`[^`]*`|'[^']*'")
CALLED = re.compile(r"\b([A-Za-z_]+) ?\(")
SPECIAL = {"CAST", "TRY_CAST", "COALESCE", "NULLIF"}
"""What DuckDB reads as syntax and lists among no functions."""


def bare(slug: str) -> str:
    """Give the statement of a standard without names, texts and comments."""
    return QUOTED.sub(" ", statement_of(standard(slug).plan))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_statement_calls_only_functions_that_both_have(slug: str) -> None:
    called = {word.upper() for word in CALLED.findall(bare(slug))} - SYNTAX
    assert called - {"H", "T", "U"} <= set(FUNCTIONS)


def test_duckdb_has_every_function() -> None:
    with duckdb.connect() as connection:
        rows = connection.execute("SELECT DISTINCT function_name FROM duckdb_functions()")
        known = {name.upper() for (name,) in rows.fetchall()}
    assert set(FUNCTIONS) - SPECIAL <= known


@pytest.mark.parametrize("slug", ["electrolytic_aluminium", "lithium_battery"])
def test_a_statement_is_one_select_without_what_only_one_of_them_reads(slug: str) -> None:
    text = bare(slug)
    for alien in ('"', "::", "->", ";", "QUALIFY", "LATERAL", "REPLACE (", "EXCLUDE", "VARCHAR"):
        assert alien not in text
    assert text.count("WITH") == 1
    assert re.search(r"^\s*WITH\b", text)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_statement_is_no_deeper_than_spark_resolves(slug: str) -> None:
    """A hundred passes by default: one for a level, two where it looks over rows, some beside."""
    levels = statement_of(standard(slug).plan).split("FROM (\n")
    assert 20 < len(levels) < 50
    assert sum(level.count("SELECT *") for level in levels) < 10  # an asterisk takes one more


@pytest.mark.parametrize("slug", SLUGS)
def test_a_statement_looks_over_records_in_few_of_its_levels(slug: str) -> None:
    """An engine sorts all records for each of them; of cashmere there were 26."""
    selects = statement_of(standard(slug).plan).split("SELECT ")
    assert 2 < sum(" OVER (" in select for select in selects) < 9


def test_columns_that_look_over_records_stand_in_one_level_where_they_can() -> None:
    """Of ``s`` and ``t``, ``s`` must wait for ``b``, and ``t`` may."""
    reads = {"a": "", "b": "a", "s": "b", "t": "a", "c": "s", "d": "t", "e": "cd"}
    levels = levels_of(reads, frozenset("st"))
    assert levels == {"a": 0, "b": 1, "s": 2, "t": 2, "c": 3, "d": 3, "e": 4}


def test_a_column_that_looks_over_records_stands_above_another_that_it_reads() -> None:
    reads = {"a": "", "s": "a", "t": "s", "b": "at", "c": "a"}
    assert levels_of(reads, frozenset("st")) == {"a": 0, "s": 1, "t": 2, "b": 3, "c": 3}


def test_a_finding_is_text_before_records_are_looked_over() -> None:
    """``s`` looks over records in level 2: what hangs on ``a`` is text in level 1, ``b`` later."""
    columns = [
        Column(name=f"`{name}`", sql=sql, note="")
        for name, sql in (
            ("a", "`#key` = '1'"),
            ("c", "CASE WHEN `a` THEN 1e0 END"),
            ("s", f"SUM(`c`) {OVER}"),
            ("b", "`s` > 1e0"),
        )
    ]
    section = Section(title="", rows=None, columns=columns)
    stretch = Stretch(title="", rows=None, sections=[section])
    found = [
        Found(code=code, path="x", group="", numbered=False, key="`#key`", is_error=is_error)
        for code, is_error in (("`a`", True), ("`b`", True), ("`c`", False))
    ]
    [made], reported = reported_early([stretch], found)
    levels = [[column.name for _, column in level] for level in made.levels()]
    assert levels == [["`a`"], ["`c`", "`#found 1`", "`#faulty 1`"], ["`s`"], ["`b`"]]
    assert [one.error for one in reported] == ["`#faulty 1`", "`b`", ""]
    assert reported[0].text == "`#found 1`"


def test_a_statement_says_of_which_text_of_which_standard_it_is() -> None:
    standard_ = standard("electrolytic_aluminium")
    identity = standard_.plan.data_model.standard
    head = statement_of(standard_.plan).partition("WITH")[0]
    for part in (identity.id, identity.version, identity.status, identity.digest):
        assert part in head
    assert "power_supply.supply: list of struct" in head
    assert "electrolysis.electricity DOUBLE [MWh]" in head


def test_the_same_plan_gives_the_same_bytes() -> None:
    plan = standard("coal").plan
    [one], [other] = list(emit(plan)), list(emit(plan))
    assert one.path == "calculator.sql"
    assert one.content == other.content
