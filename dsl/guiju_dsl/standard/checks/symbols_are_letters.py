"""A symbol is letters with an index at most, or the ratio that a constant is."""

import re
from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.attributes import of_kind
from guiju_dsl.standard.codes import NOT_A_SYMBOL
from guiju_dsl.standard.model import BoundStandard
from guiju_dsl.syntax import tree

SYMBOL = re.compile(r"[^\W\d_][^\W_]*[′*]?(_\{[^{}]+\}|_[^\W_])?|\d+/\d+")


def symbols_are_letters(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report symbols that no document could set: a power or a sum in letters of one size."""
    for declaration in standard.names.declarations.values():
        for item in of_kind(declaration.items, tree.Symbol):
            given = item.words.plain or item.words.en or item.words.zh or ""
            if SYMBOL.fullmatch(given.strip()) is None:
                yield at(NOT_A_SYMBOL, item.words.span, symbol=given, name=declaration.path)
