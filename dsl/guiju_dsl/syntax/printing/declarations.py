"""Declarations as text."""

from collections.abc import Callable
from typing import Any, Final

from guiju_dsl.syntax.printing.blocks import followed_by_block
from guiju_dsl.syntax.printing.expressions import of_expression
from guiju_dsl.syntax.printing.items import HANGING, first_word
from guiju_dsl.syntax.printing.layout import NOTHING, SPACE, Group, Layout, Nest, joined
from guiju_dsl.syntax.printing.original import Original
from guiju_dsl.syntax.printing.words import of_names, of_options, of_paths, of_type, of_words
from guiju_dsl.syntax.tree import (
    Choice,
    Cites,
    Clause,
    Data,
    Document,
    Each,
    Emission,
    Expression,
    Extends,
    Factor,
    Flow,
    GivenData,
    Let,
    Named,
    Override,
    Parameter,
    Process,
    Result,
    Type,
    Use,
    Words,
)


def _labelled(head: str, label: Words | None, original: Original) -> Layout:
    if label is None:
        return head
    return Group((f"{head} ", Nest(HANGING, of_words(label, original))))


def _typed(head: Layout, of: Type | None, value: Expression | None, original: Original) -> Layout:
    shown: list[Layout] = [head]
    if of is not None:
        shown.append((" : ", of_type(of, original)))
    if value is not None:
        shown.append(Nest(HANGING, (SPACE, "= ", Nest(2, Group(of_expression(value, original))))))
    return Group(tuple(shown))


def _document(item: Document, original: Original) -> Layout:
    word = first_word(item, item.kind.upper(), original)
    head = _labelled(f"{word} {item.name.text}", item.number, original)
    return followed_by_block(head, item, original)


def _use(item: Use, original: Original) -> Layout:
    word = first_word(item, "USE", original)
    return Group((f"{word} ", Nest(HANGING, of_paths(item.paths))))


def _extends(item: Extends, original: Original) -> Layout:
    return f"{first_word(item, 'EXTENDS', original)} {item.path.text}"


def _named(item: Named, original: Original) -> Layout:
    word = first_word(item, item.kind.upper(), original)
    head = f"{word} {item.name.text}" if item.name else word
    return followed_by_block(_labelled(head, item.label, original), item, original)


def _process(item: Process, original: Original) -> Layout:
    word = first_word(item, "PROCESS", original)
    head = _labelled(f"{word} {item.name.text}", item.label, original)
    if item.amount is not None and item.product is not None:
        of = original.keyword("FOR", item.name.span.end, item.amount.span.start)
        amount = original.quantity(item.amount)
        head = Group((head, Nest(HANGING, (SPACE, f"{of} {amount} {item.product.text}"))))
    return followed_by_block(head, item, original)


def _each(item: Each, original: Original) -> Layout:
    word = first_word(item, "EACH", original)
    head = _labelled(f"{word} {item.name.text}", item.label, original)
    if item.rows is not None:
        within = original.keyword("IN", item.name.span.end, item.rows.span.start)
        head = (head, f" {within} ", of_expression(item.rows, original))
    return followed_by_block(head, item, original)


def _clause(item: Clause, original: Original) -> Layout:
    word = first_word(item, "CLAUSE", original)
    head = _labelled(f"{word} {item.name.text}", item.label, original)
    if item.position is not None and item.place is not None:
        terminal = item.position.upper()
        position = original.keyword(terminal, item.name.span.end, item.place.span.start)
        head = Group((head, Nest(HANGING, (SPACE, f"{position} {item.place.text}"))))
    return followed_by_block(head, item, original)


def _cites(item: Cites, original: Original) -> Layout:
    number: Layout = (f"{first_word(item, 'CITES', original)} ", of_words(item.number, original))
    if item.label is None:
        return number
    return Group((number, Nest(HANGING, (SPACE, of_words(item.label, original)))))


def _choice(item: Choice, original: Original) -> Layout:
    word = first_word(item, "CHOICE", original)
    head = _labelled(f"{word} {item.name.text}", item.label, original)
    before = item.label.span.end if item.label else item.name.span.end
    start = original.offset_of("LBRACE", before, item.span.end)
    return (head, " ", of_options(item.options, original, start, item.span.end))


def _flow(item: Flow, original: Original) -> Layout:
    word = first_word(item, item.kind.upper(), original)
    head = _labelled(f"{word} {item.name.text}", item.label, original)
    return followed_by_block(_typed(head, item.type, item.value, original), item, original)


def _emission(item: Emission, original: Original) -> Layout:
    word = first_word(item, "EMISSION", original)
    name = f" {item.name.text}" if item.name else ""
    head = _labelled(f"{word} {item.gas.text}{name}", item.label, original)
    return followed_by_block(_typed(head, item.type, item.value, original), item, original)


def _data(item: Data, original: Original) -> Layout:
    word = first_word(item, "DATA", original)
    head = _labelled(f"{word} {item.name.text}", item.label, original)
    return followed_by_block(_typed(head, item.type, None, original), item, original)


def _let(item: Let, original: Original) -> Layout:
    word = first_word(item, "LET", original)
    head = _labelled(f"{word} {item.name.text}", item.label, original)
    if item.parameters:
        head = _function(f"{word} {item.name.text}", item, original)
    return followed_by_block(_typed(head, item.type, item.value, original), item, original)


def _function(head: str, item: Let, original: Original) -> Layout:
    members = joined([_parameter(one, original) for one in item.parameters], (",", SPACE))
    parameters = Group((f"{head}(", Nest(HANGING, (NOTHING, members)), NOTHING, ")"))
    if item.label is None:
        return parameters
    return Group((parameters, Nest(HANGING, (SPACE, of_words(item.label, original)))))


def _parameter(parameter: Parameter, original: Original) -> Layout:
    head = _labelled(parameter.name.text, parameter.label, original)
    return (head, " : ", of_type(parameter.type, original))


def _factor(item: Factor, original: Original) -> Layout:
    word = first_word(item, "FACTOR", original)
    head: Layout = _labelled(f"{word} {item.name.text}", item.label, original)
    if not item.keys:
        return followed_by_block(_typed(head, item.type, item.value, original), item, original)
    by = original.keyword("BY", item.type.span.end, item.keys[0].span.start)
    keyed = Nest(HANGING, (SPACE, f"{by} {of_names(item.keys)}"))
    head = (_typed(head, item.type, None, original), keyed)
    return followed_by_block(_typed(head, None, item.value, original), item, original)


def _result(item: Result, original: Original) -> Layout:
    word = first_word(item, "RESULT", original)
    head = _labelled(f"{word} {item.name.text}", item.label, original)
    return followed_by_block(_typed(head, item.type, item.value, original), item, original)


def _given_data(item: GivenData, original: Original) -> Layout:
    word = first_word(item, "GIVEN", original)
    if item.file is not None:
        return (f"{word} ", of_words(item.file, original))
    return followed_by_block(word, item, original)


def _override(item: Override, original: Original) -> Layout:
    word = first_word(item, "OVERRIDE", original)
    return followed_by_block(f"{word} {item.path.text}", item, original)


DECLARATIONS: Final[dict[type, Callable[[Any, Original], Layout]]] = {
    Document: _document,
    Use: _use,
    Extends: _extends,
    Named: _named,
    Process: _process,
    Each: _each,
    Clause: _clause,
    Cites: _cites,
    Choice: _choice,
    Flow: _flow,
    Emission: _emission,
    Data: _data,
    Let: _let,
    Factor: _factor,
    Result: _result,
    GivenData: _given_data,
    Override: _override,
}
