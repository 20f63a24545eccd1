"""Trees of the libraries that ship, read once in a process of tests."""

from typing import Final

from guiju_dsl.syntax import Cache

DRAWER: Final[dict[str, bytes]] = {}
KEPT: Final = Cache(load=DRAWER.get, save=DRAWER.__setitem__)
