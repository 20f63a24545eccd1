"""Stage 7: from a ``CalculationPlan`` to the ``StandardDocument`` of one language."""

from collections.abc import Iterator

from guiju.documents.closing_chapters import closing
from guiju.documents.collection_annex import collection_annex
from guiju.documents.column_widths import with_widths
from guiju.documents.drafting import Drafting
from guiju.documents.example_annex import WorkedExample, example_annex
from guiju.documents.factor_annex import factor_annex, place_factors, used
from guiju.documents.front import bibliography, cover, foreword, opening
from guiju.documents.impact_chapter import impact
from guiju.documents.inventory_chapter import inventory
from guiju.documents.model import Annex, Clause, Identity, StandardDocument
from guiju.documents.other_annexes import gwp_annex, quality_annex, report_annex
from guiju.documents.plain import letters_of
from guiju.documents.revision import Revision
from guiju.documents.scope_chapters import goal_and_scope
from guiju.documents.spoken_of import spoken_of
from guiju.plan.model import CalculationPlan
from guiju.version import ENGINE
from guiju_runtime.messages import Language

ORIGINAL: Language = "zh"
"""The edition whose clauses every other edition has."""
Rest = tuple[tuple[Clause, ...], tuple[Annex, ...]]


def from_plan(
    plan: CalculationPlan,
    language: Language,
    example: WorkedExample | None = None,
    *,
    drawn: bool = True,
    revision: Revision | None = None,
) -> StandardDocument:
    """Write the standard of ``plan`` in ``language``; equal plans give equal documents.

    Args:
        example: a worked example with its result for an annex of its own; none leaves it out.
        drawn: whether figures are drawn and tables laid out; numbers alone do without.
        revision: what changed from the edition that it replaces, for the foreword.
    """
    drafting = Drafting(plan, language, drawn=drawn)
    body, annexes = rest(drafting, example)
    printed = letters(body, annexes)
    if language != ORIGINAL:
        printed = letters(*rest(Drafting(plan, ORIGINAL, drawn=False), example))
    document = StandardDocument(
        language=language,
        cover=cover(drafting),
        identity=identity(plan),
        foreword=foreword(drafting, revision),
        introduction=(),
        clauses=(*opening(drafting, printed), *body),
        annexes=annexes,
        bibliography=bibliography(drafting, printed),
    )
    spoken = spoken_of(document, drafting)
    return with_widths(spoken) if drawn else spoken


def rest(drafting: Drafting, example: WorkedExample | None) -> Rest:
    """Write the clauses behind the third, and the annexes."""
    place_factors(drafting)
    body = (
        *goal_and_scope(drafting),
        *inventory(drafting),
        *impact(drafting),
        *closing(drafting, has_example=example is not None),
    )
    return body, tuple(all_annexes(drafting, example))


def letters(body: tuple[Clause, ...], annexes: tuple[Annex, ...]) -> str:
    """Give the running text of clauses and annexes."""
    blocks = (*body, *(block for annex in annexes for block in annex.content))
    return "\n".join(letters_of(block) for block in blocks)


def all_annexes(drafting: Drafting, example: WorkedExample | None) -> Iterator[Annex]:
    """Write the annexes in the order in which the text first names them."""
    yield collection_annex(drafting)
    if used(drafting):
        yield factor_annex(drafting)
    if drafting.plan.rules.gwp_set:
        yield gwp_annex(drafting)
    if drafting.standard.indicators:
        yield quality_annex(drafting)
    yield report_annex(drafting)
    if example is not None:
        yield example_annex(drafting, example)


def identity(plan: CalculationPlan) -> Identity:
    """Say which source the document is from."""
    head = plan.graph.standard.identity
    return Identity(
        id=head.id,
        version=head.number,
        status=head.status,
        digest=head.digest,
        engine=ENGINE,
    )
