"""Factors that could stand where one is missing or does not fit."""

from collections import Counter
from collections.abc import Iterable, Iterator

from guiju_dsl.names.items import label_words, type_of
from guiju_dsl.names.model import Declaration
from guiju_dsl.syntax import tree
from guiju_runtime.units import Unit, parse_unit

LIKE_ENOUGH = 0.6
COMMON = 3


def fitting(declarations: Iterable[Declaration], unit: Unit) -> Iterator[Declaration]:
    """Give the factors that are in ``unit``, or in one that converts into it."""
    for declaration in declarations:
        type_ = type_of(declaration.node) if declaration.kind == "factor" else None
        if type_ is not None and type_.unit is not None:
            own = parse_unit(type_.unit.text)
            if own.same_kind(unit) and bool(own.substance) == bool(unit.substance):
                yield declaration


def candidate(
    declarations: Iterable[Declaration], unit: Unit, names: Iterable[str]
) -> Declaration | None:
    """Give the factor in ``unit`` that has a word most like one of ``names``.

    One that is like none of them is offered only if no other factor is in that unit.
    """
    known = [one for one in declarations if one.kind == "factor"]
    found = list(fitting(known, unit))
    if len(found) < 2:
        return found[0] if found else None
    common = _common(known)
    wanted = {word for name in names for word in _words(name)} - common
    likeness = {one.path: _likeness(_words_of(one) - common, wanted) for one in found}
    best = max(found, key=lambda one: likeness[one.path])
    return best if likeness[best.path] >= LIKE_ENOUGH else None


def written(factor: Declaration | None) -> str:
    """Give a factor as a formula names it, with what it is looked up by; empty if there is none."""
    if factor is None:
        return ""
    keys = factor.node.keys if isinstance(factor.node, tree.Factor) else ()
    return f"{factor.path}[{', '.join(key.text for key in keys)}]" if keys else factor.path


def unit_text(factor: Declaration) -> str:
    """Give the unit of a factor as its author wrote it."""
    type_ = type_of(factor.node)
    return type_.unit.text if type_ is not None and type_.unit is not None else ""


def _likeness(own: set[str], wanted: set[str]) -> float:
    """Tell how like the two words are that are most alike, from 0 to 1."""
    from difflib import SequenceMatcher  # late: most standards need none

    ratios = (SequenceMatcher(None, one, other).ratio() for one in own for other in wanted)
    return max(ratios, default=0.0)


def _common(factors: list[Declaration]) -> set[str]:
    """Give the words that tell nothing, for many factors have them, such as "supply"."""
    counted = Counter(word for one in factors for word in _words_of(one))
    return {word for word, times in counted.items() if times >= COMMON}


def _words_of(factor: Declaration) -> set[str]:
    words = label_words(factor.node)
    labels = (words.zh, words.en, words.plain) if words is not None else ()
    return {word for text in (factor.name, *labels) if text for word in _words(text)}


def _words(name: str) -> set[str]:
    return set(name.lower().replace("_", " ").replace(".", " ").split())
