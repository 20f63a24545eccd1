"""What a reader meets has a label in both languages."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.items import label_words, name_span
from guiju_dsl.names.lookup import index_of
from guiju_dsl.names.model import Declaration
from guiju_dsl.standard.codes import MISSING_LABEL
from guiju_dsl.standard.model import BoundStandard
from guiju_dsl.syntax.tree import Words
from guiju_runtime.messages import Text

LABELLED = ("product", "stage", "process", "flow", "data", "let", "factor")
CHINESE = Text(zh="中文", en="Chinese")
ENGLISH = Text(zh="英文", en="English")


def labels_are_in_both_languages(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Warn of things of the main file whose label in one language would be a name of the other.

    A name in Chinese characters is its own Chinese label, an ASCII name its own English one; an
    input without a label has that of the flow it is drawn from.
    """
    names = standard.names
    index = index_of(names)
    for declaration in names.declarations.values():
        if declaration.kind not in LABELLED or declaration.home != names.head.name.text:
            continue
        words = label_words(declaration.node)
        source = names.declarations.get(index.source_of(declaration)) if words is None else None
        if source is not None:
            continue
        yield from _missing(declaration, words)


def _missing(declaration: Declaration, words: Words | None) -> Iterator[Diagnostic]:
    plain = words.plain if words is not None else None
    zh = plain or (words.zh if words is not None else None)
    en = plain or (words.en if words is not None else None)
    span, name = name_span(declaration.node), declaration.name
    if not zh and name.isascii():
        yield at(MISSING_LABEL, span, severity="warning", name=name, language=CHINESE, keyword="zh")
    if not en and not name.isascii():
        yield at(MISSING_LABEL, span, severity="warning", name=name, language=ENGLISH, keyword="en")
