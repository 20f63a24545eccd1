"""Whatever is declared: no traceback, and the calculator agrees with the exact reference."""

import copy
import json
import math
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from guiju.declaration import from_text
from guiju_runtime.result import data_digest
from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import ALUMINIUM, aluminium, example, result
from tests.calculation.random_declarations import JUNK, declarations
from tests.cases import of_a_hundred

PLACES = (
    "standard", "declaration", "data", "data.electrolysis", "data.power_supply.supply",
    "data.electrolysis.cell", "data.electrolysis.liquid_aluminium", "data.has_anode_plant",
    "declaration.period", "data.casting.aluminium_ingot",
)  # fmt: skip
FILES = {
    "hydro.yaml": (ALUMINIUM / "examples" / "hydro.yaml").read_text("utf-8"),
    "hydro.json": json.dumps(example("hydro"), ensure_ascii=False, indent=1),
}
PIECES = (
    *'{}[]",:', "\n", " ", "- ", "\\ud800", "\\u0000", "1e999", "1e9999999999999999999", "-0",
    "NaN", "&a ", "*a", "null", "'", "#", "%", "2024-02-30", "9" * 30, "\N{ZERO WIDTH SPACE}", "，",
    "１", "\t",
)  # fmt: skip


@of_a_hundred(60)
@given(declaration=st.deferred(lambda: declarations(aluminium()[0].data_model)))
def test_any_declaration_gives_the_same_exactly_and_by_the_calculator(
    declaration: dict[str, Any],
) -> None:
    assert_agree(*aluminium(), declaration)


@given(declaration=JUNK)
def test_no_junk_raises(declaration: Any) -> None:
    found = result(aluminium()[1], declaration)
    assert found["cfp"] is None
    assert found["findings"]


@of_a_hundred(60)
@given(place=st.sampled_from(PLACES), junk=JUNK)
def test_no_junk_at_a_place_of_an_example_raises(place: str, junk: Any) -> None:
    declaration = copy.deepcopy(example("hydro"))
    *above, name = place.split(".")
    at = declaration
    for part in above:
        at = at[part]
    at[name] = junk
    calculation = assert_agree(*aluminium(), declaration)
    cfp = calculation.main.footprints["aluminium_ingot"].cfp
    assert math.isnan(cfp) <= bool(calculation.findings)


@of_a_hundred(30)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_no_edit_of_a_file_raises(name: str, data: st.DataObject) -> None:
    text = FILES[name]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.integers(0, 12))
        text = text[:start] + data.draw(st.sampled_from(PIECES)) + text[start + length :]
    declaration, findings = from_text(name, text.encode())
    assert (declaration is None) == bool(findings)
    given_back = result(aluminium()[1], declaration) if declaration is not None else findings
    assert str(given_back).encode()


def test_half_of_a_character_is_digested_as_javascript_does() -> None:
    assert data_digest({"a": "\ud800x"}) == data_digest({"a": "\N{REPLACEMENT CHARACTER}x"})
