"""A result as a table for people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from guiju.cli import words
from guiju.cli.columns import grouped, table
from guiju.cli.output import filled
from guiju_runtime.calculating import Calculation
from guiju_runtime.footprint import BACKGROUND, Footprint, by_gas, by_process, hot_spots
from guiju_runtime.messages import Language, Text
from guiju_runtime.result import by_stage

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
        yield f"  {grouped(found.cfp)} kgCO2e / {found.product.unit}"
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
    processes = by_process(found)
    stages = by_stage(calculation, found)
    yield from _section(words.BY_STAGE, _lines(stages, calculator.stages, found), language)
    labels = {path: label for path, (label, _) in calculator.processes.items()}
    yield from _section(words.BY_PROCESS, _lines(processes, labels, found), language)
    yield from _hot_spots(found, labels, language)
    yield from _section(words.BY_FLOW, _largest(calculation, found), language)
    gases = by_gas(found)
    named = {gas: words.BACKGROUND_GAS for gas in gases if gas == BACKGROUND}
    yield from _section(words.BY_GAS, _lines(gases, named, found), language)


def _hot_spots(found: Footprint, labels: Mapping[str, Text], language: Language) -> Iterator[str]:
    """Rank the processes that make most of the footprint, with what they reach together."""
    rows = [
        (
            f"{rank}",
            labels[one.process].in_language(language),
            f"{one.share:.1%}",
            filled(words.TOGETHER, language, reached=f"{one.reached:.1%}"),
        )
        for rank, one in enumerate(hot_spots(found), 1)
    ]
    yield from _rows(words.HOT_SPOTS, rows, language, (True, False, True, True))


Line = tuple[Text, float, float]


def _lines(values: Mapping[str, float], labels: Mapping[str, Text], found: Footprint) -> list[Line]:
    return [
        (labels.get(name, Text(zh=name, en=name)), value, value / found.cfp if found.cfp else 0.0)
        for name, value in values.items()
    ]


def _largest(calculation: Calculation, found: Footprint) -> list[Line]:
    calculator = calculation.calculator
    ranked = sorted(found.weighted, key=lambda pair: -abs(pair[1]))[:MOST_FLOWS]
    lines = []
    for contribution, value in ranked:
        process = calculator.processes[contribution.process][0]
        flow = calculator.values[contribution.flow].label
        group = contribution.flow.rpartition(".")[0]
        several = len(calculation.main.run.row_values.get(group, ())) > 1
        row = f" [{contribution.row + 1}]" if contribution.row is not None and several else ""
        gas = f" {contribution.gas}" if contribution.gas else ""
        label = Text(
            zh=f"{process.zh} · {flow.zh}{row}{gas}", en=f"{process.en} · {flow.en}{row}{gas}"
        )
        lines.append((label, value, value / found.cfp if found.cfp else 0.0))
    return lines


def bar(share: float) -> str:
    """Draw a share; what is below none or above the whole has no longer bar."""
    return "▇" * round(min(max(share, 0.0), 1.0) * BAR)


def _section(title: Text, lines: Iterable[Line], language: Language) -> Iterator[str]:
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
            f"kgCO2e / {f.product.unit}",
        )
        for f in book.footprints.values()
        if f is not found
    ]
    yield from _rows(words.OTHER_PRODUCTS, others, language)
    rule_books = [
        (
            (other.run.rules.label if name else words.ITSELF).in_language(language),
            _number(other.footprints[found.product.name].cfp, language),
            f"kgCO2e / {found.product.unit}",
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
        (r.label.in_language(language), f"{calculation.results.get(r.path)}", r.unit)
        for r in calculation.calculator.results
    ]
    yield from _rows(words.RESULTS, results, language)


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
