"""Report a source that ``use`` or ``extends`` names and nobody has."""

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.syntax.codes import UNKNOWN_SOURCE
from guiju_dsl.syntax.spelling import near_names
from guiju_dsl.syntax.tree import Path
from guiju_dsl.syntax.wording import choice_of, quoted
from guiju_runtime.messages import Text

_MOST_LISTED = 8


def unknown_source(path: Path, known: tuple[str, ...]) -> Diagnostic:
    """Report the name ``path``, with the nearest of those that are ``known``."""
    near = near_names(path.text, known)
    listed = near or tuple(sorted(known))[:_MOST_LISTED]
    words = choice_of(listed)
    return at(
        UNKNOWN_SOURCE,
        path.span,
        hint=bool(listed),
        name=quoted(path.text),
        way_out=Text(
            zh=f"改为{words.zh}" if near else f"现有{words.zh}",
            en=f"did you mean {words.en}?" if near else f"there are {words.en}",
        ),
    )
