"""Web pages of the hand-made sample: anchors, escaping, MathML, and a site without a network."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown import Markdown  # type: ignore[import-untyped]  # publishes no types
from msgspec.structs import replace

from guiju.backends.model import Artifact
from guiju.backends.site import Download, RuleSource, StandardPage, figures, to_markdown
from guiju.backends.site.build import build_site
from guiju.documents.mathematics import (
    Bracketed,
    Case,
    Cases,
    Function,
    Negated,
    Number,
    Power,
    Quotient,
    Relation,
    SumOver,
    Symbol,
    Word,
)
from guiju.documents.mathml import displayed
from guiju.documents.model import Clause, Paragraph, Run, StandardDocument
from guiju.documents.numbering import number
from guiju.site_pages import chapters
from tests.documents.sample import SAMPLE_EN, SAMPLE_ZH

SAMPLES = pytest.mark.parametrize("document", [SAMPLE_ZH, SAMPLE_EN], ids=["zh", "en"])
HOSTILE = "# * _ $ @ <b> & [x](y) `z` {: #w } | ~~ ^^ \\ --- 1. <script>alert(1)</script>"
RULE = "process electrolysis {\n\n  emission CF4 : kg = a < b\n}"


class Reader(HTMLParser):
    """Collects ids, links, fetched addresses and plain text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            elif name in {"src", "href", "srcset", "data"}:
                self.fetched.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words += data


def page(document: StandardDocument) -> StandardPage:
    return StandardPage(
        document=document,
        numbers=number(document),
        downloads=(Download(label="PDF", file="standard.pdf"),),
        sources=(RuleSource(target="terms", place="standard.pcr:41", text=RULE),),
        files=(Artifact("standard.pdf", b"%PDF-"),),
    )


def rendered(text: str) -> Reader:
    return Reader(Markdown(extensions=["attr_list", "toc"]).convert(text))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("网 站")
    build_site([page(SAMPLE_ZH)], folder)
    return folder


@SAMPLES
def test_every_numbered_thing_has_its_id_as_anchor_once(document: StandardDocument) -> None:
    ids = rendered(to_markdown(document, number(document))).ids
    assert len(ids) == len(set(ids))
    assert set(number(document).numbers) <= set(ids)


@SAMPLES
def test_every_reference_leads_to_an_anchor(document: StandardDocument) -> None:
    read = rendered(to_markdown(document, number(document)))
    targets = {link.removeprefix("#") for link in read.links}
    assert targets
    assert targets <= set(read.ids)


@SAMPLES
def test_every_formula_is_well_formed_mathml(document: StandardDocument) -> None:
    formulas = re.findall(r"<math.*?</math>", to_markdown(document, number(document)))
    assert formulas
    for formula in formulas:
        ElementTree.fromstring(formula)


def test_the_shapes_of_formulas_are_those_of_mathml() -> None:
    i = Symbol(base="AD", index="i")
    ten = Power(base=Number(digits="10", unit=""), exponent=Number(digits="-6", unit=""))
    lines = Cases(lines=(Case(value=Negated(operand=i), condition="甲 < 乙"),))
    least = Function(name="min", arguments=(i, Word(text="无")))
    whole = Relation(
        left=SumOver(index="i", term=Quotient(above=i, below=ten)),
        sign="<",
        right=Bracketed(inner=Relation(left=lines, sign="≤", right=least)),
    )
    tree = ElementTree.fromstring(displayed(whole))
    counts = {tag: len(list(tree.iter(tag))) for tag in ("mfrac", "msup", "munder", "mtr", "msub")}
    assert counts == {"mfrac": 1, "msup": 1, "munder": 1, "mtr": 1, "msub": 3}
    assert "甲 < 乙" in "".join(tree.itertext())


def test_a_sum_with_bounds_has_the_first_value_below_and_the_last_above() -> None:
    last = Number(digits="9", unit="")
    bounds = (Number(digits="0", unit=""), last)
    years = SumOver(index="t", term=Symbol(base="AD", index="t"), bounds=bounds)
    [sigma] = ElementTree.fromstring(displayed(years)).iter("munderover")
    assert ["".join(part.itertext()) for part in sigma] == ["∑", "t=0", "9"]


def test_a_running_index_is_slanted_and_a_describing_one_upright() -> None:
    styles = [
        [one.get("class") for one in ElementTree.fromstring(displayed(symbol)).iter("mi")]
        for symbol in (Symbol(base="EF", index="i"), Symbol(base="EF", index="电网"))
    ]
    assert styles == [["gj-slanted", "gj-slanted"], ["gj-slanted", "gj-upright"]]


def test_signs_of_markdown_and_html_print_as_they_are() -> None:
    clause = Clause(
        id="one",
        title=HOSTILE,
        content=(Paragraph(words=(Run(text=HOSTILE, script="", heavy=False),)),),
    )
    document = replace(SAMPLE_ZH, foreword=(), introduction=(), clauses=(clause,), annexes=())
    read = rendered(to_markdown(document, number(document)))
    assert read.words.count(HOSTILE) == 2
    assert f"1　{HOSTILE}" in read.words
    assert "script" not in read.tags
    assert "w" not in read.ids


def test_figures_lie_beside_the_page_that_shows_them() -> None:
    shown = rendered(to_markdown(SAMPLE_ZH, number(SAMPLE_ZH))).fetched
    assert shown == [figure.path for figure in figures(SAMPLE_ZH)]
    assert len(shown) == 2


def test_a_rule_stands_beside_its_clause_with_its_empty_lines() -> None:
    given = page(SAMPLE_ZH)
    read = rendered(to_markdown(SAMPLE_ZH, given.numbers, given.downloads, given.sources))
    assert RULE in read.words
    assert "standard.pdf" in read.links


@SAMPLES
def test_the_identity_of_the_source_is_on_the_page(document: StandardDocument) -> None:
    text = to_markdown(document, number(document))
    identity = document.identity
    assert all(one in text for one in (identity.id, identity.version, identity.digest))


def test_the_site_has_an_index_a_page_and_its_files(site: Path) -> None:
    folder = site / SAMPLE_ZH.identity.id
    assert (site / "index.html").is_file()
    assert (folder / "index.html").is_file()
    assert (folder / "standard.pdf").read_bytes() == b"%PDF-"
    assert (folder / "figures" / "boundary_figure.svg").is_file()
    cards = [link for link in Reader((site / "index.html").read_text("utf-8")).links if link]
    assert f"{SAMPLE_ZH.identity.id}/index.html" in cards


def test_the_pages_fetch_nothing_from_outside(site: Path) -> None:
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        read = Reader(text)
        assert [one for one in read.fetched if re.match(r"(?:\w+:)?//", one)] == []
        assert "unpkg.com" not in text
        beside = [one.split("?")[0] for one in read.fetched if one and not one.startswith("data:")]
        local = [one for one in beside if not one.startswith("/")]
        assert [one for one in local if not (file.parent / one).exists()] == []
    for file in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(?:\w+:)?//", file.read_text(encoding="utf-8"))


def test_the_fonts_of_the_site_come_with_their_licence(site: Path) -> None:
    names = {file.name for file in (site / "assets").iterdir()}
    assert names >= {"GuijuSerif-Regular.ttf", "GuijuMath-Regular.woff", "OFL.txt"}


def test_the_shim_of_the_search_is_our_copy_with_its_licence(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    assert '<script src="assets/iframe-worker.js">' in text
    assert "Martin Donath" in (site / "assets" / "iframe-worker.LICENSE").read_text("utf-8")


def test_the_chinese_search_index_has_the_words_parted(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    words = " ".join(one["title"] + one["text"] for one in index["docs"])
    assert "碳足迹" in words.replace("\u200b", "")
    assert "\u200b足迹\u200b" in words
    assert (site / "search" / "search_index.js").is_file()


def test_a_site_keeps_what_else_is_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    build_site([page(SAMPLE_EN)], tmp_path)
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert 'lang="en"' in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_a_build_says_nothing(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    build_site([page(SAMPLE_ZH)], tmp_path)
    assert capfd.readouterr() == ("", "")


def test_two_languages_do_not_mix_on_one_site(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one language"):
        build_site([page(SAMPLE_ZH), page(SAMPLE_EN)], tmp_path)


def test_the_language_reference_is_part_of_the_site(tmp_path: Path) -> None:
    made = chapters()
    build_site([page(SAMPLE_ZH)], tmp_path, made)
    for chapter in made:
        built = tmp_path / chapter.path.replace("README.md", "index.md").replace(".md", ".html")
        assert "```" not in Reader(built.read_text("utf-8")).words
    first = (tmp_path / "reference" / "01-first-standard.html").read_text("utf-8")
    assert "每吨 800 kgCO2e" in Reader(first).words
    assert "语言参考" in Reader((tmp_path / "index.html").read_text("utf-8")).words
