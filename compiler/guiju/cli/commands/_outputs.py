"""Which results of a table are asked for: ``--outputs``."""

from fnmatch import fnmatchcase

from guiju.cli.output import say
from guiju.command_codes import CommandFault
from guiju.library import Standard
from guiju.question_codes import UNKNOWN_FIGURE
from guiju_dsl.names.near import near

LIST = "list"
"""Asks for the names in place of results."""
MOST_SHOWN = 6


def names_of(standard: Standard) -> tuple[str, ...]:
    """Name every result that a table can have, as its columns are called."""
    from guiju.tape import Columns, tape_of

    everything = frozenset(datum.path for datum in standard.plan.data_model.data)
    columns = Columns(present=everything, full=everything)
    return tuple(tape_of(standard.plan, columns, tested=False).outputs)


def show_names(standard: Standard) -> int:
    """Print the name of every result."""
    for name in names_of(standard):
        say(name)
    return 0


def asked_of(standard: Standard, written: str) -> tuple[str, ...]:
    """Give the results that are asked for, in the order of all; none where nothing is said.

    Args:
        written: names with commas between; ``*`` stands for any part of a name.

    Raises:
        CommandFault: there is none of such a name.
    """
    if not written:
        return ()
    known = names_of(standard)
    asked: set[str] = set()
    for name in (part.strip() for part in written.split(",")):
        found = [one for one in known if fnmatchcase(one, name)]
        if not found:
            raise CommandFault(UNKNOWN_FIGURE, name=name, known=_likely(name, known))
        asked.update(found)
    return tuple(name for name in known if name in asked)


def _likely(name: str, known: tuple[str, ...]) -> str:
    """Offer the nearest name, else those that begin as it does, else the first."""
    close = near(name, known)
    if close:
        return close
    head = name.partition(".")[0]
    alike = [one for one in known if one.partition(".")[0] == head] or list(known)
    return ", ".join(alike[:MOST_SHOWN])
