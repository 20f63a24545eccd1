"""The XML holds the document in the elements of NISO STS, nested as its tag library allows.

``ALLOWED`` is our own small list, of the elements that we write: what may stand in what. It was
held against the modules of the official DTD (ANSI/NISO Z39.102-2017, version 1.0 of 2017-10-31) for
standards' metadata, models, mixes, notes and common metadata. Its modules for terms (TBX) and those
that it takes from JATS were not at hand, so no document was validated by the whole of it.
"""

from typing import Any

import pytest
from lxml import etree

from guiju.backends.sts import figures, write
from guiju.backends.sts.write import identified
from guiju.building import numbered_document
from guiju.documents.model import StandardDocument
from guiju.documents.numbering import number
from tests.documents.sample import SAMPLE_EN, SAMPLE_ZH
from tests.standards.shipped import compiled

DOCUMENTS = {"zh": SAMPLE_ZH, "en": SAMPLE_EN}
LANGUAGES = pytest.mark.parametrize("language", DOCUMENTS)
ALL = pytest.mark.parametrize("language", [*DOCUMENTS, "aluminium"])
LINE = {"sub", "sup", "bold", "inline-formula", "xref"}
BLOCKS = {
    "p", "list", "disp-formula", "def-list", "table-wrap", "fig", "non-normative-note", "ref-list",
}  # fmt: skip
ALLOWED = {
    "standard": {"front", "body", "back"},
    "front": {"std-meta", "sec"},
    "std-meta": {
        "title-wrap", "std-ident", "content-language", "std-ref", "doc-ref", "release-date",
        "meta-date", "ics", "std-xref", "custom-meta-group",
    },
    "title-wrap": {"intro", "main", "compl", "full"},
    "std-ident": {"originator", "doc-type", "doc-number", "part-number", "year"},
    "std-xref": {"std-ref"},
    "custom-meta-group": {"custom-meta"},
    "custom-meta": {"meta-name", "meta-value"},
    "body": {"sec"},
    "back": {"app-group", "ref-list"},
    "app-group": {"app"},
    "app": {"label", "annex-type", "title", "sec", "term-sec"} | BLOCKS,
    "sec": {"label", "title", "sec", "term-sec"} | BLOCKS,
    "term-sec": {"label", "tbx:termEntry", "non-normative-note"},
    "tbx:termEntry": {"tbx:langSet"},
    "tbx:langSet": {"tbx:definition", "tbx:source", "tbx:tig"},
    "tbx:definition": LINE,
    "tbx:tig": {"tbx:term", "tbx:partOfSpeech"},
    "list": {"list-item"},
    "list-item": {"label", "p", "list"},
    "disp-formula": {"label", "mml:math"},
    "inline-formula": {"mml:math"},
    "def-list": {"def-item"},
    "def-item": {"term", "def"},
    "term": {"inline-formula"},
    "def": {"p"},
    "table-wrap": {"label", "caption", "table", "table-wrap-foot"},
    "caption": {"title", "p"},
    "table": {"thead", "tbody"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    "th": LINE,
    "td": LINE,
    "table-wrap-foot": {"non-normative-note"},
    "fig": {"label", "caption", "graphic"},
    "non-normative-note": {"label", "p"},
    "p": LINE,
    "ref-list": {"title", "ref"},
    "ref": {"label", "std", "mixed-citation"},
    "std": {"std-ref", "title"},
    "mixed-citation": LINE,
}  # fmt: skip
ORDER = {
    "std-meta": (
        "title-wrap", "std-ident", "content-language", "std-ref", "doc-ref", "release-date",
        "meta-date", "ics", "std-xref", "custom-meta-group",
    ),
    "title-wrap": ("intro", "main", "compl", "full"),
    "std-ident": ("originator", "doc-type", "doc-number", "part-number", "year"),
    "standard": ("front", "body", "back"),
    "back": ("app-group", "ref-list"),
    "table-wrap": ("label", "caption", "table", "table-wrap-foot"),
    "fig": ("label", "caption", "graphic"),
    "app": ("label", "annex-type", "title"),
    "sec": ("label", "title"),
    "tbx:langSet": ("tbx:definition", "tbx:source", "tbx:tig"),
}  # fmt: skip
"""Children that stand in this order, before all others."""


def name(element: Any) -> str:
    """Give the name of an element with the usual prefix."""
    found = etree.QName(element)
    return f"{element.prefix}:{found.localname}" if element.prefix else str(found.localname)


def read(document: StandardDocument) -> Any:
    return etree.fromstring(write(document, number(document)))


@pytest.fixture(scope="module")
def trees() -> dict[str, Any]:
    found = {language: read(document) for language, document in DOCUMENTS.items()}
    aluminium = numbered_document(compiled("electrolytic_aluminium"), "en")
    found["aluminium"] = etree.fromstring(write(aluminium.document, aluminium.numbers))
    return found


@ALL
def test_elements_are_nested_as_allowed(trees: dict[str, Any], language: str) -> None:
    wrong = [
        f"{name(child)} in {name(parent)}"
        for parent in trees[language].iter()
        if not name(parent).startswith("mml:")
        for child in parent
        if name(child) not in ALLOWED.get(name(parent), ())
    ]
    assert wrong == []


@ALL
def test_children_stand_in_the_order_of_the_tag_library(
    trees: dict[str, Any], language: str
) -> None:
    for parent in trees[language].iter():
        order = ORDER.get(name(parent), ())
        places = [
            order.index(name(child)) if name(child) in order else len(order) for child in parent
        ]
        assert places == sorted(places), name(parent)


@ALL
def test_what_follows_the_sections_of_a_section_are_sections_too(
    trees: dict[str, Any], language: str
) -> None:
    for parent in trees[language].iter("sec", "app"):
        kinds = [name(child) in {"sec", "term-sec"} for child in parent]
        assert kinds == sorted(kinds), parent.findtext("label")


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("T/CPCIF 0391—2024", ["T/CPCIF", "standard", "0391", "2024"]),
        ("GB/T 1234.2—2024", ["GB/T", "standard", "1234", "2", "2024"]),
        ("T/XXX XXXX—XXXX", ["T/XXX", "standard", "XXXX", "XXXX"]),
        ("", ["standard", ""]),
    ],
)
def test_a_number_is_told_by_its_parts(printed: str, parts: list[str]) -> None:
    assert [one.text or "" for one in identified(printed)] == parts


@ALL
def test_every_reference_leads_to_a_thing_of_its_kind(trees: dict[str, Any], language: str) -> None:
    tree = trees[language]
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    there = {one.get("id"): one for one in tree.iter() if one.get("id")}
    kinds = {"table": "table-wrap", "sec": "sec", "app": "app"}
    references = list(tree.iter("xref"))
    assert references
    for one in references:
        found, kind = name(there[one.get("rid")]), one.get("ref-type")
        assert found in {kinds.get(kind, kind), "term-sec"}


@LANGUAGES
def test_every_numbered_thing_is_labelled(trees: dict[str, Any], language: str) -> None:
    document = DOCUMENTS[language]
    labels = {"".join(one.itertext()) for one in trees[language].iter("label")}
    numbers = number(document).numbers
    for printed in numbers.values():
        assert any(printed in label for label in labels), printed


@LANGUAGES
def test_text_is_whole(trees: dict[str, Any], language: str) -> None:
    document = DOCUMENTS[language]
    whole = "".join(trees[language].itertext())
    for clause in document.clauses:
        assert clause.title in whole
    for annex in document.annexes:
        assert annex.title in whole
    assert document.cover.number in whole
    assert trees[language].get("{http://www.w3.org/XML/1998/namespace}lang") == language


def test_formulas_are_mathematics_without_the_classes_of_a_web_page(trees: dict[str, Any]) -> None:
    space = "{http://www.w3.org/1998/Math/MathML}"
    formulas = list(trees["zh"].iter(f"{space}math"))
    assert {one.get("display") for one in formulas} == {"block", "inline"}
    inside = [one for formula in formulas for one in formula.iter()]
    assert all(one.tag.startswith(space) and one.get("class") is None for one in inside)
    assert {one.get("mathvariant") for one in inside if one.tag == f"{space}mi"} == {
        "italic",
        "normal",
    }


def test_listed_documents_are_references(trees: dict[str, Any]) -> None:
    for tree in (trees["zh"], trees["aluminium"]):
        [clause] = tree.xpath("body/sec[@sec-type='norm-refs']")
        listed = clause.findall("ref-list/ref/std")
        assert listed
        assert all(one.findtext("std-ref") and one.findtext("title") for one in listed)


def test_the_drawings_that_it_names_are_given(trees: dict[str, Any]) -> None:
    for language, document in DOCUMENTS.items():
        href = "{http://www.w3.org/1999/xlink}href"
        named = {one.get(href) for one in trees[language].iter("graphic")}
        assert named == {one.path for one in figures(document)}


@LANGUAGES
def test_the_same_document_gives_the_same_bytes(language: str) -> None:
    document = DOCUMENTS[language]
    assert write(document, number(document)) == write(document, number(document))
