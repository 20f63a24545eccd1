"""What a declaration for another standard comes to, where the result is built on one."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from guiju.explain.model import Explanation
from guiju.plan.model import CalculationPlan
from guiju_runtime.calculating import Calculation

USE = "use."
Others = Callable[[str], CalculationPlan | None]
"""Gives the plan of a standard whose results are used, by its id; None where it is not at hand."""


def no_others(_standard: str) -> CalculationPlan | None:
    """Have no plan of another standard."""
    return None


def parted(name: str) -> tuple[str, str]:
    """Part ``use.STANDARD.name`` into the id of the standard and the name in its result."""
    standard, _, rest = name.removeprefix(USE).partition(".")
    return (standard, rest) if name.startswith(USE) else ("", "")


def within(standard: str, node: Explanation) -> Explanation:
    """Give an explanation in the result of another standard as one in the whole."""
    return replace(
        node,
        path=f"{USE}{standard}.{node.path}",
        clause=f"{standard}.{node.clause}" if node.clause else "",
        parts=tuple(within(standard, part) for part in node.parts),
    )


def clauses_of(calculation: Calculation) -> dict[str, str]:
    """Give the printed numbers of clauses; before those of another standard stands its number."""
    return dict(_clauses(calculation))


def _clauses(calculation: Calculation) -> Iterator[tuple[str, str]]:
    yield from calculation.calculator.clauses.items()
    for name, one in calculation.attached.items():
        version = one.calculation.model.standard.version
        for id, number in _clauses(one.calculation):
            yield f"{name}.{id}", f"{version} {number}"
