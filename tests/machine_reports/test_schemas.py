"""What machines are given keeps to a schema: SARIF 2.1.0, and our own for JSON.

``sarif-2.1.0.schema.json`` is written from the text of the OASIS standard for the objects that are
used here; it is stricter than the schema that OASIS publishes, for it knows no other members.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from guiju_dsl import report
from guiju_dsl.diagnostics import Diagnostic, Related, at
from guiju_dsl.source import SourceText, Span
from guiju_runtime.messages import Code, Language, Text
from tests.diagnosing import Page, diagnostics_of
from tests.house import ROOT
from tests.test_diagnostics import pages_of_known_stages

HERE = Path(__file__).parent
SARIF = Draft202012Validator(json.loads((HERE / "sarif-2.1.0.schema.json").read_text("utf-8")))
JSON = Draft202012Validator(
    json.loads((ROOT / "dsl" / "reference" / "diagnostics.schema.json").read_text("utf-8"))
)
CODE = Code(
    id="GJ999",
    slug="for-tests",
    message=Text(zh="{name} 有误", en="{name} is wrong"),
    hint=Text(zh="改为 {name}", en="write {name}"),
)


def faults(validator: Draft202012Validator, value: object) -> list[str]:
    """Say what the schema objects to in what a reader of the JSON text would get."""
    read = json.loads(json.dumps(value))
    return [f"{one.json_path}: {one.message}" for one in validator.iter_errors(read)]


def log_of(
    found: Iterable[Diagnostic], texts: dict[str, SourceText], language: Language
) -> dict[str, Any]:
    return report.to_sarif(found, texts.get, language, "0.1.0")


def fault_in(file: str, *related: Related) -> Diagnostic:
    return at(CODE, Span(file, 0, 1), related=related, name="x")


@pytest.mark.parametrize("schema", [SARIF, JSON], ids=["sarif", "json"])
def test_a_schema_is_a_schema(schema: Draft202012Validator) -> None:
    Draft202012Validator.check_schema(schema.schema)


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("page", pages_of_known_stages(), ids=lambda page: page.slug)
def test_every_diagnostic_keeps_to_both_schemas(page: Page, language: Language) -> None:
    found, texts = diagnostics_of(page)
    assert found
    assert faults(SARIF, log_of(found, texts, language)) == []
    assert faults(JSON, report.to_json(found, texts.get)) == []


def test_nothing_found_keeps_to_both_schemas() -> None:
    nothing: dict[str, SourceText] = {}
    assert faults(SARIF, log_of([], nothing, "zh")) == []
    assert faults(JSON, report.to_json([], nothing.get)) == []


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("standards/coke/coke.pcr", "standards/coke/coke.pcr"),
        ("标准/焦炭 1.pcr", "%E6%A0%87%E5%87%86/%E7%84%A6%E7%82%AD%201.pcr"),
        ("a:b.pcr", "a%3Ab.pcr"),
        ("100%.pcr", "100%25.pcr"),
        ("sub\\lime.pcr", "sub/lime.pcr"),
        ("C:\\own\\lime.pcr", "file:///C:/own/lime.pcr"),
        ("/own/lime.pcr", "file:///own/lime.pcr"),
    ],
)
def test_a_path_becomes_a_uri(path: str, uri: str) -> None:
    log = log_of([fault_in(path)], {}, "en")
    assert faults(SARIF, log) == []
    [place] = log["runs"][0]["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_place_that_is_named_twice_is_related_once() -> None:
    related = Related(span=Span("a.pcr", 0, 1), words=Text(zh="见此", en="here"))
    [result] = log_of([fault_in("a.pcr", related, related)], {}, "en")["runs"][0]["results"]
    assert len(result["relatedLocations"]) == 1


def test_a_result_points_at_its_rule_by_number() -> None:
    other = Code(id="GJ998", slug="another", message=CODE.message, hint=CODE.hint)
    found = [fault_in("a"), at(other, Span("a", 0, 1), name="y")]
    run = log_of(found, {}, "en")["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[one["ruleIndex"]] for one in run["results"]] == ["GJ999", "GJ998"]


def drop(log: dict[str, Any], *path: str | int) -> dict[str, Any]:
    """Take a member out of a copy of ``log``."""
    whole: dict[str, Any] = json.loads(json.dumps(log))
    inner: Any = whole
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return whole


@pytest.mark.parametrize(
    "path",
    [
        ("version",),
        ("runs", 0, "tool"),
        ("runs", 0, "tool", "driver", "name"),
        ("runs", 0, "tool", "driver", "rules", 0, "id"),
        ("runs", 0, "results", 0, "message"),
        ("runs", 0, "results", 0, "message", "text"),
        ("runs", 0, "results", 0, "locations", 0, "physicalLocation", "artifactLocation"),
        ("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region", "startLine"),
    ],
    ids=lambda path: ".".join(map(str, path)),
)
def test_the_schema_misses_what_the_text_requires(path: tuple[str | int, ...]) -> None:
    log = log_of([fault_in("a.pcr")], {}, "en")
    assert faults(SARIF, log) == []
    assert faults(SARIF, drop(log, *path))
