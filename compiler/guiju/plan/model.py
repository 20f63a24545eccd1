"""The calculation plan: every value in order, every contribution, every draw."""

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Literal

from msgspec import Struct

from guiju.graph.model import ProcessGraph
from guiju_dsl.standard.expressions import Expression, Kind
from guiju_dsl.standard.model import Datum, Function, Notes, Provision, Table
from guiju_runtime.data_model import DataModel
from guiju_runtime.messages import Text
from guiju_runtime.units import PLAIN_NUMBER, Unit


class Collect(Struct, frozen=True, kw_only=True):
    """Read a datum.

    Attributes:
        default: value where none is given, or none.
        zero_if_absent: whether its absence means an amount of 0: a guarded or optional flow.
    """

    path: str
    datum: Datum
    process: str
    group: str
    only_when: Expression | None
    default: Expression | None
    zero_if_absent: bool


class Compute(Struct, frozen=True, kw_only=True):
    """Calculate a named value.

    Attributes:
        written: its formula as the author wrote it, on one line.
        zero_if_absent: whether it is 0 outside ``only_when``: an amount.
    """

    path: str
    label: Text
    kind: Kind
    unit: Unit
    process: str
    group: str
    only_when: Expression | None
    value: Expression
    written: str
    zero_if_absent: bool
    notes: Notes


class Series(Struct, frozen=True, kw_only=True):
    """Make the rows of a group, one for each whole number from ``low`` to ``high``: the index.

    Attributes:
        path: of the group; in each of its rows it is the index.
    """

    path: str
    label: Text
    process: str
    low: Expression
    high: Expression
    notes: Notes

    kind: ClassVar[Kind] = "number"
    unit: ClassVar[Unit] = PLAIN_NUMBER
    group: ClassVar[str] = ""
    only_when: ClassVar[None] = None
    zero_if_absent: ClassVar[bool] = False


Step = Collect | Compute | Series


class Contribution(Struct, frozen=True, kw_only=True):
    """What one flow adds to the burden of its process [kgCO2e]: amount times rate.

    Attributes:
        kind: background of an input or waste, direct emission, or credit (counted negative).
        amount: path of the amount, in the unit of the flow.
        rate: kgCO2e for each unit of the amount; None for an emission.
        part: part of its process that it adds to: the path of the process, or of an input that is
            allocated by itself.
        gas: gas emitted, or the datum that chooses it; ``to_kg`` turns its amount into kg.
        rest: whether only what ``draw`` of the same flow leaves uncovered counts.
        excluded: whether the rule book leaves it out.
    """

    flow: str
    part: str
    label: Text
    group: str
    kind: Literal["input", "waste", "emission", "credit"]
    amount: str
    rate: Expression | None
    gas: str | Expression
    to_kg: Fraction
    origin: str
    rest: bool
    excluded: bool


class Draw(Struct, frozen=True, kw_only=True):
    """An input that is drawn from another process.

    Attributes:
        part: part of its process that it adds to, as of a contribution.
        ratio: units of the source in one unit of the input.
        limited: whether the source covers the need only up to its amount.
    """

    flow: str
    part: str
    group: str
    amount: str
    supplier: str
    source: str
    ratio: Fraction
    limited: bool
    excluded: bool


class ProductFlow(Struct, frozen=True, kw_only=True):
    """An output or coproduct with its allocation.

    Attributes:
        basis: what shares are made from; None where the process has one product.
        share: fixed share; the others divide the rest.
    """

    flow: str
    amount: str
    unit: Unit
    basis: Expression | None
    share: Expression | None


class Apart(Struct, frozen=True, kw_only=True):
    """An input whose burden the products divide in a way of its own.

    Attributes:
        products: those of the process, with the basis for this input.
    """

    flow: str
    label: Text
    products: tuple[ProductFlow, ...]


class ProcessPlan(Struct, frozen=True, kw_only=True):
    """One unit process: what it makes, what it adds, what it draws.

    Attributes:
        products: what it makes, with their shares of all that is not ``apart``.
        per: amount of ``product`` that a downstream process is written for, in the unit of its
            flow, or none.
    """

    path: str
    label: Text
    stage: str
    only_when: Expression | None
    per: Expression | None
    product: str
    products: tuple[ProductFlow, ...]
    apart: tuple[Apart, ...]
    contributions: tuple[Contribution, ...]
    draws: tuple[Draw, ...]
    excluded: bool

    def sharing(self) -> Iterator[Expression]:
        """Give every formula that shares are made from."""
        for product in (*self.products, *(p for one in self.apart for p in one.products)):
            yield from (part for part in (product.basis, product.share) if part is not None)


class Outcome(Struct, frozen=True, kw_only=True):
    """A declared product.

    Attributes:
        reference_flow: amount of its flow for one unit, in the unit of the flow.
        unit_label: the unit that the footprint is for, ``1 t``, ``1 bottle``.
    """

    name: str
    label: Text
    flow: str
    process: str
    flow_unit: Unit
    reference_flow: Expression
    unit_label: Text


class RulePlan(Struct, frozen=True, kw_only=True):
    """All that one rule book computes.

    Attributes:
        name: empty for the standard itself, else the profile.
        gwp: potentials [kgCO2e/kg] by gas and origin; an empty origin holds for any.
        counts_biogenic: whether biogenic CO2 is in the headline.
        steps: every value after those that it reads.
        loops: groups of processes that supply each other.
        functions: formulas with parameters; where they are called they stand in place already.
    """

    name: str
    label: Text
    gwp_set: str
    gwp: tuple[tuple[str, str, Fraction], ...]
    counts_biogenic: bool
    steps: tuple[Step, ...]
    processes: tuple[ProcessPlan, ...]
    loops: tuple[tuple[str, ...], ...]
    outcomes: tuple[Outcome, ...]
    results: tuple[Compute, ...]
    provisions: tuple[Provision, ...]
    tables: tuple[Table, ...]
    functions: tuple[Function, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """Give the repeated groups that have values, those made by the rule included."""
        made = (step.path for step in self.steps if isinstance(step, Series))
        return tuple(dict.fromkeys((*made, *(step.group for step in self.steps if step.group))))


class CalculationPlan(Struct, frozen=True, kw_only=True):
    """The plan of the standard and of each profile, with the data that they ask for."""

    graph: ProcessGraph
    data_model: DataModel
    rules: RulePlan
    profiles: tuple[RulePlan, ...]
