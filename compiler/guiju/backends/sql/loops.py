"""Processes that supply each other: a small linear system, its elimination written out.

Only what may be other than 0 is written: a ring of processes needs few columns, whatever its
length.
"""

from collections.abc import Callable, Mapping

from guiju.backends.sql.text import product, total

Put = Callable[[str, str], str]
Matrix = Mapping[tuple[str, str], str]


def solved(put: Put, called: str, takes: Matrix, right: Mapping[str, str]) -> dict[str, str]:
    """Solve x[p] = right[p] + Σ takes[p, q] x[q].

    Args:
        put: gives the column that holds a formula, by a name for it.
        called: what the unknowns are, for the names of columns.
        takes: by pair of parts; a pair without entry has 0.
    """
    left = dict(takes)
    constant = dict(right)
    names = list(right)
    for at, part in enumerate(names):
        _divide(put, called, part, left, constant)
        for user in names[at + 1 :]:
            _replace(put, called, (user, part), left, constant)
    found: dict[str, str] = {}
    for part in reversed(names):
        brought = [_times(left[part, q], found[q]) for q in found if (part, q) in left]
        found[part] = put(f"{called} {part}", total(constant[part], *brought))
    return found


def _divide(
    put: Put, called: str, part: str, left: dict[tuple[str, str], str], constant: dict[str, str]
) -> None:
    """Free ``part`` from what it takes of itself."""
    own = left.pop((part, part), "")
    if not own:
        return
    kept = put(f"{part} keeps of itself", f"NULLIF(1e0 - {own}, 0e0)")
    constant[part] = put(f"{called} {part}, by itself", f"{constant[part]} / {kept}")
    for pair in [pair for pair in left if pair[0] == part]:
        left[pair] = put(f"{part} takes of {pair[1]}, by itself", f"{left[pair]} / {kept}")


def _replace(
    put: Put,
    called: str,
    pair: tuple[str, str],
    left: dict[tuple[str, str], str],
    constant: dict[str, str],
) -> None:
    """Put into the equation of a user what its supplier comes to."""
    user, part = pair
    taken = left.pop(pair, "")
    if not taken:
        return
    more = total(constant[user], _times(taken, constant[part]))
    constant[user] = put(f"{called} {user}, by {part}", more)
    for supplier in [of for of_user, of in left if of_user == part]:
        through = product(taken, left[part, supplier])
        whole = total(*(p for p in (left.get((user, supplier)), through) if p))
        left[user, supplier] = put(f"{user} takes of {supplier}, by {part}", whole)


def _times(taken: str, found: str) -> str:
    """Give what is brought of what was found; nothing of nothing."""
    return "0e0" if found == "0e0" else product(taken, found)
