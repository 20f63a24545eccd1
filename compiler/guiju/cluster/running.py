"""Calculate a table on Dask: parts are given out; what a lost worker had is given out again."""

import asyncio
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from math import ceil

import dask
import pyarrow as pa
from distributed import Client, Future, KilledWorker, LocalCluster, wait
from distributed.comm.core import connect
from msgspec import Struct
from msgspec.structs import replace

from guiju.batch.job import Done, Shown, done_with, parts_of, table_of
from guiju.batch.part import Size, wanted
from guiju.batch.parts import Parts
from guiju.batch.sources import TEXTS, Source, source_of
from guiju.cluster.codes import NO_WORKERS, NOT_REACHED, NOT_STARTED, WORKER_FAILED
from guiju.cluster.order import Order, carried_out
from guiju.command_codes import CommandFault

Sizes = tuple[Size, ...]

PATIENCE = 30
"""Without any worker for so long a run stops [s]."""
MOST_PARTS = 8
"""Parts in one task: neighbours are read together."""
TASKS = 4
"""Tasks for each worker, if there are parts enough: so a slow worker keeps nobody waiting."""
ANY_PORT = "127.0.0.1:0"
"""Where the page of a cluster of our own stands: nobody is to be in the way of another."""
ROOM_KEPT = {
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": 1 << 28,
    "distributed.nanny.pre-spawn-environ.MALLOC_MMAP_THRESHOLD_": 1 << 25,
}
"""Workers of our own keep the room of a part for the next [bytes]: by default they give every freed
column back to the system, and a tenth of their time goes into getting it again."""
AHEAD = 2
"""Tasks given out for each worker: one that it works on and one that waits."""


class Place(Struct, frozen=True, kw_only=True):
    """Where a table is calculated.

    Attributes:
        scheduler: address of a Dask scheduler; empty starts one here with so many ``workers``.
        patience: how long to wait for a scheduler and for workers [s].
    """

    scheduler: str
    workers: int
    patience: int = PATIENCE


def run(order: Order, place: Place, shown: Shown) -> Done:
    """Calculate every declaration of a table on a cluster.

    Args:
        shown: is told how many declarations of how many are done.

    Raises:
        CommandFault: the cluster is not reached, has no workers, or they cannot do it.
        Unreadable: the file is no table of the kind that its name says, here or for a worker.
        OSError: a file cannot be written, here or where a worker runs.
    """
    job = order.job()
    _, layout = table_of(job)
    if any(finding.severity == "error" for finding in layout.findings):
        return done_with(job, layout, ())
    with connected(place) as client:
        return calculated(order, place, client, shown)


def calculated(order: Order, place: Place, client: Client, shown: Shown) -> Done:
    """Calculate every declaration of a table that fits, on a cluster that is connected."""
    job = order.job()
    source, layout = table_of(job)
    sizes: list[Size] = []
    with parts_of(job) as parts:
        order = _entered_anywhere(order, source, wanted(source, layout), parts)
        rows = source_of(order.data).rows or 0
        for some in Tasks(client, order, place, rows):
            sizes += some
            shown(sum(size.declarations for size in sizes), rows)
        parts.join(len(sizes), job.output)
    return done_with(job, layout, sizes)


def _entered_anywhere(order: Order, source: Source, names: list[str], parts: Parts) -> Order:
    """Let workers read a table in whose middle nobody can begin, as a text, from an Arrow file."""
    if source.rows is not None:
        return order
    batches = (piece.rows for piece in source.pieces(names, 0))
    schema = pa.schema([source.schema.field(name) for name in names])
    ending = TEXTS if source.words else ".arrow"
    return replace(order, data=parts.copy(ending, batches, schema))


@contextmanager
def connected(place: Place) -> Iterator[Client]:
    """Connect to a cluster, started here if no scheduler is named; close what was opened.

    Raises:
        CommandFault: it is not reached or has no workers.
    """
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    if place.scheduler:
        with _client(place) as client:
            yield client
        return
    with _started(place) as cluster, Client(cluster) as client:
        yield client


def _started(place: Place) -> LocalCluster:
    """Start workers here.

    Raises:
        CommandFault: they do not start.
    """
    try:
        with dask.config.set(ROOM_KEPT):
            return LocalCluster(
                n_workers=place.workers,
                threads_per_worker=1,
                dashboard_address=ANY_PORT,
                silence_logs=logging.CRITICAL,
            )
    except (ImportError, OSError, RuntimeError) as fault:
        count, reason = str(place.workers), _said(_first_cause(fault))
        raise CommandFault(NOT_STARTED, count=count, reason=reason) from fault


def _first_cause(fault: BaseException) -> BaseException:
    """Give what a fault comes from: Dask tells only that a worker failed."""
    while fault.__cause__ is not None:
        fault = fault.__cause__
    return fault


def _said(fault: BaseException) -> str:
    """Give a fault in one line."""
    return f"{type(fault).__name__}: {fault}".splitlines()[0]


async def _answered(place: Place) -> None:
    """Begin to speak with a scheduler, and stop at once."""
    comm = await connect(place.scheduler, timeout=place.patience)
    await comm.close()


def _client(place: Place) -> Client:
    """Connect to a scheduler that answers: of a client that reaches none threads are left over."""
    try:
        with ThreadPoolExecutor(1) as apart:  # here a loop may run already, as in a notebook
            apart.submit(asyncio.run, _answered(place)).result()
        client = Client(place.scheduler, timeout=place.patience)
    except (OSError, ValueError) as fault:
        raise CommandFault(NOT_REACHED, address=place.scheduler) from fault
    try:
        client.wait_for_workers(1, timeout=place.patience)
    except TimeoutError as fault:
        client.close()
        raise _nobody(place) from fault
    return client


def _nobody(place: Place) -> CommandFault:
    return CommandFault(
        NO_WORKERS, address=place.scheduler or "127.0.0.1", seconds=str(place.patience)
    )


class Tasks:
    """Gives out the parts of a table, few at a time, until it ends.

    Attributes:
        together: parts in one task.
    """

    def __init__(self, client: Client, order: Order, place: Place, rows: int) -> None:
        """Find how many parts go into a task; nothing is given out yet.

        Each worker is to have as many tasks as the others, all of about the same size.

        Args:
            rows: declarations of the table.
        """
        self._client = client
        self._place = place
        self._workers = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        self._parts = max(1, ceil(rows / order.piece))
        rounds = max(TASKS, ceil(self._parts / (self._workers * MOST_PARTS)))
        self.together = ceil(self._parts / (self._workers * rounds))
        self._order = client.submit(_same, order.packed(), key=None, pure=False)
        self._next = 0

    def __iter__(self) -> Iterator[Sizes]:
        """Give the sizes of parts as tasks end, in whatever order."""
        waiting: dict[Future[Sizes], int] = {}
        while True:
            while len(waiting) < AHEAD * self._workers and self._next < self._parts:
                self._give_out(waiting)
            if not waiting:
                return
            for future in self._finished(waiting):
                yield self._result(future, waiting.pop(future))

    def _give_out(self, waiting: dict[Future[Sizes], int]) -> None:
        first, count = self._next, self.together
        future = self._client.submit(carried_out, self._order, first, count, pure=False)
        waiting[future] = first
        self._next += count

    def _finished(self, waiting: dict[Future[Sizes], int]) -> set[Future[Sizes]]:
        """Wait until a task has ended.

        Raises:
            CommandFault: there are no workers any more.
        """
        while True:
            try:
                found = wait(
                    list(waiting), timeout=self._place.patience, return_when="FIRST_COMPLETED"
                )
            except TimeoutError:
                if not self._client.scheduler_info(n_workers=-1)["workers"]:
                    raise _nobody(self._place) from None
            else:
                return set(found.done)

    def _result(self, future: Future[Sizes], first: int) -> Sizes:
        try:
            sizes: Sizes = future.result()
        except (KilledWorker, ImportError, RuntimeError) as fault:
            part = str(first + 1)
            raise CommandFault(WORKER_FAILED, part=part, reason=_said(fault)) from fault
        return sizes


def _same(packed: bytes) -> bytes:
    return packed
