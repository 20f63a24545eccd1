"""A declaration made ready to be analysed: its tape, and the inputs that it reads."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from guiju.command_codes import CommandFault
from guiju.inputs import DatumInput, FactorInput, Input
from guiju.library import Result, Standard
from guiju.plan.data import as_stated
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
from guiju_runtime.uncertainty import is_without_class, of_factor, uncertainty_of

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
        products: node of the footprint of each product [kgCO2e per unit]; of an analysis of further
            results, node of each of them [its unit]; ``outputs`` are their names on the tape.
        inputs: that they depend on.
        whose: names the declaration where others are it with changes: what has the same name is
            off by as much in all of them. Empty where it stands for itself.
    """

    plan: CalculationPlan
    result: Result
    profile: str
    single: Single
    values: list[Scalar]
    products: dict[str, int]
    outputs: dict[str, str]
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
    further: bool = False,
) -> Analysis:
    """Make a declaration ready to be analysed.

    Args:
        profile: rule book in place of the standard itself.
        only_uncertain: keep only inputs open that have an uncertainty; the rest is calculated once.
        whose: names the declaration where others are it with changes.
        further: analyse the further results that are numbers, in place of the footprints.

    Raises:
        CommandFault: nothing has a value, or it holds what cannot be analysed.
    """
    wanted = _results(standard.plan, result) if further else _footprints(result, profile)
    if not wanted:
        raise CommandFault(NO_FOOTPRINT, standard=standard.id)
    plan = without_findings(standard.plan, profile, further=further)
    outputs = {name: output for name, (output, _) in wanted.items()}
    inputs = _Inputs(plan=plan, reading=result.calculation.reading)
    single, values = _single(inputs, list(outputs.values()), only_uncertain=only_uncertain)
    products = {name: single.tape.outputs[output].value for name, output in outputs.items()}
    _must_agree(standard, {n: (float(values[p]), wanted[n][1]) for n, p in products.items()})
    return Analysis(
        plan=plan,
        result=result,
        profile=profile,
        single=single,
        values=values,
        products=products,
        outputs=outputs,
        inputs=inputs.read_by(single),
        whose=whose,
    )


def _footprints(result: Result, profile: str) -> dict[str, tuple[str, float]]:
    """Give by product the output and the value of each footprint that has one."""
    footprints = result.calculation.books[profile].footprints
    known = {name: found.cfp for name, found in footprints.items() if found.cfp == found.cfp}
    return {name: (f"{name}.cfp", cfp) for name, cfp in known.items()}


def _results(plan: CalculationPlan, result: Result) -> dict[str, tuple[str, float]]:
    """Give by path the output and the value of each further result that is a number to be told."""
    calculation = result.calculation
    found = {}
    for step in plan.rules.results:
        value = calculation.results.get(step.path)
        told = step.path not in calculation.calculator.confidential
        if told and step.kind == "number" and isinstance(value, float) and value == value:
            found[step.path] = (f"results.{step.path}", value)
    return found


def _single(
    inputs: "_Inputs", asked: list[str], *, only_uncertain: bool
) -> tuple[Single, list[Scalar]]:
    """Put some outputs of one declaration on a tape with open inputs; give its values, too."""
    plan, reading = inputs.plan, inputs.reading

    def varies(entry: Entry, value: float) -> bool:
        known = inputs.of(entry, value)
        return known is not None and (known.spread is not None or not only_uncertain)

    single = single_tape(_tape(plan, reading, asked), _known(plan, reading), varies)
    return single, evaluated(single.tape, single.values)


def _tape(plan: CalculationPlan, reading: Reading[float], asked: list[str]) -> Tape:
    """Put some outputs on a tape, with their inputs apart."""
    try:
        return tape_of(plan, _columns(plan, reading), asked, tested=False, apart=True)
    except Refused as fault:
        standard = plan.data_model.standard.id
        raise CommandFault(NOT_ANALYSABLE, standard=standard, reason=fault.reason) from fault


def _must_agree(standard: Standard, pairs: dict[str, tuple[float, float]]) -> None:
    for name, (own, given) in pairs.items():
        if abs(own - given) > NEAR * max(abs(own), abs(given)):
            reason = Text(
                zh=f"{name} 列式计算得 {own!r}，逐份计算得 {given!r}",
                en=f"on columns {name} comes to {own!r}, by itself to {given!r}",
            )
            raise CommandFault(NOT_ANALYSABLE, standard=standard.id, reason=reason)


def without_findings(plan: CalculationPlan, profile: str, *, further: bool) -> CalculationPlan:
    """Give the plan of one rule book without provisions that bear on no number, but for limits.

    Args:
        profile: name of the rule book, empty for the standard itself.
        further: whether further results stay.

    What stops a further result must not stop a footprint: they stand on it only if they are asked.
    """
    rules: RulePlan = next(rules for rules in (plan.rules, *plan.profiles) if rules.name == profile)
    limits = tuple(p for p in rules.provisions if p.force == "limit")
    results = rules.results if further else ()
    rules = replace(rules, name="", results=results, provisions=limits)
    return replace(plan, rules=rules, profiles=())


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

    def read_by(self, single: Single) -> tuple[Analysed, ...]:
        """Give the inputs that a tape reads."""
        found = (self.of(entry, single.values[name]) for name, entry in single.entries.items())
        return tuple(one for one in found if one is not None)

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
        return Analysed(
            name=entry.name,
            known=FactorInput(table=table, keys=row.keys),
            value=value,
            spread=of_factor(as_stated(row.uncertainty)),
            classless=False,
            default=False,
        )
