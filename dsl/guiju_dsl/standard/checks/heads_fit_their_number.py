"""What the head of a document says belongs to the level that its number names."""

from collections.abc import Iterator
from typing import Final

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.attributes import fields
from guiju_dsl.standard.document_model import Level, level_of
from guiju_dsl.standard.head_codes import OF_ANOTHER_LEVEL
from guiju_dsl.standard.model import BoundStandard
from guiju_runtime.messages import Text, same_words

LEVELS: Final[dict[str, tuple[tuple[Level, ...], Text]]] = {
    "sector": (("sector",), Text(zh="行业标准", en="sector standard")),
    "filing": (("sector", "local"), Text(zh="行业标准和地方标准", en="sector or local standard")),
}
"""The levels whose covers print a field, and their words."""


def heads_fit_their_number(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report fields that no cover of this level prints."""
    number = standard.identity.number
    found = fields(standard.names.head.block.items)
    for name, (levels, words) in LEVELS.items():
        if name in found and number and level_of(number) not in levels:
            field = found[name].name
            yield at(
                OF_ANOTHER_LEVEL,
                field.span,
                field=same_words(field.text),
                levels=words,
                number=same_words(number),
            )
