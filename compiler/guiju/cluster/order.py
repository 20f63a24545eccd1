"""What a worker is told, and what it does: the same function of a piece as in a local run."""

import pickle
from functools import lru_cache
from itertools import islice
from pathlib import Path

import pyarrow as pa
from msgspec import Struct
from msgspec.structs import asdict, replace

from guiju.batch.calculating import Batch
from guiju.batch.job import Job, kept_parts, opened, table_of
from guiju.batch.layout import layout_of
from guiju.batch.part import Beside, Opened, Size
from guiju.batch.parts import Parts
from guiju.batch.sources import PIECE, Piece
from guiju.cluster.codes import OTHER_VERSION
from guiju.command_codes import CommandFault
from guiju.files import cache_folder
from guiju.library import Standard
from guiju.version import ENGINE
from guiju_runtime.messages import Language


class Order(Struct, frozen=True, kw_only=True):
    """One table to calculate, in words that another process understands.

    Attributes:
        data: place of the table, ``output`` of its results; workers must reach both.
        asked: results wanted; empty means all of them.
        piece: declarations of a part.
    """

    standard: Standard
    data: Path
    output: Path
    language: Language
    asked: tuple[str, ...] = ()
    beside: tuple[Beside, ...] = ()
    piece: int = PIECE

    def packed(self) -> bytes:
        """Give the order as bytes, its paths whole, behind the version that gives it.

        The standard stands by itself: who has calculated by it before knows it again.
        """
        whole = replace(self, data=self.data.absolute(), output=self.output.absolute())
        rest = asdict(whole)
        standard = pickle.dumps(rest.pop("standard"))
        return pickle.dumps((ENGINE, standard, pickle.dumps(rest)))

    def job(self) -> Job:
        """Give the job, of which nobody here looks how far it is."""
        return Job(
            plan=self.standard.plan,
            calculator=self.standard.module.CALCULATOR,
            data=self.data,
            output=self.output,
            asked=self.asked,
            language=self.language,
            shown=_nobody_looks,
            engine="auto",
            kernels=cache_folder(),
            beside=self.beside,
            piece=self.piece,
        )


def carried_out(packed: bytes, first: int, count: int) -> tuple[Size, ...]:
    """Write the parts of ``count`` pieces from number ``first`` on; those that stand are kept.

    Returns:
        The sizes of the parts; fewer than ``count`` where the table ends.

    Raises:
        CommandFault: the order is from another version of the program.
        OSError: a file cannot be read or written here.
    """
    table, parts = _ready(packed)
    return tuple(_written(table, parts, piece) for piece in islice(table.pieces(first), count))


def _written(table: Opened, parts: Parts, piece: Piece) -> Size:
    if parts.is_there(piece.number):
        return parts.size(piece.number)
    part = table.part(piece)
    parts.keep(piece.number, part.files)
    return part.size


@lru_cache(maxsize=2)
def _ready(packed: bytes) -> tuple[Opened, Parts]:
    """Open the table of an order, once in a process.

    The version is looked at first: another one may lay an order out otherwise.
    """
    made_by, *rest = pickle.loads(packed)
    if made_by != ENGINE:
        raise CommandFault(OTHER_VERSION, here=made_by, there=ENGINE)
    standard, more = rest
    job = Order(standard=_standard(standard), **pickle.loads(more)).job()
    source, layout = table_of(job)
    columns = source.schema.serialize().to_pybytes()
    batch = _batch(standard, columns, job.asked, words=source.words)
    return opened(job, source, layout, batch), kept_parts(job)


@lru_cache(maxsize=2)
def _standard(packed: bytes) -> Standard:
    """Take up a standard, once in a process."""
    standard: Standard = pickle.loads(packed)
    return standard


@lru_cache(maxsize=2)
def _batch(packed: bytes, columns: bytes, asked: tuple[str, ...], *, words: bool) -> Batch:
    """Make a standard ready for tables of the same columns, once in a process."""
    standard, schema = _standard(packed), pa.ipc.read_schema(pa.py_buffer(columns))
    layout = layout_of(standard.plan.data_model, schema, words=words)
    return Batch(
        standard.plan,
        standard.module.CALCULATOR,
        layout,
        asked or None,
        engine="auto",
        kernels=cache_folder(),
    )


def _nobody_looks(*_: int | None) -> None:
    """Take no notice of how far a run has come."""
