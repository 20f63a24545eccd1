"""Convert between units, multiply and divide them, list the usual ones of a kind."""

from collections import Counter
from fractions import Fraction
from functools import lru_cache

from guiju_runtime.units.from_text import combined, parse_unit
from guiju_runtime.units.model import PLAIN_NUMBER, DifferentDimension, Dimension, Substance, Unit
from guiju_runtime.units.table import MASSES_THAT_TAKE_A_SUBSTANCE, USUAL

LARGEST_EXPONENT = 1000


def convert(value: Fraction, unit: Unit, into: Unit) -> Fraction:
    """Express ``value`` [``unit``] in ``into``, exactly.

    Raises:
        DifferentDimension: the units measure different things, or masses of different substances.
    """
    if not unit.same_kind(into):
        raise DifferentDimension(unit, into)
    return value * unit.factor / into.factor


def product(first: Unit, second: Unit) -> Unit:
    """Multiply two units; words that cancel leave the text."""
    return combined(_text(_words(first) + _words(second)), [(first, 1), (second, 1)])


def quotient(first: Unit, second: Unit) -> Unit:
    """Divide ``first`` by ``second``; words that cancel leave the text."""
    return combined(_text(_words(first) + _turned(_words(second))), [(first, 1), (second, -1)])


def power(unit: Unit, exponent: int) -> Unit:
    """Raise ``unit`` to a whole ``exponent``.

    Raises:
        ValueError: the exponent is beyond ±1000, where no quantity has a unit.
    """
    if unit == PLAIN_NUMBER:
        return unit
    if abs(exponent) > LARGEST_EXPONENT:
        raise ValueError(exponent)
    words = [(word, times * exponent) for word, times in _words(unit)]
    return combined(_text(words), [(unit, exponent)])


@lru_cache(maxsize=1024)
def units_of(dimension: Dimension, substance: Substance = ()) -> tuple[str, ...]:
    """List the usual spellings of a dimension, the field's favourite first; may be empty."""
    spellings = _carrying(substance)
    units = (parse_unit(text) for text in spellings)
    return tuple(
        unit.text for unit in units if unit.dimension == dimension and unit.substance == substance
    )


def _carrying(substance: Substance) -> tuple[str, ...]:
    """Put a single substance behind the first mass of each usual unit."""
    if not substance:
        return USUAL
    if len(substance) > 1 or substance[0][1] != 1:
        return ()
    formula = substance[0][0]
    return tuple(
        word + formula + text[len(word) :]
        for text in USUAL
        for word in [text.split("/")[0].split("·")[0]]
        if word in MASSES_THAT_TAKE_A_SUBSTANCE
    )


def _words(unit: Unit) -> list[tuple[str, int]]:
    above, _, below = unit.text.partition("/")
    numerator = [(word, 1) for word in above.split("·") if word not in ("", "1")]
    return numerator + [(word, -1) for word in below.split("·") if word]


def _turned(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(word, -times) for word, times in words]


def _text(words: list[tuple[str, int]]) -> str:
    counted: Counter[str] = Counter()
    for word, times in words:
        counted[word] += times
    above = "·".join(word for word, times in counted.items() for _ in range(times))
    below = "·".join(word for word, times in counted.items() for _ in range(-times))
    return f"{above or '1'}/{below}" if below else above
