"""The prose of the standards keeps to the wording that GB/T 1.1 asks for."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guiju_dsl.standard.attributes import FIELDS
from guiju_dsl.syntax import tree
from tests.standards.source_trees import SOURCES, all_of

STANDARDS = [path for path in SOURCES if path.parent.name != "factors"]
# What GB/T 1.1—2020, annex C, says by 应, 宜, 可, 能; what cannot be tested; how not to refer
LAW, ABILITY = "必须|不得|禁止|严禁|需要", "可以|能够|不能|只能"
VAGUE, ELSEWHERE = "适当|足够|尽量|等等|待定", "参见|详见|见上文|本标准|本规范"
AVOIDED = re.compile("|".join((LAW, ABILITY, VAGUE, ELSEWHERE)))
SHALL, MAY = "(?<![供效对反响相适])应(?![用力])", "可(?![靠能行再])"
MODAL = re.compile(f"{SHALL}|宜|{MAY}")
VERB = {"shall": SHALL, "should": "宜", "may": MAY, "expect": "", "limit": ""}
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]")

by_source = pytest.mark.parametrize("path", STANDARDS, ids=lambda path: str(path.stem))


def chinese(path: Path) -> Iterator[str]:
    """Give every Chinese text of a source."""
    return (words.zh for words in all_of(tree.Words, path) if words.zh)


def texts_called(path: Path, name: str) -> Iterator[str]:
    """Give the Chinese texts of the fields of a name."""
    for field in all_of(tree.Field, path):
        if FIELDS.get(field.name.text, field.name.text) == name:
            yield from (v.zh for v in field.values if isinstance(v, tree.Words) and v.zh)


@by_source
def test_no_text_uses_a_word_that_the_rules_replace(path: Path) -> None:
    assert [text for text in chinese(path) if AVOIDED.search(text)] == []


@by_source
def test_chinese_text_has_full_width_punctuation(path: Path) -> None:
    assert [text for text in chinese(path) if HALF_WIDTH.search(text)] == []


@by_source
def test_a_provision_has_the_verb_of_its_force_and_ends_with_a_full_stop(path: Path) -> None:
    wrong = [
        provision.words.zh
        for provision in all_of(tree.Provision, path)
        if provision.words is not None
        and provision.words.zh
        and not (
            re.search(VERB[provision.force], provision.words.zh) and provision.words.zh[-1] == "。"
        )
    ]
    assert wrong == []


@by_source
def test_a_provision_says_in_english_the_verb_of_its_force(path: Path) -> None:
    wrong = [
        provision.words.en
        for provision in all_of(tree.Provision, path)
        if provision.force in ("shall", "should", "may")
        and provision.words is not None
        and provision.words.en
        and not re.search(rf"\b{provision.force}\b", provision.words.en)
    ]
    assert wrong == []


@by_source
def test_a_list_has_a_lead_in_and_its_items_end_as_they_should(path: Path) -> None:
    for text in (text for text in chinese(path) if "\n" in text):
        lead, *items = text.split("\n")
        assert lead.endswith("："), text
        assert len(items) >= 2, text
        assert all(item.startswith("——") for item in items), text
        assert all(item.endswith("；") for item in items[:-1]), text
        assert items[-1].endswith("。"), text


@by_source
def test_a_definition_does_not_begin_with_a_copula_nor_require_nor_repeat_its_term(
    path: Path,
) -> None:
    terms = [item for item in all_of(tree.Named, path) if item.kind == "term"]
    for term in terms:
        assert term.block is not None
        assert term.label is not None
        assert term.name is not None
        name = term.label.zh or term.name.text
        definition = next(
            value.zh
            for field in term.block.items
            if isinstance(field, tree.Field)
            and FIELDS.get(field.name.text, field.name.text) == "definition"
            for value in field.values
            if isinstance(value, tree.Words) and value.zh
        )
        assert not re.match("是|指|系指", definition), definition
        assert not MODAL.search(definition), definition
        assert name not in definition, definition


@by_source
def test_notes_and_the_scope_hold_no_requirement(path: Path) -> None:
    notes = [r.words.zh for r in all_of(tree.Remark, path) if r.kind == "note" and r.words.zh]
    told = [*notes, *texts_called(path, "text")]
    assert [text for text in told if MODAL.search(text)] == []
