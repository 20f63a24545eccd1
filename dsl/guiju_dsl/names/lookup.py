"""Find what a path means at a place."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from guiju_dsl.names.items import type_of
from guiju_dsl.names.model import (
    Declaration,
    DeclarationKind,
    NamedStandard,
    Reference,
    ToDeclaration,
    ToOption,
    ToOutcome,
    ToPredeclared,
    ToUsed,
)
from guiju_dsl.syntax import tree

PREDECLARED = (
    "year", "region", "period", "site", "primary_share", "score", "data_age", "factor_age",
    "excluded_largest", "excluded_total", "mass", "energy",
)  # fmt: skip
MEASURES = ("mass", "energy")
"""Properties that a flow measured so has without declaring them: its amount is the measure."""
OUTCOMES = ("cfp", "intensity", "reference_flow")
WITH_VALUE = ("flow", "emission", "data", "let", "result")
BASES = ("mass", "energy")
"""What is predeclared for allocation only."""
READ_BY_NAME = ("factor", "let")
"""Kinds of things that a formula reads and that stand in libraries."""
READ_FROM_OUTSIDE = (ToDeclaration, ToOutcome, ToPredeclared)
KEPT_BY_KIND = frozenset(
    (
        "product", "boundary", "stage", "profile", "example", "term", "indicator", "clause",
        "provision", "cites", "quality",
    )
)  # fmt: skip
"""Kinds of things that no formula reads: their names clash only among themselves."""


class Index:
    """All declarations: values, processes and tables by their path, others by kind and name.

    Attributes:
        duplicates: pairs that claim one path, the earlier first.
        used: the declarations of each standard whose results are used, by its id.
    """

    def __init__(
        self, declarations: Iterable[Declaration], used: "Mapping[str, Index] | None" = None
    ) -> None:
        self.used: Mapping[str, Index] = used or {}
        self.by_path: dict[str, Declaration] = {}
        self.duplicates: list[tuple[Declaration, Declaration]] = []
        for declaration in declarations:
            first = self.by_path.setdefault(key_of(declaration), declaration)
            if first is not declaration:
                self.duplicates.append((first, declaration))

    def find(self, context: str, parts: tuple[str, ...], expected: str) -> Reference | None:
        """Tell what ``parts`` mean in ``context``, where an option of ``expected`` may stand."""
        if expected and len(parts) == 1 and parts[0] in self.options(expected):
            return ToOption(choice=expected, name=parts[0])
        for scope in outward(context):
            found = self.below(scope, parts)
            if found is not None:
                return found
        return self._of_library(context, parts) or self._from_outside(parts) or self.in_used(parts)

    def _of_library(self, context: str, parts: tuple[str, ...]) -> Reference | None:
        """Find a thing of a library by the name of the library, or one of the same library."""
        named, library = self._in_documents.get(parts[-1], ()), ".".join(parts[:-1])
        if library:
            found = [one for one in named if f".{one.home}".endswith(f".{library}")]
        else:
            found = [
                one for one in named if one.path != one.name and one.home == self._home(context)
            ]
        return ToDeclaration(path=found[0].path) if found else None

    def _home(self, context: str) -> str:
        """Give the document that declares what is around a formula."""
        around = (self.by_path.get(scope) for scope in outward(context))
        return next((one.home for one in around if one is not None), "")

    def several(self, name: str) -> tuple[str, ...]:
        """Give the paths of what ``name`` may mean where several libraries have one so called."""
        found = self._in_documents.get(name, ())
        return tuple(one.path for one in found if one.path != one.name)

    @cached_property
    def _in_documents(self) -> dict[str, tuple[Declaration, ...]]:
        """Give the factors and formulas that stand in no process, by name."""
        found: dict[str, tuple[Declaration, ...]] = {}
        for one in self.by_path.values():
            if one.kind in READ_BY_NAME and one.path.rpartition(".")[0] not in self.by_path:
                found[one.name] = (*found.get(one.name, ()), one)
        return found

    def below(self, scope: str, parts: tuple[str, ...]) -> Reference | None:
        """Find ``parts`` in ``scope``, or as a property that an input has from its source."""
        path = ".".join((scope, *parts)) if scope else ".".join(parts)
        if path in self.by_path:
            return ToDeclaration(path=path)
        owner = self.by_path.get(path.rpartition(".")[0])
        if owner is not None and owner.kind == "flow" and len(parts) > 1:
            return self.inherited(owner, parts[-1])
        return None

    def inherited(self, flow: Declaration, name: str) -> Reference | None:
        """Find the property ``name`` of the flow that ``flow`` is taken ``from``."""
        path = f"{self.source_of(flow)}.{name}"
        if path in self.by_path:
            return ToDeclaration(path=path)
        for parts in _sources(flow):
            product = self.used_product(parts, flow.name)
            if product is not None:
                return self.in_used((parts[0], product.name, name))
        return None

    def in_used(self, parts: tuple[str, ...]) -> ToUsed | None:
        """Find a value of another standard: ``parts`` are its id and the name of the value."""
        index = self.used.get(parts[0])
        found = index.find("", parts[1:], "") if index is not None and len(parts) > 1 else None
        if index is None or found is None or not isinstance(found, READ_FROM_OUTSIDE):
            return None
        if isinstance(found, ToDeclaration) and not index.has_one_value(found.path):
            return None
        if isinstance(found, ToPredeclared) and found.name in BASES:
            return None
        return ToUsed(path=f"{parts[0]}.{path_of(found)}", standard=parts[0], value=found)

    def has_one_value(self, path: str) -> bool:
        """Tell whether something has a value that is neither a function nor of a row."""
        node = self.by_path[path].node
        functions = isinstance(node, tree.Let) and bool(node.parameters)
        around = (self.by_path.get(scope) for scope in outward(path.rpartition(".")[0]))
        rows = any(d is not None and d.kind == "each" for d in around)
        return self.by_path[path].kind in WITH_VALUE and not functions and not rows

    def used_product(self, parts: tuple[str, ...], name: str) -> Declaration | None:
        """Give the product of another standard that ``from parts`` means for an input ``name``.

        It is the one named, or else that of the same name, or the only one.
        """
        index = self.used.get(parts[0])
        if index is None or len(parts) > 2:
            return None
        products = [d for d in index.by_path.values() if d.kind == "product"]
        wanted = parts[1] if len(parts) > 1 else name
        same = [product for product in products if product.name == wanted]
        only = products if len(parts) == 1 and len(products) == 1 else []
        return next(iter(same or only), None)

    def _from_outside(self, parts: tuple[str, ...]) -> Reference | None:
        if parts[0] in PREDECLARED and len(parts) == 1:
            return ToPredeclared(name=parts[0])
        profile = parts[0] if self.is_profile(parts[0]) and len(parts) == 3 else ""
        rest = parts[1:] if profile else parts
        if len(rest) != 2 or f"product:{rest[0]}" not in self.by_path:
            return None
        if rest[1] in OUTCOMES:
            return ToOutcome(profile=profile, product=rest[0], name=rest[1])
        flow = self.producer(rest[0])
        return self.below(flow.path, rest[1:]) if flow is not None else None

    def is_profile(self, name: str) -> bool:
        """Tell whether ``name`` is a profile."""
        return f"profile:{name}" in self.by_path

    def options(self, choice: str) -> tuple[str, ...]:
        """Give the members of a named choice, or of the own choice of the datum at that path."""
        declaration = self.by_path.get(choice)
        if declaration is None:
            return ()
        node = declaration.node
        if isinstance(node, tree.Choice):
            return tuple(option.name.text for option in node.options)
        type_ = type_of(node)
        return tuple(option.name.text for option in type_.options) if type_ is not None else ()

    def of_kind(self, kind: DeclarationKind) -> tuple[str, ...]:
        """Give the names of the things of one kind."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for declaration in self.by_path.values():
            found.setdefault(declaration.kind, []).append(declaration.name)
        return {kind: tuple(names) for kind, names in found.items()}

    def producer(self, product: str) -> Declaration | None:
        """Give the flow that is the product called ``product``."""
        return self._producers.get(product)

    @cached_property
    def _producers(self) -> dict[str, Declaration]:
        products = [d for d in self.by_path.values() if is_product(d)]
        return {flow.name: flow for flow in reversed(products)}

    def source_of(self, flow: Declaration) -> str:
        """Give the path of the flow that ``flow`` is taken ``from``, or an empty text."""
        for parts in _sources(flow):
            found = self.supplied(parts, flow.name)
            return found.path if found is not None else ""
        return ""

    def supplied(self, parts: tuple[str, ...], name: str) -> Declaration | None:
        """Give the product flow that ``from parts`` means for an input called ``name``."""
        process = self.by_path.get(parts[0])
        if process is None or process.kind != "process":
            return None
        products = [member for member in process.members if is_product(member)]
        wanted = parts[1] if len(parts) > 1 else name
        same = [flow for flow in products if flow.name == wanted]
        if same:
            return same[0]
        return products[0] if len(parts) == 1 and len(products) == 1 else None


def index_of(standard: NamedStandard) -> Index:
    """Give the index of a standard whose declarations are already by their paths."""
    index = Index((), indices_of(standard.used))
    index.by_path = standard.declarations
    return index


def indices_of(used: Mapping[str, NamedStandard]) -> dict[str, Index]:
    """Give the index of each standard in use."""
    return {name: index_of(standard) for name, standard in used.items()}


def path_of(value: ToDeclaration | ToOutcome | ToPredeclared) -> str:
    """Give the name from outside of a value."""
    match value:
        case ToDeclaration():
            return value.path
        case ToPredeclared():
            return value.name
        case ToOutcome():
            return ".".join(part for part in (value.profile, value.product, value.name) if part)


def _sources(flow: Declaration) -> Iterator[tuple[str, ...]]:
    """Give the first name behind ``from``, in parts."""
    for item in flow.items:
        if isinstance(item, tree.From):
            yield tuple(part.text for part in item.paths[0].parts)
            return


def is_product(declaration: Declaration) -> bool:
    """Tell whether a thing is an output or a coproduct."""
    node = declaration.node
    return isinstance(node, tree.Flow) and node.kind in ("output", "coproduct")


def key_of(declaration: Declaration) -> str:
    """Give the key under which a declaration is kept."""
    if declaration.kind in KEPT_BY_KIND:
        return f"{declaration.kind}:{declaration.name}"
    return declaration.path


def outward(context: str) -> Iterator[str]:
    """Give ``context`` and every scope around it, the file (an empty text) last."""
    while context:
        yield context
        context = context.rpartition(".")[0]
    yield ""
