"""Each kind of formula has its rule."""

from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.formulas.alternatives import cases, preferred
from guiju_dsl.standard.formulas.arithmetic import arithmetic, negative
from guiju_dsl.standard.formulas.calls import call
from guiju_dsl.standard.formulas.conditions import condition
from guiju_dsl.standard.formulas.exact import exactly
from guiju_dsl.standard.formulas.lookups import lookup
from guiju_dsl.standard.formulas.paths import path
from guiju_dsl.standard.formulas.typing import Typing
from guiju_dsl.standard.kinds import A_RANGE, ONE_VALUE, unit_of_quantity
from guiju_dsl.syntax import tree


class FormulaTyping(Typing):
    """Types formulas by the rule for each kind of them."""

    def expression(self, node: tree.Expression, row: str) -> Expression | None:
        """Type ``node`` where the row of group ``row`` is at hand; None after a fault."""
        match node:
            case tree.Quantity():
                return number(node)
            case tree.Path():
                return path(self, node, row)
            case tree.Arithmetic():
                return arithmetic(self, node, row)
            case tree.Parentheses():
                return self.expression(node.inner, row)
            case tree.Lookup():
                return lookup(self, node, row)
            case tree.Call():
                return call(self, node, row)
            case _:
                return self._other(node, row)

    def _other(self, node: tree.Expression, row: str) -> Expression | None:
        match node:
            case tree.Negative():
                return negative(self, node, row)
            case tree.When():
                return cases(self, node, row)
            case tree.Prefer():
                return preferred(self, node, row)
            case tree.YesNo():
                return typed.YesNoValue(value=node.value)
            case tree.Date():
                return typed.DateValue(text=node.text)
            case tree.ListOf() | tree.Range():
                self.fault_kind(node.span, A_RANGE, ONE_VALUE)
                return None
            case _:
                return self.condition(node, row)

    def condition(self, node: tree.Expression, row: str) -> Expression | None:
        """Type ``node``, which must be a condition."""
        return condition(self, node, row)


def number(node: tree.Quantity) -> typed.Number:
    """Give a written quantity."""
    return typed.Number(
        value=exactly(node.number), written=node.number, unit=unit_of_quantity(node)
    )
