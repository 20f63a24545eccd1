"""The English edition says in English what the Chinese one says, clause by clause."""

import re

import pytest

from guiju.building import numbered_document
from guiju.documents.letter_case import capitalized, mid_sentence
from guiju.documents.model import Clause, StandardDocument, Term
from guiju.documents.phrases import Phrases
from guiju.documents.plain import Text, to_text
from guiju.shipped import standards_folder
from guiju_runtime.messages import Language
from tests.standards.shipped import compiled

CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
SLUGS = sorted(
    path.parent.name for path in standards_folder().glob("*/*.pcr") if path.stem == path.parent.name
)


def document(slug: str, language: Language) -> tuple[StandardDocument, Text]:
    edition = numbered_document(compiled(slug), language)
    return edition.document, Text(edition.document, edition.numbers)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_word_of_an_english_edition_is_chinese_but_the_names_of_terms(slug: str) -> None:
    edition = numbered_document(compiled(slug), "en")
    lines = to_text(edition.document, edition.numbers).splitlines()
    terms = {
        f"{edition.numbers.numbers[block.id]}　{block.zh}　{block.en}"
        for clause in edition.document.clauses
        for block in clause.content
        if isinstance(block, Term)
    }
    assert terms
    given = edition.document.annexes[-1].content[0]
    assert isinstance(given, Clause)
    assert given.id == "example.data"  # whose texts are the company's own
    known = terms | set(Text(edition.document, edition.numbers).clause(given))
    left = [line for line in lines if line not in known]
    found = [line for line in left if CHINESE.search(line.replace("　", ""))]
    assert found == []


@pytest.mark.parametrize("slug", ["cement", "electrolytic_aluminium", "lithium_battery"])
def test_both_editions_have_the_same_clauses_under_the_same_numbers(slug: str) -> None:
    numbers = [
        numbered_document(compiled(slug), language).numbers.numbers for language in ("zh", "en")
    ]
    assert numbers[0] == numbers[1]


FIXED = (
    "GROUP STANDARD",
    "Draft for comments",
    "are referred to in the text in such a way that some or all of their content constitutes",
    "GB/T 24067—2024, Greenhouse gases—Carbon footprint of products—Requirements and guidelines",
    "the terms and definitions given in GB/T 24067—2024 and the following apply.",
    "The carbon footprint per unit of alumina shall be calculated using Formula (3):",
    "different units of one kind of quantity shall first be converted into the same unit.",
    "AD_{1}——output of alumina, expressed in t.",
    "Data shall be collected for each unit process and include:",
    "—inputs of raw and auxiliary materials and energy;",
    "(12\u2009800 to 15\u2009500) kW·h/t",
)


def test_fixed_words_of_the_english_edition() -> None:
    english, text = document("electrolytic_aluminium", "en")
    said = to_text(english, text.numbers)
    for words in FIXED:
        assert words in said


def test_titles_of_clauses_begin_with_a_capital() -> None:
    english, _ = document("cement", "en")
    assert [title for title in titles(english.clauses) if title != capitalized(title)] == []


def titles(clauses: tuple[object, ...]) -> list[str]:
    inside = [clause for clause in clauses if isinstance(clause, Clause)]
    return [c.title for c in inside if c.title] + [t for c in inside for t in titles(c.content)]


@pytest.mark.parametrize(
    ("label", "mid", "first"),
    [
        ("Alumina refining", "alumina refining", "Alumina refining"),
        ("natural gas", "natural gas", "Natural gas"),
        ("AC power", "AC power", "AC power"),
        ("CO2 of clinker", "CO2 of clinker", "CO2 of clinker"),
        ("Portland cement clinker", "Portland cement clinker", "Portland cement clinker"),
        ("pH of water", "pH of water", "pH of water"),
        ("K value", "K value", "K value"),
        ("1 t of clinker", "1 t of clinker", "1 t of clinker"),
    ],
)
def test_a_label_takes_the_capital_of_its_place(label: str, mid: str, first: str) -> None:
    assert mid_sentence(label) == mid
    assert capitalized(label) == first


def test_words_that_a_label_says_are_not_said_again() -> None:
    phrases = Phrases("en")
    emitted = [
        ("methane of residues", "CH4"),
        ("CF4 of anode effects", "CF4"),
        ("Lime burning", "CO2"),
    ]
    assert [phrases.say("emitted", label, gas, gas) for label, gas in emitted] == [
        "emissions of methane of residues",
        "emissions of CF4 of anode effects",
        "CO2 emissions from lime burning",
    ]
    assert phrases.say("of_flow", "coke breeze", "carbon of breeze") == "carbon of breeze"
    assert phrases.say("of_flow", "Coke", "net calorific value") == "net calorific value of coke"


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "（20）～公式（26）计算"), ("en", "(20) to Formula (26)")]
)
def test_formulas_in_a_row_are_named_by_the_first_and_the_last(
    language: Language, words: str
) -> None:
    """Coke has seven products: the shares of their process are Formulas (20) to (26)."""
    edition = numbered_document(compiled("coke"), language)
    text = to_text(edition.document, edition.numbers)
    [line] = [one for one in text.splitlines() if words in one]
    assert line.startswith("6.5.4　")
