"""How fast the draws of one declaration run, against the compiled kernel and drawing the numbers.

The kernel calculates the footprint of as many declarations as there
are draws; the numbers are those that the draws need, drawn alone.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

import yaml

import guiju
from guiju.batch.decoding import block_of, columns_of
from guiju.batch.layout import layout_of
from guiju.batch.native.library import NativeExecution
from guiju.sureness.analysis import Analysis, analysed
from guiju.sureness.montecarlo import BLOCK, Sampling, drawn, uncertain
from guiju.sureness.naming import name_of
from guiju.sureness.samplers import random_draw
from guiju.tape import tape_of
from tests.bench.figures import Figure, at_most
from tests.bench.long_standard import STANDARDS
from tests.bench.measure_tables import seconds
from tests.bench.plants import SLUG, plants

GOAL = 1.5
ROWS = 1_000_000
EXAMPLE = STANDARDS / SLUG / "examples" / "grid_2024.yaml"
UNCERTAINTY = "5 %"


def figures() -> Iterator[Figure]:
    """Measure the draws of a declaration as it is, and with every number of it uncertain."""
    standard = guiju.compile(SLUG)
    declared: dict[str, Any] = yaml.load(EXAMPLE.read_text("utf-8"), Loader=yaml.BaseLoader)
    unsure = {**declared, "data": _unsure(declared["data"])}
    kernel = _kernel(standard)
    for name, declaration in (("as declared", declared), ("every number uncertain", unsure)):
        analysis = analysed(standard, standard.calculate(declaration), only_uncertain=True)
        own = seconds(partial(_drawn, analysis))
        numbers = seconds(partial(_numbers, analysis))
        inputs = len(uncertain(analysis))
        print(f"kernel {kernel:.3f} s, {inputs} inputs drawn {numbers:.3f} s, all {own:.3f} s")
        figure = f"{ROWS:,} draws, {name} / compiled kernel and numbers"
        yield at_most(figure, own / (kernel + numbers), GOAL)


def _unsure(data: object) -> object:
    """Give every number in some data an uncertainty."""
    if isinstance(data, dict) and "value" in data:
        return {**data, "uncertainty": UNCERTAINTY} if data["value"][0].isdigit() else data
    if isinstance(data, dict):
        return {name: _unsure(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_unsure(row) for row in data]
    is_number = isinstance(data, str) and data[:1].isdigit()
    return {"value": data, "uncertainty": UNCERTAINTY} if is_number else data


def _kernel(standard: guiju.Standard) -> float:
    """Give the time of the compiled kernel for the footprint of as many declarations [s]."""
    table = plants(ROWS)
    layout = layout_of(standard.plan.data_model, table.schema)
    tape = tape_of(standard.plan, columns_of(layout, table), ("cfp",), tested=False)
    groups = [group.path for group in standard.plan.data_model.groups]
    block = block_of(layout, table, tape.words, groups)
    execution = NativeExecution(tape)
    return seconds(lambda: execution.run(block).named("cfp"))


def _drawn(analysis: Analysis) -> None:
    sampling = Sampling(samples=ROWS, seed=1, sampler="random")
    [found] = drawn([analysis], sampling)
    found.interval(next(iter(found.footprints)))


def _numbers(analysis: Analysis) -> None:
    """Draw the numbers alone, block by block."""
    for one in uncertain(analysis):
        assert one.spread is not None
        draw = random_draw(1, name_of(analysis, one), one.value, one.spread)
        for start in range(0, ROWS, BLOCK):
            draw(start, min(BLOCK, ROWS - start))
