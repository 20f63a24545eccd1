"""Things that two standards call by other ids, and data under the ids of the other one."""

from collections.abc import Mapping, Sequence

from guiju.changes import Change

Ids = Mapping[str, str]
"""Ids of a standard by those of another."""


def renamed_ids(found: Sequence[Change]) -> dict[str, str]:
    """Give the new id of each thing that has another one, by its old id."""
    sides = ((change.old, change.new) for change in found)
    pairs = ((old.id, new.id) for old, new in sides if old is not None and new is not None)
    return {old: new for old, new in pairs if old != new}


def renamed(path: str, ids: Ids) -> str:
    """Give a path in the ids of the other standard: what stands in a renamed thing goes along."""
    parts = path.split(".")
    for size in range(len(parts), 0, -1):
        known = ids.get(".".join(parts[:size]))
        if known is not None:
            return ".".join((known, *parts[size:]))
    return path


def under_other_ids(declaration: Mapping[str, object], ids: Ids) -> Mapping[str, object]:
    """Give a declaration whose data have the ids of the other standard."""
    if not ids or "data" not in declaration:
        return declaration
    return {**declaration, "data": _data(declaration["data"], "", ids)}


def _data(given: object, above: str, ids: Ids) -> object:
    if isinstance(given, list | tuple):
        return [_data(row, above, ids) for row in given]
    if not isinstance(given, Mapping):
        return given
    return {
        _key(key, above, ids): _data(part, f"{above}.{key}".removeprefix("."), ids)
        for key, part in given.items()
    }


def _key(key: object, above: str, ids: Ids) -> object:
    if not isinstance(key, str):
        return key
    whole = renamed(f"{above}.{key}".removeprefix("."), ids)
    return whole.removeprefix(f"{renamed(above, ids)}.") if above else whole
