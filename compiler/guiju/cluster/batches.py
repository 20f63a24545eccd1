"""A function from Arrow batches of declarations to batches of results: for Spark's ``mapInArrow``.

It knows nothing of Spark. It takes an iterator of record batches and gives one, row for row, and it
can be sent to other processes; so it serves whatever maps over Arrow batches.
"""

import pickle
from collections.abc import Iterable, Iterator
from functools import lru_cache

import pyarrow as pa

from guiju.batch.calculating import Batch
from guiju.batch.found import FIELDS, each_of, words_of
from guiju.batch.layout import Layout, layout_of
from guiju.batch.part import column_of
from guiju.batch.plain_types import in_plain_types
from guiju.cluster.codes import OTHER_VERSION
from guiju.command_codes import CommandFault
from guiju.library import Standard
from guiju.version import ENGINE
from guiju_runtime.finding_report import to_text
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Language

FINDINGS = pa.list_(pa.struct([(name, pa.string()) for name in FIELDS]))
WORDS = {
    "bool": "BOOLEAN",
    "int8": "TINYINT",
    "int16": "SMALLINT",
    "int32": "INT",
    "int64": "BIGINT",
    "float": "FLOAT",
    "double": "DOUBLE",
    "string": "STRING",
    "large_string": "STRING",
    "date32[day]": "DATE",
}
"""What Spark calls the types of Arrow that a column may have.

Source:
    Spark 4.0, Data Types, https://spark.apache.org/docs/latest/sql-ref-datatypes.html.
"""


class ColumnsUnfit(ValueError):
    """A table has columns that do not fit the standard; the message says which, and the way out."""


class BatchFunction:
    """Calculates batches of declarations.

    Attributes:
        schema: of the batches that come out: the columns kept, ``conforming``, the columns of the
            results of a table, and ``findings``, a list of structs in each row.
    """

    def __init__(
        self, standard: Standard, columns: pa.Schema, keep: tuple[str, ...], language: Language
    ) -> None:
        """Make the standard ready for tables of these columns.

        Raises:
            ColumnsUnfit: a column is missing, of another type, or of another unit.
        """
        batch, layout = _ready(standard, columns)
        clause_of = standard.module.CALCULATOR.clause_of
        unfit = [
            to_text(one, language, clause_of(one))
            for one in layout.findings
            if one.severity == "error"
        ]
        missing = [name for name in keep if name not in columns.names]
        if unfit or missing or batch is None:
            raise ColumnsUnfit("\n".join([*unfit, *missing]))
        nothing = in_plain_types(pa.RecordBatch.from_pylist([], schema=columns))
        results = batch.calculate(nothing).outputs
        self._keep = keep
        self._language = language
        self._names = columns.names
        self._packed = ENGINE, pickle.dumps((standard, columns))
        self.schema = pa.schema(
            [
                *(columns.field(name) for name in keep),
                ("conforming", pa.bool_()),
                *((name, column_of(values).type) for name, values in results.items()),
                ("findings", FINDINGS),
            ]
        )

    @property
    def ddl(self) -> str:
        """Give the schema in the words of Spark SQL.

        Raises:
            ColumnsUnfit: a column kept has a type that is not in ``WORDS``.
        """
        return ", ".join(f"`{field.name}` {_words(field)}" for field in self.schema)

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Calculate batch after batch; each gives one with as many rows, in the same order.

        Raises:
            CommandFault: the function was made by another version of the program.
        """
        made_by, packed = self._packed
        if made_by != ENGINE:
            raise CommandFault(OTHER_VERSION, here=made_by, there=ENGINE)
        batch = _unpacked(packed)
        for rows in batches:
            yield self._calculated(batch, rows.rename_columns(self._names))

    def _calculated(self, batch: Batch, rows: pa.RecordBatch) -> pa.RecordBatch:
        result = batch.calculate(in_plain_types(rows))
        found: list[list[dict[str, str]]] = [[] for _ in range(rows.num_rows)]
        said: dict[Finding, dict[str, str]] = {}
        for number, one in each_of(result.found):
            if one not in said:
                words = words_of(one, self._language, batch.clause_of)
                said[one] = dict(zip(FIELDS, words, strict=True))
            found[number].append(said[one])
        arrays = [rows.column(name) for name in self._keep]
        arrays.append(pa.array(~result.faulty))
        arrays += (column_of(result.outputs[name]) for name in batch.outputs)
        arrays.append(pa.array(found, FINDINGS))
        return pa.RecordBatch.from_arrays(arrays, schema=self.schema)


def calculate_batches(
    standard: Standard,
    columns: pa.Schema,
    *,
    keep: tuple[str, ...] = (),
    language: Language = "zh",
) -> BatchFunction:
    """Give a function that calculates batches of declarations.

    ``table.mapInArrow(function, function.ddl)`` runs it in Spark. The table has the columns that
    ``guiju calc`` takes: one for each datum, in its declared unit.

    Args:
        columns: of the batches that will come, in their order. There they may be called otherwise:
            ``mapInArrow`` of Spark 4.0 takes no name with a dot in it.
        keep: names of columns that stand beside the results, such as a key.
        language: of the messages in the findings.

    Raises:
        ColumnsUnfit: the columns do not fit the standard.
    """
    return BatchFunction(standard, columns, keep, language)


def _ready(standard: Standard, columns: pa.Schema) -> tuple[Batch | None, Layout]:
    layout = layout_of(standard.plan.data_model, columns)
    if any(finding.severity == "error" for finding in layout.findings):
        return None, layout
    return Batch(standard.plan, standard.module.CALCULATOR, layout), layout


@lru_cache(maxsize=4)
def _unpacked(packed: bytes) -> Batch:
    """Make the standard ready where the function runs, once in a process."""
    batch, _ = _ready(*pickle.loads(packed))
    assert batch is not None
    return batch


def _words(field: pa.Field) -> str:
    if field.type == FINDINGS:
        return f"ARRAY<STRUCT<{', '.join(f'`{name}`: STRING' for name in FIELDS)}>>"
    words = WORDS.get(str(field.type))
    if words is None:
        raise ColumnsUnfit(f"{field.name}: {field.type}")
    return words
