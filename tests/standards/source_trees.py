"""The syntax trees of the committed standards, walked from end to end."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TypeVar

from guiju_dsl import syntax
from guiju_dsl.source import SourceText
from guiju_dsl.standard.attributes import FIELDS
from guiju_dsl.syntax import tree

STANDARDS = Path(__file__).parents[2] / "standards"
SOURCES = tuple(sorted(STANDARDS.rglob("*.pcr")))

Kind = TypeVar("Kind", bound=tree.Node)


@cache
def file_of(path: Path) -> tree.File:
    """Read a source; it must have no fault."""
    outcome = syntax.from_text(SourceText(name=path.name, text=path.read_text("utf-8")))
    assert outcome.product is not None
    return outcome.product


def nodes(thing: object) -> Iterator[tree.Node]:
    """Give ``thing`` and every node in it."""
    if isinstance(thing, tuple):
        for part in thing:
            yield from nodes(part)
    elif isinstance(thing, tree.Node):
        yield thing
        for name in thing.__struct_fields__:
            yield from nodes(getattr(thing, name))


def all_of(kind: type[Kind], path: Path) -> list[Kind]:
    """List every node of a kind in a source."""
    return [node for node in nodes(file_of(path).items) if isinstance(node, kind)]


def spelt(field: tree.Field) -> str:
    """Give the English name of a field, whatever language it is written in."""
    return FIELDS.get(field.name.text, field.name.text)


def library(name: str) -> Path:
    """Name the file of a factor library."""
    return STANDARDS / "factors" / f"{name}.pcr"


def rows(source: Path, table: str) -> dict[tuple[str, ...], Fraction]:
    """Give the rows of a table or of a set of warming potentials by their keys."""
    owner = next(
        item
        for item in file_of(source).items
        if isinstance(item, tree.Factor | tree.Named)
        and item.name is not None
        and item.name.text == table
    )
    assert owner.block is not None
    return {
        tuple(written(key.value) for key in row.keys): value_of(row)
        for row in owner.block.items
        if isinstance(row, tree.Row)
    }


def written(key: tree.Path | tree.Quantity | tree.Date) -> str:
    """Give a key as it is written."""
    return key.number if isinstance(key, tree.Quantity) else key.text


def value_of(row: tree.Row) -> Fraction:
    """Give the number of a row, without its unit."""
    assert isinstance(row.value, tree.Quantity)
    return Fraction(row.value.number)
