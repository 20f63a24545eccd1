"""Find what a path means at a place."""

from collections.abc import Iterable, Iterator

from guiju_dsl.names.model import (
    Declaration,
    Reference,
    ToDeclaration,
    ToOption,
    ToOutcome,
    ToPredeclared,
)
from guiju_dsl.syntax import tree

PREDECLARED = (
    "year", "region", "period", "site", "primary_share", "score", "data_age", "factor_age",
    "excluded_largest", "excluded_total", "mass", "energy",
)  # fmt: skip
OUTCOMES = ("cfp", "intensity", "reference_flow")
ROW_INDEX = "#row"


class Index:
    """All declarations by path: values, processes and tables by their path, others by kind and name."""

    def __init__(self, declarations: Iterable[Declaration]) -> None:
        self.by_path: dict[str, Declaration] = {}
        self.duplicates: list[tuple[Declaration, Declaration]] = []
        for declaration in declarations:
            key = key_of(declaration)
            if key in self.by_path:
                self.duplicates.append((self.by_path[key], declaration))
            else:
                self.by_path[key] = declaration

    def find(self, context: str, parts: tuple[str, ...], expected: str) -> Reference | None:
        """Tell what ``parts`` mean inside ``context``, where an option of ``expected`` may stand."""
        if expected and len(parts) == 1 and self.has_option(expected, parts[0]):
            return ToOption(choice=expected, name=parts[0])
        for scope in outward(context):
            found = self.below(scope, parts)
            if found is not None:
                return found
        return self._from_outside(parts)

    def below(self, scope: str, parts: tuple[str, ...]) -> Reference | None:
        """Find ``parts`` directly in ``scope``, or as a property that an input takes from its source."""
        path = ".".join((scope, *parts)) if scope else ".".join(parts)
        if path in self.by_path:
            return ToDeclaration(path=path)
        owner = self.by_path.get(path.rpartition(".")[0])
        if owner is not None and owner.kind == "flow" and len(parts) > 1:
            source = self.source_of(owner)
            inherited = f"{source}.{parts[-1]}"
            if source and inherited in self.by_path:
                return ToDeclaration(path=inherited)
        return None

    def _from_outside(self, parts: tuple[str, ...]) -> Reference | None:
        if parts[0] in PREDECLARED and len(parts) == 1:
            return ToPredeclared(name=parts[0])
        profile = parts[0] if self.is_profile(parts[0]) and len(parts) == 3 else ""
        rest = parts[1:] if profile else parts
        if len(rest) == 2 and f"product:{rest[0]}" in self.by_path:
            if rest[1] in OUTCOMES:
                return ToOutcome(profile=profile, product=rest[0], name=rest[1])
            flow = self.producer(rest[0])
            return self.below(flow.path, rest[1:]) if flow is not None else None
        return None

    def is_profile(self, name: str) -> bool:
        """Tell whether ``name`` is a profile."""
        return f"profile:{name}" in self.by_path

    def has_option(self, choice: str, name: str) -> bool:
        """Tell whether ``name`` is a member of the choice at ``choice``."""
        return name in self.options(choice)

    def options(self, choice: str) -> tuple[str, ...]:
        """Give the members of a named choice, or of the own choice of the datum at that path."""
        declaration = self.by_path.get(choice)
        if declaration is None:
            return ()
        node = declaration.node
        if isinstance(node, tree.Choice):
            return tuple(option.name.text for option in node.options)
        return tuple(option.name.text for option in getattr(node, "type", node).options)

    def producer(self, product: str) -> Declaration | None:
        """Give the flow that is the product called ``product``."""
        for declaration in self.by_path.values():
            if declaration.kind == "flow" and declaration.name == product and is_product(declaration):
                return declaration
        return None

    def source_of(self, flow: Declaration) -> str:
        """Give the path of the flow that ``flow`` is taken ``from``, or an empty text."""
        for item in flow.items:
            if isinstance(item, tree.From):
                parts = tuple(part.text for part in item.paths[0].parts)
                found = self.supplied(parts, flow.name)
                return found.path if found is not None else ""
        return ""

    def supplied(self, parts: tuple[str, ...], name: str) -> Declaration | None:
        """Give the product flow that ``from parts`` means for an input called ``name``."""
        process = self.by_path.get(parts[0])
        if process is None or process.kind != "process":
            return None
        products = [m for m in process.members if m.kind == "flow" and is_product(m)]
        wanted = parts[1] if len(parts) > 1 else name
        same = [flow for flow in products if flow.name == wanted]
        if same:
            return same[0]
        return products[0] if len(parts) == 1 and len(products) == 1 else None


def is_product(flow: Declaration) -> bool:
    """Tell whether a flow is an output or a coproduct."""
    return isinstance(flow.node, tree.Flow) and flow.node.kind in ("output", "coproduct")


def key_of(declaration: Declaration) -> str:
    """Give the key under which a declaration is kept."""
    apart = declaration.kind in (
        "product", "boundary", "stage", "profile", "example", "term", "indicator", "clause",
        "provision", "cites", "quality",
    )  # fmt: skip
    return f"{declaration.kind}:{declaration.name}" if apart else declaration.path


def outward(context: str) -> Iterator[str]:
    """Give ``context`` and every scope around it, the file (an empty text) last."""
    while context:
        yield context
        context = context.rpartition(".")[0]
    yield ""
