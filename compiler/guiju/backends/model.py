"""What a backend is, and what it gives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guiju.plan.model import CalculationPlan


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file to write: its path below the standard's folder, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Backend:
    """One kind of product of a plan.

    Attributes:
        name: as ``build --only`` takes it.
        summary: what it is, in one line of English and Chinese.
        emit: the artifacts of a plan; same plan, same bytes.
    """

    name: str
    summary: str
    emit: "Callable[[CalculationPlan], Iterator[Artifact]]"
