"""What a worker is told, and what it does: the same function of a piece as in a local run."""

import pickle
from functools import lru_cache
from itertools import islice
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from guiju.batch.job import Job, kept_parts, opened, table_of
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
        """Give the order as bytes, its paths whole, behind the version that gives it."""
        whole = replace(self, data=self.data.absolute(), output=self.output.absolute())
        return pickle.dumps((ENGINE, pickle.dumps(whole)))

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
    """Make the standard of an order ready, once in a process.

    The version is looked at first: another one may lay an order out otherwise.
    """
    made_by, rest = pickle.loads(packed)
    if made_by != ENGINE:
        raise CommandFault(OTHER_VERSION, here=made_by, there=ENGINE)
    order: Order = pickle.loads(rest)
    job = order.job()
    return opened(job, *table_of(job)), kept_parts(job)


def _nobody_looks(*_: int | None) -> None:
    """Take no notice of how far a run has come."""
