"""Draws up to the amount of their source: who gets how much of it."""

from collections.abc import Iterator

from guiju_runtime.arithmetic import NAN
from guiju_runtime.burdens import Draw
from guiju_runtime.run import Run

Covered = dict[tuple[str, int | None], float]


def covered(run: Run) -> Covered:
    """Let each source serve those who have no other first, then the limited ones pro rata.

    Returns:
        Share of its need that each limited draw gets: min(1, supply / need), by flow and row.
    """
    if not any(draw.limited for draw in run.draws):
        return {}
    needs, firm = _wanted(run, limited=True), _wanted(run, limited=False)
    parts: Covered = {}
    for draw in run.draws:
        if draw.limited:
            left = max(_supply(run, draw) - firm.get(draw.source, 0.0), 0.0)
            need = needs[draw.source]
            parts[draw.flow, draw.row] = 1.0 if left >= need else (left / need if need else NAN)
    return parts


def _wanted(run: Run, *, limited: bool) -> dict[str, float]:
    """Add up by source what is drawn from it."""
    wanted: dict[str, float] = {}
    for draw in run.draws:
        if draw.limited == limited:
            wanted[draw.source] = wanted.get(draw.source, 0.0) + draw.amount
    return wanted


def _supply(run: Run, draw: Draw) -> float:
    """Give the amount of a draw's source: none of a process that does not run."""
    if draw.supplier in run.spoiled:
        return NAN
    made = (output.amount for output in run.outputs if output.flow == draw.source)
    return next(made, 0.0)


def taken(run: Run, parts: Covered) -> Iterator[Draw]:
    """Give the draws with what each truly takes of its source."""
    for draw in run.draws:
        part = parts[draw.flow, draw.row] if draw.limited else 1.0
        if part:
            yield draw if part == 1.0 else draw._replace(amount=draw.amount * part)
