"""Read a unit as people type it into data files: spaces, stars, full width, 下标."""

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

from guiju_runtime.units.from_text import parse_unit
from guiju_runtime.units.model import DifferentDimension, Unit, UnknownUnit

_DOTS = str.maketrans(dict.fromkeys("*•⋅∙・･×", "·"))
_LONGEST = 80


@lru_cache(maxsize=4096)
def parse_data_unit(text: str) -> Unit:
    """Read ``text`` as ``parse_unit`` does, more leniently.

    Spaces do not count, ``*`` and other dots multiply, brackets may hold what divides, full-width
    and raised or lowered figures are plain ones, ``CO2eq`` and ``CO2当量`` mean ``CO2e``.

    Raises:
        UnknownUnit: as ``parse_unit``; ``text`` is as it was typed.
    """
    if len(text) > _LONGEST:
        raise UnknownUnit(text[:_LONGEST], ())
    try:
        return parse_unit(_as_the_language_writes(text))
    except UnknownUnit as error:
        raise UnknownUnit(text, error.near) from None


@lru_cache(maxsize=4096)
def ratio_of(text: str, declared: str) -> Fraction:
    """Give how many of the unit ``declared`` are one of the unit that is typed as ``text``.

    Raises:
        UnknownUnit: ``text`` is no unit.
        DifferentDimension: it measures something else, or masses of another substance.
    """
    unit, into = parse_data_unit(text), parse_unit(declared)
    if not unit.same_kind(into):
        raise DifferentDimension(unit, into)
    return unit.factor / into.factor


def _as_the_language_writes(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_DOTS)
    joined = re.sub(r"\s+", "", plain)
    without_brackets = re.sub(r"/\(([^()]*)\)$", r"/\1", joined)
    return re.sub(r"CO2(?:-?eq?|当量)(?![A-Za-z0-9])", "CO2e", without_brackets)
