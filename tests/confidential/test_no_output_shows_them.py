"""Confidential data, and what gives them away, stand in no output; sums of them do."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import guiju
from guiju.backends.javascript.module import to_module
from guiju.batch.calculating import Batch
from guiju.batch.layout import layout_of
from guiju.cli import main
from guiju.documents.from_plan import from_plan
from guiju.documents.numbering import number
from guiju.documents.papers import as_document
from guiju.documents.plain import Text, to_text
from guiju.study import paper_of
from guiju.worked_examples import worked_example
from guiju_runtime.messages import Language
from tests.calculation.agreement import assert_agree
from tests.calculation.compiled import declared
from tests.confidential.recipe import DATA, SECRET, TEXT
from tests.javascript.engines import NODE, needs_node

LANGUAGES: tuple[Language, ...] = ("zh", "en")
BY_HAND = {
    "clay": 739.13 * 7,
    "gas": 0.8437 * 7380,
    "thing": 3_888_900 / 3_932_700,
    "clay by weight": 739.13 / 1000,
    "clay by product": 739.13 / 900,
}
"""Contributions of the period [kgCO2e], shares and ratios that would give the data away.

Prices: 900 · 4 321 = 3 888 900 and 50 · 876 = 43 800, together 3 932 700.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("recipe")
    (found / "small.pcr").write_text(TEXT, "utf-8")
    (found / "plant.json").write_text(json.dumps(declared(DATA), ensure_ascii=False), "utf-8")
    return found


@cache
def standard(folder: Path) -> guiju.Standard:
    return guiju.compile(folder / "small.pcr")


def assert_silent(text: str) -> None:
    plain = text.replace("\u2009", "").replace(",", "").replace("\u00a0", "")
    assert [word for word in SECRET if word in text or word in plain] == []


def numbers(value: object) -> Iterator[float]:
    if isinstance(value, Mapping):
        for one in value.values():
            yield from numbers(one)
    elif isinstance(value, list):
        for one in value:
            yield from numbers(one)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield float(value)


def assert_no_number_tells(result: Mapping[str, Any]) -> None:
    """No number is one of those by hand, nor a contribution for one tonne of the product."""
    tonne = BY_HAND["thing"] / 900
    told = [*BY_HAND.values(), BY_HAND["clay"] * tonne, BY_HAND["gas"] * tonne]
    found = list(numbers(result))
    assert [n for n in found for secret in told if abs(n - secret) <= 1e-6 * abs(secret)] == []


def test_a_result_has_the_sums_and_not_the_data(folder: Path) -> None:
    plan, module = standard(folder).plan, standard(folder).module
    declaration = declared(DATA)
    assert_agree(plan, module, declaration)
    for language in LANGUAGES:
        result = module.calculate(declaration, language)
        assert_silent(json.dumps(result, ensure_ascii=False))
        assert_no_number_tells(result)
    assert result["cfp"] == pytest.approx(sum(result["by_process"].values()), rel=1e-12)
    assert result["cfp"] == pytest.approx(sum(f["value"] for f in result["by_flow"]), rel=1e-12)
    assert [(f["process"], f["flow"], f.get("together")) for f in result["by_flow"]] == [
        ("mixing", None, 2),
        ("firing", "firing.power", None),
        ("firing", None, 2),
    ]
    assert "mixing.flux" in result["values"]
    assert set(result["allocation"]) == {"mixing.mix"}
    assert result["results"]["clay_ratio"]["value"] is None


def test_a_line_that_is_one_confidential_contribution_joins_another(folder: Path) -> None:
    """Without flux and power each process has one line, and one of them is confidential."""
    found = dict(declared({**DATA, "mixing": {**DATA["mixing"], "flux": "0 t"}}))
    result = standard(folder).module.calculate(found, "en")
    assert_no_number_tells(result)


def test_findings_do_not_repeat_what_was_given(folder: Path) -> None:
    wrong = {**DATA, "mixing": {**DATA["mixing"], "clay": "-739.13 t"}}
    above = {**DATA, "mixing": {**DATA["mixing"], "clay": "7391.3 t"}}
    for language in LANGUAGES:
        first = standard(folder).module.calculate(declared(wrong), language)
        second = standard(folder).module.calculate(declared(above), language)
        assert "GJ806" in {f["code"] for f in first["findings"]}
        assert "GJ854" in {f["code"] for f in second["findings"]}
        assert_silent(json.dumps([first["findings"], second["findings"]], ensure_ascii=False))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "command",
    [
        ("calc",),
        ("calc", "--format", "json"),
        ("calc", "--profile", "market"),
        ("explain",),
        ("explain", "--format", "json"),
        *(("explain", name) for name in ("mixing.clay", "mixing.clay_share", "firing.gas")),
        *(
            ("explain", name, "--format", "json")
            for name in (
                "by_process.mixing",
                "by_gas.CO2",
                "by_flow.mixing.clay",
                "thing.intensity",
                "quality.primary_share",
                "quality.score",
                "results.clay_ratio",
                "allocation.firing.thing",
            )
        ),
    ],
)
def test_no_command_prints_them(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
    language: Language,
) -> None:
    name, *options = command
    names = [word for word in options if "." in word]
    rest = [word for word in options if word not in names]
    paths = [str(folder / "small.pcr"), str(folder / "plant.json")]
    assert main([name, *paths, *names, *rest, "--lang", language]) == 0
    printed = capsys.readouterr()
    assert printed.out
    assert_silent(printed.out + printed.err)
    if "json" in options:
        assert_no_number_tells({"": json.loads(printed.out)})


def test_an_interval_in_json_does_not_say_what_it_comes_from(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unsure = json.loads(json.dumps(declared(DATA)))
    for path in (("mixing", "clay"), ("firing", "flame")):
        around = unsure["data"][path[0]]
        around[path[1]] = {"value": around[path[1]], "uncertainty": "5 %"}
    plant = folder / "unsure.json"
    plant.write_text(json.dumps(unsure, ensure_ascii=False), "utf-8")
    asked = ["calc", str(folder / "small.pcr"), str(plant), "--uncertainty", "analytic"]
    assert main([*asked, "--format", "json"]) == 0
    printed = capsys.readouterr().out
    assert_silent(printed)
    found = json.loads(printed)
    assert_no_number_tells(found)
    assert found["interval"]["low"] < found["cfp"] < found["interval"]["high"]
    assert found["uncertainty"]["contributions"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_paper_prints_them(folder: Path, language: Language) -> None:
    own = standard(folder)
    example = worked_example(own)
    assert example is not None
    document = from_plan(own.plan, language, example)
    text = to_text(document, number(document))
    assert "261" in text
    assert_silent(text)
    result = own.calculate(folder / "plant.json")
    report = as_document(paper_of(own, result, language))
    words = Text(report, number(report))
    said = "\n".join(line for clause in report.clauses for line in words.clause(clause))
    assert "261" in said
    assert_silent(said)


def test_no_table_of_many_declarations_has_a_column_of_them(folder: Path) -> None:
    plan = standard(folder).plan
    table = pa.RecordBatch.from_pylist([{}])
    batch = Batch(
        plan, standard(folder).module.CALCULATOR, layout_of(plan.data_model, table.schema)
    )
    assert "cfp" in batch.outputs
    assert [name for name in batch.outputs if name.startswith(("by_", "results."))] == []


@needs_node
def test_javascript_shows_the_same(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "calculator.js"
    file.write_text(to_module(standard(folder).plan), "utf-8")
    cases = [
        declared(DATA),
        declared({**DATA, "mixing": {**DATA["mixing"], "clay": "-739.13 t"}}),
        declared({**DATA, "mixing": {**DATA["mixing"], "clay": "7391.3 t", "flux": "0 t"}}),
    ]
    program = (
        "const calculator = require(process.argv[1]);"
        'const cases = JSON.parse(require("node:fs").readFileSync(0, "utf8"));'
        'console.log(JSON.stringify(cases.map((one) => calculator.calculate(one, "zh"))));'
    )
    done = subprocess.run(
        [NODE or "node", "-e", program, str(file)],
        input=json.dumps(cases), capture_output=True, text=True, check=True,
    )  # fmt: skip
    for case, found in zip(cases, json.loads(done.stdout), strict=True):
        wanted = standard(folder).module.calculate(case, "zh")
        for name in ("by_flow", "by_process", "by_gas", "by_stage", "by_origin", "profiles"):
            assert list(numbers(found[name])) == pytest.approx(list(numbers(wanted[name])))
        for name in ("allocation", "values", "results", "findings"):
            assert found[name] == wanted[name]
        assert_silent(json.dumps(found, ensure_ascii=False))
