"""Elements of WordprocessingML and of its mathematics, children in the order of the schema."""

import re
from collections.abc import Iterable
from functools import cache

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement as Element

__all__ = ["Element", "clean", "in_order", "math", "paragraph", "run", "text_run", "word"]

PARAGRAPH_PROPERTIES = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "numPr", "pBdr", "tabs",
    "autoSpaceDE", "autoSpaceDN", "snapToGrid", "spacing", "ind", "jc", "outlineLvl", "sectPr",
)  # fmt: skip
RUN_PROPERTIES = ("rFonts", "color", "sz", "szCs", "vertAlign", "lang")
SPACE = qn("xml:space")
NOT_IN_XML = re.compile("[\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """Turn what XML cannot carry, and line ends, into spaces."""
    return NOT_IN_XML.sub(" ", text)


def word(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Make the element ``w:name``; an attribute ``r_id`` is in the namespace of relations."""
    return made("w", name, children, attributes)


def math(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """Make the element ``m:name``."""
    return made("m", name, children, attributes)


def made(
    prefix: str, name: str, children: Iterable[Element], attributes: dict[str, str | int]
) -> Element:
    """Make one element with its attributes in the same namespace."""
    written = {qualified(prefix, key): clean(str(value)) for key, value in attributes.items()}
    element: Element = oxml_parser.makeelement(
        qualified(prefix, name), written, {prefix: nsmap[prefix]}
    )
    element.extend(children)
    return element


@cache
def qualified(prefix: str, name: str) -> str:
    """Give ``name`` in the namespace of ``prefix``, as lxml writes it."""
    return qn(f"{prefix}:{name}")


@cache
def places_of(order: tuple[str, ...]) -> dict[str, int]:
    """Give the place of each child in the order of the schema."""
    return {qualified("w", child): place for place, child in enumerate(order)}


def in_order(name: str, order: tuple[str, ...], children: Iterable[Element]) -> Element:
    """Make ``w:name`` with its children sorted as the schema asks."""
    places = places_of(order)
    return word(name, *sorted(children, key=lambda child: places[child.tag]))


def paragraph(style: str, *content: Element, properties: Iterable[Element] = ()) -> Element:
    """Make a paragraph in ``style`` with further paragraph ``properties``."""
    all_properties = [word("pStyle", val=style), *properties]
    return word("p", in_order("pPr", PARAGRAPH_PROPERTIES, all_properties), *content)


def run(*content: Element, properties: Iterable[Element] = ()) -> Element:
    """Make a run; without properties it has no ``w:rPr``."""
    listed = list(properties)
    head = [in_order("rPr", RUN_PROPERTIES, listed)] if listed else []
    return word("r", *head, *content)


def text_run(text: str, properties: Iterable[Element] = (), tag: str = "t") -> Element:
    """Make a run of ``text``, spaces kept."""
    element = word(tag)
    element.text = clean(text)
    element.set(SPACE, "preserve")
    return run(element, properties=properties)
