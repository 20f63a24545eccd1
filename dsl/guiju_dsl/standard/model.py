"""The checked standard: everything typed, every place known."""

from msgspec import Struct

from guiju_dsl.names.model import NamedStandard
from guiju_dsl.standard.document_model import (
    Boundary,
    Example,
    Exclusion,
    Expected,
    Identity,
    Indicator,
    Product,
    ProseClause,
    Stage,
    Term,
)
from guiju_dsl.standard.factor_model import (
    GwpSet,
    Table,
    TableRow,
)
from guiju_dsl.standard.note_model import (
    NO_TEXT,
    Force,
    Measuring,
    Notes,
    Provision,
    QualityClass,
    Spread,
)
from guiju_dsl.standard.process_model import (
    Allocation,
    Datum,
    Emission,
    Flow,
    FlowKind,
    Formula,
    Function,
    Group,
    Process,
)
from guiju_dsl.standard.used_model import UsedStandard, UsedValue
from guiju_runtime.messages import Text

__all__ = [
    "NO_TEXT",
    "Allocation",
    "BoundStandard",
    "Boundary",
    "Datum",
    "Emission",
    "Example",
    "Exclusion",
    "Expected",
    "Flow",
    "FlowKind",
    "Force",
    "Formula",
    "Function",
    "Group",
    "GwpSet",
    "Identity",
    "Indicator",
    "Measuring",
    "Notes",
    "Process",
    "Product",
    "ProseClause",
    "Provision",
    "QualityClass",
    "RuleBook",
    "Spread",
    "Stage",
    "Table",
    "TableRow",
    "Term",
    "UsedStandard",
    "UsedValue",
]


class RuleBook(Struct, frozen=True, kw_only=True, eq=False):
    """The rules that give a footprint: the standard itself, or the standard under a profile.

    One is like no other but itself, so that what is made of it is found again.

    Attributes:
        name: empty for the standard itself.
        gwp: name of the set in force.
        excluded: paths that contribute nothing, and why.
    """

    name: str
    label: Text
    gwp: str
    excluded: tuple[tuple[str, Text], ...]
    stages: tuple[Stage, ...]
    processes: tuple[Process, ...]
    data: tuple[Datum, ...]
    formulas: tuple[Formula, ...]
    results: tuple[Formula, ...]
    functions: tuple[Function, ...]
    products: tuple[Product, ...]
    tables: tuple[Table, ...]
    gwp_sets: tuple[GwpSet, ...]
    provisions: tuple[Provision, ...]


class BoundStandard(Struct, frozen=True, kw_only=True, eq=False):
    """A standard whose names, units and rules have been checked; like no other but itself."""

    names: NamedStandard
    identity: Identity
    rules: RuleBook
    profiles: tuple[RuleBook, ...]
    boundary: Boundary
    indicators: tuple[Indicator, ...]
    terms: tuple[Term, ...]
    cites: tuple[tuple[str, Text], ...]
    adopted: tuple[Identity, ...]
    clauses: tuple[ProseClause, ...]
    examples: tuple[Example, ...]
    changed_provisions: tuple[tuple[Provision, Provision], ...]
    changed_data: tuple[tuple[Datum, Datum], ...]
    used: tuple[UsedStandard, ...]
