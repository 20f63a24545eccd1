"""``guiju calc --uncertainty`` and ``guiju sensitivity``: what the command prints."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.calculation.small_standards import WORKS as SMALL
from tests.cli.conftest import Guiju
from tests.sureness.small import FUEL as WORKS
from tests.sureness.small import plant

MONTE_CARLO = ("--uncertainty", "montecarlo")


@pytest.fixture
def unsure(lime: Path) -> Path:
    """Give gas an uncertainty of 10 %: 33.216 of the 1153.045 kgCO2e that a tonne has.

    By hand: 6 000 000 m3 · 10 % = 600 000 m3, times (2.16 + 0.608)/50 000.
    """
    text = (lime / "plant.yaml").read_text("utf-8")
    gas = "{ value: 6000000 m3, uncertainty: 10 % }"
    (lime / "unsure.yaml").write_text(text.replace("6000000 m3", gas), "utf-8")
    more = text.replace("6000000 m3", gas).replace("50000 t", "49000 t")
    (lime / "more.yaml").write_text(more, "utf-8")
    return lime


def plain(guiju: Guiju, *words: str) -> dict[str, Any]:
    done = guiju("calc", "lime.pcr", "unsure.yaml", "--format", "json", *words)
    assert done.code == 0
    found: dict[str, Any] = json.loads(done.out)
    return found


@pytest.mark.usefixtures("unsure")
def test_json_has_the_interval_and_what_it_comes_from(guiju: Guiju) -> None:
    found = plain(guiju, "--uncertainty", "analytic")
    assert found["interval"] == {
        "low": pytest.approx(1153.045 - 33.216),
        "high": pytest.approx(1153.045 + 33.216),
        "level": 0.95,
    }
    assert found["products"]["quicklime"]["interval"] == found["interval"]
    own = found["uncertainty"]
    assert own["method"] == "analytic"
    assert own["median"] == own["mean"] == pytest.approx(1153.045)
    [gas] = own["contributions"]
    assert (gas["name"], gas["share"]) == ("burning.natural_gas", 1.0)
    assert gas["derivative"] == pytest.approx((2.16 + 0.608) / 50_000)
    assert gas["uncertainty"] == {"kind": "normal", "parameters": [0.1]}


@pytest.mark.usefixtures("unsure")
def test_draws_are_told_with_seed_number_and_kind(guiju: Guiju) -> None:
    words = (*MONTE_CARLO, "--samples", "5000", "--seed", "7")
    found = plain(guiju, *words)
    own = found["uncertainty"]
    assert (own["method"], own["sampler"], own["samples"], own["seed"]) == (
        "montecarlo", "random", 5000, 7,
    )  # fmt: skip
    assert found["interval"]["low"] == pytest.approx(1153.045 - 33.216, abs=3)
    assert plain(guiju, *words) == found
    assert plain(guiju, *words[:-1], "8")["interval"] != found["interval"]
    assert plain(guiju, *words[:-1], "-8")["uncertainty"]["seed"] == -8
    assert plain(guiju, *MONTE_CARLO, "--sampler", "lattice")["uncertainty"]["samples"] > 9_000


@pytest.mark.usefixtures("unsure")
def test_the_table_shows_interval_and_contributions(guiju: Guiju) -> None:
    done = guiju("calc", "lime.pcr", "unsure.yaml", *MONTE_CARLO, "--sampler", "lattice",
                 "--lang", "en")  # fmt: skip
    assert done.code == 0
    for words in ("Monte Carlo", "seed 1, lattice", "95 % interval", "burning.natural_gas",
                  "±10 %", "100.0%", "taken as exact: "):  # fmt: skip
        assert words in done.out


@pytest.mark.usefixtures("unsure")
def test_two_declarations_are_compared_over_common_draws(guiju: Guiju) -> None:
    """The plant is the same, so its gas is: whatever it is, 49 000 t of lime emit more a tonne."""
    words = ("calc", "lime.pcr", "unsure.yaml", "more.yaml", *MONTE_CARLO)
    assert "unsure.yaml is less than more.yaml with probability 100.0%" in (
        guiju(*words, "--lang", "en").out
    )
    first, second = json.loads(guiju(*words, "--format", "json").out)
    [one] = first["uncertainty"]["comparisons"]
    assert one["with"] == second["data_digest"]
    assert one["probability_less"] == 1
    assert one["difference"]["median"] == pytest.approx(1153.045 * (50 / 49 - 1), rel=1e-3)


@pytest.mark.usefixtures("unsure")
def test_a_declaration_without_footprint_says_why_and_the_other_keeps_its_interval(
    guiju: Guiju, here: Path
) -> None:
    text = (here / "unsure.yaml").read_text("utf-8")
    line = next(line for line in text.splitlines() if line.strip().startswith("limestone"))
    (here / "lacking.yaml").write_text(text.replace(f"{line}\n", ""), "utf-8")
    words = ("calc", "lime.pcr", "lacking.yaml", "unsure.yaml", *MONTE_CARLO, "--lang", "en")
    done = guiju(*words)
    assert done.code == 1
    assert "GJ801" in done.err
    assert done.out.count("95 % interval  standard deviation") == 1
    first, second = json.loads(guiju(*words, "--format", "json").out)
    assert (first["cfp"], "uncertainty" in first) == (None, False)
    assert second["interval"]["low"] == pytest.approx(1153.045 - 33.216, abs=3)


CHANGES = (
    *("--what-if", "burning.natural_gas=5000000 m3"),
    *("--what-if", "grid_footprint[2024]=250 kgCO2e/MWh"),
)
LESS_GAS, LESS_GRID = 1_000_000 * (2.16 + 0.608) / 50_000, 2_500 * (577.7 - 250) / 50_000


@pytest.mark.usefixtures("unsure")
def test_a_declaration_is_compared_with_itself_with_changes(guiju: Guiju) -> None:
    """By hand: 55.36 kgCO2e less by gas, ± 10 % as the gas itself, and 16.385 by the grid.

    Drawn apart the two footprints would differ by 71.7 ± 43, from √(33.2² + 27.7²).
    """
    found = plain(guiju, *CHANGES, *MONTE_CARLO, "--sampler", "lattice")
    own = found["what_if"]["comparison"]
    assert own["probability_less"] == 1
    for end, by in (("median", 1), ("low", 1.1), ("high", 0.9)):
        assert own["difference"][end] == pytest.approx(-by * LESS_GAS - LESS_GRID, rel=1e-3)
    after = 1153.045 - LESS_GAS - LESS_GRID
    assert found["what_if"]["result"]["interval"] == {
        "low": pytest.approx(after - 5 * LESS_GAS / 10, rel=1e-4),
        "high": pytest.approx(after + 5 * LESS_GAS / 10, rel=1e-4),
        "level": 0.95,
    }
    assert found["interval"]["low"] == pytest.approx(1153.045 - 33.216, rel=1e-4)


@pytest.mark.usefixtures("unsure")
def test_the_table_shows_both_intervals_and_how_surely_the_changes_lower_it(guiju: Guiju) -> None:
    words = ("calc", "lime.pcr", "unsure.yaml", *CHANGES, "--lang", "en")
    done = guiju(*words, *MONTE_CARLO)
    assert done.code == 0
    assert done.out.count("95 % interval  standard deviation") == 2
    assert done.out.splitlines()[-1].startswith("less than declared with probability 100.0%; ")
    analytic = guiju(*words, "--uncertainty", "analytic").out
    assert "1 119.829" in analytic
    assert analytic.splitlines()[-1].startswith("less than declared with probability 100.0%; ")


@pytest.mark.usefixtures("unsure")
def test_what_cannot_be_done_at_once_is_refused(guiju: Guiju) -> None:
    for words in (
        ("unsure.yaml", "--uncertainty", "analytic", "--seed", "1"),
        ("unsure.yaml", *MONTE_CARLO, "--samples", "ten"),
        ("unsure.yaml", "--outputs", "cfp"),
        ("unsure.parquet", "--audit", "-o", "out.csv"),
        ("unsure.parquet", "--contributions", "-o", "out.parquet"),
        ("unsure.yaml", "--uncertainty", "analytic", "--contributions"),
        ("unsure.parquet", "unsure.yaml", "-o", "o.parquet"),
        ("unsure.parquet", "unsure.csv", *MONTE_CARLO, "-o", "o.parquet"),
    ):
        done = guiju("calc", "lime.pcr", *words)
        assert done.code == 2
        assert done.out == ""
        assert done.err


@pytest.mark.usefixtures("lime")
def test_sensitivity_lists_the_strongest_inputs_first(guiju: Guiju) -> None:
    """By hand: stone 792/1153.045 = 0.687 of the footprint; ± 10 % of it are 79.2."""
    done = guiju("sensitivity", "lime.pcr", "plant.yaml", "--lang", "en")
    assert done.code == 0
    rows = [line.split() for line in done.out.splitlines() if "burning." in line]
    assert rows[0][:2] == ["quicklime", "burning.quicklime"]
    assert rows[1][:2] == ["limestone", "burning.limestone"]
    assert " ".join(rows[1][2:]) == "90 000 t 0.0088 +0.687 1 073.845 1 232.245"
    found = json.loads(guiju("sensitivity", "lime.pcr", "plant.yaml", "--format", "json").out)
    by_name = {one["name"]: one for one in found["products"]["quicklime"]}
    assert by_name["burning.limestone"]["derivative"] == pytest.approx(440 / 50_000)
    assert by_name["grid_footprint[2024]"]["derivative"] == pytest.approx(2_500_000 / 50_000)
    assert by_name["burning.quicklime"]["elasticity"] == pytest.approx(-1)


@pytest.fixture
def works(here: Path) -> tuple[str, ...]:
    """Give the words to calculate three works of 100 kgCO2e/t of fuel; the third lacks fuel."""
    small = WORKS % "uncertainty lognormal(1.2)"
    (here / "small.pcr").write_text(SMALL + small, "utf-8")
    days = {"period_from": [date(2024, 1, 1)] * 3, "period_to": [date(2024, 12, 31)] * 3}
    data = {"thing": [1.0] * 3, "fuel": [10.0, 12.0, None], "fixed": [0.0] * 3}
    table = {f"works.{name}": values for name, values in data.items()}
    pq.write_table(pa.table({**days, **table}), here / "plants.parquet")
    return ("calc", "small.pcr", "plants.parquet", "-o", "out.parquet")


def test_a_table_is_compared_with_a_declaration(
    here: Path, works: tuple[str, ...], guiju: Guiju
) -> None:
    """By hand: 1 t less and 1 t more than 11 t, at 100 kgCO2e/t ÷ and × 1.2 in both."""
    (here / "plant.yaml").write_text(json.dumps(plant(thing="1 t", fuel="11 t", fixed="0 kg")))
    assert guiju(*works[:3], "plant.yaml", *works[3:], "--uncertainty", "analytic").err == ""
    first, second, third = pq.read_table(here / "out.parquet").to_pylist()
    assert first["reference.difference.low"] == pytest.approx(-120)
    assert second["reference.difference.high"] == pytest.approx(120)
    assert third["reference.probability_less"] is None


def test_a_table_gets_an_interval_for_every_declaration(
    here: Path, works: tuple[str, ...], guiju: Guiju
) -> None:
    """By hand: 10 t and 12 t of fuel at 100 kgCO2e/t ÷ and × 1.2; the third lacks fuel."""
    assert guiju(*works, "--uncertainty", "analytic", "--contributions").code == 1
    parts = pq.read_table(here / "out.contributions.parquet", columns=["row", "name", "share"])
    assert [tuple(one.values()) for one in parts.to_pylist()] == [(n, "burning", 1) for n in (0, 1)]
    why = pq.read_table(here / "out.findings.parquet").to_pylist()
    assert ("GJ948", "cfp", 2) in {(one["code"], one["path"], one["row"]) for one in why}
    first, second, third = pq.read_table(here / "out.parquet").to_pylist()
    assert (first["cfp.low"], first["cfp.median"], first["cfp.high"]) == pytest.approx(
        (1000 / 1.2, 1000, 1200)
    )
    assert second["cfp.high"] == pytest.approx(1440)
    assert third["cfp.low"] is None
    guiju(*works, *MONTE_CARLO, "--samples", "500")
    first, second, _ = pq.read_table(here / "out.parquet").to_pylist()
    assert second["cfp.low"] / first["cfp.low"] == pytest.approx(1.2, rel=1e-12)  # common draws
    assert first["cfp.low"] == pytest.approx(1000 / 1.2, rel=0.05)
    done = guiju(*works, "--uncertainty", "analytic", "--what-if", "works.fuel=8 t",
                 "--lang", "en")  # fmt: skip
    assert done.out.splitlines()[-1] == "wrote out.what_if.findings.parquet"
    first, _, third = pq.read_table(here / "out.parquet").to_pylist()
    assert (first["cfp"], first["what_if.cfp"], first["what_if.difference"]) == (1000, 800, -200)
    assert (third["cfp"], third["what_if.cfp"], third["what_if.difference"]) == (None, 800, None)
    assert first["what_if.difference.low"] == pytest.approx(-240)
    assert third["what_if.conforming"]
