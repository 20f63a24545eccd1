"""``guiju check`` of Word files: what a format reviewer would say, and the copy with comments."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from guiju.cli import words
from guiju.cli.output import complain, deliver, filled, say, say_json
from guiju.cli.progress import followed
from guiju.command_codes import COMMENTS_OF_ONE_DRAFT, CommandFault
from guiju.review.comments import with_comments
from guiju.review.report import to_json, to_text
from guiju.review.review import Reviewed, review
from guiju.version import VERSION
from guiju.workspace import read
from guiju_runtime.messages import Language


def review_all(
    options: argparse.Namespace, language: Language, paths: Sequence[Path], drafts: Sequence[Path]
) -> int:
    """Check drafts, and the sources beside them; give the exit code.

    Raises:
        CommandFault: comments are asked for, and there is more or less than one draft.
    """
    if options.comment_to and (len(drafts) != 1 or len(paths) != 1):
        raise CommandFault(COMMENTS_OF_ONE_DRAFT, count=str(len(drafts)))
    done = [(path.as_posix(), read(path)) for path in drafts]
    reviewed = [(name, review(name, content)) for name, content in followed(done, "check")]
    if options.comment_to:
        _, content = done[0]
        copy = with_comments(content, reviewed[0][1].remarks, language)
        if copy is not None:
            deliver(copy, options.comment_to)
    _tell(options.format, reviewed, language)
    code = max(_code(one) for _, one in reviewed)
    rest = [path for path in paths if path not in drafts]
    if rest:
        from guiju.cli.commands.check import check_all

        return max(code, check_all(options, language, rest))
    return code


def _code(reviewed: Reviewed) -> int:
    errors = (remark.diagnostic.severity == "error" for remark in reviewed.remarks)
    return 1 if any(errors) else 0


def _tell(form: str, reviewed: Sequence[tuple[str, Reviewed]], language: Language) -> None:
    if form == "json":
        say_json([row for _, one in reviewed for row in to_json(one.remarks, one.draft)])
    elif form == "sarif":
        from guiju_dsl.report import to_sarif

        texts = {name: one.draft.source() for name, one in reviewed if one.draft is not None}
        found = [remark.diagnostic for _, one in reviewed for remark in one.remarks]
        say_json(to_sarif(found, texts.get, language, VERSION))
    else:
        for name, one in reviewed:
            _tell_people(name, one, language)


def _tell_people(name: str, reviewed: Reviewed, language: Language) -> None:
    draft = reviewed.draft
    source = draft.source() if draft is not None else None
    for remark in reviewed.remarks:
        complain(to_text(remark, source, language))
        complain("")
    if draft is None:
        return
    size = filled(
        words.DRAFT_SIZE, language, paragraphs=len(draft.paragraphs), tables=len(draft.tables)
    )
    severities = [remark.diagnostic.severity for remark in reviewed.remarks]
    errors, warnings = severities.count("error"), severities.count("warning")
    summary = words.DRAFT_FOUND if errors + warnings else words.DRAFT_CLEAN
    say(filled(summary, language, name=name, errors=errors, warnings=warnings, what=size))
