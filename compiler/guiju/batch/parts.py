"""Part files: what has been calculated stays calculated, whatever happens to the run."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as csv
import pyarrow.parquet as pq
from msgspec import Struct

from guiju.batch.part import Size

CODEC = "snappy"


class Parts(Struct, frozen=True, kw_only=True):
    """The folder beside the output that holds the parts until all are there."""

    folder: Path

    def begin(self, job: dict[str, object]) -> None:
        """Keep the parts of an unfinished run of the same ``job``; take away those of another.

        Raises:
            OSError: the folder cannot be written.
        """
        note = self.folder / "job.json"
        if note.is_file() and note.read_text("utf-8") == json.dumps(job, sort_keys=True):
            return
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self.folder.mkdir(parents=True)
        note.write_text(json.dumps(job, sort_keys=True), "utf-8")

    def is_there(self, number: int) -> bool:
        """Tell whether a part was finished."""
        return self._results(number).is_file()

    def size(self, number: int) -> Size:
        """Count the declarations of a part that an earlier run finished."""
        conforming = pq.read_table(self._results(number), columns=["conforming"])["conforming"]
        rows, good = len(conforming), pc.sum(conforming).as_py() or 0
        return Size(declarations=rows, faulty=rows - int(good), aside=0)

    def keep(self, number: int, results: pa.Table, findings: pa.Table) -> None:
        """Write a part: the findings first, so that results without them never stand."""
        _whole(self._findings(number), findings)
        _whole(self._results(number), results)

    def join(self, count: int, output: Path, findings: Path) -> None:
        """Put the parts together, rename the files into place, take the folder away.

        Raises:
            OSError: a file cannot be written; the parts are still there.
        """
        ready = [
            _joined((self._results(n) for n in range(count)), output),
            _joined((self._findings(n) for n in range(count)), findings),
        ]
        for beside, place in zip(ready, (output, findings), strict=True):
            beside.replace(place)
        shutil.rmtree(self.folder)

    def _results(self, number: int) -> Path:
        return self.folder / f"part-{number:06}.parquet"

    def _findings(self, number: int) -> Path:
        return self.folder / f"part-{number:06}.findings.parquet"


def _whole(path: Path, table: pa.Table) -> None:
    """Write a table beside its place, then rename it; two writers never meet in one file."""
    beside = path.with_suffix(f".{uuid4().hex}.part")
    pq.write_table(table, beside, compression=CODEC)
    beside.replace(path)


def _joined(parts: Iterator[Path], place: Path) -> Path:
    """Write all parts into one file beside ``place``."""
    beside = place.with_name(f".{place.name}.part")
    try:
        first = pq.read_table(next(parts))
        with WRITERS[place.suffix.lower()](beside, first.schema) as writer:
            writer.write_table(first)
            for part in parts:
                writer.write_table(pq.read_table(part).cast(first.schema))
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _csv_writer(path: Path, schema: pa.Schema) -> csv.CSVWriter:
    return csv.CSVWriter(path, schema)


WRITERS: dict[str, Callable[[Path, pa.Schema], pq.ParquetWriter]] = {
    ".parquet": lambda path, schema: pq.ParquetWriter(path, schema, compression=CODEC),
    ".arrow": pa.ipc.new_file,
    ".feather": pa.ipc.new_file,
    ".csv": _csv_writer,
}
"""By the ending of a file's name, what writes it."""
