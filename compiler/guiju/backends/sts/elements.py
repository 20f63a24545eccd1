"""Elements of NISO STS, of TBX for terms and of MathML for formulas."""

import re
from collections.abc import Iterable
from typing import Any

from lxml import etree

from guiju.documents import mathml
from guiju.documents.mathematics import Formula

NAMESPACES = {
    "mml": "http://www.w3.org/1998/Math/MathML",
    "tbx": "urn:iso:std:iso:30042:ed-1",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
UNFIT = re.compile(r"[^\w.\-]")
OF_WEB = re.compile(r' class="gj-(slanted|upright|cases)"( mathvariant="normal")?')

Element = Any
"""An element of lxml, which publishes no types."""
Content = Element | str | None


def element(name: str, *content: Content, **attributes: str) -> Element:
    """Make an element; a prefix is parted by a colon, in an attribute by two underscores."""
    made = etree.Element(qualified(name), nsmap={p: u for p, u in NAMESPACES.items() if p != "xml"})
    for key, value in attributes.items():
        made.set(qualified(key.replace("__", ":").replace("_", "-")), cleaned(value))
    add(made, content)
    return made


def add(made: Element, content: Iterable[Content]) -> None:
    """Put ``content`` at the end of an element; nothing is left out."""
    for one in content:
        if isinstance(one, str):
            last = made[-1] if len(made) else None
            if last is None:
                made.text = (made.text or "") + cleaned(one)
            else:
                last.tail = (last.tail or "") + cleaned(one)
        elif one is not None:
            made.append(one)


def qualified(name: str) -> str:
    """Give a name with its namespace, as lxml writes it."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def cleaned(text: str) -> str:
    """Leave out what XML cannot carry."""
    return NOT_IN_XML.sub("", text)


def id_of(target: str) -> str:
    """Give the id of a thing as XML allows it: letters, digits, points and hyphens."""
    return f"g-{UNFIT.sub('_', target)}"


def math(formula: Formula, display: str) -> Element:
    """Write a formula as ``mml:math``."""
    presented = OF_WEB.sub(_style, mathml.written(formula))
    prefixed = re.sub(r"<(/?)(\w+)", r"<\1mml:\2", presented)
    space = NAMESPACES["mml"]
    return etree.fromstring(
        f'<mml:math xmlns:mml="{space}" display="{display}">{prefixed}</mml:math>'
    )


def _style(web: re.Match[str]) -> str:
    """Say in MathML's own words what the web page says by a class."""
    style = {"slanted": "italic", "upright": "normal"}.get(web[1])
    return f' mathvariant="{style}"' if style else ""
