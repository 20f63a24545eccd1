"""Texts, paths and types as text."""

from guiju_dsl.source import Span
from guiju_dsl.syntax.printing.entries import Items, in_braces
from guiju_dsl.syntax.printing.layout import SPACE, Group, Layout, joined
from guiju_dsl.syntax.printing.original import Original
from guiju_dsl.syntax.tree import Name, Option, Path, Type, Words


def of_words(words: Words, original: Original) -> Layout:
    """Give ``"…"`` or ``zh "…" en "…"``."""
    if words.plain is not None:
        return in_quotes(words.plain)
    span = words.span
    parts: list[Layout] = []
    if words.zh is not None:
        parts.append(f"{original.keyword('ZH', span.start, span.end)} {in_quotes(words.zh)}")
    if words.en is not None:
        parts.append(f"{original.keyword('EN', span.start, span.end)} {in_quotes(words.en)}")
    return Group(joined(parts, SPACE))


def in_quotes(text: str) -> str:
    """Set ``text`` in the quotation marks that can hold it."""
    if '"' not in text and "\n" not in text:
        return f'"{text}"'
    if "”" not in text and "\n" not in text:
        return f"“{text}”"
    return f'"""{text}"""'


def of_paths(paths: tuple[Path, ...]) -> Layout:
    """Give ``a.b, c``."""
    return joined([path.text for path in paths], (",", SPACE))


def of_names(names: tuple[Name, ...]) -> str:
    """Give ``a, b``."""
    return ", ".join(name.text for name in names)


def of_type(written: Type, original: Original) -> Layout:
    """Give what stands after ``:``."""
    span = written.span
    if written.unit is not None:
        return written.unit.text
    terminal = f"{written.kind.upper()}_TYPE"
    if written.kind != "choice":
        return original.keyword(terminal, span.start, span.end)
    keyword = original.keyword("CHOICE", span.start, span.end)
    if written.choice is not None:
        return f"{keyword} {written.choice.text}"
    start = original.offset_of("LBRACE", span.start, span.end)
    return (keyword, " ", of_options(written.options, original, start, span.end))


def of_options(options: tuple[Option, ...], original: Original, start: int, end: int) -> Layout:
    """Give ``{ a, b }`` from the brace at ``start`` to ``end``."""
    members: Items = [(option.span, _of_option(option, original)) for option in options]
    span = Span(options[0].span.source, start, end)
    return in_braces(members, original, span, comma=True, open_lines=False)


def _of_option(option: Option, original: Original) -> Layout:
    if option.label is None:
        return option.name.text
    return (option.name.text, " ", of_words(option.label, original))
