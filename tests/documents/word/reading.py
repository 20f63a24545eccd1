"""Opens a Word file for the tests: its parts as XML, and what a style comes to with its bases."""

from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file by its parts."""

    parts: dict[str, bytes]

    def xml(self, name: str) -> Element:
        """Read one part."""
        return fromstring(self.parts[name])

    @property
    def body(self) -> Element:
        """Give the text."""
        return self.xml("word/document.xml")[0]

    def styles(self) -> dict[str, Element]:
        """Give the styles by id."""
        sheets = self.xml("word/styles.xml").findall(f"{W}style")
        return {value(sheet, "styleId"): sheet for sheet in sheets}

    def style_id(self, name: str) -> str:
        """Give the id of the style called ``name``."""
        named = {value(child(s, "name"), "val"): key for key, s in self.styles().items()}
        return named[name]

    def paragraphs(self, style_name: str) -> list[Element]:
        """Give the paragraphs of the text in that style, those in tables too."""
        wanted = self.style_id(style_name)
        return [one for one in self.body.iter(f"{W}p") if style_of(one) == wanted]

    def layout(self, style_name: str) -> dict[str, str]:
        """Give font, size, indents and spacing that a style comes to with those it is based on."""
        styles = self.styles()
        chain = [styles[self.style_id(style_name)]]
        while (base := chain[0].find(f"{W}basedOn")) is not None:
            chain.insert(0, styles[value(base, "val")])
        found: dict[str, str] = {}
        for sheet in chain:
            for path in (
                "rPr/rFonts",
                "rPr/sz",
                "pPr/spacing",
                "pPr/ind",
                "pPr/jc",
                "pPr/keepNext",
            ):
                found |= attributes(sheet, path)
        return found


def opened(content: bytes) -> WordFile:
    """Open ``content``."""
    with ZipFile(BytesIO(content)) as package:
        return WordFile({name: package.read(name) for name in package.namelist()})


def attributes(element: Element, path: str) -> dict[str, str]:
    """Give the attributes of what stands at ``path``, under ``name.attribute``."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    if found is None:
        return {}
    name = path.rpartition("/")[2]
    return {f"{name}.{key.removeprefix(W)}": text for key, text in found.attrib.items()}


def child(element: Element, name: str) -> Element:
    """Give the first child of that name, which must be there."""
    found = element.find(f"{W}{name}")
    assert found is not None, name
    return found


def value(element: Element, name: str) -> str:
    """Give an attribute that must be there."""
    return element.attrib[f"{W}{name}"]


def style_of(paragraph: Element) -> str:
    """Give the id of the style of a paragraph."""
    found = attributes(paragraph, "pPr/pStyle")
    return found.get("pStyle.val", "")


def text_of(element: Element) -> str:
    """Give the words in ``element``, formulas left out."""
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def instructions(element: Element) -> list[str]:
    """Give the instructions of the fields in ``element``."""
    return [(one.text or "").strip() for one in element.iter(f"{W}instrText")]
