"""What the commands share that set rule books beside each other: files, and findings by side."""

from pathlib import Path

from guiju.cli import effect_words
from guiju.cli.commands._paper import paper_content
from guiju.cli.output import as_json, complain, filled
from guiju.command_codes import NOT_A_PAPER, CommandFault
from guiju.comparing import Comparison
from guiju.comparing.plain import to_plain
from guiju.question_codes import NO_EFFECTS
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Language

ENDINGS = (".docx", ".pdf", ".html", ".svg", ".json")


def ending_of(file: str) -> str:
    """Give the ending of a file, or nothing where none is asked for.

    Raises:
        CommandFault: no comparison is written so.
    """
    ending = Path(file).suffix.lower()
    if file and ending not in ENDINGS:
        raise CommandFault(NOT_A_PAPER, file=file, known=", ".join(ENDINGS))
    return ending


def content_of(
    found: Comparison, ending: str, language: Language, template: bytes | None = None
) -> bytes:
    """Give what goes into a file of that ending; ``template`` is for Word.

    Raises:
        CommandFault: there are no effects for a figure.
    """
    if ending == ".json":
        return f"{as_json(to_plain(found, language))}\n".encode()
    from guiju.comparing.paper import ends_of, paper_of
    from guiju.effects.figure import waterfall

    if ending == ".svg":
        if found.effects is None:
            raise CommandFault(NO_EFFECTS, a=found.a.side.written, b=found.b.side.written)
        return waterfall(found.effects, ends_of(found), language).encode()
    return paper_content(paper_of(found, language), ending, template)


def told_findings(found: Comparison, names: tuple[str, str], language: Language) -> int:
    """Say what is found, and of which side; what both find is said once. Gives the exit code."""
    both = [f for f in found.a.findings if f in found.b.findings]
    first, second = names
    groups = (
        (", ".join(names), found.a, both),
        (first, found.a, [f for f in found.a.findings if f not in both]),
        (second, found.b, [f for f in found.b.findings if f not in both]),
    )
    for name, side, findings in groups:
        if findings:
            complain(filled(effect_words.FINDINGS_OF, language, side=name))
        for one in findings:
            complain(to_text(one, language, side.result.calculation.clause_of(one)))
    errors = (f.severity == "error" for _, _, findings in groups for f in findings)
    return 1 if any(errors) else 0
