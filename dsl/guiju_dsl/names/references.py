"""Give every path in a formula its meaning."""

from dataclasses import dataclass, field

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.codes import UNKNOWN_NAME
from guiju_dsl.names.lookup import OUTCOMES, PREDECLARED, Index, outward
from guiju_dsl.names.model import Declaration, Reference, ToDeclaration, ToParameter
from guiju_dsl.names.near import near
from guiju_dsl.source import Span
from guiju_dsl.syntax import tree


@dataclass(slots=True)
class Resolver:
    """Walks formulas and notes what each path means; used by one pass only."""

    index: Index
    references: dict[Span, Reference] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def declaration(self, declaration: Declaration) -> None:
        """Resolve all formulas of one declaration, its members apart."""
        node, inside = declaration.node, declaration.path
        if declaration.kind in ("provision", "clause", "product", "boundary", "quality"):
            inside = _scope_of(declaration)
        expected = self.choice_of(declaration)
        parameters = tuple(p.name.text for p in getattr(node, "parameters", ()))
        for formula in _formulas(node):
            self.expression(formula, inside, expected, parameters)
        entries = _entries(declaration)
        for item in declaration.items:
            self.item(item, inside, expected, entries)

    def item(
        self, item: tree.Item, context: str, expected: str, entries: tuple[str, ...]
    ) -> None:
        """Resolve the formulas of an attribute, row or provision."""
        match item:
            case tree.Attribute(kind="default"):
                self.expression(item.value, context, expected, ())
            case tree.Attribute(kind="allocate_by"):
                self._allocation(item.value, context)
            case tree.Attribute():
                self.expression(item.value, context, "", ())
            case tree.Row(value=tree.Words()):
                pass
            case tree.Row():
                self.expression(item.value, context, "", entries)  # type: ignore[arg-type]
            case tree.Level():
                self.expression(item.value, context, "", ())
            case _:
                pass

    def _allocation(self, value: tree.Expression, context: str) -> None:
        """Resolve the names of an allocation basis: properties are looked for in each product."""
        if isinstance(value, tree.Path) and len(value.parts) == 1:
            return
        self.expression(value, context, "", ())

    def choice_of(self, declaration: Declaration) -> str:
        """Give the choice that a datum or formula is of, or an empty text."""
        type_ = getattr(declaration.node, "type", None)
        if not isinstance(type_, tree.Type) or type_.kind != "choice":
            return ""
        return type_.choice.text if type_.choice is not None else declaration.path

    def expression(
        self, node: tree.Expression, context: str, expected: str, parameters: tuple[str, ...]
    ) -> None:
        """Resolve ``node`` inside ``context``; an option of ``expected`` may stand there."""
        match node:
            case tree.Path():
                self._path(node, context, expected, parameters)
            case tree.Given():
                self._path(node.path, context, "", parameters)
            case tree.Lookup():
                self._lookup(node, context, parameters)
            case tree.Comparison():
                self._comparison(node, context, parameters)
            case tree.Call():
                self._call(node, context, parameters)
            case tree.When():
                for branch in node.branches:
                    self.expression(branch.condition, context, "", parameters)
                    self.expression(branch.value, context, expected, parameters)
                if node.otherwise is not None:
                    self.expression(node.otherwise, context, expected, parameters)
            case _:
                for part in parts_of(node):
                    self.expression(part, context, expected, parameters)

    def _path(
        self, node: tree.Path, context: str, expected: str, parameters: tuple[str, ...]
    ) -> None:
        parts = tuple(part.text for part in node.parts)
        if parts[0] in parameters and len(parts) == 1:
            self.references[node.span] = ToParameter(name=parts[0])
            return
        found = self.index.find(context, parts, expected)
        if found is None:
            self.faults.append(self._unknown(node, context, expected, parameters))
        else:
            self.references[node.span] = found

    def _unknown(
        self, node: tree.Path, context: str, expected: str, parameters: tuple[str, ...]
    ) -> Diagnostic:
        known = {*PREDECLARED, *parameters, *self.index.options(expected)}
        scopes = tuple(outward(context))
        for path, declaration in self.index.by_path.items():
            owner, _, name = path.rpartition(".")
            known.add(name if owner in scopes else path)
            if declaration.kind == "product":
                known.update(f"{declaration.name}.{outcome}" for outcome in OUTCOMES)
        likely = near(node.text, known)
        return at(UNKNOWN_NAME, node.span, name=node.text, near=likely, hint=bool(likely))

    def _lookup(self, node: tree.Lookup, context: str, parameters: tuple[str, ...]) -> None:
        self._path(node.table, context, "", parameters)
        table = self._declared(node.table)
        keys = table.node.keys if table is not None and isinstance(table.node, tree.Factor) else ()
        for place, key in enumerate(node.keys):
            choice = keys[place].text if place < len(keys) else ""
            self.expression(key, context, choice if choice in self.index.by_path else "", parameters)

    def _comparison(self, node: tree.Comparison, context: str, parameters: tuple[str, ...]) -> None:
        self.expression(node.left, context, "", parameters)
        left = self._declared(node.left)
        choice = self.choice_of(left) if left is not None else ""
        beside = choice if node.operator in ("is", "is not", "in") else ""
        self.expression(node.right, context, beside, parameters)
        if node.within is not None:
            self.expression(node.within, context, "", parameters)

    def _call(self, node: tree.Call, context: str, parameters: tuple[str, ...]) -> None:
        if node.function.text not in FUNCTIONS:
            self._path(node.function, context, "", parameters)
        if FUNCTIONS.get(node.function.text) in ("M", "inflow", "outflow"):
            return
        for argument in node.arguments:
            self.expression(argument.value, context, "", parameters)

    def _declared(self, node: tree.Expression) -> Declaration | None:
        reference = self.references.get(node.span)
        if isinstance(reference, ToDeclaration):
            return self.index.by_path.get(reference.path)
        return None


FUNCTIONS = {
    "sum": "sum", "mean": "mean", "min": "min", "max": "max", "count": "count", "abs": "abs",
    "round": "round", "exp": "exp", "ln": "ln", "sqrt": "sqrt", "M": "M", "inflow": "inflow",
    "outflow": "outflow", "合计": "sum", "平均": "mean", "最小": "min", "最大": "max", "计数": "count",
    "绝对值": "abs", "修约": "round", "流入": "inflow", "流出": "outflow",
}  # fmt: skip


def _entries(declaration: Declaration) -> tuple[str, ...]:
    """Give the names that rows of a set of potentials may use: those of its other rows."""
    if declaration.kind != "gwp":
        return ()
    rows = (item for item in declaration.items if isinstance(item, tree.Row))
    keys = (row.keys[0].value for row in rows)
    return tuple(key.text for key in keys if isinstance(key, tree.Path))


def _scope_of(declaration: Declaration) -> str:
    """Give the scope of a thing that is none itself."""
    return declaration.path.rpartition(".")[0]


def _formulas(node: tree.Item) -> tuple[tree.Expression, ...]:
    """Give the formulas of an item outside its braces."""
    values = (getattr(node, "value", None), getattr(node, "condition", None), getattr(node, "rows", None))
    return tuple(v for v in values if v is not None and not isinstance(v, tree.Words))


def parts_of(node: tree.Expression) -> tuple[tree.Expression, ...]:
    """Give the formulas directly within ``node``."""
    match node:
        case tree.Arithmetic() | tree.Logic():
            return (node.left, node.right)
        case tree.Range():
            return (node.low, node.high)
        case tree.Parentheses():
            return (node.inner,)
        case tree.Negative() | tree.Not():
            return (node.operand,)
        case tree.ListOf():
            return node.items
        case tree.Prefer():
            return tuple(tier.value for tier in node.tiers)
        case _:
            return ()
