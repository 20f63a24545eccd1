"""The parts of a Word file as XML: no entities, no network, no depth without end."""

import posixpath
from collections.abc import Iterator
from typing import Any

from lxml import etree
from msgspec import Struct

from guiju.office_package import Limits, Parts
from guiju_runtime.messages import Text

LIMITS = Limits(
    file=64 * 1024 * 1024,
    inside=256 * 1024 * 1024,
    parts=5000,
    old=Text(zh="是旧版 .doc", en="it is an old .doc"),
)
LARGEST_XML = 32 * 1024 * 1024
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
"""Namespaces of a file saved as “Strict Open XML”, and those that all others use."""

Element = Any
"""An element of lxml, which publishes no types."""


class XmlFault(Exception):
    """A part that is no XML, or too much of it."""

    def __init__(self, part: str) -> None:
        """Keep the name of the part."""
        super().__init__(part)
        self.part = part


class Package(Struct, frozen=True):
    """The parts, and the one that holds the text."""

    parts: Parts
    main: str

    def xml(self, name: str) -> Element | None:
        """Read a part; None if there is none.

        Raises:
            XmlFault: it is damaged.
        """
        content = self.parts.get(name)
        if content is None:
            return None
        if len(content) > LARGEST_XML:
            raise XmlFault(name)
        for strict, usual in STRICT:
            content = content.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise XmlFault(name) from fault

    def related(self, kind: str) -> Element | None:
        """Read the part that the text has as its ``kind``: styles, numbering, footnotes."""
        for _, relation, target in self.relations():
            if relation.endswith(f"/{kind}"):
                return self.xml(target)
        return None

    def relations(self) -> Iterator[tuple[str, str, str]]:
        """Give id, kind and part of each relation of the text."""
        folder, file = posixpath.split(self.main)
        yield from relations_in(self.xml(f"{folder}/_rels/{file}.rels"), folder)


def relations_in(part: Element | None, folder: str) -> Iterator[tuple[str, str, str]]:
    """Give id, kind and target of the relations in a ``.rels`` part."""
    for one in part if part is not None else ():
        target = str(one.get("Target") or "")
        path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
        yield str(one.get("Id") or ""), str(one.get("Type") or ""), posixpath.normpath(path)


def package_of(parts: Parts) -> Package | None:
    """Find the text among the parts; None if this is no Word file."""
    whole = Package(parts, "")
    for _, kind, target in relations_in(whole.xml("_rels/.rels"), ""):
        if kind.endswith("/officeDocument") and target in parts:
            return Package(parts, target)
    return Package(parts, "word/document.xml") if "word/document.xml" in parts else None


def value(element: Element | None, path: str, name: str = "val") -> str | None:
    """Give the attribute ``w:name`` of what stands at ``path`` (steps of ``w:``), if any."""
    found = element
    for step in path.split("/") if path else ():
        found = found.find(f"{W}{step}") if found is not None else None
    given = found.get(f"{W}{name}") if found is not None else None
    return None if given is None else str(given)


def number(text: str | None) -> int | None:
    """Read a whole number; what is none gives None."""
    try:
        return int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None


def is_on(element: Element | None, name: str) -> bool | None:
    """Say whether a switch is on or off; None where it is not given."""
    found = element.find(f"{W}{name}") if element is not None else None
    if found is None:
        return None
    return found.get(f"{W}val") not in {"0", "false", "off"}
