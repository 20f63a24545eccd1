"""Give every path in a formula its meaning."""

from msgspec import Struct, field

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.candidates import candidate, written
from guiju_dsl.names.codes import AMBIGUOUS_NAME, UNKNOWN_NAME
from guiju_dsl.names.declaring import walk
from guiju_dsl.names.formulas import FUNCTIONS, formulas_of, parts_of
from guiju_dsl.names.items import key_text, label_words, type_of
from guiju_dsl.names.lookup import MEASURES, OUTCOMES, PREDECLARED, Index, is_product, outward
from guiju_dsl.names.model import (
    Declaration,
    Reference,
    ToDeclaration,
    ToFlows,
    ToParameter,
)
from guiju_dsl.names.near import near
from guiju_dsl.source import Span
from guiju_dsl.syntax import tree
from guiju_runtime.spread import SPREADS
from guiju_runtime.units import parse_unit, quotient

WITHOUT_SCOPE = ("provision", "clause", "product", "boundary", "quality", "example", "profile")
WITHOUT_ROWS = ("example", "profile")
"""Their rows are data: a row of a profile is resolved where the datum stands."""


class Place(Struct, frozen=True):
    """Where a formula stands.

    Attributes:
        context: path of the scope; names are looked for there, then outward.
        expected: path of the choice whose options may stand here, or empty.
        parameters: names of the formula being defined, or of the rows of a set of potentials.
        flow: path of the flow whose factor stands here, or empty.
    """

    context: str
    expected: str = ""
    parameters: tuple[str, ...] = ()
    flow: str = ""

    def beside(self, choice: str) -> "Place":
        """Give this place where an option of ``choice`` may stand."""
        return Place(self.context, choice, self.parameters, self.flow)


class Resolver(Struct):
    """Walks formulas and notes what each path means; used by one pass only."""

    index: Index
    references: dict[Span, Reference] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def declaration(self, declaration: Declaration) -> None:
        """Resolve all formulas of one declaration, its members apart."""
        node, scope = declaration.node, declaration.path
        if declaration.kind in WITHOUT_SCOPE:
            scope = declaration.path.rpartition(".")[0]
        expected = self.choice_of(declaration)
        place = Place(scope, expected, _parameters(node))
        for formula in formulas_of(node):
            self.expression(formula, place)
        if declaration.kind == "example":
            self._expectations(declaration)
        if declaration.kind not in WITHOUT_ROWS:
            rows = Place(scope, expected, _entries(declaration))
            for item in declaration.items:
                self._item(item, rows)

    def _item(self, item: tree.Item, place: Place) -> None:
        """Resolve the formulas of an attribute, row or level."""
        match item:
            case tree.Attribute(kind="default"):
                self.expression(item.value, Place(place.context, place.expected))
            case tree.Attribute(kind="allocate_by"):
                properties = self._properties(place.context)
                self.expression(item.value, Place(place.context, "", properties))
            case tree.Attribute(kind="factor"):
                self.expression(item.value, Place(place.context, flow=place.context))
            case tree.Attribute(kind="uncertainty") if self._is_no_spread(item.value, place):
                pass
            case tree.Attribute() | tree.Level():
                self.expression(item.value, Place(place.context))
            case tree.Row() if not isinstance(item.value, tree.Words):
                self.expression(item.value, Place(place.context, "", place.parameters))
            case _:
                pass

    def _properties(self, context: str) -> tuple[str, ...]:
        """Give the names that an allocation basis may use: properties of the products."""
        found = self.index.by_path.get(context.partition(".")[0])
        products = [m for m in found.members if is_product(m)] if found is not None else []
        return (*MEASURES, *(member.name for flow in products for member in flow.members))

    def _expectations(self, example: Declaration) -> None:
        for item in example.items:
            if isinstance(item, tree.Provision) and item.condition is not None:
                self.expression(item.condition, Place(""))

    def choice_of(self, declaration: Declaration) -> str:
        """Give the choice that a datum or formula is of, or an empty text."""
        type_ = type_of(declaration.node)
        if type_ is None or type_.kind != "choice":
            return ""
        return type_.choice.text if type_.choice is not None else declaration.path

    def expression(self, node: tree.Expression, place: Place) -> None:
        """Resolve ``node`` at ``place``."""
        match node:
            case tree.Path():
                self._path(node, place)
            case tree.Given():
                self._path(node.path, place.beside(""))
            case tree.Lookup():
                self._lookup(node, place)
            case tree.Comparison():
                self._comparison(node, place)
            case tree.Call():
                self._call(node, place)
            case tree.When():
                self._when(node, place)
            case _:
                for part in parts_of(node):
                    self.expression(part, place)

    def _when(self, node: tree.When, place: Place) -> None:
        for branch in node.branches:
            self.expression(branch.condition, place.beside(""))
            self.expression(branch.value, place)
        if node.otherwise is not None:
            self.expression(node.otherwise, place)

    def _path(self, node: tree.Path, place: Place) -> None:
        parts = tuple(part.text for part in node.parts)
        if len(parts) == 1 and parts[0] in place.parameters:
            self.references[node.span] = ToParameter(name=parts[0])
            return
        found = self.index.find(place.context, parts, place.expected)
        if found is not None:
            self.references[node.span] = found
        elif not place.expected or place.expected in self.index.by_path:
            self.faults.append(self._unknown(node, place))

    def _unknown(self, node: tree.Path, place: Place) -> Diagnostic:
        several = self.index.several(node.text)
        if several:
            likely = " / ".join(several)
            return at(AMBIGUOUS_NAME, node.span, name=node.text, several=likely)
        known = {*PREDECLARED, *place.parameters, *self.index.options(place.expected)}
        scopes = tuple(outward(place.context))
        for path, declaration in self.index.by_path.items():
            owner, _, name = path.rpartition(".")
            known.add(name if owner in scopes else path)
            if declaration.kind == "product":
                known.update(f"{declaration.name}.{outcome}" for outcome in OUTCOMES)
        return unknown(node, known, self._fitting(node, place))

    def _fitting(self, node: tree.Path, place: Place) -> str:
        """Give the factor that the flow at ``place`` may be meant to have, or an empty text."""
        flow = self.index.by_path.get(place.flow)
        type_ = type_of(flow.node) if flow is not None else None
        if flow is None or type_ is None or type_.unit is None:
            return ""
        unit = quotient(parse_unit("kgCO2e"), parse_unit(type_.unit.text))
        words = label_words(flow.node)
        labels = (words.zh, words.en, words.plain) if words is not None else ()
        names = (node.text, flow.name, *(label for label in labels if label))
        return written(candidate(self.index.by_path.values(), unit, names))

    def _lookup(self, node: tree.Lookup, place: Place) -> None:
        self._path(node.table, place.beside(""))
        table = self._declared(node.table)
        keys = table.node.keys if table is not None and isinstance(table.node, tree.Factor) else ()
        for column, key in enumerate(node.keys):
            choice = keys[column].text if column < len(keys) else ""
            self.expression(key, place.beside(choice if choice in self.index.by_path else ""))

    def _comparison(self, node: tree.Comparison, place: Place) -> None:
        self.expression(node.left, place.beside(""))
        left = self._declared(node.left)
        choice = self.choice_of(left) if left is not None else ""
        beside = choice if node.operator in ("is", "is not", "in") else ""
        self.expression(node.right, place.beside(beside))
        if node.within is not None:
            self.expression(node.within, place.beside(""))

    def _call(self, node: tree.Call, place: Place) -> None:
        function = FUNCTIONS.get(node.function.text)
        if function is None and not self._is_spread(node, place):
            self._path(node.function, place.beside(""))
        if function in ("inflow", "outflow"):
            self._balance(node, function, place)
        elif function != "M":
            for argument in node.arguments:
                self.expression(argument.value, place.beside(""))

    def _is_no_spread(self, node: tree.Expression, place: Place) -> bool:
        """Report an uncertainty whose name is misspelt, or stands alone."""
        name = node.function if isinstance(node, tree.Call) else node
        if not isinstance(name, tree.Path):
            return False
        parts = tuple(part.text for part in name.parts)
        if self.index.find(place.context, parts, "") is not None:
            return False
        likely = near(name.text, sorted(SPREADS))
        if name.text in SPREADS:
            likely = "" if isinstance(node, tree.Call) else f"{name.text}(…)"
        if likely:
            self.faults.append(unknown(name, set(), likely))
        return bool(likely)

    def _is_spread(self, node: tree.Call, place: Place) -> bool:
        """Tell whether a call names an uncertainty, and no formula of the standard."""
        name = node.function.text
        return name in SPREADS and self.index.find(place.context, (name,), "") is None

    def _balance(self, node: tree.Call, function: str, place: Place) -> None:
        """Find the flows of the process around that have the property which is summed."""
        process = self.index.by_path.get(place.context.partition(".")[0])
        argument = node.arguments[0].value
        if process is None or process.kind != "process" or not isinstance(argument, tree.Path):
            return
        wanted = ("input",) if function == "inflow" else ("output", "coproduct", "waste")
        flows = [
            (flow, self._property(flow, argument.text))
            for flow in walk(process.members)
            if isinstance(flow.node, tree.Flow) and flow.node.kind in wanted
        ]
        terms = tuple((flow.path, path) for flow, path in flows if path is not None)
        if terms:
            measure = argument.text if argument.text in MEASURES else ""
            self.references[node.span] = ToFlows(terms=terms, measure=measure)
        else:
            members = (member.name for flow, _ in flows for member in flow.members)
            self.faults.append(unknown(argument, {*members, *MEASURES}))

    def _property(self, flow: Declaration, name: str) -> str | None:
        """Give the path of a property of ``flow``; empty for a measure that its amount may be."""
        found = self.index.below(flow.path, (name,)) or self.index.inherited(flow, name)
        if isinstance(found, ToDeclaration):
            return found.path
        return "" if name in MEASURES else None

    def _declared(self, node: tree.Expression) -> Declaration | None:
        while isinstance(node, tree.Parentheses):
            node = node.inner
        reference = self.references.get(node.span)
        if isinstance(reference, ToDeclaration):
            return self.index.by_path.get(reference.path)
        return None


def unknown(node: tree.Path | tree.Name, known: set[str], otherwise: str = "") -> Diagnostic:
    """Report a name that means nothing, with the known name closest to it.

    Args:
        otherwise: what may have been meant if no name is close.
    """
    likely = near(node.text, sorted(known)) or otherwise
    return at(UNKNOWN_NAME, node.span, name=node.text, near=likely, hint=bool(likely))


def _parameters(node: tree.Item) -> tuple[str, ...]:
    if not isinstance(node, tree.Let):
        return ()
    return tuple(parameter.name.text for parameter in node.parameters)


def _entries(declaration: Declaration) -> tuple[str, ...]:
    """Give the names that rows of a set of potentials may use: those of its other rows."""
    if declaration.kind != "gwp":
        return ()
    return tuple(key_text(i.keys[0]) for i in declaration.items if isinstance(i, tree.Row))
