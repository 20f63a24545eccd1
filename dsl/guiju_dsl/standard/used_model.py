"""Other standards whose results a standard uses."""

from typing import Literal

from msgspec import Struct

from guiju_dsl.standard.document_model import Identity
from guiju_dsl.standard.expressions import Kind
from guiju_runtime.messages import Text
from guiju_runtime.units import Unit


class UsedValue(Struct, frozen=True, kw_only=True):
    """A value that comes with a declaration for another standard, else as a datum.

    Attributes:
        path: its name here, ``synthetic_ammonia.ammonia.intensity``; also that of the datum.
        source: its name in the other standard.
        of: whether it is one of the named values there, or is known only when all is calculated.
    """

    path: str
    standard: str
    source: str
    of: Literal["value", "measure"]
    label: Text
    kind: Kind
    unit: Unit


class UsedStandard(Struct, frozen=True, kw_only=True):
    """A standard in use, with the values that are taken from it."""

    identity: Identity
    values: tuple[UsedValue, ...]
