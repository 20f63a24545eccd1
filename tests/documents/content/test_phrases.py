"""The phrases of documents: each name has one phrase."""

import re
from collections import Counter
from pathlib import Path

import pytest

from guiju import documents

TEMPLATES = Path(documents.__file__).parent / "templates"
MACRO = re.compile(r"\{%-? *macro +(\w+)\(")


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.j2")), ids=lambda path: path.stem)
def test_a_name_has_one_phrase(path: Path) -> None:
    """A second one would silently take the place of the first, also where it takes less."""
    counted = Counter(MACRO.findall(path.read_text("utf-8")))
    assert [name for name, number in counted.items() if number > 1] == []
