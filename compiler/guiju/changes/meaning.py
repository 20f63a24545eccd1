"""The meaning of what an author wrote, as a value that can be compared.

Two texts mean the same if they differ in layout, comments, the language of keywords, brackets that
change nothing, the order of what is independent, or in how a name or a quantity is written.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from msgspec.structs import fields

from guiju_dsl.names.formulas import FUNCTIONS
from guiju_dsl.names.model import (
    NamedStandard,
    Reference,
    ToDeclaration,
    ToFlows,
    ToOption,
    ToOutcome,
    text_of,
)
from guiju_dsl.standard.attributes import FIELDS
from guiju_dsl.syntax import tree
from guiju_runtime.units import UnknownUnit, parse_unit

Form = object
"""A hashable value: equal forms mean the same."""
OPPOSITE = {"+": "-", "*": "/", "and": "", "or": ""}
"""Operators whose operands may stand in any order, with the one that undoes them."""


class Meaning:
    """Gives forms of one edition; ids that were renamed count as their new ones."""

    def __init__(self, names: NamedStandard, renamed: Mapping[str, str]) -> None:
        """Keep the names; ``renamed`` leads from keys of declarations to those they now have."""
        self.names = names
        self.renamed = renamed

    def key(self, key: str) -> str:
        """Give a key as it is called now: the longest part of it that was renamed leads."""
        kind, colon, path = key.rpartition(":")
        inside = path
        while inside:
            now = self.renamed.get(kind + colon + inside)
            if now is not None:
                return now + path[len(inside) :]
            inside = inside.rpartition(".")[0]
        return key

    def of(self, node: object) -> Form:
        """Give the form of a node, of a part of one, or of several."""
        match node:
            case tree.Parentheses():
                return self.of(node.inner)
            case tree.Path():
                return self._path(node)
            case tree.Name():
                return node.text
            case tree.Words():
                return words_form(node)
            case tree.Quantity() | tree.Unit():
                return _measured(node)
            case tree.Arithmetic() | tree.Logic() if node.operator != "^":
                return self._chain(node)
            case _:
                return self._structure(node)

    def _structure(self, node: object) -> Form:
        match node:
            case tuple():
                return tuple(self.of(part) for part in node)
            case tree.Block():
                return _unordered([self.of(item) for item in node.items])
            case tree.Field():
                name = node.name.text
                return ("field", FIELDS.get(name, name), self.of(node.values))
            case tree.Call():
                return self._call(node)
            case tree.Node():
                parts = (getattr(node, f.name) for f in fields(node) if f.name != "span")
                return (type(node).__name__, *(self.of(part) for part in parts))
            case _:
                return node

    def _chain(self, node: tree.Arithmetic | tree.Logic) -> Form:
        """Give a sum, a product or the like: what counts for it, and what counts against it."""
        operator = next(o for o, undone in OPPOSITE.items() if node.operator in (o, undone))
        found = tuple(self._operands(node, operator, True))
        return (
            operator,
            _unordered([form for form, counts in found if counts]),
            _unordered([form for form, counts in found if not counts]),
        )

    def _operands(
        self, node: tree.Expression, operator: str, counts: bool
    ) -> Iterator[tuple[Form, bool]]:
        """Give the operands of a chain, brackets around its parts left out."""
        while isinstance(node, tree.Parentheses):
            node = node.inner
        same = (operator, OPPOSITE[operator])
        if isinstance(node, tree.Arithmetic | tree.Logic) and node.operator in same:
            yield from self._operands(node.left, operator, counts)
            yield from self._operands(node.right, operator, counts == (node.operator == operator))
        else:
            yield self.of(node), counts

    def _call(self, node: tree.Call) -> Form:
        written = node.function.text
        function = FUNCTIONS.get(written) or self.of(node.function)
        return ("call", function, tuple(self.of(one) for one in node.arguments))

    def _path(self, node: tree.Path) -> Form:
        reference = self.names.references.get(node.span)
        if reference is not None:
            return self._reference(reference, node)
        return ("to", self.key(node.text))

    def _reference(self, reference: Reference, node: tree.Path) -> Form:
        match reference:
            case ToDeclaration():
                return ("to", self.key(reference.path))
            case ToOption():
                return ("option", self.key(reference.choice), reference.name)
            case ToOutcome():
                profile = self.key(f"profile:{reference.profile}")
                return ("of", profile, self.key(f"product:{reference.product}"), reference.name)
            case ToFlows():
                return ("flows", node.text)
            case _:
                return ("named", repr(reference))


def words_form(words: tree.Words) -> Form:
    """Give quoted words in both languages, spaces aside."""
    text = text_of(words)
    return ("words", " ".join(text.zh.split()), " ".join(text.en.split()))


def _measured(node: tree.Quantity | tree.Unit) -> Form:
    """Give a quantity in base units, or what a unit stands for."""
    unit = node.unit if isinstance(node, tree.Quantity) else node
    number = Fraction(node.number) if isinstance(node, tree.Quantity) else Fraction(1)
    if unit is None:
        return ("quantity", number, (), ())
    try:
        known = parse_unit(unit.text)
    except UnknownUnit:
        return ("quantity", number, unit.text, ())
    return ("quantity", number * known.factor, known.dimension, known.substance)


def _unordered(forms: list[Form]) -> Form:
    return tuple(sorted(forms, key=repr))
