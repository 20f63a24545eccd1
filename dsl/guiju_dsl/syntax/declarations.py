"""Items that declare something, with the types that they give it."""

from typing import Literal

from guiju_dsl.syntax.formulas import Expression, Quantity
from guiju_dsl.syntax.words import Block, Name, Node, Path, Unit, Words


class Option(Node, frozen=True, kw_only=True):
    """One member of a choice."""

    name: Name
    label: Words | None


class Type(Node, frozen=True, kw_only=True):
    """What stands after ``:``; a choice is named or has its own ``options``."""

    kind: Literal["unit", "number", "text", "date", "year", "yes_no", "choice"]
    unit: Unit | None
    choice: Name | None
    options: tuple[Option, ...]


class Document(Node, frozen=True, kw_only=True):
    """Head of a file: ``standard name "number" { fields }`` or ``library name { fields }``."""

    kind: Literal["standard", "library"]
    name: Path
    number: Words | None
    block: Block


class Use(Node, frozen=True, kw_only=True):
    """``use a, b``."""

    paths: tuple[Path, ...]


class Extends(Node, frozen=True, kw_only=True):
    """``extends general_rule``; inside ``given``, an example to start from."""

    path: Path


class Named(Node, frozen=True, kw_only=True):
    """An item of a name, a label and a block; ``quality`` has no name."""

    kind: Literal[
        "product", "boundary", "stage", "indicator", "profile", "example", "term", "gwp", "quality"
    ]
    name: Name | None
    label: Words | None
    block: Block | None


class Process(Node, frozen=True, kw_only=True):
    """``process name label for quantity product { }``."""

    name: Name
    label: Words | None
    amount: Quantity | None
    product: Name | None
    block: Block | None


class Each(Node, frozen=True, kw_only=True):
    """``each name label in a .. b { }``."""

    name: Name
    label: Words | None
    rows: Expression | None
    block: Block | None


class Clause(Node, frozen=True, kw_only=True):
    """Prose of the drafter's own: ``clause name label before|after place { }``."""

    name: Name
    label: Words | None
    position: Literal["before", "after"] | None
    place: Path | None
    block: Block | None


class Cites(Node, frozen=True, kw_only=True):
    """``cites "GB/T 1196" title``."""

    number: Words
    label: Words | None


class Choice(Node, frozen=True, kw_only=True):
    """``choice name label { options }``."""

    name: Name
    label: Words | None
    options: tuple[Option, ...]


class Flow(Node, frozen=True, kw_only=True):
    """``input|output|coproduct|waste name label : type = value { }``."""

    kind: Literal["input", "output", "coproduct", "waste"]
    name: Name
    label: Words | None
    type: Type
    value: Expression | None
    block: Block | None


class Emission(Node, frozen=True, kw_only=True):
    """``emission gas name label : type = value { }``."""

    gas: Name
    name: Name | None
    label: Words | None
    type: Type
    value: Expression | None
    block: Block | None


class Data(Node, frozen=True, kw_only=True):
    """``data name label : type { }``."""

    name: Name
    label: Words | None
    type: Type
    block: Block | None


class Parameter(Node, frozen=True, kw_only=True):
    """``name label : type`` of a formula."""

    name: Name
    label: Words | None
    type: Type


class Let(Node, frozen=True, kw_only=True):
    """``let name(parameters) label : type = value { }``."""

    name: Name
    parameters: tuple[Parameter, ...]
    label: Words | None
    type: Type | None
    value: Expression
    block: Block | None


class Factor(Node, frozen=True, kw_only=True):
    """``factor name label : type by keys = value { rows }``."""

    name: Name
    label: Words | None
    type: Type
    keys: tuple[Name, ...]
    value: Expression | None
    block: Block | None


class Result(Node, frozen=True, kw_only=True):
    """``result name label : type = value { }``."""

    name: Name
    label: Words | None
    type: Type
    value: Expression
    block: Block | None


class GivenData(Node, frozen=True, kw_only=True):
    """``given { rows }`` of an example, or ``given "file.yaml"`` (then ``block`` is None)."""

    block: Block | None
    file: Words | None


class Override(Node, frozen=True, kw_only=True):
    """``override path { }``."""

    path: Path
    block: Block
