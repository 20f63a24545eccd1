"""Part files: what has been calculated stays calculated, whatever happens to the run."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from errno import ENOTEMPTY
from os import strerror
from pathlib import Path
from uuid import uuid4

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as csv
import pyarrow.parquet as pq
from msgspec import Struct

from guiju.batch.holding import held
from guiju.batch.parquet_joining import join
from guiju.batch.part import RESULTS, Size

CODEC = "snappy"
NOTE = "job.json"
"""Says of which job the parts are."""
AT_WORK = "at_work"
"""Held by the run that writes the parts."""


class Parts(Struct, frozen=True, kw_only=True):
    """The folder beside the output that holds the parts until all are there.

    Attributes:
        files: what each part has a file of, the results last: results without the rest never stand.
    """

    folder: Path
    files: tuple[str, ...]

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other runs from the folder.

        Raises:
            OSError: ``EBUSY`` if another run is at work there, ``ENOTEMPTY`` if it holds files that
                no run has written; or it cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        names = {path.name for path in self.folder.iterdir()}
        if names and not names & {NOTE, AT_WORK}:
            raise OSError(ENOTEMPTY, strerror(ENOTEMPTY), str(self.folder))
        with held(self.folder / AT_WORK):
            yield

    def begin(self, job: dict[str, object]) -> None:
        """Keep the parts of an unfinished run of the same ``job``; take away those of another.

        Raises:
            OSError: the folder cannot be written.
        """
        note = self.folder / NOTE
        if note.is_file() and note.read_text("utf-8") == json.dumps(job, sort_keys=True):
            return
        for path in self.folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != AT_WORK:
                path.unlink()
        note.write_text(json.dumps(job, sort_keys=True), "utf-8")

    def is_there(self, number: int) -> bool:
        """Tell whether a part was finished."""
        return self._results(number).is_file()

    def size(self, number: int) -> Size:
        """Count the declarations of a part that an earlier run finished."""
        conforming = pq.read_table(self._results(number), columns=["conforming"])["conforming"]
        rows, good = len(conforming), pc.sum(conforming).as_py() or 0
        return Size(declarations=rows, faulty=rows - int(good), aside=0)

    def keep(self, number: int, tables: Mapping[str, pa.Table]) -> None:
        """Write a part."""
        for word in self.files:
            _whole(self._part(number, word), tables[word])

    def copy(self, ending: str, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Path:
        """Write what is read of a table as an Arrow file, unless an earlier run did.

        Raises:
            OSError: it cannot be written.
        """
        place = self.folder / f"table{ending}"
        if not place.is_file():
            with _rising(place) as beside, pa.ipc.new_file(beside, schema) as file:
                for batch in batches:
                    file.write_batch(batch)
        return place

    def join(self, count: int, output: Path) -> None:
        """Put the parts together, rename the files into place, take the folder away.

        What is a link stays one, and the file that it leads to is written.

        Raises:
            OSError: a file cannot be written; the parts are still there.
        """
        places = [place_of(output, word).resolve() for word in self.files]
        try:
            for word, place in zip(self.files, places, strict=True):
                _join([self._part(number, word) for number in range(count)], _beside(place))
        except BaseException:
            for place in places:
                _beside(place).unlink(missing_ok=True)
            raise
        for place in places:
            _beside(place).replace(place)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _results(self, number: int) -> Path:
        return self._part(number, RESULTS)

    def _part(self, number: int, word: str) -> Path:
        return place_of(self.folder / f"part-{number:06}.parquet", word)


def place_of(output: Path, word: str) -> Path:
    """Give the place of a file beside the results: ``word`` stands in its name."""
    return output.with_name(f"{output.stem}.{word}{output.suffix}") if word else output


def _beside(place: Path) -> Path:
    """Give where a file is written before it is whole."""
    return place.with_name(f".part.{place.name}")


def _whole(path: Path, table: pa.Table) -> None:
    """Write a table beside its place, then rename it; two writers never meet in one file."""
    few = [field.name for field in table.schema if _repeats(field.type)]
    with _rising(path) as beside:
        pq.write_table(table, beside, compression=CODEC, use_dictionary=few)


@contextmanager
def _rising(path: Path) -> Iterator[Path]:
    """Give a place of one's own beside ``path``; what was written there is renamed to it."""
    beside = path.with_suffix(f".{uuid4().hex}.part")
    try:
        yield beside
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    beside.replace(path)


def _repeats(kind: pa.DataType) -> bool:
    """Tell whether a column is worth a dictionary: numbers of results are all different."""
    return not (pa.types.is_floating(kind) or pa.types.is_integer(kind))


def _join(parts: list[Path], place: Path) -> None:
    """Write all parts into one file."""
    write = WRITERS.get(place.suffix.lower())
    if write is None:
        join(parts, place)
        return
    schema = _plain(pq.read_schema(parts[0]))
    with write(place, schema) as writer:
        for part in parts:
            writer.write_table(pq.read_table(part).cast(schema))


def _plain(schema: pa.Schema) -> pa.Schema:
    """Give the columns without dictionaries, of which a file may hold only one of each column."""
    kinds = {
        field.name: field.type.value_type if pa.types.is_dictionary(field.type) else field.type
        for field in schema
    }
    return pa.schema(list(kinds.items()))


WRITERS: dict[str, Callable[[Path, pa.Schema], pa.ipc.RecordBatchFileWriter]] = {
    ".arrow": pa.ipc.new_file,
    ".feather": pa.ipc.new_file,
    ".csv": csv.CSVWriter,
}
"""By the ending of a file's name, what writes it from parts, which are Parquet."""
