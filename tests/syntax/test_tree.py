"""Sources read into trees."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from guiju_dsl.source import Span
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.lexer import narrow
from tests.syntax.reading_sources import SOURCES, bare, item, parsed, text_of


def nodes(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple) and not isinstance(value, Span):
        for one in value:
            yield from nodes(one)
    elif isinstance(value, Struct):
        if isinstance(value, tree.Node):
            yield value
        for name in value.__struct_fields__:
            yield from nodes(getattr(value, name))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_source_is_read_with_places_that_hold_its_words(path: Path) -> None:
    source = text_of(path)
    for node in nodes(parsed(source.text).items):
        written = narrow(source.text[node.span.start : node.span.end])
        assert written.strip() == written != ""
        if isinstance(node, tree.Name | tree.Path | tree.Unit | tree.Date):
            assert node.text == written
        if isinstance(node, tree.Words):
            assert (node.zh or node.en or node.plain or "") in source.text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_node_stands_inside_the_one_that_holds_it(path: Path) -> None:
    for node in nodes(parsed(text_of(path).text).items):
        for inner in nodes(tuple(getattr(node, name) for name in node.__struct_fields__)):
            assert node.span.start <= inner.span.start
            assert inner.span.end <= node.span.end


def test_both_keyword_languages_give_the_same_tree() -> None:
    english = item('input coal zh "煤" : t = p * q { from mine  primary  measured "秤" every day }')
    chinese = item("输入 coal 中 “煤” ： t ＝ p × q ｛ 来自 mine；初级；计量 “秤” 每 day ｝")
    assert bare(english) == bare(chinese)


def test_an_emission_has_a_gas_and_may_have_a_name() -> None:
    named, plain = item("emission CO2 kiln : t = x"), item("emission CF4 : kg")
    assert isinstance(named, tree.Emission)
    assert isinstance(plain, tree.Emission)
    assert named.name is not None
    assert (named.gas.text, named.name.text) == ("CO2", "kiln")
    assert (plain.gas.text, plain.name, plain.value) == ("CF4", None, None)


def test_a_quantity_keeps_its_digits_and_its_unit() -> None:
    default = item("default 13_500.0 kWh/t")
    assert isinstance(default, tree.Attribute)
    assert isinstance(default.value, tree.Quantity)
    assert default.value.number == "13500.0"
    assert default.value.unit is not None
    assert default.value.unit.text == "kWh/t"


def expression(text: str) -> Any:
    let = item(f"let x = {text}")
    assert isinstance(let, tree.Let)
    return bare(let.value)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("p + q * r", "p + (q * r)"),
        ("p - q - r", "(p - q) - r"),
        ("p / q / r", "(p / q) / r"),
        ("p * q / r", "(p * q) / r"),
        ("-p ^ 2", "-(p ^ 2)"),
        ("p ^ q ^ r", "p ^ (q ^ r)"),
        ("p ^ -q", "p ^ (-q)"),
        ("p or q and not r", "p or (q and (not r))"),
        ("p + q <= r * x", "(p + q) <= (r * x)"),
    ],
)
def test_operators_bind_as_in_mathematics(written: str, meant: str) -> None:
    assert expression(written) == without_parentheses(expression(meant))


def without_parentheses(node: Any) -> Any:
    if isinstance(node, tuple):
        if node[:1] == ("Parentheses",):
            return without_parentheses(node[1])
        return tuple(map(without_parentheses, node))
    return node


def test_a_range_may_have_one_unit_and_a_test_a_tolerance() -> None:
    name, low, high = expression("70 ～ 80 %")
    assert (name, low[2], high[2]) == ("Range", None, ("Unit", "%"))
    comparison = expression("p = 5 t within 1 %")
    assert comparison[1] == "="
    assert comparison[4] == ("Quantity", "1", ("Unit", "%"))


def test_branches_and_tiers_keep_their_order() -> None:
    when = item("factor when p is q then 1 when p is r then 2 otherwise 3")
    prefer = item('factor prefer p zh "甲" else b else c')
    assert isinstance(when, tree.Attribute)
    assert isinstance(prefer, tree.Attribute)
    assert isinstance(when.value, tree.When)
    assert isinstance(prefer.value, tree.Prefer)
    assert len(when.value.branches) == 2
    assert when.value.otherwise is not None
    assert [tier.label is not None for tier in prefer.value.tiers] == [True, False, False]


def test_a_provision_may_have_a_name_a_test_a_text_and_a_block() -> None:
    whole = item('shall purity: x >= 99.7 % zh "应" en "shall" { source "GB/T 1196" }')
    text_only = item('may "records may be kept" { note "n" }')
    in_flow = item("limit 0 .. 10 %")
    assert isinstance(whole, tree.Provision)
    assert isinstance(text_only, tree.Provision)
    assert isinstance(in_flow, tree.Provision)
    assert whole.name is not None
    assert whole.condition is not None
    assert whole.words is not None
    assert whole.block is not None
    assert text_only.condition is None
    assert text_only.block is not None
    assert isinstance(in_flow.condition, tree.Range)


def test_data_of_an_example_stand_in_braces_or_in_a_file() -> None:
    block, file = item("given { year = 2024 }"), item('given "examples/grid.yaml"')
    assert isinstance(block, tree.GivenData)
    assert isinstance(file, tree.GivenData)
    assert block.file is None
    assert block.block is not None
    assert file.block is None
    assert file.file is not None
    assert file.file.plain == "examples/grid.yaml"


def test_a_type_word_is_a_name_where_a_name_stands() -> None:
    provision = item("shall fresh: year >= 2024")
    assert isinstance(provision, tree.Provision)
    assert isinstance(provision.condition, tree.Comparison)
    assert isinstance(provision.condition.left, tree.Path)


def test_a_keyword_is_a_name_behind_a_point() -> None:
    use = item("use factors.gwp, factors.t")
    assert isinstance(use, tree.Use)
    assert [path.text for path in use.paths] == ["factors.gwp", "factors.t"]


def test_the_number_of_a_standard_may_be_in_two_languages() -> None:
    head = parsed('standard x zh "团标 1" en "T/X 1" { }').items[0]
    assert isinstance(head, tree.Document)
    assert head.number is not None
    assert (head.number.zh, head.number.en) == ("团标 1", "T/X 1")


def test_text_is_untouched() -> None:
    note = item('note "（全角），：｛｝＝ ～"')
    assert isinstance(note, tree.Remark)
    assert note.words.plain == "（全角），：｛｝＝ ～"


def test_comments_are_kept_with_their_places() -> None:
    file = parsed("library x { } # one\n＃ 二\n")
    assert [comment.text for comment in file.comments] == ["# one", "＃ 二"]
    assert file.comments[0].span == Span("test.pcr", 14, 19)


def test_rows_levels_groups_and_fields_are_told_apart() -> None:
    assert isinstance(item("hydro, 2024 = 0.0141"), tree.Row)
    assert isinstance(item('1 zh "本企业" = 1.05'), tree.Level)
    assert isinstance(item("electrolysis.power { anode = 1 t }"), tree.Group)
    field = item("drafters “甲”，“乙”")
    assert isinstance(field, tree.Field)
    assert len(field.values) == 2
