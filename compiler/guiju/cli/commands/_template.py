"""The template for Word that a command takes: read, and what it lacks said."""

import argparse
from pathlib import Path

from guiju.cli.output import complain
from guiju.command_codes import CommandFault
from guiju.question_codes import OPTION_WITHOUT_EFFECT
from guiju_runtime.messages import Language

WORD = ".docx"


def template_read(path: Path, language: Language, *, cover: bool) -> bytes:
    """Read the template at ``path`` and say what it lacks.

    Args:
        path: of a Word file.
        language: of what is said.
        cover: whether what is made has a cover.

    Raises:
        CommandFault: it cannot be read, or is no Word file.
    """
    from guiju.house_template import template_at

    template = template_at(path, cover=cover)
    for remark in template.remarks:
        complain(remark.to_text(language, "warning"))
    return template.content


def template_asked(
    options: argparse.Namespace, language: Language, *files: str, cover: bool = False
) -> bytes | None:
    """Read the template that is given for those of ``files`` that are Word files.

    Raises:
        CommandFault: none of them is, or the template cannot be used.
    """
    if not options.template:
        return None
    if not any(file.lower().endswith(WORD) for file in files):
        raise CommandFault(OPTION_WITHOUT_EFFECT, one="--template", other=f"-o FILE{WORD}")
    return template_read(Path(options.template), language, cover=cover)
