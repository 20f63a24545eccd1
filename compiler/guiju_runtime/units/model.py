"""A unit: its text, exact factor, dimension and substance."""

from dataclasses import dataclass
from fractions import Fraction

Dimension = tuple[tuple[str, int], ...]
"""Base dimensions with their exponents, sorted, none of them 0."""

Substance = tuple[tuple[str, int], ...]
"""Substances that a mass is of, with their exponents, sorted, none of them 0."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is written.

    Attributes:
        text: as written, ``kgCF4·d/t·min``.
        factor: one of it in base units: kg, m, s, °C, mol, A, kgCO2e, CNY, USD, EUR, piece,
            operation, m3(0 °C).
        dimension: exponents of the base dimensions.
        substance: what its masses are of, ``(("CF4", 1),)``.
    """

    text: str
    factor: Fraction
    dimension: Dimension
    substance: Substance

    def same_kind(self, other: "Unit") -> bool:
        """Tell whether dimensions agree and substances do where both carry one."""
        if self.dimension != other.dimension:
            return False
        return not (self.substance and other.substance) or self.substance == other.substance


PLAIN_NUMBER = Unit("", Fraction(1), (), ())
"""The unit of a plain number: none."""


class UnknownUnit(ValueError):
    """A text that is no unit of the table.

    Attributes:
        text: what was written.
        near: units that may have been meant, the likeliest first.
    """

    def __init__(self, text: str, near: tuple[str, ...]) -> None:
        """Keep ``text`` and the units near it."""
        super().__init__(text)
        self.text = text
        self.near = near


class DifferentDimension(ValueError):
    """A conversion between units that measure different things.

    Attributes:
        unit: the unit of the value.
        into: the unit asked for.
    """

    def __init__(self, unit: Unit, into: Unit) -> None:
        """Keep both units."""
        super().__init__(f"{unit.text} -> {into.text}")
        self.unit = unit
        self.into = into
