"""The words of a provision have the verb of its force, and of no other.

A requirement says 应 and shall, a recommendation 宜 and should, a permission 可 and may. A finding
goes by the force, a reader by the verb: where they differ, the document and the calculator do.

Source: GB/T 1.1—2020 checklist rows MV-01, MV-03, MV-04; ISO/IEC Directives Part 2, clause 7.
"""

import re
from collections.abc import Iterator
from typing import Final

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.codes import OTHER_FORCE
from guiju_dsl.standard.model import BoundStandard
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text

REQUIRED: Final = re.compile(
    r"(?<![反相对供适效响感呼照])应(?!用|力|急|付|答|变|允|激|收|对[^照比])|必须|不得|\b(?:shall|must)\b"
)
"""Verbs of a requirement, apart from words that hold the character: 反应, 供应, 相应, 应用."""
RECOMMENDED: Final = re.compile(r"(?<![适便相合权事])宜|\bshould\b|\bit is recommended\b")
WORDS: Final = {
    "shall": Text(zh="要求", en="requirement"),
    "should": Text(zh="推荐", en="recommendation"),
    "may": Text(zh="允许", en="permission"),
}
VERBS: Final = {
    "shall": Text(zh="应或不应", en="shall or shall not"),
    "should": Text(zh="宜或不宜", en="should or should not"),
    "may": Text(zh="可或不必", en="may or need not"),
}
OTHERS: Final = {
    "shall": (RECOMMENDED,),
    "should": (REQUIRED,),
    "may": (REQUIRED, RECOMMENDED),
}
"""Verbs that the words of each force do not have."""


def provisions_say_their_force(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report provisions of the main file whose words have the verb of another force.

    So may those of a general rule that the main file changes and gives no other words.
    """
    names = standard.names
    changed = {before.path for before in names.changed}
    for declaration in names.declarations.values():
        node = declaration.node
        own = declaration.home == names.head.name.text or declaration.path in changed
        if own and isinstance(node, tree.Provision) and node.words is not None:
            yield from _contradictions(node.force, node.words)


def _contradictions(force: str, words: tree.Words) -> Iterator[Diagnostic]:
    texts = [text for text in (words.plain, words.zh, words.en) if text]
    found = [
        verb for text in texts for verbs in OTHERS.get(force, ()) for verb in verbs.findall(text)
    ]
    if found:
        yield at(
            OTHER_FORCE,
            words.span,
            force=WORDS[force],
            verb=found[0],
            verbs=VERBS[force],
        )
