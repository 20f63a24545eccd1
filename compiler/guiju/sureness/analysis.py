"""A declaration made ready to be analysed: its tape, and the inputs that it reads."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from guiju.command_codes import CommandFault
from guiju.inputs import DatumInput, FactorInput, Input
from guiju.library import Result, Standard
from guiju.plan.model import CalculationPlan, RulePlan
from guiju.question_codes import NO_FOOTPRINT, NOT_ANALYSABLE
from guiju.tape import Columns, Tape, tape_of
from guiju.tape.lowering import Refused
from guiju.tape.scalars import Scalar, evaluated
from guiju.tape.single import Entry, Known, Single, single_tape
from guiju_runtime.data_model import Datum
from guiju_runtime.given import INVALID, Place, Reading
from guiju_runtime.messages import Text
from guiju_runtime.spread import Spread
from guiju_runtime.uncertainty import is_without_class, uncertainty_of

NEAR = 1e-9
"""By how much, as a ratio, the tape may differ from the calculator."""


class Analysed(Struct, frozen=True, kw_only=True):
    """An input of a declaration.

    Attributes:
        name: on the tape.
        value: as declared [unit of the input].
        spread: how far it may be off, None for one that is taken as exact.
        classless: whether nothing says how good it is, so that it counts as the last level.
    """

    name: str
    known: Input
    value: float
    spread: Spread | None
    classless: bool
    default: bool


class Analysis(Struct, frozen=True, kw_only=True):
    """A declaration ready to be analysed.

    Attributes:
        values: of every node of the tape, as declared.
        products: node of the footprint of each product [kgCO2e per unit].
        inputs: that the footprints depend on.
        whose: names the declaration where others are it with changes: what has the same name is
            off by as much in all of them. Empty where it stands for itself.
    """

    plan: CalculationPlan
    result: Result
    profile: str
    single: Single
    values: list[Scalar]
    products: dict[str, int]
    inputs: tuple[Analysed, ...]
    whose: str = ""

    def footprint(self, product: str) -> float:
        """Give a footprint as declared [kgCO2e per unit]."""
        return float(self.values[self.products[product]])


def analysed(
    standard: Standard,
    result: Result,
    profile: str = "",
    *,
    only_uncertain: bool = False,
    whose: str = "",
) -> Analysis:
    """Make a declaration ready to be analysed.

    Args:
        profile: rule book in place of the standard itself.
        only_uncertain: keep only inputs open that have an uncertainty; the rest is calculated once.
        whose: names the declaration where others are it with changes.

    Raises:
        CommandFault: its footprint has no value, or it holds what cannot be analysed.
    """
    reading = result.calculation.reading
    footprints = result.calculation.books[profile].footprints
    known_footprints = {n: found.cfp for n, found in footprints.items() if found.cfp == found.cfp}
    if not known_footprints:
        raise CommandFault(NO_FOOTPRINT, standard=standard.id)
    plan = _footprints_only(standard.plan, profile)
    tape = _tape(plan, reading, list(known_footprints))
    inputs = _Inputs(plan=plan, reading=reading)

    def varies(entry: Entry, value: float) -> bool:
        known = inputs.of(entry, value)
        return known is not None and (known.spread is not None or not only_uncertain)

    single = single_tape(tape, _known(plan, reading), varies)
    values = evaluated(single.tape, single.values)
    products = {name: single.tape.outputs[f"{name}.cfp"].value for name in known_footprints}
    for name, place in products.items():
        _must_agree(standard, float(values[place]), known_footprints[name])
    found = (inputs.of(entry, single.values[name]) for name, entry in single.entries.items())
    return Analysis(
        plan=plan,
        result=result,
        profile=profile,
        single=single,
        values=values,
        products=products,
        inputs=tuple(one for one in found if one is not None),
        whose=whose,
    )


def _tape(plan: CalculationPlan, reading: Reading[float], products: list[str]) -> Tape:
    """Put the footprints of some products on a tape, with their inputs apart."""
    asked = [f"{name}.cfp" for name in products]
    try:
        return tape_of(plan, _columns(plan, reading), asked, tested=False, apart=True)
    except Refused as fault:
        standard = plan.data_model.standard.id
        raise CommandFault(NOT_ANALYSABLE, standard=standard, reason=fault.reason) from fault


def _must_agree(standard: Standard, own: float, given: float) -> None:
    if abs(own - given) > NEAR * max(abs(own), abs(given)):
        reason = Text(
            zh=f"列式计算得 {own!r}，逐份计算得 {given!r}",
            en=f"on columns it comes to {own!r}, by itself to {given!r}",
        )
        raise CommandFault(NOT_ANALYSABLE, standard=standard.id, reason=reason)


def _footprints_only(plan: CalculationPlan, profile: str) -> CalculationPlan:
    """Give the plan of one rule book without what does not bear on footprints."""
    rules: RulePlan = next(rules for rules in (plan.rules, *plan.profiles) if rules.name == profile)
    limits = tuple(p for p in rules.provisions if p.force == "limit")
    return replace(plan, rules=replace(rules, name="", results=(), provisions=limits), profiles=())


def _columns(plan: CalculationPlan, reading: Reading[float]) -> Columns:
    """Tell which data are given, and which of them in every row."""
    present: set[str] = set()
    full: set[str] = set()
    for datum in plan.data_model.data:
        given = [value is not None for _, value in _values_of(datum, reading)]
        if any(given):
            present.add(datum.path)
        if given and all(given):
            full.add(datum.path)
    return Columns(present=frozenset(present), full=frozenset(full))


def _values_of(datum: Datum, reading: Reading[float]) -> Iterator[tuple[int | None, object]]:
    """Give the values of a datum, row by row; None where it is not given or cannot be used."""
    if not datum.group:
        yield None, _usable(reading.values.get(datum.path))
        return
    name = datum.path[len(datum.group) + 1 :]
    for row, values in enumerate(reading.rows.get(datum.group, ())):
        yield row, _usable(values.get(name))


def _usable(value: object) -> object:
    return None if value is INVALID else value


def _known(plan: CalculationPlan, reading: Reading[float]) -> Known:
    values: dict[tuple[str, int | None], Scalar | str | None] = {
        ("year", None): float(reading.year or 0),
        ("period", None): float(reading.months or 0),
    }
    for datum in plan.data_model.data:
        for row, value in _values_of(datum, reading):
            if isinstance(value, float | int | str):
                values[datum.path, row] = value
    return Known(
        values=values,
        rows={group: len(rows) for group, rows in reading.rows.items()},
        factors={
            table.path: [row.value.numerator / row.value.denominator for row in table.rows]
            for table in plan.rules.tables
        },
    )


class _Inputs(Struct, frozen=True, kw_only=True):
    """Finds what stands behind what a tape reads."""

    plan: CalculationPlan
    reading: Reading[float]

    def of(self, entry: Entry, value: float) -> Analysed | None:
        """Give an input of that value; None for what is no measured number, as a year."""
        if entry.factor:
            return self._factor(entry, value)
        model = self.plan.data_model
        datum = next((d for d in model.data if d.path == entry.path), None)
        if datum is None or datum.kind != "number":
            return None
        given = None if entry.default else self.reading.about.get(Place(datum.path, entry.row))
        return Analysed(
            name=entry.name,
            known=DatumInput(datum=datum, row=entry.row),
            value=value,
            spread=uncertainty_of(datum, given, model.indicators),
            classless=is_without_class(datum, given, model.indicators),
            default=entry.default,
        )

    def _factor(self, entry: Entry, value: float) -> Analysed:
        table = next(t for t in self.plan.rules.tables if t.path == entry.path)
        row = table.rows[entry.row or 0]
        own = row.uncertainty
        spread = Spread(own.kind, tuple(map(float, own.parameters))) if own is not None else None
        return Analysed(
            name=entry.name,
            known=FactorInput(table=table, keys=row.keys),
            value=value,
            spread=spread,
            classless=False,
            default=False,
        )
