"""Items that declare something, with the types that they give it."""

from dataclasses import dataclass
from typing import Literal

from guiju_dsl.syntax.formulas import Expression, Quantity
from guiju_dsl.syntax.words import Block, Name, Node, Path, Unit, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Node):
    """One member of a choice."""

    name: Name
    label: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Type(Node):
    """What stands after ``:``; a choice is named or has its own ``options``."""

    kind: Literal["unit", "number", "text", "date", "year", "yes_no", "choice"]
    unit: Unit | None
    choice: Name | None
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Node):
    """Head of a file: ``standard name "number" { fields }`` or ``library name { fields }``."""

    kind: Literal["standard", "library"]
    name: Path
    number: Words | None
    block: Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Use(Node):
    """``use a, b``."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extends(Node):
    """``extends general_rule``; inside ``given``, an example to start from."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Node):
    """An item of a name, a label and a block; ``quality`` has no name."""

    kind: Literal[
        "product", "boundary", "stage", "indicator", "profile", "example", "term", "gwp", "quality"
    ]
    name: Name | None
    label: Words | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Node):
    """``process name label for quantity product { }``."""

    name: Name
    label: Words | None
    amount: Quantity | None
    product: Name | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Each(Node):
    """``each name label in a .. b { }``."""

    name: Name
    label: Words | None
    rows: Expression | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Node):
    """Prose of the drafter's own: ``clause name label before|after place { }``."""

    name: Name
    label: Words | None
    position: Literal["before", "after"] | None
    place: Path | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cites(Node):
    """``cites "GB/T 1196" title``."""

    number: Words
    label: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Node):
    """``choice name label { options }``."""

    name: Name
    label: Words | None
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Node):
    """``input|output|coproduct|waste name label : type = value { }``."""

    kind: Literal["input", "output", "coproduct", "waste"]
    name: Name
    label: Words | None
    type: Type
    value: Expression | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Emission(Node):
    """``emission gas name label : type = value { }``."""

    gas: Name
    name: Name | None
    label: Words | None
    type: Type
    value: Expression | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Node):
    """``data name label : type { }``."""

    name: Name
    label: Words | None
    type: Type
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter(Node):
    """``name : type`` of a formula."""

    name: Name
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Let(Node):
    """``let name(parameters) label : type = value { }``."""

    name: Name
    parameters: tuple[Parameter, ...]
    label: Words | None
    type: Type | None
    value: Expression
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor(Node):
    """``factor name label : type by keys = value { rows }``."""

    name: Name
    label: Words | None
    type: Type
    keys: tuple[Name, ...]
    value: Expression | None
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Node):
    """``result name label : type = value { }``."""

    name: Name
    label: Words | None
    type: Type
    value: Expression
    block: Block | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenData(Node):
    """``given { rows }`` of an example, or ``given "file.yaml"`` (then ``block`` is None)."""

    block: Block | None
    file: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Override(Node):
    """``override path { }``."""

    path: Path
    block: Block
