"""Tables of a study report: what was declared, and which factors were used."""

from guiju.documents.drafting import Drafting
from guiju.documents.example_annex import number, shown
from guiju.documents.model import Table
from guiju.documents.study import DeclaredValue, Study, UsedFactor
from guiju.documents.study_tables import made
from guiju.documents.study_words import factor_words
from guiju_dsl.standard.model import Datum

DATA_HEADS = (("name", 0.36), ("value", 0.16), ("unit", 0.12), ("class", 0.14), ("source", 0.22))
FACTOR_HEADS = (("name", 0.34), ("value", 0.14), ("unit", 0.16), ("year", 0.08), ("source", 0.28))


def data_tables(drafting: Drafting, study: Study) -> list[tuple[str, Table]]:
    """Give the tables of declared data, one for each process, with its label."""
    data = {datum.path: datum for datum in drafting.rules.data}
    public = [one for one in study.data if not data[one.path].notes.confidential]
    found = []
    for process in dict.fromkeys(data[one.path].process for one in public):
        label = (
            drafting.text(drafting.meanings.labels[process])
            if process
            else drafting.say("title_general_data")
        )
        rows = [
            data_row(drafting, data[one.path], one)
            for one in public
            if data[one.path].process == process
        ]
        id = f"table.study_data.{process or 'general'}"
        heads = [(drafting.say("study_head", name), part) for name, part in DATA_HEADS]
        title = drafting.say("study_data", label)
        found.append((label, drafting.table(id, title, heads, rows, wordy=(4,))))
    return found


def data_row(drafting: Drafting, datum: Datum, one: DeclaredValue) -> tuple[str, ...]:
    """Give the row of one declared value."""
    thing = drafting.symbols.things[one.path]
    label = drafting.text(datum.label)
    if one.row is not None:
        group = drafting.text(drafting.meanings.groups[datum.group])
        label = drafting.say("in_row", label, group, str(one.row + 1))
    source = [drafting.say("taken_by_default")] if one.default else [one.source]
    source += [str(one.year)] if one.year is not None else []
    return (
        label,
        shown(drafting, thing, one.value),
        drafting.phrases.symbol(datum.unit.text) if datum.kind == "number" else "",
        drafting.say("quality_class", one.quality),
        drafting.say("joined", [part for part in source if part]),
    )


def factors(drafting: Drafting, study: Study) -> Table:
    """List the factors and coefficients that took part."""
    rows = [factor_row(drafting, one) for one in study.factors]
    return made(drafting, "factors", FACTOR_HEADS, rows)


def factor_row(drafting: Drafting, one: UsedFactor) -> tuple[str, ...]:
    """Give the row of one factor."""
    table = drafting.symbols.tables[one.path]
    source = [drafting.text(one.source)]
    source += [drafting.say("unverified")] if one.unverified else []
    return (
        factor_words(drafting, one.path, one.keys),
        number(one.value),
        drafting.phrases.symbol(table.unit.text),
        str(one.year) if one.year else "",
        drafting.say("joined", [part for part in source if part]),
    )
