"""Read a unit as the language writes it."""

import re
from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from guiju_runtime.units.model import PLAIN_NUMBER, Dimension, Substance, Unit, UnknownUnit
from guiju_runtime.units.pattern import GAS_STATE, UNIT_WORDS
from guiju_runtime.units.table import (
    CARBON_DIOXIDE_EQUIVALENT,
    CLIMATE,
    GAS,
    MASSES_THAT_TAKE_A_SUBSTANCE,
    ROWS,
    USUAL,
    ZERO_CELSIUS_KELVIN,
)

_TABLE: dict[str, Unit] = {
    word: Unit(word, Fraction(row.factor), row.dimension, ())
    for row in ROWS
    for word in row.words.split()
}
_MASS = f"({'|'.join(MASSES_THAT_TAKE_A_SUBSTANCE)})([A-Z][A-Za-z0-9]*)"
_LIKE_EQUIVALENT = r"(?i:CO2[-_]?e(?:q|quiv)?)"
_LONGEST = 80
_NEAR_ENOUGH = 0.6
OTHER_NAMES = {
    name: word
    for word, names in {
        "t": "ton tons tonne tonnes mt 公吨",
        "kg": "kilogram kilograms kgs",
        "a": "yr year years annum",
        "month": "months mon",
        "d": "day days",
        "h": "hr hrs hour hours",
        "min": "minute minutes mins",
        "s": "sec second seconds",
        "L": "l liter litre liters litres ltr",
        "m3": "cbm cum m^3 立方",
        "m2": "sqm m^2 平米",
        "hm2": "hectare",
        "Nm3": "ncm scm sm3 标立方米 标方 标立方",
        "%": "percent pct",
        "CNY": "rmb ¥ ￥ yuan",
        "piece": "pcs pc pce pieces unit units",
        "°C": "c celsius degc",
        "kWh": "kw-h kwhr",
    }.items()
    for name in names.split()
}


@lru_cache(maxsize=4096)
def parse_unit(text: str) -> Unit:
    """Read ``text``: unit words joined by ``·``, after one ``/`` those that divide.

    ``""`` and ``1`` are the unit of a plain number.

    Raises:
        UnknownUnit: a word is not in the table, or the form is another.
    """
    if text in ("", "1"):
        return PLAIN_NUMBER
    above, slash, below = text.partition("/")
    if len(text) > _LONGEST or "/" in below:
        raise UnknownUnit(text[:_LONGEST], ())
    numerator = [] if slash and above == "1" else _units_of_words(above, text)
    denominator = _units_of_words(below, text) if slash else []
    return combined(
        text, [*((unit, 1) for unit in numerator), *((unit, -1) for unit in denominator)]
    )


def combined(text: str, parts: Iterable[tuple[Unit, int]]) -> Unit:
    """Multiply units, each raised to its exponent, into one written ``text``."""
    factor = Fraction(1)
    dimension: Counter[str] = Counter()
    substance: Counter[str] = Counter()
    for unit, exponent in parts:
        factor *= unit.factor**exponent
        for base, power in unit.dimension:
            dimension[base] += power * exponent
        for formula, power in unit.substance:
            substance[formula] += power * exponent
    return Unit(text, factor, _exponents(dimension), _exponents(substance))


def _exponents(counted: Counter[str]) -> Dimension | Substance:
    return tuple(sorted((name, exponent) for name, exponent in counted.items() if exponent))


def _units_of_words(words: str, whole: str) -> list[Unit]:
    return [_unit_of_word(word, whole) for word in words.split("·")]


def _unit_of_word(word: str, whole: str) -> Unit:
    if word in _TABLE:
        return _TABLE[word]
    mass = re.fullmatch(_MASS, word)
    if mass and mass[2] == CARBON_DIOXIDE_EQUIVALENT:
        return Unit(word, _TABLE[mass[1]].factor, CLIMATE, ())
    if mass and not re.fullmatch(_LIKE_EQUIVALENT, mass[2]):
        return Unit(word, _TABLE[mass[1]].factor, _TABLE[mass[1]].dimension, ((mass[2], 1),))
    if re.fullmatch(GAS_STATE, word):
        return _gas_volume(word)
    raise UnknownUnit(whole, tuple(_with(near, word, whole) for near in _near(word)))


def _with(near: str, word: str, whole: str) -> str:
    return "".join(near if part == word else part for part in re.split("([·/])", whole))


def _gas_volume(word: str) -> Unit:
    celsius = re.search(r"\((\d+)", word)
    zero = Fraction(ZERO_CELSIUS_KELVIN)
    kelvin = zero + int(celsius[1] if celsius else "0")
    return Unit(word, zero / kelvin, GAS, ())


def _near(word: str) -> tuple[str, ...]:
    from difflib import get_close_matches  # late: most units are right

    mass = re.fullmatch(r"(mg|kg|g|kt|mt|t)(.+)", word, re.IGNORECASE)
    if mass and re.fullmatch(_LIKE_EQUIVALENT, mass[2]):
        return (_mass_word(mass[1]) + CARBON_DIOXIDE_EQUIVALENT,)
    folded = word.casefold()
    same_letters = sorted(known for known in UNIT_WORDS if known.casefold() == folded)
    named = OTHER_NAMES.get(folded)
    known = [*dict.fromkeys((*USUAL, *sorted(UNIT_WORDS)))]
    close = get_close_matches(word, known, n=3, cutoff=_NEAR_ENOUGH)
    return tuple(dict.fromkeys((*same_letters, *([named] if named else []), *close)))[:3]


def _mass_word(letters: str) -> str:
    known = [word for word in MASSES_THAT_TAKE_A_SUBSTANCE if word.casefold() == letters.casefold()]
    return letters if letters in known else known[0]
