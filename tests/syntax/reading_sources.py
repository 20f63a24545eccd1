"""Sources that the tests of the first stage read."""

from pathlib import Path
from typing import Any

from msgspec import Struct

from guiju_dsl.source import SourceText
from guiju_dsl.syntax import from_text
from guiju_dsl.syntax.tree import File, Item

ROOT = Path(__file__).parent.parent.parent
SOURCES = sorted(
    [*(ROOT / "tests" / "syntax" / "sources").glob("*.pcr"), *(ROOT / "standards").rglob("*.pcr")]
)


def text_of(path: Path) -> SourceText:
    return SourceText(name=path.name, text=path.read_text("utf-8"))


def parsed(text: str) -> File:
    """Read a text that has no fault."""
    outcome = from_text(SourceText(name="test.pcr", text=text))
    assert outcome.product is not None, [fault.message("en") for fault in outcome.diagnostics]
    return outcome.product


def item(text: str) -> Item:
    """Read the one item of a library."""
    file = parsed(f"library test {{ }}\n{text}")
    assert len(file.items) == 2
    return file.items[1]


def bare(node: Any) -> Any:
    """Give a tree without its places."""
    if isinstance(node, Struct):
        names = [name for name in node.__struct_fields__ if name not in ("span", "source")]
        return (type(node).__name__, *(bare(getattr(node, name)) for name in names))
    return tuple(map(bare, node)) if isinstance(node, tuple) else node


def said(text: str) -> list[tuple[str, str, int]]:
    """Read a faulty text; give code, words and line of each report."""
    source = SourceText(name="test.pcr", text=text)
    return [
        (fault.code.slug, text[fault.span.start : fault.span.end], line_of(text, fault.span.start))
        for fault in from_text(source).diagnostics
    ]


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
