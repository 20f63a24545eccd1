"""Declarations: what has a name and a block."""

from typing import Any, Final

from guiju_dsl.source import Span
from guiju_dsl.syntax.tree import (
    Block,
    Choice,
    Cites,
    Clause,
    Data,
    Document,
    Each,
    Emission,
    Expression,
    Extends,
    Factor,
    Flow,
    GivenData,
    Let,
    Name,
    Named,
    Option,
    Override,
    Parameter,
    Path,
    Process,
    Quantity,
    Result,
    Type,
    Use,
    Words,
)

Label = Words | None


def document(span: Span, kind: str, name: Path, number: Label, block: Block) -> Document:
    """``standard`` or ``library``."""
    return Document(
        span=span,
        kind="standard" if kind == "STANDARD" else "library",
        name=name,
        number=number,
        block=block,
    )


def use(span: Span, _use: str, *paths: Path) -> Use:
    """``use a, b``."""
    return Use(span=span, paths=paths)


def extends(span: Span, _extends: str, path: Path) -> Extends:
    """``extends a``."""
    return Extends(span=span, path=path)


def named(span: Span, kind: Any, name: Name, label: Label, block: Block | None) -> Named:
    """``product``, ``stage`` and the like."""
    return Named(span=span, kind=kind.lower(), name=name, label=label, block=block)


def quality(span: Span, _quality: str, block: Block) -> Named:
    """``quality { … }``."""
    return Named(span=span, kind="quality", name=None, label=None, block=block)


def process(
    span: Span,
    _process: str,
    name: Name,
    label: Label,
    _for: str | None,
    amount: Quantity | None,
    product: Name | None,
    block: Block,
) -> Process:
    """``process p for 1 kWh q { … }``."""
    return Process(span=span, name=name, label=label, amount=amount, product=product, block=block)


def each(
    span: Span, _each: str, name: Name, label: Label, _in: str | None, rows: Any, block: Block
) -> Each:
    """``each n in a .. b { … }``."""
    return Each(span=span, name=name, label=label, rows=rows, block=block)


def clause(
    span: Span,
    _clause: str,
    name: Name,
    label: Label,
    position: str | None,
    place: Path | None,
    block: Block,
) -> Clause:
    """``clause c after d { … }``."""
    side: Any = position.lower() if position else None
    return Clause(span=span, name=name, label=label, position=side, place=place, block=block)


def cites(span: Span, _cites: str, number: Words, label: Label) -> Cites:
    """``cites "GB/T 1196"``."""
    return Cites(span=span, number=number, label=label)


def choice(
    span: Span, _choice: str, name: Name, label: Label, options: tuple[Option, ...]
) -> Choice:
    """``choice c { a, b }``."""
    return Choice(span=span, name=name, label=label, options=options)


def flow(
    span: Span,
    kind: Any,
    name: Name,
    label: Label,
    of_type: Type,
    value: Expression | None,
    block: Block | None,
) -> Flow:
    """``input``, ``output``, ``coproduct``, ``waste``."""
    return Flow(
        span=span,
        kind=kind.lower(),
        name=name,
        label=label,
        type=of_type,
        value=value,
        block=block,
    )


def emission(
    span: Span,
    _emission: str,
    gas: Name,
    name: Name | None,
    label: Label,
    of_type: Type,
    value: Expression | None,
    block: Block | None,
) -> Emission:
    """``emission CO2 burning : t = …``."""
    return Emission(
        span=span, gas=gas, name=name, label=label, type=of_type, value=value, block=block
    )


def data(
    span: Span, _data: str, name: Name, label: Label, of_type: Type, block: Block | None
) -> Data:
    """``data d : %``."""
    return Data(span=span, name=name, label=label, type=of_type, block=block)


def let(
    span: Span,
    _let: str,
    name: Name,
    parameters: tuple[Parameter, ...] | None,
    label: Label,
    of_type: Type | None,
    value: Expression,
    block: Block | None,
) -> Let:
    """``let f(a : %) : t = …``."""
    return Let(
        span=span,
        name=name,
        parameters=parameters or (),
        label=label,
        type=of_type,
        value=value,
        block=block,
    )


def parameters(_span: Span, *members: Parameter) -> tuple[Parameter, ...]:
    """``(a : %, b : t)``."""
    return members


def parameter(span: Span, name: Name, label: Label, of_type: Type) -> Parameter:
    """``a zh "…" : %``."""
    return Parameter(span=span, name=name, label=label, type=of_type)


def factor(
    span: Span,
    _factor: str,
    name: Name,
    label: Label,
    of_type: Type,
    keys: tuple[Name, ...] | None,
    value: Expression | None,
    block: Block | None,
) -> Factor:
    """``factor f : u by k { … }``."""
    return Factor(
        span=span,
        name=name,
        label=label,
        type=of_type,
        keys=keys or (),
        value=value,
        block=block,
    )


def factor_keys(_span: Span, _by: str, *names: Name) -> tuple[Name, ...]:
    """``by a, b``."""
    return names


def result(
    span: Span,
    _result: str,
    name: Name,
    label: Label,
    of_type: Type,
    value: Expression,
    block: Block | None,
) -> Result:
    """``result r : t = …``."""
    return Result(span=span, name=name, label=label, type=of_type, value=value, block=block)


def given_data(span: Span, _given: str, block: Block) -> GivenData:
    """``given { … }``."""
    return GivenData(span=span, block=block, file=None)


def given_file(span: Span, _given: str, file: Words) -> GivenData:
    """``given "plant.yaml"``."""
    return GivenData(span=span, block=None, file=file)


def override(span: Span, _override: str, path: Path, block: Block) -> Override:
    """``override a.b { … }``."""
    return Override(span=span, path=path, block=block)


DECLARATIONS: Final[dict[str, Any]] = {
    "document": document,
    "use": use,
    "extends": extends,
    "named": named,
    "quality": quality,
    "process": process,
    "each": each,
    "clause": clause,
    "cites": cites,
    "choice": choice,
    "flow": flow,
    "emission": emission,
    "data": data,
    "let": let,
    "parameters": parameters,
    "parameter": parameter,
    "factor": factor,
    "keys": factor_keys,
    "result": result,
    "given_data": given_data,
    "given_file": given_file,
    "override": override,
}
