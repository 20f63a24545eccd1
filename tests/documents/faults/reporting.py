"""The clean sample, and what is reported of it once a fault is in it."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from guiju.backends.docx import write
from guiju.documents.numbering import number
from guiju.review.report import to_text
from guiju.review.review import Remark, Reviewed, review
from guiju_runtime.messages import Code, Language
from tests.documents.faults.planting import TEXT, planted
from tests.documents.sample import SAMPLE_EN, SAMPLE_ZH

NAME = "draft.docx"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@cache
def clean() -> bytes:
    """Write the sample."""
    return write(SAMPLE_ZH, number(SAMPLE_ZH))


@cache
def clean_english() -> bytes:
    """Write the English sample, with a number that is no placeholder."""
    number_given = "-T/XXXX 0001—2026\n+T/EX 0001—2026\n"
    return planted(write(SAMPLE_EN, number(SAMPLE_EN)), number_given)


def foreign() -> bytes:
    """Give the sample with every letter of its text foreign."""
    text = text_part().decode()
    other = re.sub("[\u4e00-\u9fff]", "é", text)
    return repacked(clean(), {TEXT: other.encode()})


def repacked(content: bytes, changes: dict[str, bytes]) -> bytes:
    """Give a file with other parts in it."""
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as package:
        for name, part in (parts | changes).items():
            package.writestr(name, part)
    return made.getvalue()


def text_part() -> bytes:
    """Give the part with the text of the sample."""
    with ZipFile(BytesIO(clean())) as package:
        return package.read(TEXT)


def entity() -> bytes:
    """Give the sample with a document type before its text."""
    declared = b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    root = b"<w:document"
    return repacked(clean(), {TEXT: text_part().replace(root, declared + root, 1)})


def tracked() -> bytes:
    """Give the sample with an inserted word that nobody has accepted."""
    text = text_part().decode()
    place = text.rindex("</w:p>")
    insertion = '<w:ins w:id="9001" w:author="甲"><w:r><w:t> </w:t></w:r></w:ins>'
    return repacked(clean(), {TEXT: (text[:place] + insertion + text[place:]).encode()})


WHOLE_FILES: dict[str, Callable[[], bytes]] = {
    "@old": lambda: OLD_WORD + bytes(504),
    "@bomb": lambda: repacked(clean(), {"word/media/image9.bmp": bytes(257 * 1024 * 1024)}),
    "@entity": entity,
    "@damaged": lambda: repacked(clean(), {TEXT: text_part()[:-30]}),
    "@tracked": tracked,
    "@foreign": foreign,
}
"""Faults that no difference of words can plant, by what a page calls them."""


def faulty(fault: str) -> bytes:
    """Give the file with a fault in it."""
    whole = WHOLE_FILES.get(fault.strip())
    return whole() if whole is not None else planted(clean(), fault)


@lru_cache(maxsize=4)
def reviewed(fault: str) -> Reviewed:
    """Check the file with a fault in it, once for both languages."""
    return review(NAME, faulty(fault))


def reported(fault: str, code: Code, language: Language) -> str:
    """Show the remarks of ``code`` on the file with a fault in it, as a terminal would."""
    done = reviewed(fault)
    source = done.draft.source() if done.draft is not None else None
    own: list[Remark] = [one for one in done.remarks if one.diagnostic.code is code]
    return "\n\n".join(to_text(one, source, language) for one in own) + "\n"
