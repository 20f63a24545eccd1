"""The names under which data may be given, and where given values stand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from guiju_runtime.codes import NAMED_TWICE, NOT_A_MAPPING, ROWS_NOT_A_LIST, UNKNOWN_NAME
from guiju_runtime.data_layout import KEPT
from guiju_runtime.data_model import DataModel, Datum, Group
from guiju_runtime.data_words import described, did_you_mean, listed, nearest, quoted
from guiju_runtime.findings import Finding, finding
from guiju_runtime.given import Place, shown
from guiju_runtime.messages import Text, same_words

SAID_OF_A_VALUE = ("value", "source", "year", "region", "quality", "uncertainty", "levels")
"""Names that may stand beside a value to say where it is from and how good it is."""
SAID_OF_A_NUMBER = ("mean", "count", "spread", "calibrated", "class")
"""Names that may stand beside a number to say how it was measured; ``mean`` in place of it."""
SAID_OF_EITHER = SAID_OF_A_VALUE + SAID_OF_A_NUMBER
_OF_A_VALUE, _OF_A_NUMBER = frozenset(SAID_OF_A_VALUE), frozenset(SAID_OF_EITHER)
NOTHING_SAID: Mapping[str, object] = MappingProxyType({})

THE_DATA = Text(zh="数据部分", en="the data part")


@dataclass(slots=True, kw_only=True)
class Name:
    """A name of the data: a datum, a group, or what stands above them.

    Attributes:
        place: where its value stands outside rows.
        plain: the datum, if it is a number of which nobody asks more than that it is one, and
            nothing stands below it.
    """

    path: str
    label: Text
    place: Place
    datum: Datum | None = None
    plain: Datum | None = None
    group: Group | None = None
    below: "dict[str, Name]" = field(default_factory=dict)


class Entry(NamedTuple):
    """A value as it is given, with what is said about it.

    Attributes:
        path: as people read it, with the number of the row.
    """

    datum: Datum
    place: Place
    path: str
    value: object
    said: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a group is given."""

    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A line that gives no value.

    Attributes:
        spoiled: path of what the line was probably meant to give, empty for all, or None.
    """

    finding: Finding
    spoiled: str | None


Event = Entry | Row | Fault
Taken = Callable[[Name, object, int | None], bool]
"""Takes what is given under a name, in a row, if it is of the usual kind; tells whether it is."""


@lru_cache(maxsize=KEPT)
def names_of(model: DataModel) -> Name:
    """Arrange the data of ``model`` by the parts of their paths, once for all declarations."""
    root = Name(path="", label=THE_DATA, place=Place("", None))
    for section in model.sections:
        _at(root, section.path).label = section.label
    for group in model.groups:
        name = _at(root, group.path)
        name.group, name.label = group, group.label
    for datum in model.data:
        name = _at(root, datum.path)
        name.datum, name.label = datum, datum.label
        if datum.kind == "number" and not datum.unique and datum.measuring is None:
            name.plain = datum
    root.label = THE_DATA
    for datum in model.data:
        name = _at(root, datum.path)
        name.plain = None if name.below else name.plain
    return root


def _at(root: Name, path: str) -> Name:
    name = root
    for part in path.split(".") if path else ():
        below = f"{name.path}.{part}" if name.path else part
        place = Place(below, None)
        name = name.below.setdefault(part, Name(path=below, label=same_words(part), place=place))
    return name


def events(name: Name, given: object, row: int | None, group: str, taken: Taken) -> Iterable[Event]:
    """Find the values in what is ``given`` under ``name``, and every line that is none.

    What is ``taken`` on the way is no event.
    """
    if name.group and not (row is not None and group == name.path):
        return _rows(name, given, taken)
    if isinstance(given, dict) or isinstance(given, Mapping):  # noqa: SIM101  # a union is slower
        if given and name.datum and not name.below:
            beside = _OF_A_NUMBER if name.datum.kind == "number" else _OF_A_VALUE
            if beside.issuperset(given):
                return (_valued(name.datum, given, row, group),)
        return _mapping(name, given, row, group, taken)
    if name.datum:
        path = shown(group, row, name.path)
        return (Entry(name.datum, Place(name.path, row), path, given, NOTHING_SAID),)
    if given is None:
        return ()
    path = shown(group, row, name.path)
    return (Fault(finding=_not_a_mapping(name, given, path), spoiled=path),)


def _valued(datum: Datum, said: Mapping[str, object], row: int | None, group: str) -> Entry | Fault:
    """Give a value with what is said about it; its mean stands in place of it, not beside it."""
    value, mean = said.get("value"), said.get("mean")
    path = datum.path if row is None else shown(group, row, datum.path)
    entry = Entry(datum, Place(datum.path, row), path, mean if value is None else value, said)
    if value is None or mean is None:
        return entry
    return Fault(finding=given_twice(entry), spoiled=entry.path)


def _rows(name: Name, given: object, taken: Taken) -> Iterator[Event]:
    if given is None:
        return
    if not isinstance(given, list | tuple):
        yield Row(group=name.path)
        yield Fault(finding=_not_a_list(name, given), spoiled=f"{name.path}[1]")
        return
    for index, row in enumerate(given):
        yield Row(group=name.path)
        if isinstance(row, Mapping):
            yield from events(name, row, index, name.path, taken)
        else:
            path = shown(name.path, index, name.path)
            yield Fault(finding=_not_a_mapping(name, row, path), spoiled=path)


def _mapping(
    name: Name, given: Mapping[object, object], row: int | None, group: str, taken: Taken
) -> Iterator[Event]:
    said: dict[str, object] = {}
    known = name.below
    for key, value in given.items():
        under = known.get(key)  # type: ignore[call-overload]  # whatever it is, it is no name then
        word = "" if under else _word(key)
        under = under or below(name, word)
        if under:
            if under.plain is None or not taken(under, value, row):
                yield from events(under, value, row, group, taken)
        elif word in words_beside(name.datum):
            said[word] = value
        else:
            yield _unknown(*_deepest(name, word), row, group)
    if name.datum and said:
        yield _valued(name.datum, said, row, group)


def _word(key: object) -> str:
    return key.strip() if isinstance(key, str) else quoted(key)


def words_beside(datum: Datum | None) -> tuple[str, ...]:
    """Give the names that may stand beside a value of ``datum``."""
    if datum is None:
        return ()
    return SAID_OF_EITHER if datum.kind == "number" else SAID_OF_A_VALUE


def below(name: Name, word: str) -> Name | None:
    """Follow a name with dots; a group ends it, for its rows are a list."""
    deepest, rest = _deepest(name, word)
    return deepest if deepest is not name and (deepest.group or not rest) else None


def _deepest(name: Name, word: str) -> tuple[Name, str]:
    """Follow a name with dots as far as it is known, but not into the rows of a group."""
    first, _, rest = word.partition(".")
    below = name.below.get(first)
    if below is None:
        return name, word
    return _deepest(below, rest) if rest and not below.group else (below, rest)


def _unknown(name: Name, word: str, row: int | None, group: str) -> Fault:
    path = shown(group, row, name.path)
    beside = words_beside(name.datum)
    here = [*name.below, *beside]
    near = _meant(name, word, here)
    known = near if near is None or near not in beside else None
    return Fault(
        finding=finding(
            UNKNOWN_NAME,
            path or "data",
            place=name.label,
            name=quoted(word),
            near=did_you_mean(near),
            names=listed(here),
        ),
        spoiled=known and (f"{path}.{known}" if path else known),
    )


def _meant(name: Name, word: str, here: list[str]) -> str | None:
    by_label = {
        text: key for key, below in name.below.items() for text in (below.label.zh, below.label.en)
    }
    if word in by_label:
        return by_label[word]
    return nearest(word, here) or _elsewhere(name, word)


def _elsewhere(name: Name, word: str) -> str | None:
    """Find the name one level further down: a datum written beside its process."""
    for key, below in name.below.items():
        if word in below.below and not below.group:
            return f"{key}.{word}"
    return None


def _not_a_mapping(name: Name, given: object, path: str) -> Finding:
    names = listed([*name.below])
    return finding(
        NOT_A_MAPPING, path or "data", place=name.label, given=described(given), names=names
    )


def _not_a_list(name: Name, given: object) -> Finding:
    clause = name.group.clause if name.group else ""
    return finding(
        ROWS_NOT_A_LIST,
        name.path,
        clause=clause,
        label=name.label,
        given=described(given),
        names=listed([*name.below]),
    )


def given_twice(entry: Entry) -> Finding:
    """Report a datum that stands at two places of the declaration."""
    datum = entry.datum
    return finding(NAMED_TWICE, entry.path, clause=datum.clause, label=datum.label, at=entry.path)
