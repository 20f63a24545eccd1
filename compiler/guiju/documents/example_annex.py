"""Annex with a worked example: its data, the values calculated from them, the result."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from guiju.documents.drafting import Drafting
from guiju.documents.inlines import mark_of
from guiju.documents.manuscript import annex
from guiju.documents.model import Annex
from guiju.documents.printing import grouped
from guiju.documents.symbols import Quantity
from guiju.documents.things import Thing
from guiju.documents.unit_words import unit_symbol
from guiju_runtime.messages import Text

SHARES = (("name", 0.46), ("symbol", 0.14), ("value", 0.22), ("unit", 0.18))


class WorkedExample(Struct, frozen=True, kw_only=True):
    """A worked example with its result.

    Attributes:
        result: as results are exchanged: ``values`` by path, ``by_process``, ``products``.
    """

    label: Text
    result: Mapping[str, Any]


def example_annex(drafting: Drafting, example: WorkedExample) -> Annex:
    """Write the annex with a worked example."""
    heads = [(drafting.head(name), share) for name, share in SHARES]
    values = list(shown(drafting, example))
    given = [row for thing, row in values if thing.formula is None]
    made = [row for thing, row in values if thing.formula is not None]
    things = {
        "table.example_data": (
            drafting.table("table.example_data", drafting.say("title_example_data"), heads, given),
        ),
        "table.example_values": (
            drafting.table(
                "table.example_values", drafting.say("title_example_values"), heads, made
            ),
        ),
        "table.example_result": (
            drafting.table(
                "table.example_result",
                drafting.say("title_example_result"),
                [(drafting.head("item"), 0.5), (drafting.say("report_head", "result"), 0.5)],
                list(results(drafting, example)),
            ),
        ),
    }
    manuscript = drafting.phrases.fill("example", label=drafting.text(example.label))
    return annex(manuscript, things)


def shown(
    drafting: Drafting, example: WorkedExample
) -> Iterator[tuple[Thing, tuple[str, str, str, str]]]:
    """Give each value that has a symbol, in the order of the calculation, rows of groups apart."""
    values = example.result["values"]
    for path, thing in drafting.symbols.things.items():
        if path not in drafting.equations.needed or thing.kind != "number":
            continue
        for place, name in places(path, thing, values):
            value = values[name]["value"]
            if value is not None:
                yield thing, row(drafting, thing, place, value)


def places(path: str, thing: Thing, values: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """Give the names under which a result keeps a value: one, or one for each row from 1."""
    if not thing.group:
        if path in values:
            yield 0, path
        return
    last = path.removeprefix(thing.group)
    place = 1
    while f"{thing.group}[{place}]{last}" in values:
        yield place, f"{thing.group}[{place}]{last}"
        place += 1


def row(drafting: Drafting, thing: Thing, place: int, value: float) -> tuple[str, str, str, str]:
    """Give the row of one value."""
    symbol = drafting.symbols.of(Quantity(kind="value", path=thing.path))
    label = drafting.meanings.amount(thing)
    if thing.process:
        process = drafting.text(drafting.meanings.labels[thing.process])
        label = drafting.say("in_process", process, label)
    mark = mark_of(symbol)
    if place:
        mark = mark.removesuffix(",i}") + f",{place}}}"
    return label, mark, number(value), unit_symbol(thing.unit.text)


def results(drafting: Drafting, example: WorkedExample) -> Iterator[tuple[str, str]]:
    """Give what each process adds to the first product's footprint, and the footprints."""
    for path, value in example.result["by_process"].items():
        yield drafting.text(drafting.meanings.labels[path]), fixed(value)
    for name, outcome in example.result["products"].items():
        label = drafting.text(drafting.meanings.outcomes[name].label)
        yield drafting.say("footprint_of", label), fixed(outcome["cfp"])


def number(value: float) -> str:
    """Print a value with seven digits at most."""
    text = f"{value:.7g}"
    return grouped(f"{value:.0f}" if "e" in text and abs(value) >= 1 else text)


def fixed(value: float | None) -> str:
    """Print a result with three decimals."""
    return grouped(f"{value:.3f}") if value is not None else ""
