"""What a process adds to the footprint, draws from others and makes: the terms of the network."""

from typing import Literal, NamedTuple

ContributionKind = Literal["input", "waste", "emission", "credit"]


class Emission(NamedTuple):
    """A gas that a process emits, before a rule book says what it counts for.

    Attributes:
        gas: its name, None where that has no value.
        amount: in the unit of the flow; ``mass`` the same in kg.
    """

    process: str
    flow: str
    row: int | None
    gas: str | None
    origin: str
    amount: float
    mass: float


class Contribution(NamedTuple):
    """What one flow adds to the burden of its process.

    Attributes:
        part: part of the process that it adds to: the process, or an input allocated by itself.
        gas: name of the gas emitted; empty for a factor in CO2e.
        value: kgCO2e, for the whole period.
        beside: kgCO2e of biogenic CO2 that stands beside the footprint.
        rest: whether only the part counts that the draw of the same flow leaves uncovered.
    """

    process: str
    part: str
    flow: str
    row: int | None
    kind: ContributionKind
    gas: str
    origin: str
    amount: float
    value: float
    beside: float
    rest: bool


class Draw(NamedTuple):
    """An input drawn from another process; ``amount`` in the unit of the source.

    Attributes:
        part: part of the process that it adds to, as of a contribution.
        limited: whether the source covers the need only up to its amount.
    """

    process: str
    part: str
    flow: str
    row: int | None
    supplier: str
    source: str
    amount: float
    limited: bool


class Output(NamedTuple):
    """A product of a process with what its share of a part of it is made from."""

    process: str
    part: str
    flow: str
    amount: float
    basis: float | None
    share: float | None
