"""Changes between editions on the terminal, clause by clause, and as plain data."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from guiju.changes import Change, Comparison, Difference, Edition, Side
from guiju.changes.aspects import what_words
from guiju.cli import change_words as words
from guiju.cli.columns import width
from guiju.cli.output import filled
from guiju_runtime.messages import Language, Text

Heading = tuple[str, str]
EXAMPLES: Heading = ("", "examples")
IN_ONE_LINE = 76
"""Old and new words that fit into so many columns together stand in one line."""


def lines(comparison: Comparison, language: Language) -> Iterator[str]:
    """Lay out what changed, one heading for each clause."""
    yield _title(comparison, language)
    if not comparison.changes:
        yield words.UNCHANGED.in_language(language)
        return
    yield filled(words.COUNTS, language, **counts(comparison.changes))
    headed = [(_heading(change, comparison), change) for change in comparison.changes]
    for heading, group in groupby(headed, key=lambda pair: pair[0]):
        yield ""
        yield _shown(heading, language)
        for _, change in group:
            yield from _change(change, language)


def counts(changes: tuple[Change, ...]) -> dict[str, int]:
    """Count changes by their weight."""
    renamed = sum(change.kind == "renamed" for change in changes)
    technical = sum(change.technical for change in changes)
    return {
        "technical": technical,
        "editorial": len(changes) - technical - renamed,
        "renamed": renamed,
    }


def _title(comparison: Comparison, language: Language) -> str:
    old, new = (e.plan.graph.standard.identity for e in (comparison.old, comparison.new))
    number = " → ".join(dict.fromkeys((old.number or old.id, new.number or new.id)))
    return f"{number}  {new.title.in_language(language)}"


def _heading(change: Change, comparison: Comparison) -> Heading:
    """Give the clause of the new document, of what was removed the one in which it stood."""
    if change.what == "example":
        return EXAMPLES
    if change.new is not None:
        return comparison.new.headings.get(change.new.clause_id, ("", ""))
    clause = change.old.clause_id if change.old is not None else ""
    here = comparison.new.headings.get(clause)
    return here or comparison.old.headings.get(clause, ("", ""))


def _shown(heading: Heading, language: Language) -> str:
    number, title = heading
    if heading == EXAMPLES:
        return words.EXAMPLES.in_language(language)
    return f"{number}  {title}" if title else words.NO_CLAUSE.in_language(language)


def _change(change: Change, language: Language) -> Iterator[str]:
    kind = words.KINDS[change.kind].in_language(language)
    label = filled(
        words.LABELLED,
        language,
        what=what_words(change).in_language(language),
        label=change.label.in_language(language),
    )
    yield f"  {kind}  {label}  {_where(change, language)}".rstrip()
    for one in change.differences:
        yield from _difference(one, language)


def _where(change: Change, language: Language) -> str:
    """Give id and clause, the old ones too where they were others, and whether it is wording."""
    old, new = change.old, change.new
    said = [change.id]
    if old is not None and new is not None and old.id != new.id:
        said = [f"{old.id} → {new.id}"]
    said.append(new.clause if new is not None else "")
    if old is not None and old.clause and (new is None or old.clause != new.clause):
        said.append(filled(words.WAS, language, clause=old.clause))
    if not change.technical and change.kind != "renamed":
        said.append(words.EDITORIAL.in_language(language))
    return "  ".join(one for one in said if one)


def _difference(one: Difference, language: Language) -> Iterator[str]:
    of = one.of.in_language(language)
    colon = words.COLON.in_language(language)
    before, after = _in(one.old, language), _in(one.new, language)
    if before == after:  # the words differ in the other language alone
        before, after = _in(one.old, "zh"), _in(one.new, "zh")
    if before is None or after is None:
        sign, said = ("+", after) if before is None else ("−", before)
        yield f"      {sign} {said}" if said == of else f"      {sign} {of}{colon}{said}"
    elif width(before) + width(after) <= IN_ONE_LINE:
        yield f"      {of}{colon}{before} → {after}"
    else:
        yield f"      {of}{colon.rstrip()}"
        yield f"        − {before}"
        yield f"        + {after}"


def _in(text: Text | None, language: Language) -> str | None:
    return None if text is None else " ".join(text.in_language(language).split())


def to_plain(comparison: Comparison, language: Language) -> dict[str, Any]:
    """Give what changed as plain data."""
    return {
        "old": _edition(comparison.old),
        "new": _edition(comparison.new),
        "counts": counts(comparison.changes),
        "changes": [_plain(change, language) for change in comparison.changes],
    }


def _edition(edition: Edition) -> dict[str, str]:
    head = edition.plan.graph.standard.identity
    return {"id": head.id, "number": head.number, "digest": head.digest}


def _plain(change: Change, language: Language) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "what": change.what,
        "id": change.id,
        "label": change.label.in_language(language),
        "technical": change.technical,
        "old": _side(change.old),
        "new": _side(change.new),
        "differences": [
            {
                "aspect": one.aspect,
                "of": one.of.in_language(language),
                "old": _in(one.old, language),
                "new": _in(one.new, language),
                "technical": one.technical,
            }
            for one in change.differences
        ],
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {"id": side.id, "clause": side.clause, "file": side.source, "line": side.line}
