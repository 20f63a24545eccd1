"""Chapters 8 to 10: interpretation, report, declaration."""

from guiju.documents.drafting import Drafting
from guiju.documents.manuscript import clauses
from guiju.documents.model import Clause
from guiju.documents.provisions import Entry
from guiju.documents.ranges import expected


def closing(drafting: Drafting, *, has_example: bool) -> tuple[Clause, ...]:
    """Write 结果解释, 产品碳足迹报告 and, if the source has it, 产品碳足迹声明."""
    provisions = drafting.provisions
    rows = expected(drafting, results=True)
    usual = []
    if rows:
        said = drafting.said("interpretation.ranges", "usual_results")
        usual = [Entry(id=said.id, words=f"{said.words}\n% table.result_ranges")]
    manuscript = drafting.phrases.fill(
        "closing",
        interpretation=provisions.nested("interpretation", 2, *usual),
        report=provisions.nested("report", 2, *annexes(drafting, has_example)),
        declaration=provisions.nested("declaration", 2)
        if any(provisions.around("declaration"))
        else "",
    )
    table = drafting.table(
        "table.result_ranges",
        drafting.say("title_result_ranges"),
        [(drafting.head("indicator"), 0.5), (drafting.head("range"), 0.5)],
        [(indicator, words) for _, indicator, words, _ in rows],
    )
    return clauses(manuscript, {"table.result_ranges": (table,)})


def annexes(drafting: Drafting, has_example: bool) -> list[Entry]:
    """Say where the form of the report and the worked example are."""
    entries = [drafting.said("report.form", "report_form")]
    return entries + [drafting.said("report.example", "example_annex")] * has_example
