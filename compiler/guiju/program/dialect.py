"""What one programming language makes of the code of a program."""

from collections.abc import Callable

from msgspec import Struct

from guiju.program.code import Code, Function


class Dialect(Struct, frozen=True, kw_only=True):
    """A programming language.

    Attributes:
        expression: prints code on one line.
        constant: prints the definition of a constant.
        function: prints a function.
    """

    expression: Callable[[Code], str]
    constant: Callable[[str, Code], str]
    function: Callable[[Function], str]
