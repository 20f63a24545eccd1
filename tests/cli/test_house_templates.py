"""A template is read or refused in words, and what it lacks is said before anything is built."""

import shutil
from io import BytesIO
from pathlib import Path
from typing import get_args
from zipfile import ZipFile

import docx
import pytest

from guiju.template_codes import CODES
from guiju_runtime.messages import Code, Language
from tests.cli.conftest import Guiju
from tests.diagnosing import read_page
from tests.documents.word.house import template

PAGES = Path(__file__).parents[1] / "diagnostics"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def of_page(text: str) -> bytes:
    """Make the template that a page describes: lines of styles, and of the cover."""
    lines = [line.partition(" ") for line in text.splitlines()]
    styles = [name for kind, _, names in lines if kind == "style" for name in names.split(", ")]
    return template(styles, [words for kind, _, words in lines if kind == "cover"])


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("code", CODES, ids=lambda code: code.slug)
def test_a_page_shows_what_is_said_of_a_template(
    lime: Path, guiju: Guiju, code: Code, language: Language
) -> None:
    page = read_page(PAGES / f"{code.slug}.md")
    blocks = {block.kind: block for block in page.examples}
    (lime / blocks["docx"].rest.strip()).write_bytes(of_page(blocks["docx"].text))
    words = blocks["console"].text.removeprefix("$ guiju ").split()
    done = guiju("--lang", language, *words)
    assert done.code == 0
    assert done.err == page.reports[language]


def broken(content: bytes, part: str) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, b"<w:" if name == part else source.read(name))
    return made.getvalue()


def without(content: bytes, part: str) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            if name != part:
                target.writestr(name, source.read(name))
    return made.getvalue()


def strict(content: bytes) -> bytes:
    made = BytesIO()
    usual, other = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", STRICT
    with ZipFile(BytesIO(content)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(usual, other))
    return made.getvalue()


def aimless(content: bytes) -> bytes:
    """Give a file whose text is related to parts that have no name."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/_rels/document.xml.rels":
                part = part.replace(b" Target=", b" Aim=")
            target.writestr(name, part)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (OLD_OFFICE, "GJ780", "it is an old .doc"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "GJ780", "locked by a password"),
        (b"%PDF-1.7", "GJ780", "it is a PDF"),
        (b"PK\x03\x04 cut off", "GJ780", "it is cut off or damaged"),
        (b"", "GJ780", "is no .docx file"),
        (broken(template(), "word/document.xml"), "GJ783", "part word/document.xml"),
        (broken(template(), "word/styles.xml"), "GJ783", "is damaged"),
        (without(template(), "word/styles.xml"), "GJ783", "is damaged"),
        (without(template(), "word/document.xml"), "GJ780", "no text of Word"),
        (strict(template()), "GJ780", "Strict Open XML"),
        (aimless(template()), "GJ783", "is damaged"),
    ],
    ids=[
        "old",
        "locked",
        "other kind",
        "cut off",
        "empty",
        "broken text",
        "broken styles",
        "no styles",
        "no text",
        "strict",
        "aimless",
    ],
)
def test_a_template_that_cannot_be_used_is_refused(
    lime: Path, guiju: Guiju, content: bytes, code: str, words: str
) -> None:
    (lime / "house.docx").write_bytes(content)
    line = ("build", "lime.pcr", "-o", "out", "--only", "docx", "--template", "house.docx")
    done = guiju("--lang", "en", *line)
    assert done.code == 1
    assert done.err.startswith(f"error[{code}]: ")
    assert words in done.err
    assert "hint" in done.err
    assert not (lime / "out").exists()


def test_a_template_that_is_not_there_is_named(lime: Path, guiju: Guiju) -> None:
    done = guiju("build", "lime.pcr", "-o", "out", "--template", "none.docx")
    assert done.code == 1
    assert "GJ901" in done.err
    assert not (lime / "out").exists()


def test_a_marked_document_and_the_paper_of_effects_take_it_too(lime: Path, guiju: Guiju) -> None:
    (lime / "house.docx").write_bytes(template())
    files = ("-o", "marked.docx", "--effects", "effects.docx", "--template", "house.docx")
    line = ("diff", "lime.pcr", "lime.pcr", "--data", "plant.yaml", *files)
    assert guiju("--lang", "en", *line).code == 0
    marked, effects = (docx.Document(str(lime / name)) for name in (files[1], files[3]))
    assert marked.paragraphs[1].text == "协会标志"
    assert "协会标志" not in [one.text for one in effects.paragraphs]
    for made in (marked, effects):
        assert made.sections[-1].footer.paragraphs[0].text == "某协会出版"


def test_a_template_for_what_is_no_word_file_is_told(lime: Path, guiju: Guiju) -> None:
    (lime / "house.docx").write_bytes(template())
    line = ("compare", "lime.pcr", "lime.pcr", "--data", "plant.yaml", "-o", "out.pdf")
    done = guiju("--lang", "en", *line, "--template", "house.docx")
    assert done.code == 2
    assert "error[GJ961]: without -o FILE.docx, --template does nothing" in done.err
    assert not (lime / "out.pdf").exists()


def test_a_changed_template_is_built_with_again(lime: Path, guiju: Guiju) -> None:
    (lime / "house.docx").write_bytes(template())
    line = ("--lang", "en", "build", "lime.pcr", "-o", "out", "--only", "schema")
    assert "wrote" in guiju(*line, "--template", "house.docx").out
    assert "nothing has changed" in guiju(*line, "--template", "house.docx").out
    (lime / "house.docx").write_bytes(template(header="另一页眉"))
    assert "wrote" in guiju(*line, "--template", "house.docx").out
    shutil.copy(lime / "house.docx", lime / "other.docx")
    assert "wrote" in guiju(*line, "--template", "other.docx").out
