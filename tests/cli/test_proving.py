"""``guiju check --prove``: z3 decides what the check alone leaves open."""

import importlib.util
from pathlib import Path

import pytest

from tests.cli.conftest import Guiju

needs_z3 = pytest.mark.skipif(
    importlib.util.find_spec("z3") is None, reason="z3 is not installed: pip install guiju[proof]"
)
RANKS = """standard ranks "T/XXX 009—2026" {{ title "档次" }}
data gas zh "煤气" en "gas" : GJ {{ limit 1 .. 9 GJ }}
data coal zh "煤" en "coal" : GJ {{ limit 1 .. 9 GJ }}
let rank zh "档次" en "rank" : number
  = when gas > 2 * coal then 1 when {second} then 2 otherwise 3
"""


@pytest.fixture
def ranks(here: Path) -> Path:
    return here / "ranks.pcr"


def test_what_is_not_proved_is_counted_and_listed_on_request(ranks: Path, guiju: Guiju) -> None:
    ranks.write_text(RANKS.format(second="coal > gas"), encoding="utf-8")
    done = guiju("--lang", "en", "check", ranks)
    assert done.code == 0
    assert "conditions not proved: 1" in done.out
    assert "GJ342" not in done.all
    assert "note[GJ342]" in guiju("--lang", "en", "check", "--verbose", ranks).all


@needs_z3
def test_z3_proves_what_is_so(ranks: Path, guiju: Guiju) -> None:
    ranks.write_text(RANKS.format(second="coal > gas"), encoding="utf-8")
    done = guiju("--lang", "en", "check", "--prove", "--verbose", ranks)
    assert done.code == 0
    assert "not proved" not in done.all


@needs_z3
def test_z3_gives_a_case_where_it_is_not_so(ranks: Path, guiju: Guiju) -> None:
    ranks.write_text(RANKS.format(second="gas > coal"), encoding="utf-8")
    done = guiju("--lang", "en", "check", "--prove", ranks)
    assert done.code == 1
    assert "error[GJ341]: when coal = " in done.err


def test_without_z3_the_way_to_it_is_said(
    ranks: Path, guiju: Guiju, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranks.write_text(RANKS.format(second="coal > gas"), encoding="utf-8")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    done = guiju("--lang", "en", "check", "--prove", ranks)
    assert done.code == 2
    assert "pip install 'guiju[proof]'" in done.err
