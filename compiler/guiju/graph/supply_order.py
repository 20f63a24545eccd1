"""Unit processes in supply order: what supplies each other goes together, suppliers first."""

from collections.abc import Collection, Iterable, Iterator, Mapping


def in_supply_order(
    processes: Collection[str], links: Iterable[tuple[str, str]]
) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Give ``processes`` in groups, each after all that supply it, and whether it is a loop.

    A loop is a process that supplies itself, or processes that supply each other, directly or not.
    Where the links leave the order open, it is that of ``processes``, by the first of a group.

    Args:
        processes: their names, each once.
        links: pairs of supplier and user.
    """
    users: dict[str, list[str]] = {process: [] for process in processes}
    for supplier, user in links:
        users[supplier].append(user)
    supplied = {process: _supplied_by(process, users) for process in processes}
    group_of: dict[str, tuple[str, ...]] = {}
    for process in processes:
        if process not in group_of:
            both = {one for one in supplied[process] if process in supplied[one]} | {process}
            group = tuple(one for one in processes if one in both)
            group_of |= dict.fromkeys(group, group)
    for group in _suppliers_first(group_of, users):
        yield group, group[0] in supplied[group[0]]


def _supplied_by(process: str, users: Mapping[str, list[str]]) -> set[str]:
    """Give every process that ``process`` supplies, directly or not."""
    found: set[str] = set()
    ahead = list(users[process])
    while ahead:
        one = ahead.pop()
        if one not in found:
            found.add(one)
            ahead += users[one]
    return found


def _suppliers_first(
    group_of: Mapping[str, tuple[str, ...]], users: Mapping[str, list[str]]
) -> Iterator[tuple[str, ...]]:
    """Give each group once all that supply it are given, the first of them in the text first."""
    waiting: dict[tuple[str, ...], set[tuple[str, ...]]] = {g: set() for g in group_of.values()}
    for supplier, onward in users.items():
        for user in onward:
            waiting[group_of[user]].add(group_of[supplier])
    for group, suppliers in waiting.items():
        suppliers.discard(group)
    given: set[tuple[str, ...]] = set()
    while waiting:
        group = next(one for one, suppliers in waiting.items() if suppliers <= given)
        del waiting[group]
        given.add(group)
        yield group
