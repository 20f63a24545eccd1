"""Words and numbers of a study report."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from guiju.documents.drafting import Drafting
from guiju.documents.meanings import emits
from guiju.documents.other_annexes import formula_of
from guiju.documents.printing import grouped
from guiju.documents.study import VariedInput
from guiju_runtime.messages import Text
from guiju_runtime.withholding import TOGETHER, labelled

ROW = re.compile(r"\[(?P<number>\d+)\]")


def amount(value: float) -> str:
    """Print an amount of greenhouse gas [kgCO2e] with three decimals."""
    return grouped(f"{value:.3f}")


def share(value: float, whole: float) -> str:
    """Print a part of a whole in per cent, or a dash where the whole is nought."""
    return f"{value / whole * 100:.2f}" if whole else "—"


def flow_words(drafting: Drafting, path: str) -> str:
    """Name a flow with its process, and its row where it has one."""
    thing = drafting.symbols.things.get(ROW.sub("", path))
    if thing is None:
        return drafting.meanings.flow(path)
    label = drafting.text(thing.label)
    row = ROW.search(path)
    if row is not None and thing.group:
        group = drafting.text(drafting.meanings.groups[thing.group])
        label = drafting.say("in_row", label, group, row["number"])
    process = drafting.meanings.labels.get(thing.process)
    return drafting.say("of_process", drafting.text(process), label) if process else label


def factor_words(drafting: Drafting, path: str, keys: Sequence[str]) -> str:
    """Name a row of a table of factors; its year stands beside it."""
    table = drafting.symbols.tables[path]
    names = [
        drafting.text(dict(labels)[key]) if key in dict(labels) else key
        for key, labels, dated in zip(keys, table.key_labels, table.dated, strict=True)
        if key and not dated
    ]
    return drafting.say("factor_name", drafting.text(table.label), names, emits(table.unit))


def input_words(drafting: Drafting, one: VariedInput) -> str:
    """Name a datum or a factor that was varied."""
    if one.keys is not None:
        return factor_words(drafting, one.path, one.keys)
    return flow_words(drafting, one.path if one.row is None else f"{one.path}[{one.row + 1}]")


def line_words(drafting: Drafting, line: Mapping[str, Any]) -> str:
    """Name a contribution, or those of a process that are shown as one."""
    if line["flow"] is not None:
        return flow_words(drafting, line["flow"])
    return drafting.say("together", joined(drafting, line["process"], drafting.meanings.labels))


def joined(drafting: Drafting, name: str, labels: Mapping[str, Text]) -> str:
    """Name a line of a breakdown, or the lines that are shown together."""
    return drafting.text(labelled(name, labels))


def gas_words(drafting: Drafting, gas: str) -> str:
    """Name a gas; what comes through factors in CO2e has gases of its own."""
    parts = gas.split(TOGETHER)
    words = [drafting.say("through_factors") if p == "CO2e" else formula_of(p) for p in parts]
    return TOGETHER.join(words)
