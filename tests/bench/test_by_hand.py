"""The loop that the kernel is measured against calculates what the calculator calculates."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from guiju.batch.native.library import NativeExecution
from tests.batch.tables import standard
from tests.bench import measure_kernel
from tests.bench.by_hand import Loop, compiled
from tests.bench.measure_tables import ASKED
from tests.bench.plants import SLUG

PLANTS = 2_000


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_the_loop_by_hand_gives_the_footprints_of_the_standard(tmp_path: Path) -> None:
    tape, [block] = measure_kernel.decoded(PLANTS, PLANTS)
    loop = Loop(standard(SLUG).plan, tape.words, block)
    loop.run(compiled(tmp_path))
    outputs = NativeExecution(tape).run(block)
    assert not outputs.of(tape.aside).any()
    for name, found in zip(ASKED, loop.results, strict=True):
        np.testing.assert_allclose(outputs.named(name), found, rtol=1e-12, atol=0, err_msg=name)
