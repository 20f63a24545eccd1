"""The document of a standard with one process has no clause that is the only one of its layer."""

import pytest

from guiju.documents.from_plan import from_plan
from guiju.documents.model import Clause
from guiju.documents.numbering import number
from guiju_runtime.messages import Language
from tests.cli.lime import LIME
from tests.documents.content.compiling import compiled_text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_its_data_stand_in_the_annex_itself(language: Language) -> None:
    """Row NB-01: a layer has two clauses or none."""
    document = from_plan(compiled_text(LIME), language)
    collection = next(one for one in document.annexes if one.id == "annex.collection")
    assert not [block for block in collection.content if isinstance(block, Clause)]
    assert number(document).numbers["collection.burning"] == "A.1"
