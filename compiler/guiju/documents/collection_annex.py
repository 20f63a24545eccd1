"""Annex of data collection: a table a process, one a group of rows, the symbol of each datum."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from guiju.documents.conditions import in_words
from guiju.documents.drafting import Drafting
from guiju.documents.inlines import mark_of
from guiju.documents.manuscript import annex
from guiju.documents.model import Annex, Table
from guiju.documents.ranges import range_words
from guiju.documents.symbols import Quantity, bare
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import Expression, Number, OptionValue
from guiju_dsl.standard.model import Datum, Measuring, Spread
from guiju_runtime.data_model import often
from guiju_runtime.measuring import duration

HEADS = (
    ("name", 0.22), ("symbol", 0.1), ("unit", 0.13), ("class", 0.11), ("measured", 0.17),
    ("remark", 0.27),
)  # fmt: skip


def collection_annex(drafting: Drafting) -> Annex:
    """Write the annex of data collection."""
    parts = [part for part in parts_of(drafting) if part["tables"]]
    things = {table.id: (table,) for part in parts for table in part["tables"]}
    return annex(drafting.phrases.fill("collection", parts=parts), things)


def parts_of(drafting: Drafting) -> Iterator[dict[str, Any]]:
    """Describe the clauses of the annex: data of no process, then each process with its groups."""
    general = table_of(drafting, "", "", drafting.say("title_general_data"))
    yield part("general", drafting.say("title_general_data"), [general])
    for process in drafting.rules.processes:
        label = drafting.text(process.label)
        tables = [table_of(drafting, process.path, "", label)]
        tables += [
            table_of(
                drafting,
                process.path,
                group.path,
                drafting.say("part_of", label, drafting.text(group.label)),
            )
            for group in process.groups
            if group.low is None
        ]
        yield part(process.path, label, tables)


def part(name: str, label: str, tables: list[Table | None]) -> dict[str, object]:
    """Describe one clause to the template."""
    return {"id": name, "label": label, "tables": [table for table in tables if table is not None]}


def table_of(drafting: Drafting, process: str, group: str, label: str) -> Table | None:
    """Build the table of what is collected for a process, or for each row of a group."""
    data = [d for d in drafting.rules.data if d.process == process and d.group == group]
    if not data:
        return None
    phrase = "title_rows" if group else "title_collection"
    return drafting.table(
        f"collection.{group or process or 'general'}",
        drafting.say(phrase, label),
        [(drafting.head(name), share) for name, share in HEADS],
        [row(datum, drafting) for datum in data],
        wordy=(4, 5),
    )


def row(datum: Datum, drafting: Drafting) -> tuple[str, ...]:
    """Give the row of one datum."""
    notes = datum.notes
    measured = drafting.say(
        "measured",
        drafting.text(notes.measured),
        drafting.text(often(notes.every)),
        list(measuring_words(datum.measuring, drafting)),
    )
    return (
        drafting.text(datum.label),
        symbol_of(datum, drafting),
        drafting.phrases.symbol(datum.unit.text),
        drafting.say("quality_class", notes.quality),
        measured,
        drafting.say("remarks", list(remarks(datum, drafting))),
    )


def measuring_words(asked: Measuring | None, drafting: Drafting) -> Iterator[str]:
    """Say what is asked of how a datum is measured."""
    for name in ("valid_years", "meter_class", "samples", "spread", "uncertainty"):
        number = getattr(asked, name, None)
        if number is not None:
            lasting = drafting.text(duration(float(number)))
            words = lasting if name == "valid_years" else f"{float(number):g}"
            yield drafting.say("asked_of_measuring", name, words, percent(number))


def percent(ratio: Fraction | int) -> str:
    """Print a ratio in per cent, without the sign."""
    return f"{float(ratio) * 100:g}"


def symbol_of(datum: Datum, drafting: Drafting) -> str:
    """Give the symbol of a number that a formula reads, else nothing."""
    if datum.kind != "number" or datum.path not in drafting.equations.needed:
        return ""
    return mark_of(drafting.symbols.of(Quantity(kind="value", path=datum.path)))


def remarks(datum: Datum, drafting: Drafting) -> Iterator[str]:
    """Give what else is to be known: options, condition, default, limits, validity, help."""
    yield from choices(datum, drafting)
    yield from needs(datum, drafting)
    yield from bounds(datum, drafting)
    yield drafting.text(datum.notes.note).rstrip("。.")


def choices(datum: Datum, drafting: Drafting) -> Iterator[str]:
    """Say what can be chosen."""
    if datum.options:
        yield drafting.say("options", [drafting.text(label) for _, label in datum.options])
    if datum.kind == "yes_no":
        yield drafting.say("yes_no_options")


def needs(datum: Datum, drafting: Drafting) -> Iterator[str]:
    """Say when a datum is needed, and what stands in for it."""
    if datum.only_when is not None:
        yield drafting.say("only_when", in_words(datum.only_when, drafting.symbols))
    if datum.optional:
        yield drafting.say("optional")
    if datum.default is not None:
        yield drafting.say(
            "default", default(datum.default, datum, drafting), datum.notes.unverified
        )


def bounds(datum: Datum, drafting: Drafting) -> Iterator[str]:
    """Say between which limits a datum lies, how long it is valid, whether it is unique."""
    for provision in drafting.rules.provisions:
        if provision.tested == datum.path and provision.force == "limit":
            words = range_words(provision.condition, drafting)
            if words:
                yield drafting.say("limit", words)
    if datum.valid_years is not None:
        yield drafting.say("valid", f"{float(datum.valid_years):g}")
    if datum.unique:
        yield drafting.say("unique")
    if datum.uncertainty is not None:
        yield spread_words(datum.uncertainty, drafting.phrases.symbol(datum.unit.text), drafting)
    if datum.notes.source.zh:
        yield drafting.say("source", drafting.text(datum.notes.source))


def spread_words(spread: Spread, unit: str, drafting: Drafting) -> str:
    """Say the uncertainty of a value in ``unit``."""
    numbers = [f"{float(number):g}" for number in spread.parameters]
    return drafting.say("spread", spread.kind, numbers, percent(spread.parameters[0]), unit)


def default(value: Expression, datum: Datum, drafting: Drafting) -> str:
    """Print a default: a number with its unit, an option by its label."""
    inner = bare(value)
    if isinstance(inner, OptionValue):
        return drafting.text(dict(datum.options)[inner.name])
    if isinstance(inner, Number):
        return in_words(inner, drafting.symbols)
    known = constant(value)
    return f"{float(known):g}" if known is not None else in_words(value, drafting.symbols)
