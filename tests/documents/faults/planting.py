"""Plants a fault, written as a difference, into a Word file.

A line ``-words`` takes the paragraph with these words, ``+words`` under it gives it others, and is
a paragraph of its own under a line `` words`` or under another ``+``; ``⏎`` and ``⇥`` stand for a
line break and a tab. ``@style``, ``@section`` and ``@swap`` change what is not words.
"""

from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEXT = "word/document.xml"
STYLES = "word/styles.xml"

Element = Any


class Planting:
    """A Word file while a fault is planted in it."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.text = etree.fromstring(self.parts[TEXT])
        self.styles = etree.fromstring(self.parts[STYLES])
        self.at: Element = None
        self.taken = False

    def plant(self, fault: str) -> bytes:
        """Follow every line of ``fault``; give the file."""
        for line in fault.splitlines():
            words = line[1:].replace("⏎", "\n").replace("⇥", "\t")
            match line[:1]:
                case " ":
                    self.at, self.taken = self.paragraph(words), False
                case "-":
                    self.drop()
                    self.at, self.taken = self.paragraph(words), True
                case "+":
                    self.give(words)
                case "@":
                    self.drop()
                    self.change(*line[1:].split(" "))
        self.drop()
        return self.packed()

    def paragraph(self, words: str) -> Element:
        """Find the paragraph with these words: below the one at hand, or else anywhere."""
        found = [one for one in self.text.iter(f"{W}p") if letters(one) == words]
        assert found, f"no paragraph says {words!r}"
        everything = list(self.text.iter(f"{W}p"))
        here = everything.index(self.at) if self.at is not None else -1
        below = [one for one in found if everything.index(one) > here]
        return (below or found)[0]

    def drop(self) -> None:
        """Take the paragraph at hand away, if nothing has been given in its place."""
        if self.taken:
            gone, self.at = self.at, self.at.getprevious()
            gone.getparent().remove(gone)
            self.taken = False

    def give(self, words: str) -> None:
        """Give the paragraph at hand other words, or put one of its kind below it."""
        if not self.taken:
            copy = deepcopy(self.at)
            for one in [*copy.iter(f"{W}bookmarkStart"), *copy.iter(f"{W}bookmarkEnd")]:
                one.getparent().remove(one)
            self.at.addnext(copy)
            self.at = copy
        self.taken = False
        if words.startswith("[") and (style := self.style(words[1:].partition("]")[0])) is not None:
            words = words.partition("]")[2]
            restyle(self.at, style.get(f"{W}styleId"))
        rewrite(self.at, words)

    def change(self, kind: str, *what: str) -> None:
        """Follow a line that begins with ``@``."""
        if kind in CHANGES:
            CHANGES[kind](self, " ".join(what))
            return
        name, path, attribute, value = what
        holder = self.style(name) if kind == "style" else self.section(int(name))
        for step in path.split("/"):
            found = holder.find(f"{W}{step}")
            holder = found if found is not None else etree.SubElement(holder, f"{W}{step}")
        holder.set(f"{W}{attribute}", value)

    def lower(self, words: str) -> None:
        """Put the paragraph with these words behind what follows it."""
        one = self.paragraph(words)
        one.getnext().addnext(one)

    def higher(self, words: str) -> None:
        """Put the paragraph with these words before what it follows."""
        one = self.paragraph(words)
        one.getprevious().addprevious(one)

    def without(self, style: str) -> None:
        """Take the paragraphs in a style away."""
        id = self.style(style).get(f"{W}styleId")
        for one in [*self.text.iter(f"{W}pStyle")]:
            if one.get(f"{W}val") == id:
                gone = one.getparent().getparent()
                gone.getparent().remove(gone)

    def footnote(self, words: str) -> None:
        """Add a footnote, its typeface named before its words."""
        face, _, text = words.partition(" ")
        self.parts["word/footnotes.xml"] = (
            f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2"><w:p><w:r><w:rPr>'
            f'<w:rFonts w:eastAsia="{face}"/></w:rPr><w:t>{text}</w:t></w:r></w:p></w:footnote>'
            "</w:footnotes>"
        ).encode()
        relation = f'<Relationship Id="rIdNotes" Type="{R}/footnotes" Target="footnotes.xml"/>'
        name = "word/_rels/document.xml.rels"
        whole = self.parts[name].decode()
        end = "</Relationships>"
        self.parts[name] = whole.replace(end, relation + end).encode()

    def style(self, name: str) -> Element:
        """Give the style of that name, or nothing."""
        named = {one.find(f"{W}name").get(f"{W}val"): one for one in self.styles.iter(f"{W}style")}
        return named.get(name)

    def section(self, place: int) -> Element:
        """Give a section by its place from 1."""
        return list(self.text.iter(f"{W}sectPr"))[place - 1]

    def packed(self) -> bytes:
        """Give the bytes of the file."""
        made = BytesIO()
        parts = self.parts | {
            TEXT: etree.tostring(self.text),
            STYLES: etree.tostring(self.styles),
        }
        with ZipFile(made, "w") as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return made.getvalue()


CHANGES = {
    "lower": Planting.lower,
    "higher": Planting.higher,
    "without": Planting.without,
    "footnote": Planting.footnote,
}
"""What a line that begins with ``@`` may ask for, beside properties of styles and sections."""


def planted(content: bytes, fault: str) -> bytes:
    """Give the Word file ``content`` with ``fault`` in it."""
    return Planting(content).plant(fault)


def pieces(paragraph: Element) -> list[tuple[Element, str]]:
    """Give the elements that show letters, with the letters."""
    shown = {f"{W}br": "\n", f"{W}tab": "\t"}
    return [
        (one, one.text or "" if one.tag in (f"{W}t", f"{M}t") else shown[one.tag])
        for one in paragraph.iter(f"{W}t", f"{M}t", f"{W}br", f"{W}tab")
        if one.getparent().tag != f"{W}tabs"
    ]


def letters(paragraph: Element) -> str:
    """Give the words of a paragraph; a space that does not break reads as any space."""
    return "".join(words for _, words in pieces(paragraph)).replace("\u00a0", " ")


def rewrite(paragraph: Element, words: str) -> None:
    """Change the letters that differ, and nothing else."""
    before = letters(paragraph)
    first = alike(before, words)
    rest = alike(before[first:][::-1], words[first:][::-1])
    last, new = len(before) - rest, words[first : len(words) - rest]
    at = 0
    homes = [one for one, _ in pieces(paragraph) if one.tag in (f"{W}t", f"{M}t")]
    home = homes[0]
    for one, shown in pieces(paragraph):
        start, end = max(first - at, 0), min(last - at, len(shown))
        if one.tag in (f"{W}t", f"{M}t"):
            if at <= first:
                home = one
            if start < end:
                one.text = shown[:start] + shown[end:]
        elif start < end:
            one.getparent().remove(one)
        at += len(shown)
    where = first - sum(len(w) for one, w in before_of(paragraph, home))
    kept = home.text or ""
    home.text = kept[: max(where, 0)] + new + kept[max(where, 0) :]
    home.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def alike(one: str, other: str) -> int:
    """Count the letters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def before_of(paragraph: Element, home: Element) -> list[tuple[Element, str]]:
    """Give the pieces before one."""
    found = []
    for piece in pieces(paragraph):
        if piece[0] is home:
            break
        found.append(piece)
    return found


def restyle(paragraph: Element, style_id: str) -> None:
    """Give a paragraph another style, and take its own numbering away."""
    properties = paragraph.find(f"{W}pPr")
    for name in ("numPr", "framePr", "sectPr"):
        for one in properties.findall(f"{W}{name}"):
            properties.remove(one)
    properties.find(f"{W}pStyle").set(f"{W}val", style_id)
