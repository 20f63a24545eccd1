"""What a fresh process need not make again: the table of the grammar, the trees of libraries."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar

from msgspec import Struct, msgpack

from guiju_dsl.source import SourceText
from guiju_dsl.syntax.table import ParseTable, table_from_grammar
from guiju_dsl.syntax.tree import File
from guiju_runtime.units import UNIT_WORDS

T = TypeVar("T")


class Cache(Struct, frozen=True, kw_only=True):
    """Where results are kept; both functions are the caller's, and may lose what they keep."""

    load: Callable[[str], bytes | None]
    save: Callable[[str, bytes], None]

    def loaded(self, key: str, decoder: msgpack.Decoder[T]) -> T | None:
        """Give what is kept under ``key``; nothing if it is lost or damaged."""
        content = self.load(key)
        if content is None:
            return None
        try:
            return decoder.decode(content)
        except Exception:  # noqa: BLE001  a damaged entry can fail in any way; it is made again
            return None


NO_CACHE: Final = Cache(load=lambda _key: None, save=lambda _key, _content: None)

_TABLES: dict[str, ParseTable] = {}
_MADE_BY = (
    "guiju.lark",
    "keywords.py",
    "table.py",
    "lexer.py",
    "parser.py",
    "tree.py",
    "words.py",
    "formulas.py",
    "declarations.py",
    "attributes.py",
    "building/words.py",
    "building/expressions.py",
    "building/declarations.py",
    "building/items.py",
)


def the_table(kept: Cache) -> ParseTable:
    """Give the table of the grammar: made once a process, kept between processes."""
    key = f"table-{_version()}"
    if key not in _TABLES:
        table = kept.loaded(key, msgpack.Decoder(ParseTable))
        if table is None:
            table = table_from_grammar()
            kept.save(key, msgpack.encode(table))
        _TABLES[key] = table
    return _TABLES[key]


def kept_file(source: SourceText, kept: Cache) -> File | None:
    """Give the tree of ``source`` if it was kept whole and for this very text."""
    if kept is NO_CACHE:
        return None
    return kept.loaded(_key_of(source), _of_files())


def keep_file(file: File, kept: Cache) -> None:
    """Keep a tree for the next process."""
    if kept is NO_CACHE:
        return
    kept.save(_key_of(file.source), msgpack.encode(file))


def _key_of(source: SourceText) -> str:
    name = sha256(source.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"file-{_version()}-{name}-{source.digest}"


@cache
def _version() -> str:
    """Digest everything that a kept result depends on beside the text."""
    folder = Path(__file__).parent
    parts = [(folder / name).read_bytes() for name in _MADE_BY]
    return sha256(b"\0".join([*parts, *map(str.encode, sorted(UNIT_WORDS))])).hexdigest()[:16]


@cache
def _of_files() -> msgpack.Decoder[File]:
    """Give what makes a tree of bytes, and nothing else whatever they say."""
    return msgpack.Decoder(File)
