"""Check what is asked of how a value is measured."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from guiju_dsl.diagnostics import at
from guiju_dsl.source import Span
from guiju_dsl.standard.attributes import FIELDS, of_kind
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.formulas.dispatch import number
from guiju_dsl.standard.formulas.fitting import in_unit, plain
from guiju_dsl.standard.kinds import YEARS
from guiju_dsl.standard.measuring_codes import UNSOUND_MEASURING
from guiju_dsl.standard.note_model import Measuring
from guiju_dsl.syntax import tree
from guiju_runtime.measuring import class_in
from guiju_runtime.messages import Text

A_DURATION = Text(zh="大于 0 的时间，如 1 a", en="a time above 0, such as 1 a")
A_CLASS = Text(zh='大于 0 的等级，如 0.5 或 "0.5S"', en='a class above 0, such as 0.5 or "0.5S"')
A_COUNT = Text(zh="不小于 2 的整数", en="a whole number of 2 or more")
A_RATIO = Text(zh="大于 0 的比值，如 10 %", en="a ratio above 0, such as 10 %")
A_NUMBER_MEASURED = Text(zh="收集的是数", en="a datum that is a number")
WANTED: Final = {
    "valid": A_DURATION, "class": A_CLASS, "samples": A_COUNT, "spread": A_RATIO,
    "uncertainty": A_RATIO,
}  # fmt: skip


def measuring(types: Typing, items: tuple[tree.Item, ...], numeric: bool) -> Measuring | None:
    """Give what is asked of a value, or None where nothing is.

    Args:
        numeric: whether a number is collected: of anything else nothing can be asked.
    """
    block = next((m.block for m in of_kind(items, tree.Measured) if m.block is not None), None)
    if block is None:
        return None
    stated = dict(_stated(block.items))
    asked: dict[str, Fraction] = {}
    for name, (span, value) in stated.items():
        read = _read(name, value) if value is not None else None
        if read is None or not numeric:
            wanted = WANTED[name] if numeric else A_NUMBER_MEASURED
            fault = at(UNSOUND_MEASURING, span, written=types.words(span), wanted=wanted)
            types.faults.append(fault)
        else:
            asked[name] = read
    samples = asked.get("samples")
    return Measuring(
        valid_years=asked.get("valid"),
        meter_class=asked.get("class"),
        samples=int(samples) if samples is not None else None,
        spread=asked.get("spread"),
        uncertainty=asked.get("uncertainty"),
    )


def _stated(
    items: tuple[tree.Item, ...],
) -> Iterator[tuple[str, tuple[Span, tree.Quantity | tree.Words | None]]]:
    """Give what stands in the braces by its English name, with its place."""
    for item in items:
        match item:
            case tree.Attribute(kind="valid" | "uncertainty" as kind, value=value):
                yield kind, (value.span, value if isinstance(value, tree.Quantity) else None)
            case tree.Field(values=(value,)):
                plain_value = value if isinstance(value, tree.Quantity | tree.Words) else None
                yield FIELDS.get(item.name.text, item.name.text), (value.span, plain_value)
            case tree.Field():
                yield FIELDS.get(item.name.text, item.name.text), (item.span, None)
            case _:
                pass


def _read(name: str, value: tree.Quantity | tree.Words) -> Fraction | None:
    """Read one value, or give None."""
    if isinstance(value, tree.Words):
        return class_in(value.plain or "") if name == "class" else None
    stated = number(value)
    fitted = in_unit(stated, YEARS) if name == "valid" else plain(stated)
    read = constant(fitted) if fitted is not None else None
    if read is None or read <= 0:
        return None
    whole = read.denominator == 1 and read >= 2
    return None if name == "samples" and not whole else read
