"""Factor tables and sets of global warming potentials."""

from fractions import Fraction

from msgspec import Struct

from guiju_dsl.source import Span
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.note_model import Notes, Spread
from guiju_runtime.messages import Text
from guiju_runtime.units import Unit


class TableRow(Struct, frozen=True, kw_only=True):
    """One value of a table: keys (an empty one holds for any), source, year, note, uncertainty."""

    keys: tuple[str, ...]
    value: Fraction
    written: str
    source: Text
    note: Text
    year: str
    unverified: bool
    uncertainty: Spread | None


class Table(Struct, frozen=True, kw_only=True):
    """A factor, alone or by keys.

    Attributes:
        keys: name of each key; ``dated`` says which are years or dates.
        key_labels: for each key the labels of its options.
    """

    path: str
    label: Text
    unit: Unit
    keys: tuple[str, ...]
    dated: tuple[bool, ...]
    key_labels: tuple[tuple[tuple[str, Text], ...], ...]
    rows: tuple[TableRow, ...]
    notes: Notes
    home: str
    span: Span


class GwpSet(Struct, frozen=True, kw_only=True):
    """Global warming potentials [kgCO2e/kg] by gas and origin; an empty origin holds for any.

    Attributes:
        blends: entries made of others, each with its formula, in which gases are parameters.
    """

    name: str
    label: Text
    horizon: str
    entries: tuple[tuple[str, str, Fraction], ...]
    blends: tuple[tuple[str, Expression], ...]
    notes: Notes
