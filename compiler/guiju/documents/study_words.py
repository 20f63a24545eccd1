"""Words and numbers of a study report."""

import re

from guiju.documents.drafting import Drafting
from guiju.documents.other_annexes import formula_of
from guiju.documents.printing import grouped

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


def gas_words(drafting: Drafting, gas: str) -> str:
    """Name a gas; what comes through factors in CO2e has gases of its own."""
    return drafting.say("through_factors") if gas == "CO2e" else formula_of(gas)
