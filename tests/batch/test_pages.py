"""Each fault of a table has a page, and what it shows is what people see."""

from pathlib import Path
from typing import get_args

import pyarrow as pa
import pytest

from guiju.batch.codes import CODES
from guiju.batch.layout import layout_of
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Code, Language
from tests.batch.tables import Drawn, standard
from tests.diagnosing import read_page

PAGES = Path(__file__).parents[1] / "diagnostics"
ALUMINIUM = "electrolytic_aluminium"
ANODE = "electrolysis.anode"


def without(schema: pa.Schema) -> pa.Schema:
    return schema.remove(schema.get_field_index(ANODE))


def renamed(schema: pa.Schema) -> pa.Schema:
    return without(schema).append(pa.field("electrolysis.anodes", pa.float64()))


def as_text(schema: pa.Schema) -> pa.Schema:
    return without(schema).append(pa.field(ANODE, pa.string()))


def in_megawatt_hours(schema: pa.Schema) -> pa.Schema:
    return without(schema).append(pa.field(ANODE, pa.float64(), metadata={"unit": "MWh"}))


def twice(schema: pa.Schema) -> pa.Schema:
    return schema.append(pa.field(ANODE, pa.float64()))


def below_a_title(_: pa.Schema) -> pa.Schema:
    return pa.schema([("示例铝业2025年数据", pa.string()), ("", pa.string())])


def with_rows(schema: pa.Schema) -> pa.Schema:
    return schema


FAULTS = {
    "column-missing": without,
    "column-unknown": renamed,
    "column-of-other-type": as_text,
    "column-of-other-unit": in_megawatt_hours,
    "column-twice": twice,
    "rows-do-not-fit-in-csv": with_rows,
    "no-column-known": below_a_title,
}


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_the_report_on_a_page_is_the_one_that_people_see(code: Code, language: Language) -> None:
    schema = FAULTS[code.slug](Drawn(ALUMINIUM, seed=1, wild=0).table(1).schema)
    words = code.slug == "rows-do-not-fit-in-csv"
    found = layout_of(standard(ALUMINIUM).plan.data_model, schema, words=words).findings
    [shown] = [to_text(one, language) for one in found if one.code == code]
    assert read_page(PAGES / f"{code.slug}.md").reports[language] == f"{shown}\n"
