"""Annex of default values: every factor that a formula uses, with year and source."""

from collections.abc import Iterator

from guiju.documents.collection_annex import spread_words
from guiju.documents.drafting import Drafting
from guiju.documents.inlines import mark_of
from guiju.documents.manuscript import annex
from guiju.documents.meanings import emits
from guiju.documents.model import Annex
from guiju.documents.model import Table as Printed
from guiju.documents.printing import grouped
from guiju.documents.symbols import Quantity, bare
from guiju_dsl.standard.expressions import OptionValue
from guiju_dsl.standard.model import Table, TableRow
from guiju_runtime.messages import same_words

SINGLE = "table.single_factors"
SINGLE_HEADS = (
    ("name", 0.23), ("symbol", 0.14), ("value", 0.12), ("unit", 0.16), ("year", 0.08),
    ("source", 0.27),
)  # fmt: skip


def used(drafting: Drafting) -> list[tuple[Quantity, Table]]:
    """Give the factors that formulas look up, each way once, in order of first use."""
    lookups = [q for q in drafting.symbols.quantities.values() if q.kind == "lookup"]
    return [(quantity, drafting.symbols.tables[quantity.path]) for quantity in lookups]


def is_single(quantity: Quantity) -> bool:
    """Say whether a look-up always gives the same row."""
    return all(isinstance(bare(key), OptionValue) for key in quantity.keys)


def place_factors(drafting: Drafting) -> None:
    """Tell the explanations in which table each factor stands."""
    for quantity, table in used(drafting):
        target = SINGLE if is_single(quantity) else f"factor.{table.path}"
        drafting.meanings.table_of[table.path] = target


def factor_annex(drafting: Drafting) -> Annex:
    """Write the annex of default values."""
    singles = [(q, t) for q, t in used(drafting) if is_single(q)]
    keyed = {t.path: t for q, t in used(drafting) if not is_single(q)}
    tables = [keyed_table(table, drafting) for table in keyed.values()]
    if singles:
        tables.insert(0, single_table(singles, drafting))
    things = {table.id: (table,) for table in tables}
    manuscript = drafting.phrases.fill(
        "factors",
        single=SINGLE if singles else "",
        tables=[
            {"id": f"factor.{t.path}", "label": name_of(t, drafting), "path": t.path}
            for t in keyed.values()
        ],
    )
    return annex(manuscript, things)


def single_table(singles: list[tuple[Quantity, Table]], drafting: Drafting) -> Printed:
    """Build the table of factors with one value."""
    return drafting.table(
        SINGLE,
        drafting.say("title_single_factors"),
        [(drafting.head(name), share) for name, share in SINGLE_HEADS],
        [single_row(quantity, table, drafting) for quantity, table in singles],
        wordy=(5,),
    )


def single_row(quantity: Quantity, table: Table, drafting: Drafting) -> tuple[str, ...]:
    """Give the row of one factor."""
    keys = tuple(key.name for key in map(bare, quantity.keys) if isinstance(key, OptionValue))
    row = next(
        r for r in table.rows if all(a in ("", b) for a, b in zip(r.keys, keys, strict=True))
    )
    source = [source_of(row, table, drafting)]
    source += [drafting.say("unverified")] if is_unverified(row, table) else []
    note = drafting.text(row.note) or drafting.text(table.notes.note)
    source += [note.rstrip("。."), uncertainty(row, table, drafting)]
    return (
        drafting.meanings.table(quantity),
        mark_of(drafting.symbols.of(quantity)),
        digits(row, drafting),
        drafting.phrases.symbol(table.unit.text),
        row.year,
        drafting.say("joined", [part for part in source if part]),
    )


def keyed_table(table: Table, drafting: Drafting) -> Printed:
    """Build the table of a factor that is looked up by keys."""
    sources = list(dict.fromkeys(source_of(row, table, drafting) for row in table.rows))
    remarked = any(
        is_unverified(row, table) or row.note.zh or row.uncertainty for row in table.rows
    )
    unit = drafting.phrases.symbol(table.unit.text)
    head = drafting.say("with_unit", mark_of(drafting.symbols.table(table)), unit)
    heads = [(key_head(table, place, drafting), 0.3) for place in range(len(table.keys))]
    heads.append((head, 0.35))
    if len(sources) > 1:
        heads.append((drafting.head("source"), 0.15))
    if remarked:
        heads.append((drafting.head("remark"), 0.15))
    rows = [tuple(keyed_row(row, table, sources, remarked, drafting)) for row in table.rows]
    notes = [drafting.say("source_note", source) for source in sources if source]
    notes += [note for note in (drafting.text(table.notes.note),) if note]
    return drafting.table(f"factor.{table.path}", name_of(table, drafting), heads, rows, notes)


def keyed_row(
    row: TableRow, table: Table, sources: list[str], remarked: bool, drafting: Drafting
) -> Iterator[str]:
    """Give the cells of one row."""
    for place, key in enumerate(row.keys):
        labels = dict(table.key_labels[place])
        yield drafting.text(labels[key]) if key in labels else key
    yield digits(row, drafting)
    if len(sources) > 1:
        place = sources.index(source_of(row, table, drafting)) + 1
        yield drafting.say("note_number", place)
    if remarked:
        doubt = drafting.say("unverified") if is_unverified(row, table) else ""
        note = drafting.text(row.note).rstrip("。.")
        yield drafting.say("remarks", [doubt, note, uncertainty(row, table, drafting)])


def name_of(table: Table, drafting: Drafting) -> str:
    """Name a factor, whatever row is taken."""
    return drafting.say("factor_name", drafting.text(table.label), [], emits(table.unit))


def key_head(table: Table, place: int, drafting: Drafting) -> str:
    """Name the column of a key."""
    if table.dated[place]:
        return drafting.head("year")
    return drafting.text(drafting.key_label(table.keys[place]))


def digits(row: TableRow, drafting: Drafting) -> str:
    """Print the value of a row in groups."""
    return drafting.text(same_words(grouped(row.written.replace("_", ""))))


def source_of(row: TableRow, table: Table, drafting: Drafting) -> str:
    """Give the source of a row, or that of its table."""
    return drafting.text(row.source) or drafting.text(table.notes.source)


def uncertainty(row: TableRow, table: Table, drafting: Drafting) -> str:
    """Say the uncertainty of a row, if one is stated."""
    if row.uncertainty is None:
        return ""
    return spread_words(row.uncertainty, drafting.phrases.symbol(table.unit.text), drafting)


def is_unverified(row: TableRow, table: Table) -> bool:
    """Say whether the source of a row has not been checked."""
    return row.unverified or table.notes.unverified
