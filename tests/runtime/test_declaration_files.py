"""The file of a declaration: texts as written, nothing rounded, nothing executed, no bombs."""

import json
import subprocess
import sys
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guiju.declaration import from_text
from guiju.declaration.codes import TEXT_NOT_YAML

PLAIN = "standard: aluminium\ndata: { process: { mass: 1.10, share: 2 %, done: no, code: 007 } }\n"


def slugs(name: str, content: bytes) -> list[str]:
    return [finding.code.slug for finding in from_text(name, content)[1]]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a: { value: 3 t， source: 台账 }\n", "“，”是全角标点，YAML 的标点是半角的“,”"),
        ("a：1\nb: 2\n", "“：”是全角标点，YAML 的标点是半角的“:”"),
        ("a: ｛ value: 3 t }\n", "“｛”是全角标点，YAML 的标点是半角的“{”"),
    ],
)
def test_a_mark_of_full_width_ahead_of_a_slip_is_named(text: str, mark: str) -> None:
    [found] = from_text("d.yaml", text.encode())[1]
    assert mark in found.message("zh")


def test_a_name_that_a_colon_of_full_width_takes_the_value_of_is_refused_where_it_stands() -> None:
    [found] = from_text("d.yaml", "a: { b: 1, value：5 Mt , c: 2 }".encode())[1]
    assert found.code is TEXT_NOT_YAML
    assert "第 1 行第 12 列" in found.message("zh")
    assert "“：”是全角冒号" in found.message("zh")
    whole, none = from_text("d.yaml", "data: { a：b: 1, 'c：d', e：f: ~ }".encode())
    assert (whole, none) == ({"data": {"a：b": "1", "c：d": None, "e：f": None}}, ())


@pytest.mark.parametrize("text", ["a: [1\n", "# 注，一\na: [1\n", "b: 一，二\nc: d\na: [1\n"])
def test_marks_of_full_width_in_comments_and_further_up_are_no_cause(text: str) -> None:
    [found] = from_text("d.yaml", text.encode())[1]
    assert "全角" not in found.message("zh")


def test_yaml_keeps_every_scalar_as_it_is_written() -> None:
    assert from_text("d.yaml", PLAIN.encode())[0] == {
        "standard": "aluminium",
        "data": {"process": {"mass": "1.10", "share": "2 %", "done": "no", "code": "007"}},
    }


def test_only_a_plain_null_or_nothing_is_absent() -> None:
    text = "data: { a: , b: ~, c: null, d: 'null', e: '' }"
    assert from_text("d.yaml", text.encode())[0] == {
        "data": {"a": None, "b": None, "c": None, "d": "null", "e": ""}
    }


def test_json_numbers_are_not_rounded() -> None:
    text = '{"data": {"a": 0.10, "b": 12345678901234567890, "c": 1e400}}'
    assert from_text("d.JSON", text.encode())[0] == {
        "data": {"a": Decimal("0.10"), "b": Decimal(12345678901234567890), "c": Decimal("1e400")}
    }


@pytest.mark.parametrize("number", ["1e1000000000000000000", "-1E-99999999999999999999"])
def test_a_number_of_json_that_no_decimal_can_be_stays_as_it_is_written(number: str) -> None:
    assert from_text("d.json", f'{{"data": {{"a": {number}}}}}'.encode()) == (
        {"data": {"a": number}},
        (),
    )


@pytest.mark.parametrize("half", [r"\ud800", r"\uDFFF", r"\ud83d\n", r"\ude00\ud83d", r"\\\ud800"])
@pytest.mark.parametrize("where", ['{"data": {"a":\n "%s"}}', '{"data": {\n     "%s": 1}}'])
def test_half_of_a_character_in_json_is_reported_at_its_place(where: str, half: str) -> None:
    [found] = from_text("d.json", (where % half).encode())[1]
    at = 3 + half.startswith(r"\\") * 2 + where.count("     ") * 4
    assert found.message("en") == f"line 2, column {at} is not JSON: this is half of a character"


@pytest.mark.parametrize("text", [r"\ud83d\ude00", r"\\ud800", r"\u0041"])
def test_whole_characters_in_json_are_read(text: str) -> None:
    declared = from_text("d.json", f'{{"data": {{"a": "{text}"}}}}'.encode())
    assert declared == ({"data": {"a": json.loads(f'"{text}"')}}, ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_what_windows_saves_is_read(encoding: str) -> None:
    text = "standard: 铝\r\ndata: { 电解: { 阳极: 415 t } }\r\n"
    assert from_text("d.yaml", text.encode(encoding))[0] == {
        "standard": "铝",
        "data": {"电解": {"阳极": "415 t"}},
    }


def test_an_anchor_may_be_used_again() -> None:
    text = "data: { a: &x { kind: grid }, b: *x, c: [*x, *x] }"
    grid = {"kind": "grid"}
    assert from_text("d.yaml", text.encode())[0] == {
        "data": {"a": grid, "b": grid, "c": [grid, grid]}
    }


def _bomb(levels: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    rows = [f"  {letters[0]}: &{letters[0]} [{', '.join('0123456789')}]"]
    for before, after in pairwise(letters[:levels]):
        rows.append(f"  {after}: &{after} [{', '.join([f'*{before}'] * 10)}]")
    return "data:\n" + "\n".join(rows)


@pytest.mark.parametrize(
    "text", [_bomb(26), "[" * 100_000, "data: " + "{a: " * 1000, "- " * 5000, "x" * 9_000_000]
)
def test_a_bomb_is_one_finding(text: str) -> None:
    assert slugs("d.yaml", text.encode()) == ["file-too-large"]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[" * 40 + "]" * 40])
def test_deep_json_is_one_finding(text: str) -> None:
    assert slugs("d.json", text.encode()) == ["file-too-large"]


@pytest.mark.parametrize(
    "text",
    [
        "a: [1",
        "a: 'x",
        "a: b: c",
        "\ta: 1",
        "a: *nowhere",
        "a: &a [*a]",
        "? [a]\n: 1",
        "a: 1\n---\nb: 1",
        "a: %x",
        "a: \x01",
        "%YAML 9.9\n---\na: 1",
    ],
)
def test_what_is_not_yaml_is_one_finding_with_its_place(text: str) -> None:
    [finding] = from_text("d.yaml", text.encode())[1]
    assert finding.code.slug == "file-not-yaml"
    assert dict(finding.values)["line"] != "?"
    assert finding.message("zh") != finding.message("en")


@pytest.mark.parametrize("tag", ["!!python/object:os.system", "!!binary", "!secret", "!!float"])
@pytest.mark.parametrize("value", ["x", "[x]", "{x: y}"])
def test_every_tag_is_refused(tag: str, value: str) -> None:
    assert slugs("d.yaml", f"data: {tag} {value}".encode()) == ["tag-in-data"]


def test_a_name_at_one_place_twice_is_reported_in_yaml_and_json() -> None:
    assert slugs("d.yaml", b"data: { a: 1, a: 2 }") == ["key-given-twice"]
    assert slugs("d.json", b'{"data": {"a": 1, "a": 2}}') == ["key-given-twice"]


@pytest.mark.parametrize("text", ["", "just words", "- 1", "标准：铝"])
def test_a_file_that_is_no_mapping_is_one_finding(text: str) -> None:
    assert slugs("d.yaml", text.encode()) == ["not-a-mapping"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("data: 5", [("not-a-mapping", "data")]),
        ("declaration: 5", [("not-a-mapping", "declaration")]),
        ("declaration: { period: 2025 }", [("not-a-mapping", "declaration.period")]),
        ("declaration: { site: [x] }", [("wrong-type-of-value", "declaration.site")]),
        ("standard: { a: b }", [("wrong-type-of-value", "standard")]),
        ("region: shanxi", [("unknown-name-in-data", "")]),
        ("declaration: { period: { form: x } }", [("unknown-name-in-data", "declaration.period")]),
    ],
)
def test_a_fault_of_the_outer_shape_is_reported_at_its_path(
    text: str, found: list[tuple[str, str]]
) -> None:
    declaration, findings = from_text("d.yaml", text.encode())
    assert declaration is None
    assert [(finding.code.slug, finding.path) for finding in findings] == found


def test_a_name_that_belongs_into_the_header_is_sent_there() -> None:
    [finding] = from_text("d.yaml", b"region: shanxi")[1]
    assert finding.remedy("en").startswith("did you mean declaration.region?")


def test_json_is_read_without_loading_a_yaml_parser() -> None:
    code = (
        "import sys; from guiju.declaration import from_text;"
        "from_text('d.json', b'{}'); sys.exit('yaml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


_letters = st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029")
"""Without the line ends of YAML 1.1, which its writers themselves fold away."""

_values = st.recursive(
    st.none() | st.text(_letters, max_size=10),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(_letters, max_size=6), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(value=_values)
def test_yaml_that_another_program_writes_is_read_as_it_was_meant(value: Any) -> None:
    text = yaml.safe_dump({"data": {"a": value}}, allow_unicode=True)
    assert from_text("d.yaml", text.encode())[0] == {"data": {"a": value}}


@given(value=_values)
def test_json_that_another_program_writes_is_read_as_it_was_meant(value: Any) -> None:
    text = json.dumps({"data": {"a": value}}, ensure_ascii=False)
    assert from_text("d.json", text.encode())[0] == {"data": {"a": value}}


@given(content=st.binary(max_size=200), name=st.sampled_from(["d.yaml", "d.json"]))
def test_no_bytes_make_the_reader_raise(content: bytes, name: str) -> None:
    declaration, findings = from_text(name, content)
    assert (declaration is None) == bool(findings)


@given(
    text=st.text(st.sampled_from("a:b-[]{}&*!|>'\"%@# \n\t,?~0"), max_size=60),
    name=st.sampled_from(["d.yaml", "d.json"]),
)
def test_no_text_of_signs_makes_the_reader_raise(text: str, name: str) -> None:
    declaration, findings = from_text(name, text.encode())
    assert (declaration is None) == bool(findings)
    assert all(finding.message("zh") and finding.message("en") for finding in findings)
