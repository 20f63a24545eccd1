"""The document of the electrolytic aluminium standard, written once."""

from pathlib import Path

import pytest

from guiju.documents.from_plan import from_plan
from guiju.documents.model import StandardDocument
from guiju.documents.numbering import Numbers, number
from guiju.plan.model import CalculationPlan
from tests.documents.content.compiling import compiled

STANDARDS = Path(__file__).parents[3] / "standards"


@pytest.fixture(scope="package")
def plan() -> CalculationPlan:
    return compiled(STANDARDS / "electrolytic_aluminium" / "electrolytic_aluminium.pcr")


@pytest.fixture(scope="package")
def document(plan: CalculationPlan) -> StandardDocument:
    return from_plan(plan, "zh")


@pytest.fixture(scope="package")
def numbers(document: StandardDocument) -> Numbers:
    return number(document)
