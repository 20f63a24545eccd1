"""A document by the ids and symbols of another: so that two editions can be set side by side."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from guiju.documents.drafting import Drafting
from guiju.documents.from_plan import rest
from guiju.documents.mathematics import Symbol
from guiju.documents.model import Reference, StandardDocument
from guiju.documents.numbering import Numbers
from guiju.plan.model import CalculationPlan
from guiju_runtime.messages import Language

T = TypeVar("T")
Ids = Callable[[str], str]
Symbols = Mapping[Symbol, Symbol]


def symbols_between(
    old: CalculationPlan, new: CalculationPlan, now: Ids, language: Language
) -> dict[Symbol, Symbol]:
    """Give for each symbol of ``old`` the one that ``new`` prints for the same thing.

    Args:
        now: gives the id in ``new`` of what has an id in ``old``.
    """
    was, becomes = _bases(old, language), _bases(new, language)
    found = {}
    for (kind, path), symbol in was.items():
        other = becomes.get((kind, " ".join(now(part) for part in path.split(" "))))
        if other is not None and other != symbol:
            found[symbol] = other
    return found


def _bases(plan: CalculationPlan, language: Language) -> dict[tuple[str, str], Symbol]:
    """Give the symbol of each quantity, all of the document written once."""
    drafting = Drafting(plan, language)
    rest(drafting, None)
    return drafting.symbols.bases


def rewritten(
    document: StandardDocument, numbers: Numbers, ids: Ids, symbols: Symbols
) -> tuple[StandardDocument, Numbers]:
    """Give a document with its numbers, every id and symbol as the other edition has it."""
    return _written(document, ids, symbols), Numbers(
        numbers={ids(id): one for id, one in numbers.numbers.items()},
        references={ids(id): one for id, one in numbers.references.items()},
        within={ids(id): ids(home) for id, home in numbers.within.items()},
    )


def _written(part: T, ids: Ids, symbols: Symbols) -> T:
    match part:
        case tuple():
            return tuple(_written(one, ids, symbols) for one in part)  # type: ignore[return-value]  # a tuple as before
        case Symbol():
            return _symbol(part, symbols)  # type: ignore[return-value]  # a symbol as before
        case Reference():
            return replace(part, target=ids(part.target))
        case Struct():
            changed = {
                one.name: _written(getattr(part, one.name), ids, symbols) for one in fields(part)
            }
            own = changed.get("id")
            if isinstance(own, str) and not hasattr(part, "digest"):
                changed["id"] = ids(own)
            return replace(part, **changed)
        case _:
            return part


def _symbol(symbol: Symbol, symbols: Symbols) -> Symbol:
    """Give a symbol anew; what stands behind a comma in its index, such as a row, stays."""
    index, comma, behind = symbol.index.partition(",")
    now = symbols.get(symbol) or symbols.get(Symbol(base=symbol.base, index=index))
    if now is None or symbol in symbols:
        return now or symbol
    return Symbol(base=now.base, index=f"{now.index}{comma}{behind}")
