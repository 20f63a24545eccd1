"""What is known of two rule books on one plant, or of two editions, ready for print."""

from msgspec import Struct

Row = tuple[str, ...]


class ShownEffects(Struct, frozen=True, kw_only=True):
    """What each change adds.

    Attributes:
        rows: the change, its clauses, what it adds, what it adds in reverse order, the result.
        same: whether both orders give the same.
        blocked: changes after which there is no result, and why.
        made_first: changes without which there is none, and why.
        svg: the waterfall.
    """

    rows: tuple[Row, ...]
    same: bool
    blocked: tuple[Row, ...]
    made_first: tuple[Row, ...]
    svg: str


class ShownComparison(Struct, frozen=True, kw_only=True):
    """Both sides in the words and figures that are printed.

    Attributes:
        a, b: names of the rule books.
        results: name, declared unit and footprint of each side, and their difference.
        parts: by stage, process and gas: name, A, B, difference.
        demands: what only A asks, and what only B asks: kind, what, how or why.
        apart: processes that only one side has: side, process.
        findings: side, severity, code, words.
        identity: from what the results can be calculated again.
    """

    product: str
    site: str
    a: str
    b: str
    results: tuple[Row, ...]
    parts: dict[str, tuple[Row, ...]]
    effects: ShownEffects | None
    demands: dict[str, tuple[Row, ...]]
    apart: tuple[Row, ...]
    findings: tuple[Row, ...]
    identity: tuple[Row, ...]
    remarks: tuple[str, ...]
