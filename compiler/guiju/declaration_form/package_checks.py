"""Look into an .xlsx before anything opens it: what no form holds is refused, in bounded time."""

import io
import zipfile
import zlib

from guiju.declaration_form.codes import (
    ENTITY_IN_WORKBOOK,
    MACROS_IN_WORKBOOK,
    NOT_A_WORKBOOK,
    WORKBOOK_DAMAGED,
    WORKBOOK_TOO_LARGE,
)
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Text, Value

LARGEST_FILE = 8 * 1024 * 1024
LARGEST_INSIDE = 32 * 1024 * 1024
MOST_PARTS = 500
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = 0x1
FORBIDDEN = ("<!DOCTYPE", "<!ENTITY")
ENCODINGS = ("ascii", "utf-16-le", "utf-16-be")
NEEDED = ("[Content_Types].xml", "xl/workbook.xml")

OLD_OR_LOCKED = Text(
    zh="是旧版 .xls，或设有打开密码", en="it is an old .xls, or locked by a password"
)
NO_ZIP = Text(zh="文件头不符或内容不全", en="its head is another, or it is cut off")
NO_WORKBOOK_IN_IT = Text(zh="压缩包内没有工作簿", en="there is no workbook in the package")
THE_FILE = Text(zh="文件", en="the file")
THE_PACKAGE = Text(zh="解压后的内容", en="its content when unpacked")

Parts = dict[str, bytes]


def parts_of(name: str, content: bytes) -> tuple[Parts, tuple[Finding, ...]]:
    """Unpack the workbook called ``name``; no parts where it is refused."""
    if len(content) > LARGEST_FILE:
        return {}, (too_large(name, THE_FILE, f"{LARGEST_FILE // 1024**2} MB"),)
    if content.startswith(OLD_OFFICE):
        return {}, (finding(NOT_A_WORKBOOK, "", name=name, reason=OLD_OR_LOCKED),)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return unpacked(name, package)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        return {}, (finding(NOT_A_WORKBOOK, "", name=name, reason=NO_ZIP),)


def unpacked(name: str, package: zipfile.ZipFile) -> tuple[Parts, tuple[Finding, ...]]:
    """Read the parts of ``package``, never more than a form can hold."""
    entries = package.infolist()
    if len(entries) > MOST_PARTS:
        return {}, (
            too_large(name, THE_PACKAGE, Text(zh=f"{MOST_PARTS} 个部件", en=f"{MOST_PARTS} parts")),
        )
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        return {}, (finding(NOT_A_WORKBOOK, "", name=name, reason=OLD_OR_LOCKED),)
    parts: Parts = {}
    room = LARGEST_INSIDE
    for entry in entries:
        try:
            with package.open(entry) as stream:
                part = stream.read(room + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError):
            return {}, (damaged(name, entry.filename),)
        room -= len(part)
        if room < 0:
            return {}, (too_large(name, THE_PACKAGE, f"{LARGEST_INSIDE // 1024**2} MB"),)
        parts[entry.filename] = part
    faults = faults_of(name, parts)
    return ({} if faults else parts), faults


def faults_of(name: str, parts: Parts) -> tuple[Finding, ...]:
    """Report macros, declarations of entities, and a package that is no workbook."""
    if any(part not in parts for part in NEEDED):
        return (finding(NOT_A_WORKBOOK, "", name=name, reason=NO_WORKBOOK_IN_IT),)
    macros = [part for part in parts if part.lower().endswith("vbaproject.bin")]
    if not macros and b"macroEnabled" in parts["[Content_Types].xml"]:
        macros = ["[Content_Types].xml"]
    entities = [part for part, text in parts.items() if is_xml(part) and declares(text)]
    return (
        *(finding(MACROS_IN_WORKBOOK, "", name=name, part=part) for part in macros[:1]),
        *(finding(ENTITY_IN_WORKBOOK, "", name=name, part=part) for part in entities[:3]),
    )


def is_xml(part: str) -> bool:
    """Tell by its name whether a part is XML."""
    return part.lower().endswith((".xml", ".rels", ".vml"))


def declares(text: bytes) -> bool:
    """Tell whether an XML part declares a document type or entities, in whatever encoding."""
    return any(word.encode(encoding) in text for word in FORBIDDEN for encoding in ENCODINGS)


def too_large(name: str, place: Text, limit: Value) -> Finding:
    """Report more than a form can hold."""
    return finding(WORKBOOK_TOO_LARGE, "", name=name, place=place, limit=limit)


def damaged(name: str, part: str) -> Finding:
    """Report a part that cannot be read."""
    return finding(WORKBOOK_DAMAGED, "", name=name, part=part)
