"""What is worked out of a data model once, for all declarations: what must be given, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from guiju_runtime.data_model import DataModel, Datum
from guiju_runtime.given import Place

KEPT = 64
"""Of so many standards, those used last, is kept what was worked out."""


@dataclass(frozen=True, slots=True)
class DataLayout:
    """The data of a standard by where they stand.

    Attributes:
        required: data that every declaration must give; ``unique`` those that differ everywhere.
        required_rows: those of them that stand in groups; ``places`` where the others stand.
        single: paths of the data outside groups.
        groups: by path of each group the names of its data below it.
        inside: group of each datum that stands in one, and its name below it.
    """

    required: tuple[Datum, ...]
    required_rows: tuple[Datum, ...]
    places: frozenset[Place]
    unique: tuple[Datum, ...]
    single: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]]
    inside: Mapping[str, tuple[str, str]]


@lru_cache(maxsize=KEPT)
def layout_of(model: DataModel) -> DataLayout:
    """Arrange the data of ``model``."""
    inside = {d.path: (d.group, d.path[len(d.group) + 1 :]) for d in model.data if d.group}
    groups = (group.path for group in model.groups)
    required = tuple(datum for datum in model.data if is_required(datum))
    return DataLayout(
        required=required,
        required_rows=tuple(datum for datum in required if datum.group),
        places=frozenset(Place(datum.path, None) for datum in required if not datum.group),
        unique=tuple(datum for datum in model.data if datum.unique),
        single=tuple(datum.path for datum in model.data if not datum.group),
        groups={path: tuple(n for group, n in inside.values() if group == path) for path in groups},
        inside=inside,
    )


def is_required(datum: Datum) -> bool:
    """Tell whether every declaration must give a datum."""
    return datum.needed == "always" and datum.default is None
