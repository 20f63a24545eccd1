"""Guiju 规矩: product carbon footprint standards, written once.

``guiju.compile(name)`` gives a ``Standard``; ``standard.calculate(data)`` a ``Result``.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from guiju.library import CompileError, Result, Standard, compile  # noqa: A004  the library's word for it

__all__ = ["CompileError", "Result", "Standard", "compile"]


def __getattr__(name: str) -> Any:
    """Load the library when it is first asked for: the command starts without it."""
    if name in __all__:
        from guiju import library

        return getattr(library, name)
    raise AttributeError(name)
