"""The papers of a standard without potentials or tables of factors name no annex of either."""

from pathlib import Path
from typing import get_args

import pytest

from guiju import compile as compiled
from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.documents.plain import to_text
from guiju.study import paper_of
from guiju_runtime.messages import Language
from tests.documents.content.test_study_report import said
from tests.sureness.small import plant

LIME = """
standard small "T/XXX 009—2026" { title zh "石灰" en "Lime" }
product lime zh "石灰" en "lime" { declared unit 1 t }
process works zh "煅烧" en "Burning" {
  output lime zh "石灰" en "lime" : t
  input gas zh "煤气" en "gas" : m3 { factor 2 kgCO2e/m3 }
}
"""
SAID: dict[Language, str] = {
    "zh": "排放因子以二氧化碳当量给出",
    "en": "The emission factors are given in carbon dioxide equivalents",
}


@pytest.mark.parametrize("language", get_args(Language))
def test_document_and_report_say_that_nothing_is_converted(
    tmp_path: Path, language: Language
) -> None:
    path = tmp_path / "small.pcr"
    path.write_text(LIME, encoding="utf-8")
    standard = compiled(path)
    document = from_plan(standard.plan, language)
    numbers = number(document)
    assert SAID[language] in to_text(document, numbers)
    assert not {"annex.gwp", "annex.factors"} & set(numbers.references)
    assert [annex.id for annex in document.annexes] == [
        "annex.collection",
        "annex.report_form",
    ]
    result = standard.calculate(plant(lime="1 t", gas="10 m3"))
    assert SAID[language] in said(paper_of(standard, result, language))
