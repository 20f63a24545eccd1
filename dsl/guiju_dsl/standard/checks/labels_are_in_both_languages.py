"""What a reader meets has words in both languages."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.items import label_words, name_span
from guiju_dsl.names.lookup import Index, index_of
from guiju_dsl.names.model import Declaration
from guiju_dsl.source import Span
from guiju_dsl.standard.codes import MISSING_LABEL
from guiju_dsl.standard.model import BoundStandard
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.tree import Words
from guiju_runtime.messages import Text, same_words

UNLABELLED = ("provision", "cites", "quality", "gwp")
CHINESE = Text(zh="中文", en="Chinese")
ENGLISH = Text(zh="英文", en="English")


def labels_are_in_both_languages(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Warn of things of the main file that a reader of one of the languages could not read.

    A name in Chinese characters is its own Chinese label, an ASCII name its own English one; an
    input without a label has that of the flow it is drawn from; an emission without a name is
    called by its gas. A text in one language only lacks the other.
    """
    names = standard.names
    index = index_of(names)
    yield from _of_items(names.head.block.items)
    for declaration in names.declarations.values():
        if declaration.home == names.head.name.text:
            yield from _of_label(declaration, index)
            yield from _of_node(declaration.node)
            yield from _of_items(declaration.items)


def _of_label(declaration: Declaration, index: Index) -> Iterator[Diagnostic]:
    node, words = declaration.node, label_words(declaration.node)
    if declaration.kind in UNLABELLED:
        return
    if words is not None:
        yield from _of_name(name_span(node), declaration.name, words)
        return
    by_gas = isinstance(node, tree.Emission) and node.name is None
    if not by_gas and index.source_of(declaration) not in index.by_path:
        yield from _of_name(name_span(node), declaration.name, None)


def _of_node(node: tree.Item) -> Iterator[Diagnostic]:
    """Warn of options, and of provisions in one language."""
    type_ = getattr(node, "type", None)
    options = node.options if isinstance(node, tree.Choice) else getattr(type_, "options", ())
    for option in options:
        yield from _of_name(option.name.span, option.name.text, option.label)
    if isinstance(node, tree.Provision) and node.words is not None:
        yield from _of_text(node.words)


def _of_items(items: tuple[tree.Item, ...]) -> Iterator[Diagnostic]:
    for item in items:
        for words in _texts(item):
            yield from _of_text(words)


def _texts(item: tree.Item) -> tuple[Words, ...]:
    match item:
        case tree.Remark() | tree.Measured() | tree.Level():
            return (item.words,)
        case tree.Exclude():
            return (item.because, *((item.words,) if item.words is not None else ()))
        case tree.Field():
            return tuple(value for value in item.values if isinstance(value, Words))
        case _:
            return ()


def _of_name(span: Span, name: str, words: Words | None) -> Iterator[Diagnostic]:
    plain = words.plain if words is not None else None
    zh = plain or (words.zh if words is not None else None)
    en = plain or (words.en if words is not None else None)
    if not zh and name.isascii():
        yield _missing(span, same_words(name), CHINESE, "zh")
    if not en and not name.isascii():
        yield _missing(span, same_words(name), ENGLISH, "en")


def _of_text(words: Words) -> Iterator[Diagnostic]:
    if words.plain:
        return
    this = Text(zh="这段文字", en="this text")
    if not words.zh:
        yield _missing(words.span, this, CHINESE, "zh")
    if not words.en:
        yield _missing(words.span, this, ENGLISH, "en")


def _missing(span: Span, name: Text, language: Text, keyword: str) -> Diagnostic:
    return at(
        MISSING_LABEL, span, severity="warning", name=name, language=language, keyword=keyword
    )
