"""Annex with a worked example: its data, the value of every formula, the result."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from guiju.documents.drafting import Drafting
from guiju.documents.drafts import Draft
from guiju.documents.inlines import mark_of
from guiju.documents.manuscript import annex
from guiju.documents.model import Annex
from guiju.documents.printing import grouped
from guiju.documents.symbols import Quantity
from guiju.documents.things import Thing
from guiju_dsl.standard.model import Datum
from guiju_runtime.messages import Text
from guiju_runtime.withholding import labelled

Rows = Mapping[int | None, float | str | bool | None]
"""A value under None, or one for each row of its group, from 0."""
DATA_HEADS = (("name", 0.5), ("symbol", 0.16), ("value", 0.18), ("unit", 0.16))
STEP_HEADS = (
    ("formula_number", 0.14), ("name", 0.42), ("symbol", 0.14), ("value", 0.15), ("unit", 0.15),
)  # fmt: skip
CALCULATED = (
    "function", "value", "rate", "cover", "bases", "share", "burden", "total", "intensity",
    "downstream", "reference", "footprint",
)  # fmt: skip
"""Kinds of quantity in the order in which a reader with a pencil comes to them."""
SHARED = ("share", "intensity")
"""Kinds of quantity that tell how the products of their process share its burden."""


class WorkedExample(Struct, frozen=True, kw_only=True):
    """A worked example with what was calculated.

    Attributes:
        year: in which the period ends.
        values: data and calculated values by path.
        system: intensities, burdens and the like, by kind of quantity, path and detail.
        by_process: what each process adds to the footprint of the first product [kgCO2e].
        footprints: of each product [kgCO2e].
        withheld: paths of what would give confidential data away.
    """

    label: Text
    year: int | None
    values: Mapping[str, Rows]
    system: Mapping[tuple[str, str, str], Rows]
    by_process: Mapping[str, float]
    footprints: Mapping[str, float]
    withheld: frozenset[str]


class Row(Struct, frozen=True):
    """A row of a group: the letter that runs over the rows, and what it is in this one."""

    letter: str
    number: str

    def put(self, marked: str) -> str:
        """Put the number of the row where its letter stands."""
        return (
            marked.replace(f"${{{self.letter}|}}", self.number)
            .replace(f",{self.letter}}}", f",{self.number}}}")
            .replace(f"|{self.letter}}}", f"|{self.number}}}")
        )


def example_annex(drafting: Drafting, example: WorkedExample) -> Annex:
    """Write the annex with a worked example."""
    table, say = drafting.table, drafting.say
    things = {
        "table.example_data": (
            table(
                "table.example_data",
                say("title_example_data"),
                [(drafting.head(name), share) for name, share in DATA_HEADS],
                list(given(drafting, example)),
            ),
        ),
        "table.example_values": (
            table(
                "table.example_values",
                say("title_example_values"),
                [(drafting.head(name), share) for name, share in STEP_HEADS],
                list(calculated(drafting, example)),
                wordy=(1,),
            ),
        ),
        "table.example_result": (
            table(
                "table.example_result",
                say("title_example_result"),
                [(drafting.head("item"), 0.5), (say("report_head", "result"), 0.5)],
                list(results(drafting, example)),
                list(rounding(drafting, example)),
            ),
        ),
    }
    manuscript = drafting.phrases.fill("example", label=drafting.text(example.label))
    return annex(manuscript, things)


def given(drafting: Drafting, example: WorkedExample) -> Iterator[tuple[str, ...]]:
    """Give the data in the order of the standard, but those that are confidential."""
    if example.year is not None:
        symbol = drafting.symbols.of(Quantity(kind="predeclared", path="year"))
        label = drafting.say("predeclared_label", "year")
        yield label, mark_of(symbol), str(example.year), ""
    for datum in drafting.rules.data:
        for row, value in example.values.get(datum.path, {}).items():
            if value is not None and datum.path not in example.withheld:
                at = row_of(drafting, example, datum.group, row)
                yield data_row(drafting, datum, at, value)


def data_row(
    drafting: Drafting, datum: Datum, row: Row, value: float | str | bool
) -> tuple[str, ...]:
    """Give the row of one datum."""
    thing = drafting.symbols.things[datum.path]
    unit = drafting.phrases.symbol(datum.unit.text) if datum.kind == "number" else ""
    return (
        row.put(drafting.meanings.value(thing, "")),
        row.put(symbol(drafting, thing)),
        shown(drafting, thing, value),
        unit,
    )


def row_of(drafting: Drafting, example: WorkedExample, group: str, row: int | None) -> Row:
    """Give a row of a group: counted from 1, in a series by its index."""
    if row is None:
        return Row("", "")
    index = example.values.get(group, {}).get(row)
    letter = drafting.symbols.row_of(group)
    return Row(letter, f"{index:g}" if isinstance(index, float | int) else str(row + 1))


def symbol(drafting: Drafting, thing: Thing) -> str:
    """Give the symbol of a number that a formula reads, else nothing."""
    if thing.kind != "number" or thing.path not in drafting.equations.needed:
        return ""
    return mark_of(drafting.symbols.of(Quantity(kind="value", path=thing.path)))


def shown(drafting: Drafting, thing: Thing, value: float | str | bool) -> str:
    """Print a datum: a number, the label of what was chosen, yes or no, a text."""
    if isinstance(value, bool):
        return drafting.say("yes_word" if value else "no_word")
    if isinstance(value, str):
        labels = dict(thing.options)
        return drafting.text(labels[value]) if value in labels else value
    return number(value)


def calculated(drafting: Drafting, example: WorkedExample) -> Iterator[tuple[str, ...]]:
    """Give the value of every formula, process by process, what is read before what reads it."""
    places = ("", *(p.path for p in drafting.plan.rules.processes), "products")
    for place in places:
        drafts = drafting.equations.drafts[place]
        for draft in sorted(drafts, key=by_kind):
            thing = drafting.symbols.things.get(draft.quantity.path)
            group = thing.group if thing is not None else ""
            for row, value in values_of(draft, example).items():
                if isinstance(value, float | int) and not isinstance(value, bool):
                    at = row_of(drafting, example, group, row)
                    yield step_row(drafting, draft, at, value)


def by_kind(draft: Draft) -> tuple[bool, int]:
    """Order the formulas of a clause, further results last: they read the footprints."""
    return draft.id.startswith("result."), CALCULATED.index(draft.quantity.kind)


def values_of(draft: Draft, example: WorkedExample) -> Rows:
    """Give the values of the quantity that a formula defines."""
    quantity = draft.quantity
    of_process = {quantity.path.partition(".")[0]} if quantity.kind in SHARED else set()
    if {quantity.path, quantity.detail, *of_process} & example.withheld:
        return {}
    if quantity.kind == "value":
        return example.values.get(quantity.path, {})
    return example.system.get((quantity.kind, quantity.path, quantity.detail), {})


def step_row(drafting: Drafting, draft: Draft, row: Row, value: float) -> tuple[str, ...]:
    """Give the row of one value of a formula."""
    unit = drafting.meanings.unit(draft.quantity)
    return (
        f"@{{{draft.id}}}",
        row.put(drafting.meanings.name(draft.quantity, "")),
        row.put(mark_of(drafting.symbols.of(draft.quantity))),
        number(value),
        drafting.phrases.symbol(unit.text) if unit is not None else "",
    )


def results(drafting: Drafting, example: WorkedExample) -> Iterator[tuple[str, str]]:
    """Give what each process adds to the first product's footprint, and the footprints."""
    for path, value in example.by_process.items():
        yield drafting.text(labelled(path, drafting.meanings.labels)), fixed(value)
    for product, value in example.footprints.items():
        label = drafting.text(drafting.meanings.outcomes[product].label)
        yield drafting.say("footprint_of", label), fixed(value)


def rounding(drafting: Drafting, example: WorkedExample) -> Iterator[str]:
    """Say that printed contributions miss the first footprint by their rounding, if they do."""
    parts = sum(Decimal(f"{value:.3f}") for value in example.by_process.values())
    for footprint in tuple(example.footprints.values())[:1]:
        if parts != Decimal(f"{footprint:.3f}"):
            yield drafting.say("rounding_note")


def number(value: float) -> str:
    """Print a value with seven digits at most."""
    text = f"{value:.7g}"
    if "e" not in text:
        return grouped(text)
    if abs(value) >= 1:
        return grouped(f"{value:.0f}")
    digits, _, power = text.partition("e")
    return f"{digits}×10^{{{int(power)}}}"


def fixed(value: float) -> str:
    """Print a result with three decimals."""
    return grouped(f"{value:.3f}")
