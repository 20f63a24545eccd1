"""The whole text of a small standard, to see what a change does to it."""

from pathlib import Path

from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.documents.plain import to_text
from tests.calculation.compiled import compile_text
from tests.calculation.whole_standard import STANDARD, find
from tests.golden_files import CheckGolden

CASE = Path(__file__).parents[2] / "golden" / "primary_aluminium"


def test_the_text_of_a_standard(check_golden: CheckGolden) -> None:
    document = from_plan(compile_text(STANDARD, find), "zh")
    check_golden(CASE / "document.zh.txt", to_text(document, number(document)))
