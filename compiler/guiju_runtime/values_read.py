"""The values of a declaration while it is read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Generic, TypeVar

from guiju_runtime.data_model import Datum
from guiju_runtime.data_names import Name
from guiju_runtime.data_value import Exact, plain_number
from guiju_runtime.findings import Finding
from guiju_runtime.given import Given, Place, Value, Wrong
from guiju_runtime.value_origin import SOURCED, known_source

N = TypeVar("N")


@dataclass(slots=True, kw_only=True)
class ValuesRead(Generic[N]):
    """What has been read so far.

    Attributes:
        number: makes a number of numerator and denominator.
        given: values with their numbers made; ``distinct`` exact, of data that differ everywhere.
        about: what is said of them.
        rows: how many each group has.
        spoiled: paths of what wrong lines were meant to give.
    """

    number: Callable[[int, int], N]
    findings: list[Finding]
    given: dict[Place, Value[N]] = field(default_factory=dict)
    distinct: dict[Place, Exact | Wrong | None] = field(default_factory=dict)
    about: dict[Place, Given] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    spoiled: list[str] = field(default_factory=list)

    def put(self, datum: Datum, place: Place, exact: Exact | Wrong | None) -> None:
        """Keep a value of ``datum``."""
        if datum.unique:
            self.distinct[place] = exact
        if isinstance(exact, Fraction):
            self.given[place] = self.number(*exact.as_integer_ratio())
        else:
            self.given[place] = exact

    def take_plain(self, name: Name, given: object, row: int | None) -> bool:
        """Take a number in plain figures, of which no more is said than its source.

        Returns:
            Whether it is one; all else is read by way of an entry.
        """
        datum = name.plain
        if datum is None:
            return False
        source: object = ""
        if isinstance(given, dict):
            if not SOURCED.issuperset(given):
                return False
            source, given = given.get("source", ""), given.get("value")
        if not isinstance(given, str) or not isinstance(source, str):
            return False
        place = name.place if row is None else Place(name.path, row)
        terms = None if place in self.given else plain_number(datum, given)
        if terms is None:
            return False
        self.given[place] = self.number(*terms)
        self.about[place] = known_source(datum.quality, source.strip())
        return True
