"""Draws of the inputs of declarations, run through their tapes as columns.

Every input has draws of its own that its name and the seed determine: see ``naming``. Inputs of
other names are independent of each other.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from msgspec import Struct

from guiju.batch.block import Block, Floats
from guiju.batch.execution import Execution
from guiju.batch.native.library import NativeExecution, NoCompiler
from guiju.command_codes import CommandFault
from guiju.inputs import FactorInput
from guiju.question_codes import NO_UNCERTAINTY, SAMPLES_OUT_OF_RANGE
from guiju.ranges import Range, range_of
from guiju.sureness.analysis import Analysed, Analysis
from guiju.sureness.analytic import Interval
from guiju.sureness.effects import ENDS
from guiju.sureness.naming import name_of
from guiju.sureness.places import places_of
from guiju.sureness.samplers import Draw, Sampler, Source
from guiju.tape.model import Tape

BLOCK = 16_384
"""Draws run at once: their columns fit the cache."""


LEAST, MOST = 100, 10_000_000
"""How many draws may be asked for."""


Shown = Callable[[int, int], None]


def say_nothing(_done: int, _of: int) -> None:
    """Show nobody how far the draws are."""


class Sampling(Struct, frozen=True, kw_only=True):
    """How draws are made.

    Attributes:
        samples: how many; a lattice has the nearest fitting number below.
        native: whether tapes are compiled, as far as there is a compiler.
    """

    samples: int
    seed: int
    sampler: Sampler
    native: bool = False


def source_of(sampling: Sampling) -> Source:
    """Give what draws."""
    return Source(sampling.samples, sampling.seed, sampling.sampler)


class Drawn(Struct, frozen=True, kw_only=True):
    """What the draws of one declaration came to.

    Attributes:
        footprints: by product [kgCO2e per unit]; nan where the calculation stops; shape (draws,).
        clipped: values drawn outside the limits of the standard, which are taken at the limit.
    """

    analysis: Analysis
    footprints: dict[str, Floats]
    clipped: int

    def interval(self, product: str) -> Interval:
        """Give where a footprint lies, by its draws."""
        return interval_of_draws(self.analysis.footprint(product), self.footprints[product])

    def without_value(self, product: str) -> int:
        """Count the draws of which the calculation stops."""
        return int(np.count_nonzero(np.isnan(self.footprints[product])))


def interval_of_draws(value: float, found: Floats) -> Interval:
    """Give where a result lies, by its draws; those without value count nowhere.

    Args:
        value: as declared.
    """
    known = found[~np.isnan(found)] if np.isnan(found).any() else found
    ends = np.quantile(known, ENDS) if len(known) else [np.nan] * len(ENDS)
    low, median, high = (float(end) for end in ends)
    deviation = float(known.std(ddof=1)) if len(known) > 1 else np.nan
    if len(known) and known.min() == known.max():
        deviation = 0.0  # what is summed up may differ in its last digit
    return Interval(
        value=value,
        mean=float(known.mean()) if len(known) else np.nan,
        deviation=deviation,
        median=median,
        low=low,
        high=high,
    )


def drawn(
    analyses: Sequence[Analysis],
    sampling: Sampling,
    shown: Shown = say_nothing,
    behind: int | None = None,
) -> list[Drawn]:
    """Run the draws of several declarations; what they share is drawn once.

    Args:
        shown: is told how many draws of how many are done.
        behind: first coordinate of their data, behind those of others that they are compared with.

    Raises:
        CommandFault: one of them has no uncertain input, or too few or too many draws are asked.
    """
    must_be_uncertain(analyses)
    must_be_enough(sampling)
    source = source_of(sampling)
    places = _places(analyses, behind)
    found = []
    for number, analysis in enumerate(analyses):
        before = number * source.size

        def tell(done: int, before: int = before) -> None:
            shown(before + done, len(analyses) * source.size)

        found.append(_drawn(analysis, source, places, tell, native=sampling.native))
    return found


def must_be_enough(sampling: Sampling) -> None:
    """See that neither too few nor too many draws are asked for.

    Raises:
        CommandFault: they are.
    """
    if not LEAST <= sampling.samples <= MOST:
        raise CommandFault(SAMPLES_OUT_OF_RANGE, samples=str(sampling.samples))


def must_be_uncertain(analyses: Sequence[Analysis]) -> None:
    """See that every declaration has an uncertain input.

    Raises:
        CommandFault: one has none.
    """
    for analysis in analyses:
        if not uncertain(analysis):
            standard = analysis.result.calculation.model.standard.id
            raise CommandFault(NO_UNCERTAINTY, standard=standard)


def uncertain(analysis: Analysis) -> list[Analysed]:
    """Give the inputs that have an uncertainty."""
    return [one for one in analysis.inputs if one.spread is not None]


def _places(analyses: Sequence[Analysis], behind: int | None) -> dict[str, int]:
    """Give by name the coordinate of each input, in the others than the first behind all of them.

    What two declarations share has one; what only has the same path must not have the same one.

    Args:
        behind: first coordinate of data, those of the first included; None where it is one's own.
    """
    coordinates = places_of(analyses[0].plan)
    every = [
        {name_of(analysis, one): coordinates.of_input(one.known) for one in uncertain(analysis)}
        for analysis in analyses
    ]
    found = {
        name: place
        for analysis, own in zip(analyses, every, strict=True)
        for (name, place), one in zip(own.items(), uncertain(analysis), strict=True)
        if isinstance(one.known, FactorInput)
    }
    if behind is None:
        found |= every[0]
        behind = 1 + max(max(own.values()) for own in every)
    for name in dict.fromkeys(name for own in every for name in own):
        if name not in found:
            found[name] = behind
            behind += 1
    return found


def _drawn(
    analysis: Analysis,
    source: Source,
    places: Mapping[str, int],
    tell: Callable[[int], None],
    *,
    native: bool,
) -> Drawn:
    tape, size = analysis.single.tape, source.size
    execution = _execution(tape, native=native)
    inputs = [(one, _draw(analysis, one, source, places)) for one in uncertain(analysis)]
    exact = {one.name: one.value for one in analysis.inputs if one.spread is None}
    limits = {one.name: range_of(analysis.plan, one.known, "") for one, _ in inputs}
    footprints = {product: np.empty(size) for product in analysis.products}
    clipped = 0
    for start, count in _parts(size):
        values = {name: np.broadcast_to(value, count) for name, value in exact.items()}
        for one, draw in inputs:
            values[one.name] = draw(start, count)
            clipped += _clip(limits[one.name], values[one.name])
        block = Block(
            size=count, values=values, given={}, groups={}, wrong=np.zeros(count, dtype=np.bool_)
        )
        outputs = execution.run(block)
        stopped = outputs.of(tape.aside)
        for product, room in footprints.items():
            found = room[start : start + count]
            found[:] = outputs.named(analysis.outputs[product])
            if stopped.any():
                found[stopped] = np.nan
        tell(start + count)
    return Drawn(analysis=analysis, footprints=footprints, clipped=clipped)


def _parts(size: int) -> Iterator[tuple[int, int]]:
    for start in range(0, size, BLOCK):
        yield start, min(BLOCK, size - start)


def _execution(tape: Tape, *, native: bool) -> Execution | NativeExecution:
    if native:
        try:
            return NativeExecution(tape)
        except NoCompiler:
            pass
    return Execution(tape)


def _draw(analysis: Analysis, one: Analysed, source: Source, places: Mapping[str, int]) -> Draw:
    assert one.spread is not None
    name = name_of(analysis, one)
    return source.draw(name, places[name], one.value, one.spread)


def _clip(limits: Range, values: Floats) -> int:
    """Take values outside the limits at the limit; tell how many there were."""
    outside = int(np.count_nonzero((values < limits.low) | (values > limits.high)))
    if outside:
        np.clip(values, limits.low, limits.high, out=values)
    return outside
