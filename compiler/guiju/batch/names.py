"""What the columns of a table may be called, and what is said of one that is called otherwise."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pyarrow as pa

from guiju.batch.codes import COLUMN_UNKNOWN, NO_COLUMN_KNOWN
from guiju.batch.plain_types import is_list_of_structs
from guiju_runtime.data_model import DataModel, Datum
from guiju_runtime.data_words import did_you_mean, listed, nearest
from guiju_runtime.declaration_header import BOUNDS, LABELS
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Text

PERIOD = ("period_from", "period_to")
HEADER = (*PERIOD, "company", "site", "region")
HEADER_LABELS = {
    **{f"period_{name}": label for name, label in BOUNDS.items()},
    **{name: LABELS[name] for name in HEADER if name in LABELS},
}
UNCERTAINTY = "uncertainty"
"""Beside any number its row may say how far it may be off, in ``name.uncertainty``."""
SHOWN, LONGEST = 3, 40
"""How many names are shown as examples, and how much of one in the place of a name."""
WITH_UNIT = re.compile(r"([^()（）\[\]/]+?)\s*(?:[(（\[](.+)[)）\]]|/\s*(.+))")
"""A name with a unit behind it, in brackets or after a stroke."""


def words_beside(datum: Datum) -> tuple[str, ...]:
    """Name what may stand beside a value."""
    asked = datum.measuring.said if datum.measuring is not None else ()
    of_any = (UNCERTAINTY,) if datum.kind == "number" and UNCERTAINTY not in asked else ()
    return (*asked, *of_any)


def names_of(model: DataModel) -> set[str]:
    """Give all names that a column outside groups may have."""
    known = {group.path for group in model.groups} | set(HEADER)
    return known.union(*(_with_words(datum) for datum in model.data if not datum.group))


def parted(name: str) -> tuple[str, str]:
    """Take a name and the unit behind it apart; without a unit it is empty."""
    found = WITH_UNIT.fullmatch(name)
    return (found[1], found[2] or found[3]) if found else (name, "")


def unknown(model: DataModel, schema: pa.Schema, lost: set[str]) -> Iterator[Finding]:
    """Report columns of no datum: a warning, since a table may hold more than a standard asks.

    What has no name is none: spreadsheets write empty columns behind the others.

    Args:
        lost: columns that are reported already.
    """
    known = names_of(model) | lost
    outside = [datum for datum in model.data if not datum.group]
    labels = _by_label({datum.path: datum.label for datum in outside} | HEADER_LABELS)
    strange = list(_strange(known, labels, "", schema.names))
    names = tuple(name for name in schema.names if name)
    if names and not known.intersection(names) and not any(near for _, near in strange):
        wanted = [datum.path for datum in outside if datum.needed == "always"][:SHOWN]
        given = [name[:LONGEST] for name in names]
        yield finding(NO_COLUMN_KNOWN, "", given=listed(given), names=listed(wanted))
        return
    yield from map(_told, strange)
    for group in model.groups:
        index = schema.get_field_index(group.path)
        if index >= 0 and is_list_of_structs(kind := schema.field(index).type):
            inside = [datum for datum in model.data if datum.group == group.path]
            known = set[str]().union(*map(_with_words, inside))
            names = tuple(f.name for f in kind.value_type)
            labels = _by_label({datum.path: datum.label for datum in inside})
            yield from map(_told, _strange(known, labels, f"{group.path}.", names))


def _told(strange: tuple[str, str | None]) -> Finding:
    name, near = strange
    return finding(COLUMN_UNKNOWN, name, severity="warning", name=name, near=did_you_mean(near))


def _with_words(datum: Datum) -> set[str]:
    return {datum.path, *(f"{datum.path}.{word}" for word in words_beside(datum))}


def _strange(
    known: set[str], labels: Mapping[str, list[str]], prefix: str, names: Iterable[str]
) -> Iterator[tuple[str, str | None]]:
    """Give the columns of no datum, each with what was probably meant."""
    for name in names:
        path = f"{prefix}{name}"
        if name and path not in known:
            yield path, _meant(path, name, known, labels)


def _meant(path: str, name: str, known: set[str], labels: Mapping[str, list[str]]) -> str | None:
    """Give what was probably meant: a datum by its label, or what is called nearly so."""
    called = labels.get(parted(name)[0].casefold(), [])
    return called[0] if len(called) == 1 else nearest(path, known)


def _by_label(labels: Mapping[str, Text]) -> Mapping[str, list[str]]:
    """Give the names of columns by what they are called in either language."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, label in labels.items():
        for word in {label.zh.casefold(), label.en.casefold()}:
            found[word].append(name)
    return found
