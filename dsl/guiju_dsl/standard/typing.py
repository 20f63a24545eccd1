"""Give formulas their kinds and units."""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.codes import UNKNOWN_NAME
from guiju_dsl.names.lookup import Index
from guiju_dsl.names.model import (
    Declaration,
    NamedStandard,
    Reference,
    ToDeclaration,
    ToOption,
    ToOutcome,
    ToPredeclared,
)
from guiju_dsl.names.near import near
from guiju_dsl.source import Span
from guiju_dsl.standard import calls, expressions as typed
from guiju_dsl.standard.codes import (
    DIFFERENT_QUANTITIES,
    OUTSIDE_ROW,
    UNIT_MISMATCH,
    WRONG_KIND,
)
from guiju_dsl.standard.expressions import Expression, Kind, kind_of, unit_of
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text
from guiju_runtime.units import (
    PLAIN_NUMBER,
    Unit,
    parse_unit,
    power,
    product,
    quotient,
)

KIND_WORDS: dict[Kind, Text] = {
    "number": Text(zh="数", en="a number"),
    "year": Text(zh="年份", en="a year"),
    "yes_no": Text(zh="条件", en="a condition"),
    "choice": Text(zh="选项", en="a choice"),
    "text": Text(zh="文字", en="a text"),
    "date": Text(zh="日期", en="a date"),
}
YEARS = parse_unit("a")
MONTHS = parse_unit("month")
PREDECLARED: dict[str, tuple[Kind, Unit]] = {
    "year": ("year", PLAIN_NUMBER),
    "region": ("text", PLAIN_NUMBER),
    "site": ("text", PLAIN_NUMBER),
    "period": ("number", MONTHS),
    "primary_share": ("number", PLAIN_NUMBER),
    "score": ("number", PLAIN_NUMBER),
    "data_age": ("number", YEARS),
    "factor_age": ("number", YEARS),
    "excluded_largest": ("number", PLAIN_NUMBER),
    "excluded_total": ("number", PLAIN_NUMBER),
}


@dataclass(slots=True)
class Typing:
    """Types the formulas of one standard; collects faults; used by one pass only."""

    names: NamedStandard
    faults: list[Diagnostic] = field(default_factory=list)
    index: Index = field(init=False)
    parameters: dict[str, Expression] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep the declarations for look-up."""
        self.index = Index(())
        self.index.by_path = self.names.declarations

    # ---- what a thing is -----------------------------------------------------------------

    def measure(self, type_: tree.Type | None) -> Unit:
        """Give the unit of a type; a plain number where it has none."""
        if type_ is None or type_.unit is None:
            return PLAIN_NUMBER
        return parse_unit(type_.unit.text)

    def kind(self, type_: tree.Type | None) -> Kind:
        """Give the kind of value of a type."""
        return "number" if type_ is None or type_.kind == "unit" else type_.kind

    def group_of(self, path: str) -> str:
        """Give the repeated group in which ``path`` stands, or an empty text."""
        owner = path.rpartition(".")[0]
        while owner:
            declaration = self.names.declarations.get(owner)
            if declaration is not None and declaration.kind == "each":
                return owner
            owner = owner.rpartition(".")[0]
        return ""

    # ---- formulas --------------------------------------------------------------------------

    def expression(self, node: tree.Expression, row: str) -> Expression | None:
        """Type ``node`` where the row of group ``row`` is at hand; None after a fault."""
        match node:
            case tree.Quantity():
                unit = parse_unit(node.unit.text) if node.unit is not None else PLAIN_NUMBER
                return typed.Number(value=Fraction(node.number), written=node.number, unit=unit)
            case tree.Parentheses():
                return self.expression(node.inner, row)
            case tree.YesNo():
                return typed.YesNoValue(value=node.value)
            case tree.Date():
                return typed.DateValue(text=node.text)
            case tree.Path():
                return self._path(node, row)
            case tree.Negative():
                operand = self.number(node.operand, row)
                return operand and typed.Opposite(operand=operand, unit=unit_of(operand))
            case tree.Arithmetic():
                return self._arithmetic(node, row)
            case tree.Lookup():
                return calls.lookup(self, node, row)
            case tree.Call():
                return calls.call(self, node, row)
            case tree.When():
                return self._cases(node, row)
            case tree.Prefer():
                return self._preferred(node, row)
            case tree.ListOf() | tree.Range():
                self.fault_kind(node, "number", Text(zh="一个值", en="one value"))
                return None
            case _:
                return self.condition(node, row)

    def number(self, node: tree.Expression, row: str) -> Expression | None:
        """Type ``node``, which must be a number or a year."""
        value = self.expression(node, row)
        if value is None or kind_of(value) in ("number", "year"):
            return value
        return self.fault_kind(node, kind_of(value), KIND_WORDS["number"])

    def fault_kind(self, node: tree.Expression, kind: Kind, wanted: Text) -> None:
        """Report that ``node`` is of the wrong kind."""
        self.faults.append(
            at(WRONG_KIND, node.span, what=self.words(node.span), kind=KIND_WORDS[kind], wanted=wanted)
        )

    def fault_kind_words(self, span: Span) -> None:
        """Report quoted text where a number is due."""
        wanted = KIND_WORDS["number"]
        self.faults.append(
            at(WRONG_KIND, span, what=self.words(span), kind=KIND_WORDS["text"], wanted=wanted)
        )

    def words(self, span: Span) -> str:
        """Give the words at ``span``, shortened if there are many."""
        flat = self.written(span)
        return flat if 0 < len(flat) <= 60 else (flat[:57] + "…" if flat else "…")

    def written(self, span: Span) -> str:
        """Give the words at ``span`` on one line."""
        source = self.names.sources.get(span.source)
        text = source.text[span.start : span.end] if source is not None else ""
        return " ".join(text.split())

    def _path(self, node: tree.Path, row: str) -> Expression | None:
        reference = self.names.references.get(node.span)
        match reference:
            case ToOption():
                return typed.OptionValue(choice=reference.choice, name=reference.name)
            case ToPredeclared():
                kind, unit = PREDECLARED[reference.name]
                return typed.Predeclared(name=reference.name, kind=kind, unit=unit)
            case ToOutcome():
                return self._outcome(reference)
            case ToDeclaration():
                return self._declared(node, self.names.declarations[reference.path], row)
            case None:
                return None
            case _:
                return self.parameters.get(reference.name)

    def _outcome(self, reference: ToOutcome) -> Expression:
        flow = self.index.producer(reference.product)
        of_flow = self.measure(getattr(flow.node, "type", None)) if flow else PLAIN_NUMBER
        climate = parse_unit("kgCO2e")
        units = {"cfp": climate, "reference_flow": of_flow, "intensity": quotient(climate, of_flow)}
        return typed.ProductOutcome(
            profile=reference.profile,
            product=reference.product,
            name=reference.name,
            unit=units[reference.name],
        )

    def _declared(self, node: tree.Path, declaration: Declaration, row: str) -> Expression | None:
        type_ = getattr(declaration.node, "type", None)
        unit = self.measure(type_)
        if declaration.kind == "factor":
            return typed.TableLookup(table=declaration.path, keys=(), unit=unit)
        if declaration.kind not in ("flow", "emission", "data", "let", "result"):
            self.fault_kind(node, "text", KIND_WORDS["number"])
            return None
        group = self.group_of(declaration.path)
        if group and group != row:
            self.faults.append(at(OUTSIDE_ROW, node.span, name=node.text, group=group))
            return None
        return self.reading(declaration, group)

    def reading(self, declaration: Declaration, group: str) -> Expression:
        """Give the value of a declared thing; a mass emitted carries its gas as substance."""
        type_ = getattr(declaration.node, "type", None)
        unit = self.measure(type_)
        if isinstance(declaration.node, tree.Emission) and not unit.substance:
            unit = replace(unit, substance=((declaration.node.gas.text, 1),))
        if type_ is None and isinstance(declaration.node, tree.Let):
            unit = self.inferred(declaration)
        choice = type_.choice.text if type_ is not None and type_.choice is not None else declaration.path
        return typed.Reading(
            path=declaration.path,
            kind=self.kind(type_),
            unit=unit,
            group=group,
            choice=choice if self.kind(type_) == "choice" else "",
        )

    def inferred(self, declaration: Declaration) -> Unit:
        """Give the unit of a formula that states none: that of what it computes."""
        before = len(self.faults)
        value = self.expression(declaration.node.value, self.group_of(declaration.path))  # type: ignore[union-attr,arg-type]
        del self.faults[before:]
        return unit_of(value) if value is not None else PLAIN_NUMBER

    def _arithmetic(self, node: tree.Arithmetic, row: str) -> Expression | None:
        left, right = self.number(node.left, row), self.number(node.right, row)
        if left is None or right is None:
            return None
        if node.operator in ("+", "-"):
            return self._sum(node, left, right)
        if node.operator == "^":
            return self._power(node, left, right)
        combine = product if node.operator == "*" else quotient
        return typed.Arithmetic(
            operator=node.operator,
            left=left,
            right=right,
            kind="number",
            unit=combine(unit_of(left), unit_of(right)),
        )

    def _sum(self, node: tree.Arithmetic, left: Expression, right: Expression) -> Expression | None:
        if kind_of(left) == "year":
            years = in_unit(right, YEARS)
            if years is not None:
                unit = PLAIN_NUMBER
                return typed.Arithmetic(
                    operator=node.operator, left=left, right=years, kind="year", unit=unit
                )
        aligned = self.aligned(node.left, left, node.right, right)
        if aligned is None:
            return None
        left, right = aligned
        return typed.Arithmetic(
            operator=node.operator, left=left, right=right, kind="number", unit=unit_of(left)
        )

    def _power(self, node: tree.Arithmetic, left: Expression, right: Expression) -> Expression | None:
        exponent = plain(right)
        if exponent is None:
            return self.fault_unit(node.right, unit_of(right), "1")
        unit = unit_of(left)
        whole = isinstance(exponent, typed.Number) and exponent.value.denominator == 1
        if unit.dimension and not whole:
            return self.fault_unit(node.left, unit, "1")
        if whole and isinstance(exponent, typed.Number):
            unit = power(unit, int(exponent.value))
        return typed.Arithmetic(operator="^", left=left, right=exponent, kind="number", unit=unit)

    def fault_unit(self, node: tree.Expression, unit: Unit, wanted: str) -> None:
        """Report that ``node`` is in the wrong unit."""
        self.faults.append(
            at(
                UNIT_MISMATCH,
                node.span,
                what=self.words(node.span),
                unit=unit.text or "1",
                wanted=wanted,
                way="",
                hint=False,
            )
        )

    def aligned(
        self, left_node: tree.Expression, left: Expression, right_node: tree.Expression, right: Expression
    ) -> tuple[Expression, Expression] | None:
        """Give both values in one unit, that of the left one; a fault where they differ in kind.

        A zero without a unit is a zero of anything.
        """
        if is_zero(left):
            left = replace(left, unit=unit_of(right))  # type: ignore[call-arg]
        if is_zero(right):
            right = replace(right, unit=unit_of(left))  # type: ignore[call-arg]
        converted = in_unit(right, unit_of(left))
        if converted is not None:
            return left, converted
        self.faults.append(
            at(
                DIFFERENT_QUANTITIES,
                left_node.span.to(right_node.span),
                left=self.words(left_node.span),
                left_unit=unit_of(left).text or "1",
                right=self.words(right_node.span),
                right_unit=unit_of(right).text or "1",
            )
        )
        return None

    def _cases(self, node: tree.When, row: str) -> Expression | None:
        conditions = [self.condition(branch.condition, row) for branch in node.branches]
        nodes = [branch.value for branch in node.branches]
        nodes += [node.otherwise] if node.otherwise is not None else []
        values = self._alike(nodes, row)
        if values is None or any(c is None for c in conditions):
            return None
        pairs = tuple(zip((c for c in conditions if c is not None), values, strict=False))
        return typed.Cases(
            branches=pairs,
            otherwise=values[-1] if node.otherwise is not None else None,
            kind=kind_of(values[0]),
            unit=unit_of(values[0]),
        )

    def _preferred(self, node: tree.Prefer, row: str) -> Expression | None:
        values = self._alike([tier.value for tier in node.tiers], row)
        if values is None:
            return None
        labels = [calls.label(tier.label, self.words(tier.value.span)) for tier in node.tiers]
        return typed.Preferred(
            tiers=tuple(zip(values, labels, strict=True)), unit=unit_of(values[0])
        )

    def _alike(self, nodes: list[tree.Expression], row: str) -> list[Expression] | None:
        """Type alternatives and bring them to the unit of the first."""
        values = [self.expression(node, row) for node in nodes]
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            return None
        first = known[0]
        if kind_of(first) not in ("number", "year"):
            return known
        unit = next((unit_of(v) for v in known if not is_zero(v)), unit_of(first))
        aligned: list[Expression] = []
        for node, value in zip(nodes, known, strict=True):
            fitted = self.fitted(node, value, unit)
            if fitted is None:
                return None
            aligned.append(fitted)
        return aligned

    def fitted(self, node: tree.Expression, value: Expression, unit: Unit) -> Expression | None:
        """Give ``value`` in ``unit``, or report that it measures something else."""
        if is_zero(value):
            return replace(value, unit=unit)  # type: ignore[call-arg]
        converted = in_unit(value, unit)
        if converted is None:
            return self.fault_unit(node, unit_of(value), unit.text or "1")
        return converted

    def condition(self, node: tree.Expression, row: str) -> Expression | None:
        """Type ``node``, which must be a condition."""
        return calls.condition(self, node, row)

    # ---- what a process needs ----------------------------------------------------------------

    def fault_source(self, path: tree.Path) -> None:
        """Report a ``from`` that names no product of a process."""
        known = [d.path for d in self.names.declarations.values() if d.kind in ("process", "flow")]
        likely = near(path.text, known)
        self.faults.append(
            at(UNKNOWN_NAME, path.span, name=path.text, near=likely, hint=bool(likely))
        )

    def chosen(self, declaration: Declaration, group: str) -> Expression | None:
        """Give the datum that tells the gas of an emission, if it is one."""
        return self.reading(declaration, group) if declaration.kind == "data" else None

    def basis(self, node: tree.Expression, flow: str) -> Expression | Literal["mass"] | None:
        """Type an allocation basis for the product at ``flow``; ``mass`` stands for its amount."""
        if not isinstance(node, tree.Path):
            return self.expression(node, "")
        parts = tuple(part.text for part in node.parts)
        found = self.index.find(flow, parts, "")
        if isinstance(found, ToDeclaration):
            return self.reading(self.names.declarations[found.path], "")
        if isinstance(found, ToPredeclared) and found.name == "mass":
            return "mass"
        self.fault_source(node)
        return None


def is_zero(value: Expression) -> bool:
    """Tell whether a value is a bare 0."""
    return isinstance(value, typed.Number) and value.value == 0 and value.unit == PLAIN_NUMBER


def is_bare(value: Expression) -> bool:
    """Tell whether a value is a constant without a unit."""
    return isinstance(value, typed.Number) and value.unit == PLAIN_NUMBER


def in_unit(value: Expression, unit: Unit) -> Expression | None:
    """Give ``value`` in ``unit``; None if the two measure different things."""
    own = unit_of(value)
    if not own.same_kind(unit):
        return None
    if own.factor == unit.factor:
        return value
    return _converted(value, own.factor / unit.factor, unit)


def _converted(value: Expression, ratio: Fraction, unit: Unit) -> Expression:
    """Convert a value; of alternatives each one, so that a tier or branch stays the outermost."""
    match value:
        case typed.Preferred():
            tiers = tuple((_converted(tier, ratio, unit), label) for tier, label in value.tiers)
            return typed.Preferred(tiers=tiers, unit=unit)
        case typed.Cases():
            branches = tuple((c, _converted(v, ratio, unit)) for c, v in value.branches)
            last = value.otherwise
            otherwise = _converted(last, ratio, unit) if last is not None else None
            return typed.Cases(branches=branches, otherwise=otherwise, kind=value.kind, unit=unit)
        case typed.Converted():
            return _converted(value.operand, value.ratio * ratio, unit)
        case _ if ratio == 1:
            return value
        case _:
            return typed.Converted(operand=value, ratio=ratio, unit=unit)


def plain(value: Expression) -> Expression | None:
    """Give a ratio as a plain number; None if it has a dimension."""
    return in_unit(value, PLAIN_NUMBER)


__all__ = ["Reference", "Typing", "in_unit", "is_bare", "is_zero", "plain"]
