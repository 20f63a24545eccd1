"""Tables of the explanatory note."""

from collections.abc import Sequence

from msgspec import Struct

from guiju.documents.drafting import Drafting
from guiju.documents.factor_annex import digits, is_unverified, name_of, source_of, used
from guiju.documents.model import Table
from guiju.documents.numbering import Numbers
from guiju.documents.study_words import amount
from guiju_dsl.standard.model import Table as Factors
from guiju_runtime.messages import Text

Rows = Sequence[tuple[str, ...]]
MANY = 3
"""A factor with more rows is listed by their range."""


class Trial(Struct, frozen=True, kw_only=True):
    """One trial calculation.

    Attributes:
        footprints: of each product [kgCO2e per unit], none where it has no value.
        errors: how many requirements are not met; ``warnings`` how many recommendations.
    """

    label: Text
    footprints: tuple[tuple[str, float | None], ...]
    errors: int
    warnings: int


def made(
    drafting: Drafting,
    id: str,
    heads: tuple[tuple[str, float], ...],
    rows: Rows,
    wordy: tuple[int, ...] = (),
) -> Table:
    """Build the table of that name; its heads and its title are phrases."""
    return drafting.table(
        f"table.note_{id}",
        drafting.say(f"note_{id}"),
        [(drafting.say("note_head", name), share) for name, share in heads],
        rows,
        wordy=wordy,
    )


def trials(drafting: Drafting, tried: Sequence[Trial]) -> Table:
    """Give the footprints that the trial calculations came to."""
    labels = {p.name: drafting.text(p.label) for p in drafting.rules.products}
    units = drafting.meanings.units
    rows = [
        (
            drafting.text(trial.label),
            drafting.say("amount_of", units[product], labels[product]),
            amount(value) if value is not None else "",
            str(trial.errors),
            str(trial.warnings),
        )
        for trial in tried
        for product, value in trial.footprints
    ]
    heads = (
        ("trial", 0.3), ("product", 0.26), ("kgco2e", 0.2), ("errors", 0.12), ("warnings", 0.12),
    )  # fmt: skip
    return made(drafting, "trials", heads, rows, (1,))


def factors(drafting: Drafting) -> Table:
    """Give each factor with the values, years and sources of its rows."""
    tables = {table.path: table for _, table in used(drafting)}
    rows = [factor_row(drafting, table) for table in tables.values()]
    heads = (("name", 0.3), ("value", 0.2), ("unit", 0.14), ("year", 0.1), ("source", 0.26))
    return made(drafting, "factors", heads, rows, (4,))


def factor_row(drafting: Drafting, table: Factors) -> tuple[str, ...]:
    """Give the row of one factor."""
    years = sorted({row.year for row in table.rows if row.year})
    sources = dict.fromkeys(source_of(row, table, drafting) for row in table.rows)
    doubt = any(is_unverified(row, table) for row in table.rows)
    said = [*sources, drafting.say("unverified") if doubt else ""]
    return (
        name_of(table, drafting),
        values_of(drafting, table),
        drafting.phrases.symbol(table.unit.text),
        "～".join(dict.fromkeys((years[0], years[-1]))) if years else "",
        drafting.say("remarks", [one for one in said if one]),
    )


def values_of(drafting: Drafting, table: Factors) -> str:
    """Give the values of a factor, those of many rows by their range."""
    if len(table.rows) <= MANY:
        return drafting.say("listed", [digits(row, drafting) for row in table.rows])
    ordered = sorted(table.rows, key=lambda row: row.value)
    ends = (digits(row, drafting) for row in (ordered[0], ordered[-1]))
    return drafting.say("dash_range", *ends, "")


def unverified_factors(drafting: Drafting) -> list[str]:
    """Name the factors whose source has not been checked."""
    tables = {table.path: table for _, table in used(drafting)}
    return [
        name_of(table, drafting)
        for table in tables.values()
        if any(is_unverified(row, table) for row in table.rows)
    ]


def documents(drafting: Drafting) -> Table:
    """Give the documents that the standard follows, uses or cites."""
    standard = drafting.standard
    followed = [(h.number, drafting.text(h.title), "followed") for h in standard.adopted]
    followed += [
        (u.identity.number, drafting.text(u.identity.title), "used") for u in standard.used
    ]
    cited = [(number, drafting.text(title), "cited") for number, title in standard.cites]
    rows = [
        (number, title, drafting.say("relation", kind))
        for number, title, kind in (*followed, *cited)
    ]
    return made(
        drafting, "documents", (("number", 0.26), ("title", 0.5), ("relation", 0.24)), rows, (1,)
    )


def changed(drafting: Drafting, numbers: Numbers) -> Table:
    """Give the provisions of the general rule that this standard changes."""
    rows = [
        (numbers.numbers.get(own.path, ""), drafting.text(general.words), drafting.text(own.words))
        for general, own in drafting.standard.changed_provisions
    ]
    heads = (("clause", 0.16), ("general_words", 0.42), ("own_words", 0.42))
    return made(drafting, "changed", heads, rows, (1, 2))
