"""Calculate one plant under two rule books, and tell what makes the difference."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from msgspec.structs import replace

from guiju.comparing.counted import counted_data
from guiju.comparing.demands import demands, plan_of
from guiju.comparing.explaining import changes_between, effects_between
from guiju.comparing.model import Compared, Comparison, Line, Side, Which
from guiju.comparing.profile_rules import named
from guiju.effects import Valued
from guiju.effects.evaluating import Question, in_unit_of, readable, state_under
from guiju.effects.renaming import Ids, renamed, renamed_ids, under_other_ids
from guiju.library import Data, Result
from guiju_dsl.standard.model import Product
from guiju_runtime.calculating import Calculation
from guiju_runtime.calculator import ROW
from guiju_runtime.codes import UNKNOWN_NAME
from guiju_runtime.findings import Finding
from guiju_runtime.footprint import BACKGROUND
from guiju_runtime.messages import Text
from guiju_runtime.testing import unverified
from guiju_runtime.withholding import Shown, labelled, shown_of

Declaration = Mapping[str, object]
THROUGH_FACTORS = {BACKGROUND: Text(zh="经因子计入（未分气体）", en="through factors in CO2e")}


def compared(a: Side, b: Side, data: Data) -> Comparison:
    """Compare what two rule books give for the plant in ``data``, and what they ask.

    Raises:
        CommandFault: the file cannot be read.
    """
    given, faults = declared(a, b, data)
    found = changes_between(a, b)
    ids = renamed_ids(found)
    products = _products(a, b, ids)
    scale = in_unit_of(*products)
    first = _compared(a, products[0], made_for(a, b, given), faults, Fraction(1))
    for_second = under_other_ids(made_for(b, a, given), ids)
    second = _compared(b, products[1], for_second, faults, scale or Fraction(1))
    first, second = asked_by_neither(first, second), asked_by_neither(second, first)
    unit = first.product.unit_label.en if scale is not None else None
    parts = [_parts(one) for one in (first, second)]
    return Comparison(
        a=first,
        b=second,
        unit=unit,
        by_stage=lines("by_stage", parts, (first, second), ids),
        by_process=lines("by_process", parts, (first, second), ids),
        by_gas=lines("by_gas", parts, (first, second), {}),
        effects=effects_between(first, second, given, found) if scale is not None else None,
        apart=tuple(apart(a, b, ids)),
        demands=tuple(demands(a, b, ids)),
    )


def declared(a: Side, b: Side, data: Data) -> tuple[Declaration, tuple[Finding, ...]]:
    """Read the declaration by the standard that it is for, else by that of ``a``."""
    given, found = a.standard.declared(data)
    if given is not None and given.get("standard") == b.standard.id != a.standard.id:
        given, found = b.standard.declared(data)
    return given if given is not None else {}, found


def made_for(side: Side, other: Side, given: Declaration) -> Declaration:
    """Give a declaration for one of two standards, or editions, as one for that of ``side``."""
    ids = (side.standard.id, other.standard.id)
    if side.standard is not other.standard and given.get("standard") in ids:
        return readable(side.standard.plan, given)
    return given


def _products(a: Side, b: Side, ids: Ids) -> tuple[Product, Product]:
    """Give the first product that both have, under one name or renamed; else the first of each."""
    firsts, seconds = (side.standard.plan.graph.standard.rules.products for side in (a, b))
    both = (
        (one, other) for one in firsts for other in seconds if renamed(one.name, ids) == other.name
    )
    return next(both, (firsts[0], seconds[0]))


def _compared(
    side: Side,
    product: Product,
    given: Declaration,
    faults: tuple[Finding, ...],
    scale: Fraction,
) -> Compared:
    result = side.standard.calculate(given)
    state = state_under(
        side.standard.plan,
        Question(
            standard=side.standard,
            declaration=given,
            profile=side.profile,
            product=product,
        ),
    )
    return Compared(
        side=side,
        result=result,
        product=product,
        cfp=state.value * scale if isinstance(state, Valued) else None,
        scale=scale,
        findings=tuple(dict.fromkeys((*faults, *findings_of(side, result)))),
    )


def findings_of(side: Side, result: Result) -> Iterable[Finding]:
    """Give what is found under one rule book.

    Provisions are tested for the standard itself. A profile asks only for data that count under it.
    """
    calculation = result.calculation
    own = calculation.books[side.profile].run
    if not side.profile:
        others = {f for name, book in calculation.books.items() if name for f in book.run.findings}
        yield from (f for f in result.findings if f in own.findings or f not in others)
        return
    counted = counted_data(plan_of(side))
    asked = {datum.path for datum in calculation.model.data}
    for found in (*calculation.reading.findings, *own.findings, *unverified(own)):
        path = ROW.sub("", found.path)
        if path not in asked or path in counted:
            yield found


def asked_by_neither(one: Compared, other: Compared) -> Compared:
    """Give a side without the names that it does not know and the other one does.

    The data of a plant are for both; what only one asks is told as such.
    """
    unknown = {(found.path, dict(found.values)["name"]) for found in _unknown(other)}
    known = [f for f in _unknown(one) if (f.path, dict(f.values)["name"]) not in unknown]
    return replace(one, findings=tuple(f for f in one.findings if f not in known))


def _unknown(one: Compared) -> list[Finding]:
    return [found for found in one.findings if found.code is UNKNOWN_NAME]


def _parts(one: Compared) -> Shown | None:
    book = one.result.calculation.books[one.side.profile]
    found = book.footprints[one.product.name]
    if one.cfp is None or found.cfp != found.cfp:
        return None
    return shown_of(one.result.calculation.calculator, found)


def lines(
    kind: str, parts: list[Shown | None], sides: tuple[Compared, Compared], ids: Ids
) -> tuple[Line, ...]:
    """Set both sides of a breakdown beside each other [kgCO2e]; a part that one lacks is 0."""
    labels: dict[str, Text] = dict(THROUGH_FACTORS)
    values: list[dict[str, float] | None] = []
    for part, side in zip(parts, sides, strict=True):
        labels = {**_labels(side.result.calculation, kind), **labels}
        own = getattr(part, kind) if part is not None else None
        scale = float(side.scale)
        other: Ids = ids if side is sides[0] else {}
        values.append(
            {renamed(n, other): v * scale for n, v in own.items()} if own is not None else None
        )
    every = dict.fromkeys(name for own in values if own is not None for name in own)
    return tuple(
        Line(
            id=name,
            label=labelled(name, labels),
            a=_of(values[0], name),
            b=_of(values[1], name),
        )
        for name in every
    )


def _of(values: Mapping[str, float] | None, name: str) -> float | None:
    return values.get(name, 0.0) if values is not None else None


def _labels(calculation: Calculation, kind: str) -> dict[str, Text]:
    calculator = calculation.calculator
    if kind == "by_stage":
        return dict(calculator.stages)
    return {path: label for path, (label, _) in calculator.processes.items()}


def apart(a: Side, b: Side, ids: Ids) -> Iterable[tuple[Which, Text]]:
    """Give the processes that only one of two standards has."""
    if a.standard is b.standard:
        return
    own = [
        {renamed(p.path, names) for p in side.standard.plan.rules.processes}
        for side, names in ((a, ids), (b, {}))
    ]
    sides: tuple[tuple[Which, Side, set[str]], ...] = (
        ("a", a, own[1]),
        ("b", b, own[0]),
    )
    for which, side, others in sides:
        for process in side.standard.plan.graph.standard.rules.processes:
            if renamed(process.path, ids if which == "a" else {}) not in others:
                yield which, named(process.path, side.standard.plan.graph.standard)
