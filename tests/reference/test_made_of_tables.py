"""What is made of the tables of the language is not stale, and knows every word of it."""

import json
import re
import subprocess
import sys

from guiju_dsl.names.formulas import FUNCTIONS
from guiju_dsl.syntax.keywords import KEYWORDS, TYPE_WORDS
from tests.house import ROOT

GRAMMAR = ROOT / "dsl" / "editors" / "guiju.tmLanguage.json"


def test_nothing_that_is_made_of_the_tables_is_stale() -> None:
    script = ROOT / "compiler" / "scripts" / "make_reference.py"
    done = subprocess.run(
        [sys.executable, script, "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, ""), "run make docs"


def name_at(line: str, word: str) -> str:
    """Give the scope that the grammar gives to ``word``, which stands in ``line``.

    Editors take, at each place, the rule whose match begins first, the earlier rule of two.
    """
    rules = json.loads(GRAMMAR.read_text("utf-8"))["patterns"]
    at, wanted = 0, line.index(word)
    while True:
        found = [
            (match.start(), order, match, rule)
            for order, rule in enumerate(rules)
            for match in [re.compile(rule.get("match") or rule["begin"]).search(line, at)]
            if match is not None
        ]
        if not found:
            return ""
        _, _, match, rule = min(found, key=lambda one: one[:2])
        captures = rule.get("captures", {})
        for group in reversed(range(len(match.groups()) + 1)):
            if match.start(group) == wanted and match[group] == word:
                inside = captures.get(str(group), {}).get("name", "")
                return str(inside or rule.get("name", ""))
        if "end" in rule:
            close = re.compile(rule["end"]).search(line, match.end())
            at = close.end() if close is not None else len(line)
        else:
            at = max(match.end(), at + 1)


def test_editors_know_every_keyword_in_both_spellings() -> None:
    words = [word for keyword in KEYWORDS.values() for word in keyword]
    assert [w for w in words if not name_at(f"  {w} x", w).startswith("keyword.")] == []


def test_editors_know_types_functions_units_texts_and_comments() -> None:
    for keyword in TYPE_WORDS.values():
        for word in keyword:
            assert name_at(f"data built : {word}", word) == "storage.type.guiju"
    for function in FUNCTIONS:
        assert name_at(f"= {function}(x)", function) == "support.function.guiju"
    assert name_at("input coal : kgCO2e/kWh", "kgCO2e/kWh") == "storage.type.guiju"
    assert name_at("limit 13_500 kWh/t", "13_500") == "constant.numeric.guiju"
    assert name_at("limit 13_500 kWh/t", "kWh/t") == "storage.type.unit.guiju"
    assert name_at("# 标准 standard", "# 标准 standard").startswith("comment.")


def test_editors_take_no_word_within_a_name_for_a_keyword() -> None:
    assert name_at("let share_1 = 2", "share_1") == ""
    assert name_at("let x = kiln.source", "source") == ""
    assert name_at("设 输出量 = 2", "输出") == ""
