"""Type calls of functions and of formulas with parameters."""

from typing import Final

from guiju_dsl.diagnostics import at
from guiju_dsl.names.formulas import FUNCTIONS
from guiju_dsl.names.model import ToDeclaration
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.codes import WRONG_ARGUMENTS
from guiju_dsl.standard.expressions import Expression, unit_of
from guiju_dsl.standard.formulas.aggregates import WrongArguments, aggregate, balance
from guiju_dsl.standard.formulas.assigning import of_type
from guiju_dsl.standard.formulas.fitting import plain
from guiju_dsl.standard.formulas.molar import molar_mass
from guiju_dsl.standard.formulas.typing import Typing
from guiju_dsl.syntax import tree
from guiju_runtime.units import PLAIN_NUMBER, parse_unit

MOLAR_MASS: Final = parse_unit("g/mol")
OF_ROWS: Final = ("sum", "mean", "min", "max", "count")
OF_PLAIN_NUMBERS: Final = ("exp", "ln", "sqrt")
OF_ANY_NUMBER_OF_VALUES: Final = ("min", "max")
USAGE: Final = {
    "sum": "sum(group.value)",
    "mean": "mean(group.value)",
    "count": "count(group)",
    "M": "M(CO2)",
    "inflow": "inflow(carbon)",
    "outflow": "outflow(carbon)",
}


def call(types: Typing, node: tree.Call, row: str) -> Expression | None:
    """Type a call of a function or of a formula with parameters."""
    function = FUNCTIONS.get(node.function.text)
    if function is None:
        return _formula(types, node, row)
    if function == "M":
        found: Expression | WrongArguments | None = _molar(node)
    elif function in ("inflow", "outflow"):
        found = balance(types, node)
    elif function in OF_ROWS and len(node.arguments) == 1:
        found = aggregate(types, function, node.arguments[0].value, row)
    else:
        return _applied(types, node, function, row)
    if found == "wrong arguments":
        _wrong_arguments(types, node, USAGE.get(function, f"{function}(a, b)"))
        return None
    return found


def _wrong_arguments(types: Typing, node: tree.Call, usage: str) -> None:
    fault = at(WRONG_ARGUMENTS, node.span, function=node.function.text, usage=usage)
    types.faults.append(fault)


def _applied(types: Typing, node: tree.Call, function: str, row: str) -> Expression | None:
    """Type a function of numbers: of several they are brought into one unit."""
    values = [argument.value for argument in node.arguments]
    if len(values) > 1 and function not in OF_ANY_NUMBER_OF_VALUES:
        _wrong_arguments(types, node, USAGE.get(function, f"{function}(value)"))
        return None
    numbers = [types.number(value, row) for value in values]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return None
    if function in OF_PLAIN_NUMBERS:
        return _of_plain_number(types, function, values[0], known[0])
    first, aligned = known[0], []
    for value, number in zip(values[1:], known[1:], strict=True):
        pair = types.aligned(values[0], first, value, number)
        if pair is None:
            return None
        first = pair[0]
        aligned.append(pair[1])
    return typed.Applied(function=function, arguments=(first, *aligned), unit=unit_of(first))


def _of_plain_number(
    types: Typing, function: str, node: tree.Expression, value: Expression
) -> Expression | None:
    argument = plain(value)
    if argument is None:
        types.fault_unit(node, unit_of(value), "1")
        return None
    return typed.Applied(function=function, arguments=(argument,), unit=PLAIN_NUMBER)


def _molar(node: tree.Call) -> Expression | WrongArguments:
    """Give the molar mass of the substance named in ``M(…)``."""
    argument = node.arguments[0].value if len(node.arguments) == 1 else None
    mass = molar_mass(argument.text) if isinstance(argument, tree.Path) else None
    if mass is None:
        return "wrong arguments"
    return typed.Number(value=mass, written=f"{float(mass):.8g}", unit=MOLAR_MASS)


def _formula(types: Typing, node: tree.Call, row: str) -> Expression | None:
    """Put the arguments in place of the parameters of a formula."""
    reference = types.names.references.get(node.function.span)
    if not isinstance(reference, ToDeclaration):
        _wrong_arguments(types, node, node.function.text)
        return None
    let = types.names.declarations[reference.path].node
    parameters = let.parameters if isinstance(let, tree.Let) else ()
    arguments = _by_parameter(node, parameters)
    if arguments is None or not isinstance(let, tree.Let):
        names = ", ".join(parameter.name.text for parameter in parameters)
        _wrong_arguments(types, node, f"{node.function.text}({names})" if names else reference.path)
        return None
    bound: dict[str, Expression] = {}
    for parameter in parameters:
        argument = arguments[parameter.name.text]
        value = types.expression(argument, row)
        fitted = of_type(types, argument, value, parameter.type) if value is not None else None
        if fitted is not None:
            bound[parameter.name.text] = fitted
    body = body_of(types, let, bound, row) if len(bound) == len(parameters) else None
    if body is None:
        return None
    return typed.Called(
        function=reference.path, arguments=tuple(bound.items()), body=body, unit=unit_of(body)
    )


def _by_parameter(
    node: tree.Call, parameters: tuple[tree.Parameter, ...]
) -> dict[str, tree.Expression] | None:
    """Give each parameter its argument; None if one is missing, unknown or given twice."""
    names = [parameter.name.text for parameter in parameters]
    by_place = [argument.value for argument in node.arguments if argument.name is None]
    by_name = [(a.name.text, a.value) for a in node.arguments if a.name is not None]
    found = dict([*zip(names, by_place, strict=False), *by_name])
    complete = found.keys() == set(names) and len(node.arguments) == len(names)
    return found if complete and names else None


def body_of(
    types: Typing, let: tree.Let, bound: dict[str, Expression], row: str
) -> Expression | None:
    """Type the formula of ``let`` with ``bound`` in place of its parameters."""
    before, types.parameters = types.parameters, bound
    value = types.expression(let.value, row)
    types.parameters = before
    if value is None or let.type is None:
        return value
    return of_type(types, let.value, value, let.type)
