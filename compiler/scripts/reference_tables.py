"""The tables of the reference that come from those of the language: words, fields, units."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from guiju_dsl.names.formulas import FUNCTIONS
from guiju_dsl.names.lookup import PREDECLARED
from guiju_dsl.source import SourceText
from guiju_dsl.standard.attributes import FIELDS
from guiju_dsl.standard.places import FIELDS_OF
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.from_text import from_text
from guiju_dsl.syntax.keywords import KEYWORDS, TYPE_WORDS
from guiju_runtime.units.model import Dimension
from guiju_runtime.units.table import ROWS

Chapters = Mapping[str, str]
"""The text of each chapter by the name of its file."""

STANDARDS = Path(__file__).parents[2] / "standards"
_EXPLAINS = re.compile(r"(?m)^<!-- explains: (?P<words>.*) -->$")
_TABLE = re.compile(r"(?ms)^<!-- table: (?P<name>\w+) -->\n.*?^<!-- end of table: (?P=name) -->$")


def with_tables(page: str, chapters: Chapters) -> str:
    """Fill the places of a page that stand for tables."""

    def filled(match: re.Match[str]) -> str:
        name = match["name"]
        lines = "\n".join(TABLES[name](chapters))
        return f"<!-- table: {name} -->\n\n{lines}\n\n<!-- end of table: {name} -->"

    return _TABLE.sub(filled, page)


def _contents(chapters: Chapters) -> Iterator[str]:
    """List the chapters."""
    for name, text in chapters.items():
        yield f"1. [{title_of(text)}]({name})"


def title_of(chapter: str) -> str:
    """Give the heading of a chapter."""
    return chapter.partition("\n")[0].removeprefix("# ")


def _keywords(chapters: Chapters) -> Iterator[str]:
    homes = {
        word: f"[{title_of(text)}]({name})"
        for name, text in chapters.items()
        for found in _EXPLAINS.finditer(text)
        for word in found["words"].split(", ")
    }
    rows = ((code(k.zh), code(k.en), homes.get(k.en, "")) for k in KEYWORDS.values())
    return table(("中文", "English", "见 · see"), rows)


def _types(_: Chapters) -> Iterator[str]:
    return table(("中文", "English"), ((code(k.zh), code(k.en)) for k in TYPE_WORDS.values()))


def _fields(_: Chapters) -> Iterator[str]:
    chinese = {en: zh for zh, en in FIELDS.items()}
    places: dict[str, list[str]] = {}
    for place, fields in FIELDS_OF.items():
        for field in fields:
            places.setdefault(field, []).append(code(place))
    rows = ((code(chinese.get(f, "")), code(f), ", ".join(where)) for f, where in places.items())
    return table(("中文", "English", "写在 · stands in"), rows)


def _functions(_: Chapters) -> Iterator[str]:
    chinese = {en: zh for zh, en in FUNCTIONS.items() if zh != en}
    names = dict.fromkeys(FUNCTIONS.values())
    return table(("中文", "English"), ((code(chinese.get(n, "")), code(n)) for n in names))


def _predeclared(_: Chapters) -> Iterator[str]:
    yield ", ".join(map(code, PREDECLARED))


def _units(_: Chapters) -> Iterator[str]:
    """Give a table for each dimension, in the order of the table of units."""
    groups: dict[Dimension, list[tuple[str, str]]] = {}
    for row in ROWS:
        spellings = " ".join(map(code, row.words.split()))
        groups.setdefault(row.dimension, []).append((spellings, row.definition))
    for dimension, rows in groups.items():
        yield f"### {_in_words(dimension)}\n"
        yield from table(("写法 · spellings", "定义和来源 · definition and source"), rows)
        yield ""


def _in_words(dimension: Dimension) -> str:
    parts = [name if power == 1 else f"{name}^{power}" for name, power in dimension]
    return " · ".join(parts) or "1"


def _files(folder: str) -> Iterator[tree.File]:
    for path in sorted((STANDARDS / folder).glob("*.pcr")):
        read = from_text(SourceText(name=path.name, text=path.read_text(encoding="utf-8")))
        assert read.product is not None, path
        yield read.product


def _libraries(_: Chapters) -> Iterator[str]:
    """Give the tables of the factor libraries: names to write, what they are, their keys."""
    for file in _files("factors"):
        [head] = [item for item in file.items if isinstance(item, tree.Document)]
        yield f"### {code(head.name.text)}\n"
        yield from table(
            ("名称 · name", "中文", "English", "单位 · unit", "键 · keys"), _rows(file)
        )
        yield ""


def _rows(file: tree.File) -> Iterator[tuple[str, ...]]:
    for item in file.items:
        match item:
            case tree.Factor() if item.type.unit is not None:
                keys = ", ".join(code(key.text) for key in item.keys)
                yield (code(item.name.text), *_label(item.label), code(item.type.unit.text), keys)
            case tree.Named(kind="gwp", name=tree.Name() as name):
                yield code(name.text), *_label(item.label), "", ""
            case _:
                pass


def _choices(_: Chapters) -> Iterator[str]:
    """Give the choices of the factor libraries with their options, gases among them."""
    rows = (
        (code(item.name.text), ", ".join(code(option.name.text) for option in item.options))
        for file in _files("factors")
        for item in file.items
        if isinstance(item, tree.Choice)
    )
    return table(("选项 · choice", "各项 · options"), rows)


def _general_rule(_: Chapters) -> Iterator[str]:
    """Give the clauses of the general rule, beside which a standard puts its own."""
    rows = (
        (code(item.name.text), *_label(item.label))
        for file in _files("general")
        for item in file.items
        if isinstance(item, tree.Clause)
    )
    return table(("名称 · name", "中文", "English"), rows)


def _label(words: tree.Words | None) -> tuple[str, str]:
    return ((words.zh or words.plain or ""), (words.en or words.plain or "")) if words else ("", "")


TABLES: Mapping[str, Callable[[Chapters], Iterator[str]]] = {
    "contents": _contents,
    "keywords": _keywords,
    "types": _types,
    "fields": _fields,
    "functions": _functions,
    "predeclared": _predeclared,
    "units": _units,
    "libraries": _libraries,
    "choices": _choices,
    "general_rule": _general_rule,
}
"""By the name that a page writes, what makes the lines."""


def code(word: str) -> str:
    """Set a word as code; nothing stays nothing."""
    return f"`{word}`" if word else ""


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Write a table, line by line."""
    titles = list(head)
    for line in (titles, ["---"] * len(titles), *rows):
        yield f"| {' | '.join(line)} |"
