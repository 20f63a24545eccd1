"""Look into an Office package before anything opens it: bounded, and nothing in it is run."""

import io
import zipfile
import zlib
from typing import Literal

from msgspec import Struct

from guiju_runtime.messages import Text, Value

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = 0x1
FORBIDDEN = ("<!DOCTYPE", "<!ENTITY")
ENCODINGS = ("ascii", "utf-16-le", "utf-16-be")

PROTECTED = "EncryptedPackage".encode("utf-16-le")
"""How old Office's container calls what a password locks."""
NO_ZIP = Text(zh="文件头不符或内容不全", en="its head is another, or it is cut off")
LOCKED = Text(zh="设有打开密码", en="it is locked by a password")
CUT_OFF = Text(zh="内容不全或已损坏", en="it is cut off or damaged")
OTHERS = (
    (b"PK", CUT_OFF),
    (b"%PDF", Text(zh="是 PDF 文件", en="it is a PDF")),
    (b"{\\rtf", Text(zh="是 RTF 文件", en="it is an RTF file")),
    (b"<", Text(zh="是网页或 XML 文件", en="it is a web page or XML")),
)
"""How files begin that are no packages, and what they are."""
THE_FILE = Text(zh="文件", en="the file")
THE_PACKAGE = Text(zh="解压后的内容", en="its content when unpacked")

Parts = dict[str, bytes]


class Limits(Struct, frozen=True, kw_only=True):
    """How much a package may hold.

    Attributes:
        file, inside: bytes, packed and unpacked; whole MiB.
        parts: entries of the package.
        old: what to say of a file of old Office.
    """

    file: int
    inside: int
    parts: int
    old: Text


class Refusal(Struct, frozen=True, kw_only=True):
    """Why a package is not read.

    Attributes:
        part: the part at fault, or empty.
        place, limit: what is too large, and what it may come to.
    """

    kind: Literal["not-package", "too-large", "damaged"]
    reason: Text = NO_ZIP
    part: str = ""
    place: Text = THE_FILE
    limit: Value = ""


def unpacked(content: bytes, limits: Limits) -> Parts | Refusal:
    """Give the parts of a package by name, never more than ``limits`` allow."""
    if len(content) > limits.file:
        return Refusal(kind="too-large", limit=f"{limits.file // 1024**2} MB")
    if content.startswith(OLD_OFFICE):
        locked = PROTECTED in content
        return Refusal(kind="not-package", reason=LOCKED if locked else limits.old)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _parts(package, limits)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        return Refusal(kind="not-package", reason=_other(content))


def _other(content: bytes) -> Text:
    """Say what a file is that is no package."""
    begins = content[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    return next((what for head, what in OTHERS if begins.startswith(head)), NO_ZIP)


def _parts(package: zipfile.ZipFile, limits: Limits) -> Parts | Refusal:
    entries = package.infolist()
    if len(entries) > limits.parts:
        most = Text(zh=f"{limits.parts} 个部件", en=f"{limits.parts} parts")
        return Refusal(kind="too-large", place=THE_PACKAGE, limit=most)
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        return Refusal(kind="not-package", reason=LOCKED)
    parts: Parts = {}
    room = limits.inside
    for entry in entries:
        try:
            with package.open(entry) as stream:
                part = stream.read(room + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError):
            return Refusal(kind="damaged", part=entry.filename)
        room -= len(part)
        if room < 0:
            limit = f"{limits.inside // 1024**2} MB"
            return Refusal(kind="too-large", place=THE_PACKAGE, limit=limit)
        parts[entry.filename] = part
    return parts


def parts_with_entities(parts: Parts) -> list[str]:
    """Name the XML parts that declare a document type or entities, in whatever encoding."""
    return [part for part, text in parts.items() if _is_xml(part) and _declares(text)]


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels", ".vml"))


def _declares(text: bytes) -> bool:
    return any(word.encode(encoding) in text for word in FORBIDDEN for encoding in ENCODINGS)
