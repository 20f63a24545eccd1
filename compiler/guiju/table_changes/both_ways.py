"""What is asked of intervals of a table, asked without and with changes, as of two tables.

A reference is changed as every declaration that is given is: the rows stand beside it as declared,
and with the changes beside it with the changes.
"""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import Struct
from msgspec.structs import replace

from guiju.batch.block import Array, Truths
from guiju.batch.calculating import Engine
from guiju.batch.layout import Layout
from guiju.batch.part import More
from guiju.batch.sources import Piece
from guiju.library import Standard
from guiju.sureness.table_reference import PREFIX
from guiju.sureness.table_sides import Question
from guiju.sureness.tables import Intervals, TableIntervals

Declaration = Mapping[str, object]


class Way(Struct, frozen=True, kw_only=True):
    """The rows without, or with the changes; ``prefix`` stands before what they are called."""

    prefix: str
    intervals: TableIntervals


class BothWays:
    """What makes the variance of declarations, and how they stand beside a reference, twice."""

    def __init__(
        self,
        sides: tuple[tuple[Standard, Layout], tuple[Standard, Layout]],
        question: Question,
        references: tuple[Declaration | None, Declaration | None],
        engine: Engine,
        prefix: str,
        *,
        explained: bool,
    ) -> None:
        """Put on tapes what is asked for; nothing where neither is.

        Args:
            sides: standard and layout without and with the changes, as are ``references``.
            prefix: stands before the names of what is found with the changes.

        Raises:
            CommandFault: a reference has no interval.
        """
        if references[0] is None:
            question = replace(question, sampling=None)  # contributions are of the first order
        self._ways: list[Way] = []
        if not explained and references[0] is None:
            return
        prefixes = "", f"{prefix}."
        for own, (standard, layout), one in zip(prefixes, sides, references, strict=True):
            asked = Intervals(
                standard=standard, question=question, explained=explained, reference=one
            )
            self._ways.append(Way(prefix=own, intervals=TableIntervals(asked, layout, engine)))

    def of(self, piece: Piece, changed: pa.RecordBatch, without: Truths) -> More:
        """Give the columns beside the reference and the files of contributions.

        Args:
            changed: the declarations with the changes; ``without`` those that cannot be changed so.
        """
        columns: dict[str, Array] = {}
        files: dict[str, pa.Table] = {}
        nobody = np.zeros(len(without), dtype=np.bool_)
        for way, rows, absent in zip(
            self._ways, (piece.rows, changed), (nobody, without), strict=False
        ):
            found = way.intervals.of_piece(replace(piece, rows=rows))
            for name, values in found.columns.items():
                if name.startswith(f"{PREFIX}."):
                    columns[f"{way.prefix}{name}"] = np.where(absent, np.nan, values)
            for name, table in found.files.items():
                there = pa.array(~absent).take(pc.subtract(table["row"], piece.start))
                files[f"{way.prefix}{name}"] = table.filter(there)
        return More(columns=columns, files=files)
