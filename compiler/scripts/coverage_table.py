"""The table of the rows of GB/T 1.1—2020: how each is covered, and by which test."""

from collections.abc import Iterator

from reference_tables import code, table

from guiju.review.rows import ROWS, How, Row

HEAD = (
    "行 · row",
    "条款 · clause",
    "要求 · asks for",
    "怎样满足 · covered",
    "测试或理由 · test or reason",
)
HOW: dict[How, str] = {
    "check": "核查 · checked",
    "built": "生成即满足 · by construction",
    "none": "未覆盖 · not covered",
}
FAULTS = "tests/documents/faults/test_faults.py::test_a_planted_fault_is_found"
TITLE = "# GB/T 1.1—2020 的核查 · How GB/T 1.1—2020 is covered"
LEGEND = """标记：S 见于公开文本；T 由公开模板实测；M 凭记忆，只作警告。核查对任何 Word 文稿进行：
`guiju check draft.docx`。

Marks: S seen in public copies; T measured from a public template; M from memory, which only warns.
Checks run on any Word draft: `guiju check draft.docx`."""


def coverage_page() -> str:
    """Write the page."""
    counted = {how: sum(row.how == how for row in ROWS.values()) for how in HOW}
    summary = "，".join(f"{HOW[how]} {count}" for how, count in counted.items())
    lines = (TITLE, "", LEGEND, "", summary, "")
    return "\n".join([*lines, *table(HEAD, map(_cells, ROWS, ROWS.values()))]) + "\n"


def _cells(id: str, row: Row) -> tuple[str, ...]:
    clause = "<br>".join(dict.fromkeys((row.clause.zh, row.clause.en))).strip("–") or "–"
    return (
        f"{code(id)} {row.tag}",
        clause,
        f"{row.asks.zh}<br>{row.asks.en}",
        HOW[row.how],
        "<br>".join(_test_or_reason(id, row)),
    )


def _test_or_reason(id: str, row: Row) -> Iterator[str]:
    if row.how != "none":
        file, _, name = (row.test or f"{FAULTS}[{id}]").partition("::")
        yield f"[{name}](../{file})"
    if row.why.zh:
        yield from (row.why.zh, row.why.en)
