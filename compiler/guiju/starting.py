"""A new standard: from the shipped start, or as a copy of a shipped standard under a new name."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from guiju.backends.model import Artifact
from guiju.shipped import standards_folder
from guiju.workspace import read, standard_path
from guiju_dsl.reading import decode
from guiju_dsl.source import SourceText, Span
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.from_text import from_text
from guiju_dsl.syntax.printing.original import Keywords
from guiju_dsl.syntax.to_text import to_text
from guiju_runtime.messages import Text

ATTACHED = re.compile(r"\.\./\.\./(\w+)/examples/([\w.-]+)")
"""How a declaration that ships names one of another standard beside its own."""
_TITLES = {"zh": "　", "en": "—"}
"""What stands between the parts of a title; the product is the last of them."""


class Wanted(Struct, frozen=True, kw_only=True):
    """What the new standard shall be.

    Attributes:
        like: the shipped standard to start from; empty for the start that is made for it.
        product: the product's label in both languages.
        unit: one of it is the declared unit; only the start takes it.
    """

    name: str
    like: str
    product: Text
    unit: str
    keywords: Keywords


def can_be_name(name: str) -> bool:
    """Tell whether ``name`` can stand behind ``standard``."""
    source = SourceText(name="name.pcr", text=f'standard {name} "0" {{ title "0" }}\n')
    read_file = from_text(source)
    if read_file.product is None or read_file.diagnostics:
        return False
    head = read_file.product.items[0]
    return isinstance(head, tree.Document) and head.name.text == name and "." not in name


def started(wanted: Wanted) -> tuple[Artifact, ...]:
    """Give the files of the new standard, below its folder.

    Raises:
        CommandFault: there is no standard called ``like``.
    """
    files = tuple(_copied(wanted) if wanted.like else _filled(wanted))
    return tuple(
        Artifact(path, _laid_out(text, wanted.keywords) if path.endswith(".pcr") else text.encode())
        for path, text in files
    )


def _laid_out(text: str, keywords: Keywords) -> bytes:
    file = _tree(text)
    return to_text(file, keywords).encode()


def _tree(text: str) -> tree.File:
    outcome = from_text(SourceText(name="new.pcr", text=text))
    assert outcome.product is not None, "what ships can be read"
    return outcome.product


def _filled(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """Fill the shipped start."""
    from jinja2 import Environment, StrictUndefined

    templates = Environment(autoescape=False, keep_trailing_newline=True, undefined=StrictUndefined)
    folder = standards_folder() / "start"
    views = {
        "name": wanted.name,
        "zh": wanted.product.zh,
        "en": wanted.product.en,
        "unit": wanted.unit,
    }
    for template, path in (
        ("start.pcr.j2", f"{wanted.name}.pcr"),
        ("start.yaml.j2", "examples/placeholder.yaml"),
    ):
        text = (folder / template).read_text(encoding="utf-8")
        yield path, templates.from_string(text).render(**views)


def _copied(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """Copy a shipped standard under the new name, with its declarations and those they attach."""
    source = standard_path(wanted.like)
    text = _text_of(source)
    [head] = [item for item in _tree(text).items if isinstance(item, tree.Document)]
    yield f"{wanted.name}.pcr", _with_head(text, head, wanted)
    for path in sorted((source.parent / "examples").glob("*")):
        if path.is_file():
            own = re.sub(
                rf"(?m)^standard: *{re.escape(head.name.text)} *$",
                f"standard: {wanted.name}",
                _text_of(path),
            )
            yield f"examples/{path.name}", ATTACHED.sub(r"\1/\2", own)
            for standard, name in ATTACHED.findall(own):
                attached = standards_folder() / standard / "examples" / name
                yield f"examples/{standard}/{name}", _text_of(attached)


def _text_of(path: Path) -> str:
    source = decode(path.name, read(path), None).product
    assert source is not None, "what ships is text"
    return source.text


def _with_head(text: str, head: tree.Document, wanted: Wanted) -> str:
    """Put the new name, a number still to be given, and the product into the head."""
    changes: list[tuple[Span, str]] = [(head.name.span, wanted.name)]
    if head.number is not None:
        span = head.number.span
        changes.append((span, re.sub(r"\d+", _zeros, text[span.start : span.end])))
    for field in head.block.items:
        if isinstance(field, tree.Field) and field.name.text in ("title", "名称"):
            changes += [(value.span, _title(value, wanted)) for value in field.values[:1]]
    for span, words in sorted(changes, key=lambda change: change[0].start, reverse=True):
        text = text[: span.start] + words + text[span.end :]
    return text


def _zeros(match: re.Match[str]) -> str:
    return "0" * len(match[0])


def _title(value: object, wanted: Wanted) -> str:
    """Give the title with the new product in place of its last part."""
    said = value if isinstance(value, tree.Words) else None
    before = {"zh": (said.zh or "") if said else "", "en": (said.en or "") if said else ""}
    product = {"zh": wanted.product.zh, "en": wanted.product.en}
    zh, en = (
        f"{before[language].rpartition(mark)[0]}{mark}{product[language]}".removeprefix(mark)
        for language, mark in _TITLES.items()
    )
    return f'zh "{zh}" en "{en}"'


class Place(Struct, frozen=True, kw_only=True):
    """A line of the new source that waits for its author.

    Attributes:
        kind: what stands there: head, product, boundary, process, factor, example.
        words: its first words.
    """

    kind: str
    line: int
    words: str


def places_to_fill(text: str) -> tuple[Place, ...]:
    """List, in the order of the text, what an author has to make their own."""
    file = _tree(text)
    return tuple(
        Place(
            kind=kind,
            line=text.count("\n", 0, item.span.start) + 1,
            words=text[item.span.start : item.span.end].partition("{")[0].strip(),
        )
        for item, kind in _open(file.items)
    )


def _open(items: tuple[tree.Item, ...]) -> Iterator[tuple[tree.Item, str]]:
    for item in items:
        match item:
            case tree.Document():
                yield item, "head"
            case tree.Named(kind="product" | "boundary" | "example" as kind):
                yield item, kind
            case tree.Named(kind="stage", block=tree.Block() as block):
                yield from _open(block.items)
            case tree.Process():
                yield item, "process"
            case tree.Factor(block=tree.Block() as block) if _is_unverified(block):
                yield item, "factor"
            case _:
                pass


def _is_unverified(block: tree.Block) -> bool:
    return any(isinstance(item, tree.Flag) and item.kind == "unverified" for item in block.items)
