"""Calculate a table on Dask: parts are given out; what a lost worker had is given out again."""

import asyncio
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from distributed import Client, Future, KilledWorker, LocalCluster, wait
from distributed.comm.core import connect
from msgspec import Struct

from guiju.batch.job import Done, Shown, done_with, parts_of, table_of
from guiju.batch.part import Size
from guiju.cluster.codes import NO_WORKERS, NOT_REACHED, WORKER_FAILED
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
        OSError: a file cannot be read or written, here or where a worker runs.
        pyarrow.ArrowInvalid: the file is no table of the kind that its name says.
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
    parts = parts_of(job)
    sizes: list[Size] = []
    for some in Tasks(client, order, place, source.rows):
        sizes += some
        shown(sum(size.declarations for size in sizes), source.rows)
    parts.join(len(sizes), job.output)
    return done_with(job, layout, sizes)


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
    with (
        LocalCluster(
            n_workers=place.workers,
            threads_per_worker=1,
            dashboard_address=ANY_PORT,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client


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

    def __init__(self, client: Client, order: Order, place: Place, rows: int | None) -> None:
        """Find how many parts go into a task; nothing is given out yet.

        Args:
            rows: declarations of the table, None where only reading tells.
        """
        self._client = client
        self._place = place
        self._workers = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        self._parts = max(1, -(-rows // order.piece)) if rows is not None else None
        own = (self._parts or MOST_PARTS) // (TASKS * self._workers)
        self.together = min(max(1, own), MOST_PARTS)
        self._order = client.submit(_same, order.packed(), key=None, pure=False)
        self._next = 0
        self._ended = False

    def __iter__(self) -> Iterator[Sizes]:
        """Give the sizes of parts as tasks end, in whatever order."""
        waiting: dict[Future[Sizes], int] = {}
        while True:
            while len(waiting) < AHEAD * self._workers and not self._ended:
                self._give_out(waiting)
            if not waiting:
                return
            for future in self._finished(waiting):
                sizes = self._result(future, waiting.pop(future))
                self._ended |= len(sizes) < self.together
                yield sizes

    def _give_out(self, waiting: dict[Future[Sizes], int]) -> None:
        first, count = self._next, self.together
        future = self._client.submit(carried_out, self._order, first, count, pure=False)
        waiting[future] = first
        self._next += count
        self._ended = self._parts is not None and self._next >= self._parts

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
            reason = f"{type(fault).__name__}: {fault}".splitlines()[0]
            raise CommandFault(WORKER_FAILED, part=str(first + 1), reason=reason) from fault
        return sizes


def _same(packed: bytes) -> bytes:
    return packed
