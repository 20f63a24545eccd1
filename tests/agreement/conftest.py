"""How the tests of this folder run."""

import pytest

from guiju.batch.native import library
from tests.agreement.seeds import seeds
from tests.batch.tables import SLUGS


@pytest.fixture(autouse=True)
def quickly_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compile kernels without optimising: tests/batch holds the bits of optimised ones."""
    plain = ["-O0" if flag.startswith("-O") else flag for flag in library.FLAGS]
    monkeypatch.setattr(library, "FLAGS", tuple(plain))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Draw tables for every standard: for one seed, or for many in ``make fuzz``."""
    if {"slug", "seed"} <= set(metafunc.fixturenames):
        drawn = [(slug, seed) for seed in seeds() for slug in SLUGS]
        metafunc.parametrize(("slug", "seed"), drawn)
