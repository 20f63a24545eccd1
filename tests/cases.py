"""How many cases a property is tried on."""

from hypothesis import settings


def of_a_hundred(count: int) -> settings:
    """Try ``count`` cases where others are tried on a hundred: those of a slow property."""
    return settings(max_examples=count * settings().max_examples // 100)
