"""How many declarations are drawn: some in a run of the tests, very many in ``make fuzz``."""

from hypothesis import settings

ALL, AT_ONCE = 10_000, 1000
"""Declarations of each standard in ``make fuzz``, and of one table there."""
IN_A_RUN = 200
"""Declarations of each standard in a run of the tests."""


def is_fuzz() -> bool:
    """Tell whether very many are asked for."""
    return settings.get_current_profile_name() == "fuzz"


def seeds() -> range:
    """Give the seeds of the tables: each is a test of its own, and can be asked for again alone."""
    return range(ALL // AT_ONCE if is_fuzz() else 1)


def size() -> int:
    """Give how many declarations a table has."""
    return AT_ONCE if is_fuzz() else IN_A_RUN
