"""Code before it is written in a programming language; a ``Dialect`` gives it a look."""

from msgspec import Struct

from guiju.program.layout import Bracketed as Bracketed
from guiju.program.layout import Chain as Chain


class Words(Struct, frozen=True):
    """A text in quotes."""

    text: str


class Truth(Struct, frozen=True):
    """Yes or no."""

    value: bool


class Nothing(Struct, frozen=True):
    """The value that stands for none."""


class Kept(Struct, frozen=True):
    """The value at ``path``, calculated before."""

    path: str


class Call(Struct, frozen=True):
    """A call of what the runtime of every language has under one name.

    Attributes:
        record: whether what is made has named parts and does nothing.
    """

    name: str
    items: "tuple[Code, ...]"
    record: bool = False


class Argument(Struct, frozen=True):
    """An argument, or a part of a record, by name."""

    name: str
    value: "Code"


class Lambda(Struct, frozen=True):
    """A function of ``parameter``, or of nothing, that gives ``body``."""

    body: "Code"
    parameter: str = ""


class Several(Struct, frozen=True):
    """Values in order, whose number is fixed."""

    items: "tuple[Code, ...]"


class Numbers(Struct, frozen=True):
    """Any number of values in order."""

    items: "tuple[Code, ...]"


class Mapping(Struct, frozen=True):
    """Values by key."""

    pairs: "tuple[tuple[Code, Code], ...]"


class Choice(Struct, frozen=True):
    """A set of texts."""

    items: "tuple[Code, ...]"


class Negative(Struct, frozen=True):
    """A number with the opposite sign."""

    inner: "Code"


class Not(Struct, frozen=True):
    """The opposite of a condition."""

    inner: "Code"


class Member(Struct, frozen=True):
    """Whether a value is (or is not) one of several."""

    value: "Code"
    options: Several
    negated: bool


class Cases(Struct, frozen=True):
    """The value of the first condition that holds, else ``last``.

    Attributes:
        branches: each condition with its value.
    """

    branches: "tuple[tuple[Code, Code], ...]"
    last: "Code"


Code = (
    str | Bracketed | Chain | Words | Truth | Nothing | Kept | Call | Argument | Lambda
    | Several | Numbers | Mapping | Choice | Negative | Not | Member | Cases
)  # fmt: skip
"""A number or a name is its text."""


class Do(Struct, frozen=True):
    """Calculate something."""

    code: Code


class Keep(Struct, frozen=True):
    """Give what is calculated the local name ``name``; ``anew`` if it is in use."""

    name: str
    code: Code
    anew: bool = False


class Unless(Struct, frozen=True):
    """Go on only if a condition holds."""

    condition: Code


class Loop(Struct, frozen=True):
    """Do something for each row of a group."""

    group: str
    body: "tuple[Statement, ...]"


Statement = Do | Keep | Unless | Loop


class Function(Struct, frozen=True):
    """A function of a run.

    Attributes:
        explained: what it does, line by line; the first is its title.
    """

    name: str
    explained: tuple[str, ...]
    body: tuple[Statement, ...]


def call(name: str, *items: Code) -> Call:
    """Give a call of ``name``."""
    return Call(name, items)


def record(name: str, *parts: Argument) -> Call:
    """Give a record of the kind ``name``."""
    return Call(name, parts, record=True)
