"""``guiju new``: what it writes compiles, calculates and builds, and nothing is written over."""

import json
import sys
from pathlib import Path

import pytest

from guiju.workspace import names_of_shipped
from tests.cli.conftest import Guiju

# 1 200 t · 100 + 1 200 t · 200 km · 0.0978 + 100 000 kWh · 0.5777 + 50 000 m3 · (0.608 + 2.16),
# over 1 000 units
PLACEHOLDER = (1200 * 100 + 1200 * 200 * 0.0978 + 100_000 * 0.5777 + 50_000 * 2.768) / 1000


@pytest.mark.parametrize(
    ("name", "unit", "language"),
    [("fired_brick", "m3", "en"), ("烧结砖", "件", "zh"), ("steam-boiler", "", "en")],
)
def test_a_new_standard_checks_and_calculates_its_placeholder(
    guiju: Guiju, name: str, unit: str, language: str
) -> None:
    given = ("--unit", unit) if unit else ()
    assert guiju("new", name, *given, "--lang", language).code == 0
    slug = name.replace("-", "_")
    assert guiju("check", slug).code == 0
    assert guiju("test", slug).code == 0
    example = Path(slug) / "examples" / "placeholder.yaml"
    result = json.loads(guiju("calc", slug, example, "--format", "json").out)
    assert result["cfp"] == pytest.approx(PLACEHOLDER, rel=1e-12)
    assert result["unit"] == f"kgCO2e per 1 {unit or 't'}"


def test_a_new_standard_builds_every_file(guiju: Guiju, here: Path) -> None:
    assert guiju("new", "brick", "--zh", "烧结砖", "--en", "fired brick").code == 0
    assert guiju("build", "brick", "-o", "out").code == 0
    built = here / "out" / "brick"
    assert {"standard.zh.docx", "standard.zh.pdf", "form.xlsx", "calculator.py"} <= {
        path.name for path in built.iterdir()
    }
    assert "本文件规定了烧结砖产品碳足迹的量化方法与要求。" in (built / "standard.zh.md").read_text(
        encoding="utf-8"
    )


def test_it_is_written_in_the_layout_of_the_house_and_in_the_keywords_of_the_language(
    guiju: Guiju, here: Path
) -> None:
    for language, keyword in (("zh", "标准"), ("en", "standard")):
        name = f"brick_{language}"
        assert guiju("new", name, "--lang", language).code == 0
        assert f"\n{keyword} {name} " in (here / name / f"{name}.pcr").read_text("utf-8")
        assert guiju("fmt", "--check", name).code == 0


@pytest.mark.parametrize("slug", names_of_shipped())
def test_a_shipped_standard_under_a_new_name_gives_the_same_results(
    guiju: Guiju, here: Path, slug: str
) -> None:
    made = guiju("new", "my_own", "--like", slug, "--zh", "新产品", "--en", "new product")
    assert made.code == 0
    text = (here / "my_own" / "my_own.pcr").read_text("utf-8")
    assert "新产品" in text.partition("}")[0]
    assert guiju("check", "my_own").code == 0
    done = guiju("test", "my_own", "--format", "json")
    assert done.code == 0
    assert {one["standard"] for one in json.loads(done.out)} == {"my_own"}


def test_it_says_where_to_go_on(guiju: Guiju, here: Path) -> None:
    said = guiju("new", "brick", "--lang", "en").out
    lines = (here / "brick" / "brick.pcr").read_text("utf-8").splitlines()
    places = [line.split("  ")[2:] for line in said.splitlines() if "brick/brick.pcr:" in line]
    assert len(places) >= 6
    for place, words in places:
        line = lines[int(place.rpartition(":")[2]) - 1]
        assert words.removesuffix("…").split(" zh ")[0] in line
    assert "guiju check brick" in said


def test_what_is_there_stays(guiju: Guiju, here: Path) -> None:
    (here / "brick").mkdir()
    (here / "brick" / "brick.pcr").write_text("mine", encoding="utf-8")
    assert guiju("new", "brick").code == 1
    assert (here / "brick" / "brick.pcr").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in (here / "brick").iterdir()] == ["brick.pcr"]


def test_words_with_quotes_and_braces_do_no_harm(guiju: Guiju, here: Path) -> None:
    assert (
        guiju(
            "new", "brick", "--zh", '砖"{ref x}"', "--en", 'a "brick"\n{{ name }}', "--lang", "en"
        ).code
        == 0
    )
    assert guiju("check", "brick").code == 0
    text = (here / "brick" / "brick.pcr").read_text("utf-8")
    assert "product brick zh \"砖'(ref x)'\" en \"a 'brick' (( name ))\"" in text


def test_an_unknown_archetype_is_reported(guiju: Guiju, here: Path) -> None:
    done = guiju("new", "brick", "--like", "cemant", "--lang", "en")
    assert done.code == 1
    assert "error[GJ905]" in done.err
    assert "cement" in done.err
    assert not (here / "brick").exists()


def test_a_person_at_a_terminal_is_asked(
    guiju: Guiju, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["nothing", "", "烧结砖", "", "metre", "m3"])
    questions: list[str] = []

    def answered(question: str) -> str:
        questions.append(question)
        return next(answers)

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", answered)
    assert guiju("new", "brick", "--lang", "en").code == 0
    assert list(answers) == []
    assert len(questions) == 6
    text = (here / "brick" / "brick.pcr").read_text("utf-8")
    assert 'product brick zh "烧结砖" en "brick" { declared unit 1 m3 }' in text


def test_who_ends_the_questions_gets_what_is_proposed(
    guiju: Guiju, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(question: str) -> str:
        raise EOFError(question)

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", gone)
    assert guiju("new", "brick").code == 0
    assert guiju("test", "brick").code == 0
