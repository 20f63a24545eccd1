"""A valid standard of any length: electrolytic aluminium, its product system again and again."""

from collections.abc import Iterator
from pathlib import Path

from guiju import pipeline
from guiju.workspace import Workspace, workspace_of
from guiju_dsl.source import SourceText
from guiju_dsl.syntax import from_text, tree
from guiju_dsl.syntax.lexer import tokens_of

STANDARDS = Path(__file__).parents[2] / "standards"
STANDARD = STANDARDS / "electrolytic_aluminium" / "electrolytic_aluminium.pcr"
OF_THE_WHOLE = ("boundary", "quality", "profile", "example", "gwp", "indicator", "term")
"""What a standard has once, whatever it is about."""
AGAIN = tree.Choice | tree.Factor | tree.Data | tree.Let | tree.Process | tree.Each | tree.Provision


def place() -> Workspace:
    """Give the workspace of the standard, in which its libraries are found."""
    return workspace_of(STANDARD)


def long_standard(least_lines: int) -> SourceText:
    """Give the standard with so many further product systems that it has ``least_lines``.

    Each further system has products, processes, data, tables and provisions of its own, under
    names of its own.
    """
    workspace = place()
    source = workspace.source()
    assert source is not None
    standard = pipeline.check(source, workspace.find).product
    assert standard is not None
    own = frozenset(
        declaration.name
        for path, declaration in standard.names.declarations.items()
        if "." not in path and declaration.home == standard.identity.id
    )
    system = "\n".join(_system(source)) + "\n"
    text, number = source.text, 1
    while text.count("\n") < least_lines:
        number += 1
        text += _renamed(system, own, f"_{number}")
    return SourceText(name="long_standard.pcr", text=text)


def _system(source: SourceText) -> Iterator[str]:
    """Give the items of ``source`` that a second product system needs again."""
    file = from_text(source).product
    assert file is not None
    for item in file.items:
        again = isinstance(item, AGAIN)
        if again or (isinstance(item, tree.Named) and item.kind not in OF_THE_WHOLE):
            yield source.text[item.span.start : item.span.end]


def _renamed(text: str, names: frozenset[str], ending: str) -> str:
    """Give ``text`` with ``ending`` at each of ``names``."""
    tokens = tokens_of(text)
    written = ""
    behind = 0
    for kind, start, end in zip(tokens.kinds, tokens.starts, tokens.ends, strict=True):
        if kind == "NAME" and text[start:end] in names:
            written += text[behind:end] + ending
            behind = end
    return written + text[behind:]
