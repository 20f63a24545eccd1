"""What a text speaks of, ``{ref x}`` or ``{value x}``, exists."""

import re
from collections.abc import Iterable, Iterator

from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.names.lookup import KEPT_BY_KIND, Index
from guiju_dsl.names.model import Declaration
from guiju_dsl.names.references import unknown
from guiju_dsl.source import Span
from guiju_dsl.syntax import tree

MENTION = re.compile(r"\{(?:ref|value) +([^{}\s]+) *\}")


def texts_speak_of_known_things(file: tree.File, index: Index) -> Iterator[Diagnostic]:
    """Report names in the texts of ``file`` that nothing is called by."""
    for match in MENTION.finditer(file.source.text):
        span = Span(file.source.name, match.start(1), match.end(1))
        if any(_holds(comment.span, span) for comment in file.comments):
            continue
        if not _is_known(match[1], _scope(span, index.by_path.values()), index):
            yield unknown(tree.Name(span=span, text=match[1]), _known(index))


def _is_known(text: str, scope: str, index: Index) -> bool:
    kept_apart = any(f"{kind}:{text}" in index.by_path for kind in KEPT_BY_KIND)
    return kept_apart or index.find(scope, tuple(text.split(".")), "") is not None


def _known(index: Index) -> set[str]:
    return {path.partition(":")[2] or path for path in index.by_path}


def _scope(span: Span, declarations: Iterable[Declaration]) -> str:
    """Give the path of the innermost declared thing around ``span``."""
    around = [d for d in declarations if _holds(d.node.span, span)]
    innermost = max(around, key=lambda d: d.node.span.start, default=None)
    return innermost.path if innermost is not None else ""


def _holds(outer: Span, inner: Span) -> bool:
    same = outer.source == inner.source
    return same and outer.start <= inner.start and inner.end <= outer.end
