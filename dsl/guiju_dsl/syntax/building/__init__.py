"""Nodes of the tree from the symbols of the rules of the grammar."""

from guiju_dsl.syntax.building.declarations import DECLARATIONS
from guiju_dsl.syntax.building.expressions import EXPRESSIONS
from guiju_dsl.syntax.building.items import ITEMS
from guiju_dsl.syntax.building.words import WORDS

BUILDERS = {**WORDS, **EXPRESSIONS, **DECLARATIONS, **ITEMS}
"""By the name of the rule, or of its alternative."""
