"""Work side by side gives what it gives one by one, and leaves no process behind."""

import os
import threading
import time
from functools import partial
from pathlib import Path

import pytest

from guiju import side_by_side
from guiju.side_by_side import SideBySide


@pytest.fixture(params=[True, False], ids=["in copies", "here"])
def copies(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether copies are made; the threads of these tests do nothing that a copy would miss."""
    monkeypatch.setattr(side_by_side, "copies_can_be_made", lambda: request.param)
    return bool(request.param)


def _place_and_process(place: int) -> tuple[int, int]:
    return place, os.getpid()


def test_products_come_in_the_order_of_the_work(copies: bool) -> None:
    with SideBySide[tuple[int, int]](at_once=2) as work:
        begun = [work.begin(partial(_place_and_process, place)) for place in range(5)]
        products = [one.product() for one in begun]
    assert [place for place, _ in products] == [0, 1, 2, 3, 4]
    assert all((process != os.getpid()) == copies for _, process in products)


@pytest.mark.usefixtures("copies")
def test_a_fault_shows_itself_here() -> None:
    with SideBySide[float](at_once=2) as work:
        begun = work.begin(lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            begun.product()


def test_a_copy_that_dies_is_made_up_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_by_side, "copies_can_be_made", lambda: True)
    own = os.getpid()
    with SideBySide[str](at_once=2) as work:
        begun = work.begin(lambda: "made here" if os.getpid() == own else os._exit(0))
        assert begun.product() == "made here"


def test_what_nobody_waits_for_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_by_side, "copies_can_be_made", lambda: True)
    place = tmp_path / "copy"

    def work_for_ever() -> None:
        place.with_suffix(".new").write_text(str(os.getpid()))
        place.with_suffix(".new").rename(place)
        time.sleep(600)

    with SideBySide[None](at_once=2) as work:
        work.begin(work_for_ever)
        while not place.exists():
            time.sleep(0.01)
    with pytest.raises(ProcessLookupError):
        os.kill(int(place.read_text()), 0)


def test_no_copy_is_made_of_a_process_with_threads() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert not side_by_side.copies_can_be_made()
    finally:
        stop.set()
        thread.join()
