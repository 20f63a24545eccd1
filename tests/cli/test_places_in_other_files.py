"""A place in another file that explains a diagnostic is shown with its line."""

from pathlib import Path

from tests.cli.conftest import Guiju

RULE = """standard rule "GB 1" { title zh "总则" en "Rule" }
shall dry: wet <= 10 % zh "干" en "Dry."
"""
OWN = """standard lime "T/X 1" { title zh "石灰" en "Lime" }
extends rule
data wet zh "水分" en "moisture" : %
product lime zh "石灰" en "lime" { declared unit 1 t }
process kiln zh "窑" en "Kiln" { output lime zh "石灰" en "lime" : t }
override dry { shall wet <= 12 % }
"""


def test_a_rule_that_is_loosened_is_shown_where_it_stands(here: Path, guiju: Guiju) -> None:
    (here / "rule.pcr").write_text(RULE, encoding="utf-8")
    (here / "lime.pcr").write_text(OWN, encoding="utf-8")
    said = guiju("check", "lime.pcr", "--lang", "en")
    assert "error[GJ347]" in said.err
    assert "rule.pcr:2:1 the text of the general rule" in said.err
