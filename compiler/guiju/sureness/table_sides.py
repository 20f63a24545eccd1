"""The results of one rule book on tapes, for the declarations of tables of one layout."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain

import numpy as np
import pyarrow as pa
from msgspec import Struct

from guiju.batch.block import Floats, Truths
from guiju.batch.calculating import Engine
from guiju.batch.found import Numbers
from guiju.batch.layout import Layout
from guiju.batch.single import declaration_at
from guiju.command_codes import CommandFault
from guiju.library import Standard
from guiju.sureness.analysis import without_findings
from guiju.sureness.montecarlo import Sampling, must_be_enough, source_of
from guiju.sureness.places import Places, places_of
from guiju.sureness.samplers import Source
from guiju.sureness.table_analytic import Ends
from guiju.sureness.table_columns import SUFFIXES, Names, Room, results_of
from guiju.sureness.table_draws import Chunk, Data, Factors, chunks, parts_of
from guiju.sureness.table_tapes import Evaluated, Tapes
from guiju.sureness.uncertainty import Uncertainty

Found = Sequence[tuple[Evaluated, Names]]
"""What tapes gave for a block of declarations, with the names of their results."""
EXACT = Ends(**{field: np.array([np.nan]) for field in SUFFIXES.values()}, without=np.zeros(1))
"""Of a footprint that nothing uncertain bears on."""


class Question(Struct, frozen=True, kw_only=True):
    """How sure results are.

    Attributes:
        sampling: how draws are made; None for the first-order way.
        profile: rule book in place of the standard itself.
        asked: results that are wanted; empty means all of them.
    """

    sampling: Sampling | None
    profile: str
    asked: tuple[str, ...]


class Side:
    """Results of a standard made ready for tables of one layout.

    Attributes:
        footprints: names of footprints; ``names`` those of all results.
        places: of inputs in the draws.
    """

    def __init__(
        self,
        standard: Standard,
        question: Question,
        layout: Layout,
        engine: Engine,
        places: Places | None = None,
    ) -> None:
        """Put on tapes what is asked for: what stops a further result stops no footprint.

        Args:
            places: of inputs in the draws of another side; None where there is none.

        Raises:
            CommandFault: the standard cannot be analysed, or nothing asked for has an interval.
        """
        self.standard = standard
        self.layout = layout
        if question.sampling is None:
            engine = "local"  # derivatives run no opened tape: there is nothing to compile
        else:
            must_be_enough(question.sampling)
        self.footprints, results = results_of(standard, question.profile, question.asked)
        bare = without_findings(standard.plan, question.profile, further=False)
        whole = without_findings(standard.plan, question.profile, further=True)
        self._tapes: list[tuple[Tapes, Names]] = []
        if self.footprints:
            tapes = Tapes(bare, tuple(self.footprints.values()), layout, engine)
            self._tapes.append((tapes, self.footprints))
        if results:
            with suppress(CommandFault):  # of such results nothing is said, as of one declaration
                tapes = Tapes(whole, tuple(results.values()), layout, engine)
                self._tapes.append((tapes, results))
        self.names = tuple(chain.from_iterable(names for _, names in self._tapes))
        self.places = places or places_of(bare)
        self._drawn: tuple[Source, Factors] | None = None
        if question.sampling is not None:
            source = source_of(question.sampling)
            self._drawn = source, Factors(source, self.places)

    @property
    def block(self) -> int:
        """Give how many declarations are evaluated at once."""
        return min(tapes.block for tapes, _ in self._tapes)

    def evaluated(self, table: pa.RecordBatch) -> Found:
        """Evaluate a block of declarations as declared."""
        return [(tapes.evaluated(table), names) for tapes, names in self._tapes]

    def aside(self, found: Found, table: pa.RecordBatch) -> Truths:
        """Tell which declarations of a block are to be analysed by themselves."""
        alone = np.zeros(table.num_rows, dtype=np.bool_)
        for one, _ in found:
            alone |= one.aside
        return alone

    def chunks(self, numbers: Numbers) -> Iterator[Sequence[int]]:
        """Give declarations so many at a time that their draws fit the cache."""
        assert self._drawn is not None
        return chunks(numbers.tolist(), self._drawn[0].size)

    def data(self, whose: Sequence[tuple[str, ...]], *, by_value: bool = True) -> Data:
        """Begin to draw the data of some declarations."""
        assert self._drawn is not None
        return Data(self._drawn[0], self.places, whose, by_value=by_value)

    def draws(self, found: Found, numbers: Sequence[int], data: Data) -> dict[str, Floats]:
        """Run all draws of some declarations, part by part; by name; (declarations, draws)."""
        assert self._drawn is not None
        source, factors = self._drawn
        samples = source.size
        ran = [(Chunk(one, numbers, data, factors), names) for one, names in found]
        whole = {name: np.empty((len(numbers), samples)) for name in self.names}
        for start, size in parts_of(samples, len(numbers)):
            for chunk, names in ran:
                part = chunk.run(tuple(names.values()), start, size)
                for name, output in names.items():
                    whole[name][:, start : start + size] = part[output]
        return whole

    def put_alone(self, found: Uncertainty, at: Numbers, room: Room) -> None:
        """Put the intervals of a declaration that was analysed by itself."""
        for _, names in self._tapes:
            for name, output in names.items():
                ends = alone_ends(found, output)
                if ends is not None:
                    room.put(name, at, ends)

    def blank_where(self, without: Truths, room: Room) -> None:
        """Take away all intervals of some declarations."""
        for name in self.names:
            room.blank(name, np.flatnonzero(without))

    def declaration(self, table: pa.RecordBatch, number: int) -> dict[str, object]:
        """Give one declaration of a block."""
        return dict(declaration_at(self.layout, table, number, self.standard.id))


def results_in(found: Found) -> Iterator[tuple[Evaluated, str, str]]:
    """Go through results: tape, name in the table, name on the tape."""
    return ((one, name, output) for one, names in found for name, output in names.items())


def values_of(found: Evaluated, output: str) -> Floats:
    """Give an output as declared."""
    return np.asarray(found.of(found.prepared.tape.outputs[output].value), dtype=np.float64)


def there(found: Evaluated, output: str) -> Truths:
    """Tell where an output has a value."""
    made = found.of(found.prepared.tape.outputs[output].there).astype(np.bool_)
    return made & ~np.isnan(values_of(found, output))


def alone_ends(found: Uncertainty, output: str) -> Ends | None:
    """Give the interval of an output of one declaration, None if it has none."""
    product, result = output.removesuffix(".cfp"), output.removeprefix("results.")
    own = found.results.get(result) if result != output else found.intervals.get(product)
    if own is None:
        return None
    without = found.drawn.without_value(product) if found.drawn and result == output else 0
    varies = own.deviation > 0
    ends = {"median": own.median, "low": own.low, "high": own.high, "deviation": own.deviation}
    known = {name: np.array([end if varies else np.nan]) for name, end in ends.items()}
    return Ends(**known, without=np.array([float(without)]))
