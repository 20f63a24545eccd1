"""The syntax tree: what the author wrote, word for word, with its places.

Both keyword languages give the same tree. What may stand where is not decided here.
"""

from msgspec import Struct

from guiju_dsl.source import SourceText
from guiju_dsl.syntax import words
from guiju_dsl.syntax.attributes import (
    Attribute,
    Exclude,
    Field,
    Flag,
    From,
    Group,
    Key,
    Level,
    Measured,
    Origin,
    Provision,
    Remark,
    Row,
    Symbol,
    UnitOf,
)
from guiju_dsl.syntax.declarations import (
    Choice,
    Cites,
    Clause,
    Data,
    Document,
    Each,
    Emission,
    Extends,
    Factor,
    Flow,
    GivenData,
    Let,
    Named,
    Option,
    Override,
    Parameter,
    Process,
    Result,
    Type,
    Use,
)
from guiju_dsl.syntax.formulas import (
    Argument,
    Arithmetic,
    Branch,
    Call,
    Comparison,
    Date,
    Expression,
    Given,
    ListOf,
    Logic,
    Lookup,
    Negative,
    Not,
    Parentheses,
    Prefer,
    Quantity,
    Range,
    Tier,
    When,
    YesNo,
)
from guiju_dsl.syntax.words import Block, Name, Node, Path, Unit, Words

__all__ = [
    "Argument",
    "Arithmetic",
    "Attribute",
    "Block",
    "Branch",
    "Call",
    "Choice",
    "Cites",
    "Clause",
    "Comment",
    "Comparison",
    "Data",
    "Date",
    "Document",
    "Each",
    "Emission",
    "Exclude",
    "Expression",
    "Extends",
    "Factor",
    "Field",
    "File",
    "Flag",
    "Flow",
    "Forest",
    "From",
    "Given",
    "GivenData",
    "Group",
    "Item",
    "Key",
    "Let",
    "Level",
    "ListOf",
    "Logic",
    "Lookup",
    "Measured",
    "Name",
    "Named",
    "Negative",
    "Node",
    "Not",
    "Option",
    "Origin",
    "Override",
    "Parameter",
    "Parentheses",
    "Path",
    "Prefer",
    "Process",
    "Provision",
    "Quantity",
    "Range",
    "Remark",
    "Result",
    "Row",
    "Symbol",
    "Tier",
    "Type",
    "Unit",
    "UnitOf",
    "Use",
    "When",
    "Words",
    "YesNo",
]

Item = (
    Document | Use | Extends | Named | Process | Each | Clause | Cites | Choice | Flow | Emission
    | Data | Let | Factor | Result | GivenData | Override | UnitOf | Attribute | From | Origin
    | Symbol | Remark | Flag | Measured | Exclude | Provision | Row | Level | Group | Field
)  # fmt: skip
vars(words)["Item"] = Item  # for whoever reads at run time what a block holds


class Comment(Node, frozen=True, kw_only=True):
    """``# …`` to the end of the line."""

    text: str


class File(Struct, frozen=True, kw_only=True):
    """One source file: its items in order, its comments, its text."""

    source: SourceText
    items: tuple[Item, ...]
    comments: tuple[Comment, ...]


class Forest(Struct, frozen=True, kw_only=True):
    """A standard with the files that it uses and extends.

    Attributes:
        main: the standard or library itself.
        others: what its ``use`` and ``extends`` name, directly or not, by that name.
    """

    main: File
    others: tuple[tuple[str, File], ...]
