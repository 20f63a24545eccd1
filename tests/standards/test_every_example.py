"""Every expectation of every worked example that ships is met."""

import json
from pathlib import Path

import pytest

from guiju.cli import main

STANDARDS = Path(__file__).parents[2] / "standards"


def test_every_expectation_is_met(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GUIJU_CACHE", str(tmp_path))
    code = main(["test", str(STANDARDS), "--format", "json"])
    outcomes = json.loads(capsys.readouterr().out)
    assert [outcome for outcome in outcomes if not outcome["ok"]] == []
    assert code == 0
    assert {outcome["standard"] for outcome in outcomes} == {
        path.parent.name for path in STANDARDS.glob("*/examples")
    }
