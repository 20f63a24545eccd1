"""What a formula may ask for by name beside values: the year, shares of data, footprints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any


class Measures(Mapping[str, Any]):
    """Measures by name. One put off is worked out when it is asked for, and then kept."""

    __slots__ = ("_known",)

    def __init__(self, known: Mapping[str, Any] | None = None) -> None:
        """Begin with those that are known, if any."""
        self._known: dict[str, Any] = dict(known or {})

    def put(self, name: str, value: object) -> None:
        """Keep a measure."""
        self._known[name] = value

    def put_off(self, name: str, work: Callable[..., object], *about: object) -> None:
        """Keep how a measure is worked out: by ``work``, given what it is ``about``."""
        self._known[name] = _Later(work, *about)

    def copy(self) -> Measures:
        """Give the same measures, to which others may be put."""
        return Measures(self._known)

    def __getitem__(self, name: str) -> Any:
        """Give a measure.

        Raises:
            KeyError: there is none of that name.
        """
        value = self._known[name]
        if isinstance(value, _Later):
            value = self._known[name] = value()
        return value

    def get(self, name: str, default: Any = None) -> Any:
        """Give a measure, or ``default`` if there is none of that name."""
        value = self._known.get(name, default)
        return self[name] if isinstance(value, _Later) else value

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self._known)

    def __len__(self) -> int:
        """Count them."""
        return len(self._known)


class _Later(partial[object]):
    """What gives a measure."""

    __slots__ = ()
