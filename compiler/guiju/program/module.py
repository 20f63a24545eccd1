"""A plan as the constants and functions of one module."""

from collections.abc import Iterator

from guiju.plan.model import CalculationPlan
from guiju.program.code import Function
from guiju.program.dialect import Dialect
from guiju.program.functions import functions
from guiju.program.literals import literal
from guiju.program.names import constant_name
from guiju.program.tables import runtime_table, tables_used
from guiju.program.whole import calculator


def tables(plan: CalculationPlan, dialect: Dialect) -> Iterator[str]:
    """Print the factor tables."""
    for table in tables_used(plan):
        yield dialect.constant(constant_name(table.path), literal(runtime_table(table)))


def processes(plan: CalculationPlan, dialect: Dialect) -> Iterator[str]:
    """Print the functions of all rule books, each once."""
    own = {f.name: f for book in functions_used(plan).values() for f in book}
    yield from map(dialect.function, own.values())


def whole(plan: CalculationPlan, dialect: Dialect) -> Iterator[str]:
    """Print the data that the standard asks for, and all that it calculates."""
    used = functions_used(plan)
    names = {name: tuple(f.name for f in book) for name, book in used.items()}
    yield dialect.constant("DATA_MODEL", literal(plan.data_model))
    yield dialect.constant("CALCULATOR", calculator(plan, names))


def functions_used(plan: CalculationPlan) -> dict[str, list[Function]]:
    """Give the functions of each rule book; a profile uses those of the standard where it can."""
    main = list(functions(plan.rules, ""))
    same = {(function.explained, function.body): function for function in main}
    used = {"": main}
    for profile in plan.profiles:
        own = functions(profile, f"_{profile.name}")
        used[profile.name] = [same.get((f.explained, f.body), f) for f in own]
    return used
