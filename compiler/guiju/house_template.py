"""An association's template for Word: read, guarded, and what it lacks said."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from guiju import workspace
from guiju.command_codes import CommandFault
from guiju.template_codes import (
    TEMPLATE_FIELD_UNKNOWN,
    TEMPLATE_LACKS_STYLES,
    TEMPLATE_WITHOUT_COVER,
)
from guiju_runtime.messages import Text

if TYPE_CHECKING:
    from guiju.backends.docx.house import Examined
    from guiju.review.reading.parts import Package

OF_COVER = "封面"
"""How the names of the styles of a cover begin."""
IN_QUOTES = re.compile(r"'([^']+\.(?:xml|rels))'")
MAIN = "word/document.xml"
IN_STRICT = Text(zh="是“Strict Open XML 文档”", en="it is saved as a “Strict Open XML Document”")


class Template(Struct, frozen=True):
    """A template that can be used, and remarks on what it lacks."""

    content: bytes
    remarks: tuple[CommandFault, ...]


def template_at(path: Path, *, cover: bool) -> Template:
    """Read the template at ``path``.

    Args:
        path: of a Word file.
        cover: whether what is made has a cover, for which a template may lack something too.

    Raises:
        CommandFault: it cannot be read, or is no Word file.
    """
    from guiju.review.reading import Unreadable, opened
    from guiju.review.review import refused

    content = workspace.read(path)
    read = opened(content)
    if isinstance(read, Unreadable):
        fault = refused(path.name, read)
        raise CommandFault(fault.code, **dict(fault.values))
    _guard(path.name, read[0])
    return Template(content, tuple(_remarks(path.name, content, cover)))


def _guard(name: str, package: "Package") -> None:
    """See that every part can be read, and in the namespaces that Word and WPS write.

    Raises:
        CommandFault: one cannot.
    """
    from guiju.review.reading.parts import STRICT, XmlFault
    from guiju.review.reading_codes import DAMAGED, NOT_DOCX

    if STRICT[0][0] in package.parts[package.main]:
        raise CommandFault(NOT_DOCX, name=name, reason=IN_STRICT)
    for part in package.parts:
        try:
            if part.endswith((".xml", ".rels")):
                package.xml(part)
        except XmlFault as fault:
            raise CommandFault(DAMAGED, name=name, part=part) from fault


def _remarks(name: str, content: bytes, cover: bool) -> list[CommandFault]:
    from guiju.backends.docx.house import examined
    from guiju.backends.docx.house_fields import NAMES
    from guiju.review.reading_codes import DAMAGED

    try:
        found = examined(content)
    except (KeyError, ValueError, AttributeError, TypeError) as fault:
        said = IN_QUOTES.search(str(fault)) if isinstance(fault, KeyError) else None
        part = said[1] if said is not None else MAIN
        raise CommandFault(DAMAGED, name=name, part=part) from fault
    return list(_lacking(name, found if cover else _without_cover(found), NAMES))


def _without_cover(found: "Examined") -> "Examined":
    """Give what a paper without a cover misses."""
    missing = tuple(style for style in found.missing if not style.startswith(OF_COVER))
    return replace(found, missing=missing, has_cover=True)


def _lacking(name: str, found: "Examined", fields: Mapping[str, str]) -> Iterator[CommandFault]:
    """Say what a template lacks, and what is done instead."""
    chinese = "、".join(f"{{{{{one}}}}}" for one in fields.values())
    known = Text(zh=chinese, en=", ".join(f"{{{{{one}}}}}" for one in fields))
    if found.missing:
        count, names = str(len(found.missing)), _listed(found.missing)
        yield CommandFault(TEMPLATE_LACKS_STYLES, file=name, count=count, names=names)
    if found.unknown:
        names = _listed(found.unknown)
        yield CommandFault(TEMPLATE_FIELD_UNKNOWN, file=name, names=names, known=known)
    if not found.has_cover:
        example = Text(zh="{{标准名称}}", en="{{title}}")
        yield CommandFault(TEMPLATE_WITHOUT_COVER, file=name, example=example, known=known)


def _listed(names: Iterable[str]) -> Text:
    listed = tuple(names)
    return Text(zh="、".join(listed), en=", ".join(listed))
