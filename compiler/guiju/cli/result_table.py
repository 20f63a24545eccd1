"""A result as a table for people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from guiju.cli import words
from guiju.cli.columns import grouped, significant, table
from guiju.cli.output import filled
from guiju_runtime.calculating import Calculation
from guiju_runtime.footprint import BACKGROUND, Footprint, hot_spots
from guiju_runtime.messages import Language, Text
from guiju_runtime.result import shown_result
from guiju_runtime.withholding import Line, Shown, labelled, shown_of

MOST_FLOWS = 8
BAR = 24


def result_table(calculation: Calculation, profile: str, language: Language) -> Iterator[str]:
    """Lay out the footprint with its breakdowns; ``profile`` in place of the standard itself."""
    standard = calculation.calculator.data_model.standard
    book = calculation.books[profile]
    found = next(iter(book.footprints.values()))
    yield standard.title.in_language(language)
    yield filled(
        words.RESULT_OF,
        language,
        standard=standard.id,
        version=standard.version,
        status=standard.status_words.in_language(language) or "-",
    )
    yield ""
    label = found.product.label.in_language(language)
    yield f"{words.CFP.in_language(language)}  {label}"
    if profile:
        rule_book = book.run.rules.label.in_language(language)
        yield f"  {words.PROFILE.in_language(language)}{rule_book}"
    if found.cfp == found.cfp:
        unit = found.product.footprint_unit.in_language(language)
        yield f"  {grouped(found.cfp)} {unit}"
        yield from _breakdowns(calculation, found, language)
    else:
        yield f"  {words.NO_VALUE.in_language(language)}"
    yield from _beside(calculation, profile, found, language)
    yield ""
    yield _summary(calculation, language)


def _number(value: float, language: Language) -> str:
    return grouped(value) if value == value else words.NO_VALUE.in_language(language)


def _breakdowns(calculation: Calculation, found: Footprint, language: Language) -> Iterator[str]:
    calculator = calculation.calculator
    parts = shown_of(calculator, found)
    yield from _section(words.BY_STAGE, _lines(parts.by_stage, calculator.stages, found), language)
    labels = {path: label for path, (label, _) in calculator.processes.items()}
    yield from _section(words.BY_PROCESS, _lines(parts.by_process, labels, found), language)
    yield from _hot_spots(parts, labels, language)
    yield from _section(words.BY_FLOW, _largest(calculation, found, parts), language)
    named = {BACKGROUND: words.BACKGROUND_GAS}
    yield from _section(words.BY_GAS, _lines(parts.by_gas, named, found), language)


def _hot_spots(parts: Shown, labels: Mapping[str, Text], language: Language) -> Iterator[str]:
    """Rank the processes that make most of the footprint, with what they reach together."""
    rows = [
        (
            f"{rank}",
            labelled(one.process, labels).in_language(language),
            f"{one.share:.1%}",
            filled(words.TOGETHER, language, reached=f"{one.reached:.1%}"),
        )
        for rank, one in enumerate(hot_spots(parts.by_process), 1)
    ]
    yield from _rows(words.HOT_SPOTS, rows, language, (True, False, True, True))


Row = tuple[Text, float, float]


def _lines(values: Mapping[str, float], labels: Mapping[str, Text], found: Footprint) -> list[Row]:
    return [
        (labelled(name, labels), value, value / found.cfp if found.cfp else 0.0)
        for name, value in values.items()
    ]


def _largest(calculation: Calculation, found: Footprint, parts: Shown) -> list[Row]:
    ranked = sorted(parts.flows, key=lambda line: -abs(line.value))[:MOST_FLOWS]
    return [
        (_flow(calculation, line), line.value, line.value / found.cfp if found.cfp else 0.0)
        for line in ranked
    ]


def _flow(calculation: Calculation, line: Line) -> Text:
    """Name a contribution, or several that are shown as one."""
    calculator = calculation.calculator
    labels = {path: label for path, (label, _) in calculator.processes.items()}
    process = labelled(line.process, labels)
    one = line.contribution
    if one is None:
        together = words.CONFIDENTIAL_SUM
        return Text(zh=f"{process.zh} · {together.zh}", en=f"{process.en} · {together.en}")
    flow = calculator.values[one.flow].label
    several = len(calculation.main.run.row_values.get(one.flow.rpartition(".")[0], ())) > 1
    row = f" [{one.row + 1}]" if one.row is not None and several else ""
    gas = f" {one.gas}" if one.gas else ""
    return Text(zh=f"{process.zh} · {flow.zh}{row}{gas}", en=f"{process.en} · {flow.en}{row}{gas}")


def bar(share: float) -> str:
    """Draw a share; what is below none or above the whole has no longer bar."""
    return "▇" * round(min(max(share, 0.0), 1.0) * BAR)


def _section(title: Text, lines: Iterable[Row], language: Language) -> Iterator[str]:
    rows = [
        (label.in_language(language), grouped(value), f"{share:.1%}", bar(share))
        for label, value, share in lines
    ]
    if rows:
        yield ""
        yield title.in_language(language)
        yield from table(rows, (False, True, True, False))


def _beside(
    calculation: Calculation, profile: str, found: Footprint, language: Language
) -> Iterator[str]:
    """Give other products, other rule books, quality and further results."""
    book = calculation.books[profile]
    others = [
        (
            f.product.label.in_language(language),
            _number(f.cfp, language),
            f.product.footprint_unit.in_language(language),
        )
        for f in book.footprints.values()
        if f is not found
    ]
    yield from _rows(words.OTHER_PRODUCTS, others, language)
    rule_books = [
        (
            (other.run.rules.label if name else words.ITSELF).in_language(language),
            _number(other.footprints[found.product.name].cfp, language),
            found.product.footprint_unit.in_language(language),
        )
        for name, other in calculation.books.items()
        if name != profile
    ]
    yield from _rows(words.PROFILES, rule_books, language)
    share, score = found.quality.get("primary_share"), found.quality.get("score")
    quality = []
    if share is not None:
        quality.append((words.PRIMARY_SHARE.in_language(language), f"{share:.1%}", ""))
    if score is not None:
        quality.append((words.SCORE.in_language(language), f"{score:.3f}", ""))
    yield from _rows(words.QUALITY, quality, language)
    results = [
        (r.label.in_language(language), _further(calculation, r.path, language), r.unit)
        for r in calculation.calculator.results
    ]
    yield from _rows(words.RESULTS, results, language)


def _further(calculation: Calculation, path: str, language: Language) -> str:
    if path in calculation.calculator.confidential:
        return words.CONFIDENTIAL.in_language(language)
    value = shown_result(calculation, path)
    if value is None or value != value:
        return words.NO_VALUE.in_language(language)
    return significant(value) if isinstance(value, float) else f"{value}"


def _rows(
    title: Text,
    rows: Sequence[tuple[str, ...]],
    language: Language,
    rights: tuple[bool, ...] = (False, True, False),
) -> Iterator[str]:
    if rows:
        yield ""
        yield title.in_language(language)
        yield from table(rows, rights)


def _summary(calculation: Calculation, language: Language) -> str:
    errors = sum(f.severity == "error" for f in calculation.findings)
    warnings = sum(f.severity == "warning" for f in calculation.findings)
    if not calculation.findings:
        return words.NO_FINDINGS.in_language(language)
    count = filled(words.OF, language, n=len(calculation.findings), e=errors, w=warnings)
    verdict = (words.NOT_CONFORMING if errors else words.CONFORMS).in_language(language)
    return f"{words.FINDINGS.in_language(language)}{count}{verdict}"
