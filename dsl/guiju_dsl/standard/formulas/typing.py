"""What every rule for typing a formula needs: names, units, the row at hand, the faults found."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar, cast

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.items import type_of, value_of
from guiju_dsl.names.lookup import Index, index_of
from guiju_dsl.names.model import Declaration, NamedStandard
from guiju_dsl.names.signatures import same_signatures
from guiju_dsl.source import Span
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.codes import DIFFERENT_QUANTITIES, UNIT_MISMATCH, WRONG_KIND
from guiju_dsl.standard.expressions import Expression, kind_of, unit_of
from guiju_dsl.standard.formulas.fitting import in_unit, is_zero, taken_as
from guiju_dsl.standard.formulas.ways import between
from guiju_dsl.standard.kinds import A_NUMBER, KIND_WORDS, NUMERIC, kind_of_type, unit_of_type
from guiju_dsl.standard.used_model import UsedValue
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text
from guiju_runtime.units import Unit

T = TypeVar("T")
NO_WAY = Text(zh="", en="")
LONGEST_WORDS = 60


class Typing(ABC):
    """Types the formulas of one standard and collects faults; used by one pass only.

    Attributes:
        like: the typing of the standard without a profile, which shares what the profile leaves
            alone; none for the standard itself.
        outer: groups whose rows are at hand around that which a sum runs over.
        parameters: values of the parameters of the formula that is being put in place.
        made: what was made of each declaration, by the function that made it.
        doubtful: paths of what states a unit or kind that its own formula does not give.
        shared: identities of the declarations that a profile leaves alone.
        used: values of other standards that are read, by path; ``others`` their typings.
    """

    def __init__(self, names: NamedStandard, like: "Typing | None" = None) -> None:
        """Keep the declarations for look-up."""
        self.names = names
        self.like = like
        self.faults: list[Diagnostic] = []
        self.doubtful: set[str] = set()
        self.outer: tuple[str, ...] = ()
        self.parameters: dict[str, Expression] = {}
        self.made: dict[tuple[object, str], object] = {}
        self.used: dict[str, UsedValue] = like.used if like is not None else {}
        self.others: dict[str, Typing] = like.others if like is not None else {}
        self.index: Index = index_of(names)
        known = like.names.declarations if like is not None else {}
        same = same_signatures(names.declarations, known)
        self.shared = frozenset(map(id, known.values())) if same else frozenset()

    @abstractmethod
    def expression(self, node: tree.Expression, row: str) -> Expression | None:
        """Type ``node`` where the row of group ``row`` is at hand; None after a fault."""

    @abstractmethod
    def condition(self, node: tree.Expression, row: str) -> Expression | None:
        """Type ``node``, which must be a condition."""

    def number(self, node: tree.Expression, row: str) -> Expression | None:
        """Type ``node``, which must be a number or a year."""
        value = self.expression(node, row)
        if value is None or kind_of(value) in NUMERIC:
            return value
        self.fault_kind(node.span, KIND_WORDS[kind_of(value)], A_NUMBER)
        return None

    def other(self, standard: str) -> "Typing":
        """Give the typing of a standard whose results are used."""
        if standard not in self.others:
            self.others[standard] = type(self)(self.names.used[standard])
        return self.others[standard]

    # ---- what a thing is -----------------------------------------------------------------

    def group_of(self, path: str) -> str:
        """Give the repeated group in which ``path`` stands, or an empty text."""
        owner = path.rpartition(".")[0]
        while owner:
            declaration = self.names.declarations.get(owner)
            if declaration is not None and declaration.kind == "each":
                return owner
            owner = owner.rpartition(".")[0]
        return ""

    def reading(self, declaration: Declaration, group: str) -> Expression | None:
        """Give the value of a declared thing; None where its own formula has a fault."""
        node, type_ = declaration.node, type_of(declaration.node)
        kind, unit = kind_of_type(type_), unit_of_type(type_)
        if isinstance(node, tree.Emission):
            unit = self.of_gas(node, unit)
        if type_ is None and isinstance(node, tree.Let):
            value = self.inferred(declaration)
            if value is None:
                return None
            kind, unit = kind_of(value), unit_of(value)
        named = type_.choice.text if type_ is not None and type_.choice is not None else ""
        return typed.Reading(
            path=declaration.path,
            kind=kind,
            unit=unit,
            group=group,
            choice=(named or declaration.path) if kind == "choice" else "",
        )

    def of_gas(self, node: tree.Emission, unit: Unit) -> Unit:
        """Give the unit of a mass emitted: it is of its gas."""
        return unit if unit.substance else replace(unit, substance=((node.gas.text, 1),))

    def inferred(self, declaration: Declaration) -> Expression | None:
        """Type the formula of a thing that states no unit: its kind and unit are those it gives."""
        node = value_of(declaration.node)
        group = self.group_of(declaration.path)
        return self.expression(node, group) if node is not None else None

    # ---- what profiles share ----------------------------------------------------------------

    def once(self, make: Callable[["Typing", Declaration], T], declaration: Declaration) -> T:
        """Give what ``make`` makes of ``declaration``, shared with the standard if it can be."""
        key = (make, declaration.path)
        if self.like is not None and self._is_shared(declaration) and key in self.like.made:
            return cast(T, self.like.made[key])
        result = make(self, declaration)
        self.made[key] = result
        return result

    def _is_shared(self, declaration: Declaration) -> bool:
        """Tell whether the profile leaves a thing, and the flow around it, as they are."""
        around = self.names.declarations.get(declaration.path.rpartition(".")[0])
        flow_is_shared = around is None or around.kind != "flow" or id(around) in self.shared
        return flow_is_shared and id(declaration) in self.shared

    # ---- words -------------------------------------------------------------------------------

    def words(self, span: Span) -> str:
        """Give the words at ``span``, shortened if there are many."""
        flat = self.written(span)
        if 0 < len(flat) <= LONGEST_WORDS:
            return flat
        return f"{flat[: LONGEST_WORDS - 3]}…"

    def written(self, span: Span) -> str:
        """Give the words at ``span`` on one line."""
        return self.names.written(span)

    # ---- faults and units --------------------------------------------------------------------

    def fault_kind(self, span: Span, kind: Text, wanted: Text) -> None:
        """Report that what stands at ``span`` is of the wrong kind."""
        self.faults.append(at(WRONG_KIND, span, what=self.words(span), kind=kind, wanted=wanted))

    def fault_unit(
        self, node: tree.Expression, unit: Unit, wanted: str, way: Text = NO_WAY
    ) -> None:
        """Report that ``node`` is in the wrong unit, and how to get to the right one."""
        fault = at(
            UNIT_MISMATCH,
            node.span,
            what=self.words(node.span),
            unit=unit.text or "1",
            wanted=wanted,
            way=way,
            hint=bool(way.zh),
        )
        self.faults.append(fault)

    def fitted(self, node: tree.Expression, value: Expression, unit: Unit) -> Expression | None:
        """Give ``value`` in ``unit``, or report that it measures something else."""
        if is_zero(value):
            return taken_as(value, unit)
        converted = in_unit(value, unit)
        if converted is None:
            self.fault_unit(node, unit_of(value), unit.text or "1")
        return converted

    def aligned(
        self,
        left_node: tree.Expression,
        left: Expression,
        right_node: tree.Expression,
        right: Expression,
    ) -> tuple[Expression, Expression] | None:
        """Give both values in the unit of the left one; a fault where they differ in kind."""
        if is_zero(left):
            left = taken_as(left, unit_of(right))
        if is_zero(right):
            right = taken_as(right, unit_of(left))
        converted = in_unit(right, unit_of(left))
        if converted is not None:
            return left, converted
        fault = at(
            DIFFERENT_QUANTITIES,
            left_node.span.to(right_node.span),
            left=self.words(left_node.span),
            left_unit=unit_of(left).text or "1",
            right=self.words(right_node.span),
            right_unit=unit_of(right).text or "1",
            way=between(unit_of(left), unit_of(right)),
        )
        self.faults.append(fault)
        return None
