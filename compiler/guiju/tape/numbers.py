"""Put formulas of numbers on the tape."""

from collections.abc import Callable
from fractions import Fraction

from guiju.tape.lowering import Lowered, Lowering
from guiju.tape.tables import looked_up
from guiju_dsl.standard import expressions as typed
from guiju_runtime.messages import Text


def reading(lowering: Lowering, node: typed.Reading) -> Lowered:
    """Give a named value."""
    kept = lowering.values[node.path]
    present = kept.zero and not lowering.in_tier
    return Lowered(
        kept.value, lowering.builder.no if present else lowering.builder.inverse(kept.there)
    )


def measure(lowering: Lowering, node: typed.Predeclared | typed.ProductOutcome) -> Lowered:
    """Give ``year``, a share, a footprint."""
    name = node.name
    if isinstance(node, typed.ProductOutcome):
        name = ".".join(part for part in (node.profile, node.product, node.name) if part)
    if name not in lowering.measures:
        return lowering.unread(Text(zh=name, en=name), typed.kind_of(node))
    return lowering.measures[name]


def constant(
    lowering: Lowering, node: typed.Number | typed.OptionValue | typed.YesNoValue
) -> Lowered:
    """Give a number, a choice, yes or no as written."""
    match node:
        case typed.Number():
            place = lowering.builder.number(node.value)
        case typed.OptionValue():
            place = lowering.builder.choice(node.name)
        case typed.YesNoValue():
            place = lowering.builder.truth(node.value)
    return Lowered(place, lowering.builder.no)


def lookup(lowering: Lowering, node: typed.TableLookup) -> Lowered:
    """Give the value of the row that fits; in a tier, no row is as good as nothing given."""
    keys = [lowering.lowered(key) for key in node.keys]
    found = looked_up(
        lowering.builder, lowering.tables[node.table], tuple(key.value for key in keys)
    )
    absent = lowering.any_of(key.absent for key in keys)
    if lowering.in_tier:
        absent = lowering.builder.either(absent, found.missing)
    else:
        lowering.fault(found.missing)
    lowering.used.append(
        (
            node.table,
            found,
            lowering.builder.both(lowering.evaluated, lowering.builder.inverse(absent)),
        )
    )
    return Lowered(found.value, absent)


def arithmetic(lowering: Lowering, node: typed.Arithmetic) -> Lowered:
    """Join two numbers."""
    left, right = lowering.lowered(node.left), lowering.lowered(node.right)
    absent = lowering.builder.either(left.absent, right.absent)
    join = JOINED[node.operator]
    return Lowered(join(lowering, left.value, right.value), absent)


def quotient(lowering: Lowering, left: int, right: int) -> int:
    """Divide; by 0 sets the declaration aside."""
    lowering.fault(lowering.builder.compared("same", right, lowering.builder.zero))
    return lowering.builder.over(left, right)


def power(lowering: Lowering, left: int, right: int) -> int:
    """Raise to a power; a root of a negative number sets the declaration aside."""
    exponent = lowering.builder.constant(right)
    if exponent == 2:
        return lowering.builder.times(left, left)
    if not (isinstance(exponent, Fraction) and exponent.denominator == 1 and exponent > 0):
        lowering.fault(lowering.builder.compared("at_most", left, lowering.builder.zero))
    return lowering.builder.applied("raised", left, right)


def converted(lowering: Lowering, node: typed.Converted) -> Lowered:
    """Give a number in another unit."""
    value, absent = lowering.lowered(node.operand)
    return Lowered(lowering.builder.times(value, lowering.builder.number(node.ratio)), absent)


def opposite(lowering: Lowering, node: typed.Opposite) -> Lowered:
    """Give a number with the other sign."""
    value, absent = lowering.lowered(node.operand)
    return Lowered(lowering.builder.minus(lowering.builder.zero, value), absent)


def applied(lowering: Lowering, node: typed.Applied) -> Lowered:
    """Apply a function of numbers."""
    parts = [lowering.lowered(part) for part in node.arguments]
    values = [part.value for part in parts]
    if node.function in ("min", "max"):
        value = values[0]
        for other in values[1:]:
            value = lowering.builder.applied(node.function, value, other)
    else:
        value = _of_one(lowering, node.function, values[0])
    return Lowered(value, lowering.any_of(part.absent for part in parts))


def _of_one(lowering: Lowering, function: str, value: int) -> int:
    if function == "ln":
        lowering.fault(lowering.builder.compared("at_most", value, lowering.builder.zero))
    if function == "sqrt":
        lowering.fault(lowering.builder.compared("less", value, lowering.builder.zero))
    return lowering.builder.applied(function, value)


def aggregate(lowering: Lowering, node: typed.Aggregate) -> Lowered:
    """Take all rows of a group together; for each row of another, one declaration at a time."""
    builder = lowering.builder
    if typed.rows_beside(node):
        return _one_by_one(lowering, node)
    if node.body is None:
        return Lowered(builder.count(node.group), builder.no)
    with lowering.all_rows():
        value, absent = lowering.lowered(node.body)
    missing = builder.gathered("any", absent, node.group, "truth")
    if node.function == "sum":
        return Lowered(builder.gathered("sum", value, node.group), missing)
    empty = builder.compared("same", builder.count(node.group), builder.zero)
    if node.function == "mean":
        whole = builder.gathered("sum", value, node.group)
        found = builder.over(whole, builder.count(node.group))
    else:
        found = builder.gathered(
            {"min": "least", "max": "greatest"}[node.function], value, node.group
        )
    return Lowered(found, builder.either(missing, empty))


def _one_by_one(lowering: Lowering, node: typed.Aggregate) -> Lowered:
    """Set declarations aside that have rows to match with others; without rows there is no value.

    A sum of no rows is 0.
    """
    builder = lowering.builder
    empty = builder.compared("same", builder.count(node.group), builder.zero)
    lowering.fault(builder.inverse(empty))
    return Lowered(builder.zero, builder.no if node.function == "sum" else builder.yes)


JOINED: dict[str, Callable[[Lowering, int, int], int]] = {
    "+": lambda lowering, a, b: lowering.builder.plus(a, b),
    "-": lambda lowering, a, b: lowering.builder.minus(a, b),
    "*": lambda lowering, a, b: lowering.builder.times(a, b),
    "/": quotient,
    "^": power,
}
