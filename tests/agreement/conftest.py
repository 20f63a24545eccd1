"""How the tests of this folder run."""

import pytest

from guiju.batch.native import library


@pytest.fixture(autouse=True)
def quickly_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile kernels without optimising: tests/batch holds the bits of optimised ones."""
    plain = ["-O0" if flag == "-O3" else flag for flag in library.FLAGS]
    monkeypatch.setattr(library, "FLAGS", tuple(plain))
