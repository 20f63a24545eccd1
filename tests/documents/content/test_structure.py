"""What GB/T 1.1—2020 asks of layers, mentions and words holds in the written document."""

import re
from collections.abc import Iterator
from itertools import pairwise

from guiju.documents.mathematics import Symbol
from guiju.documents.model import (
    Block,
    Clause,
    Equation,
    Figure,
    Inlines,
    ItemList,
    Note,
    Paragraph,
    Reference,
    StandardDocument,
    Table,
)
from guiju.documents.numbering import Numbers
from guiju.documents.plain import to_text
from guiju.plan.model import CalculationPlan

MACHINE_NAME = re.compile(r"[a-z]+[a-z_]*[._][a-z]+")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:()]|[,;:()][\u4e00-\u9fff]")


def clauses(content: tuple[Block, ...]) -> Iterator[Clause]:
    for block in content:
        if isinstance(block, Clause):
            yield block
            yield from clauses(block.content)


def all_clauses(document: StandardDocument) -> list[Clause]:
    inside = [clause for annex in document.annexes for clause in clauses(annex.content)]
    return [*clauses(document.clauses), *inside]


def in_order(content: tuple[Block, ...]) -> Iterator[Block]:
    for block in content:
        if isinstance(block, Clause):
            yield from in_order(block.content)
        else:
            yield block


def mentioned(block: Block) -> Iterator[str]:
    lines: list[Inlines] = []
    match block:
        case Paragraph(words=words) | Note(words=words):
            lines = [words]
        case ItemList(items=items):
            lines = [one.words for item in items for one in (item, *item.items)]
        case Equation(where=where):
            lines = [line.words for line in where]
    for words in lines:
        yield from (one.target for one in words if isinstance(one, Reference))


def containers(document: StandardDocument) -> list[tuple[Block, ...]]:
    whole = [annex.content for annex in document.annexes]
    return [document.clauses, *whole, *(clause.content for clause in all_clauses(document))]


def test_no_paragraph_hangs_before_the_first_clause_in_a_clause(document: StandardDocument) -> None:
    for content in containers(document):
        inner = [isinstance(block, Clause) for block in content]
        assert all(inner) or not any(inner)


def test_no_clause_is_the_only_one_of_its_layer(document: StandardDocument) -> None:
    for content in containers(document):
        assert sum(isinstance(block, Clause) for block in content) != 1


def test_clauses_of_one_layer_all_have_titles_or_none(document: StandardDocument) -> None:
    for content in containers(document):
        titled = {bool(block.title) for block in content if isinstance(block, Clause)}
        assert len(titled) < 2


def test_no_clause_is_empty_and_no_title_ends_with_a_mark(document: StandardDocument) -> None:
    for clause in all_clauses(document):
        assert clause.content, clause.id
        assert not clause.title.endswith(("。", "；", "：", "，"))


def test_tables_figures_and_formulas_are_mentioned_before_they_stand(
    document: StandardDocument,
) -> None:
    seen: set[str] = set()
    for block in in_order((*document.clauses, *(b for a in document.annexes for b in a.content))):
        if isinstance(block, Table | Figure | Equation):
            assert block.id in seen
        seen.update(mentioned(block))


def test_annexes_stand_in_the_order_in_which_the_text_names_them(
    document: StandardDocument,
) -> None:
    ids = [annex.id for annex in document.annexes]
    named = [t for block in in_order(document.clauses) for t in mentioned(block) if t in ids]
    assert list(dict.fromkeys(named)) == ids


def test_a_list_has_two_items_or_more_behind_a_lead_in(document: StandardDocument) -> None:
    for content in containers(document):
        for before, block in pairwise(content):
            if isinstance(block, ItemList):
                assert len(block.items) > 1
                assert isinstance(before, Paragraph)


def test_no_symbol_stands_for_two_quantities(document: StandardDocument) -> None:
    meanings: dict[Symbol, set[str]] = {}
    for block in in_order(document.clauses):
        if isinstance(block, Equation) and block.meaning:
            for line in block.where:
                said = "".join(getattr(one, "text", "") for one in line.words)
                meanings.setdefault(line.symbol, set()).add(re.split("[，；]", said)[0])
    for meant in meanings.values():
        assert len({words.rpartition("的")[2] for words in meant}) == 1, meant


def test_every_symbol_of_a_formula_is_explained_under_it(document: StandardDocument) -> None:
    for block in in_order((*document.clauses, *(b for a in document.annexes for b in a.content))):
        if isinstance(block, Equation):
            assert block.where


def test_no_machine_name_and_no_half_width_mark_is_printed(
    document: StandardDocument, numbers: Numbers
) -> None:
    for line in to_text(document, numbers).splitlines():
        if line.startswith("  "):
            continue
        letters = re.sub(r"_\{[^}]*\}", "", line)
        assert MACHINE_NAME.search(letters) is None, line
        assert HALF_WIDTH.search(letters) is None, line


def test_every_provision_of_the_source_is_printed_once(
    document: StandardDocument, numbers: Numbers, plan: CalculationPlan
) -> None:
    printed = re.sub(r"\s", "", to_text(document, numbers))
    for provision in plan.graph.standard.rules.provisions:
        if provision.force in ("shall", "should", "may"):
            words = re.sub(r"\s", "", provision.words.zh).rstrip("。")
            assert printed.count(words) == 1, provision.path


def test_a_document_of_clause_2_is_named_in_the_text(
    document: StandardDocument, numbers: Numbers
) -> None:
    text = to_text(document, numbers)
    for entry in document.clauses[1].content[1:]:
        assert isinstance(entry, Paragraph)
        number = "".join(getattr(one, "text", "") for one in entry.words).partition("　")[0]
        assert text.count(number) > 1


def test_the_skeleton_is_that_of_a_product_standard(document: StandardDocument) -> None:
    assert [clause.title for clause in document.clauses] == [
        "范围", "规范性引用文件", "术语和定义", "量化目的", "量化范围", "清单分析", "影响评价",
        "结果解释", "产品碳足迹报告", "产品碳足迹声明",
    ]  # fmt: skip
    assert [(annex.title, annex.normative) for annex in document.annexes] == [
        ("数据收集表", True), ("缺省值", True), ("全球变暖潜势", True), ("数据质量评价", True),
        ("产品碳足迹报告模板", False),
    ]  # fmt: skip


def test_an_annex_has_clauses_or_none(document: StandardDocument) -> None:
    assert all(annex.content for annex in document.annexes)
