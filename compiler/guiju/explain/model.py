"""What an explanation of a number is."""

from msgspec import Struct

from guiju_runtime.messages import Text, Value


class Explanation(Struct, frozen=True, kw_only=True):
    """One number with what it comes from.

    Attributes:
        value: as a number or a word; None if it has no value.
        written: the formula as the standard writes it, or empty.
        remarks: tier, class of data, source, whether it is verified.
        clause: stable id of what asks for it: a process, a factor, or the datum itself.
    """

    path: str
    label: Text
    value: float | str | bool | None
    unit: Value
    written: str = ""
    remarks: tuple[Text, ...] = ()
    clause: str = ""
    parts: "tuple[Explanation, ...]" = ()


def known(value: object) -> float | str | bool | None:
    """Give a value that can be told, None where a number is none."""
    if isinstance(value, float) and value != value:
        return None
    return value if isinstance(value, float | int | str | bool) else None
