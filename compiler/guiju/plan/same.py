"""A plan as a key: what hangs on a plan alone is worked out once while the plan is at hand."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """One value as a key that equals only itself: a plan is long to compare."""

    def __init__(self, value: T) -> None:
        """Keep ``value``, so that no other has its identity meanwhile."""
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value
