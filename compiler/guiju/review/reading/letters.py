"""The letters of a paragraph: words, breaks, formulas; the fields, pictures and rules in it."""

from collections.abc import Iterator

from msgspec import Struct, field

from guiju.review.reading.parts import MC, Element, M, W
from guiju.review.reading.styles import Properties, run_values

GOES_ON = frozenset(
    f"{W}{name}"
    for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple", "dir", "bdo",
                 "customXml", "moveTo")
)  # fmt: skip
"""Elements within a paragraph whose runs belong to it."""
PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")
TEXT_BOX = f"{W}txbxContent"
LINES = ("}line", "}rect", "}shape", "}cxnSp", "}wsp")


class Letters(Struct):
    """What is found in a paragraph.

    Attributes:
        look: properties of the run with the most letters.
        breaks_before, breaks_after: a page break at the beginning, at the end.
        boxes: contents of text boxes, which are paragraphs of their own.
    """

    pieces: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: int = 0
    drawn: bool = False
    length: int = 0
    longest: int = 0
    breaks_before: bool = False
    breaks_after: bool = False
    look: Properties = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Give the words."""
        return "".join(self.pieces)

    def add(self, words: str) -> None:
        """Put words behind those that were found."""
        self.pieces.append(words)
        self.length += len(words.strip())


def letters_of(paragraph: Element) -> Letters:
    """Read one paragraph, deleted words left out."""
    found = Letters()
    for child in paragraph:
        _part(child, found)
    return found


def _part(element: Element, found: Letters) -> None:
    if element.tag == f"{W}r":
        _run(element, found)
    elif element.tag in (f"{M}oMath", f"{M}oMathPara"):
        formula = "".join(str(one.text or "") for one in element.iter(f"{M}t"))
        found.formulas.append(formula)
        found.add(formula)
    elif element.tag in GOES_ON:
        if element.tag == f"{W}fldSimple":
            found.fields.append(str(element.get(f"{W}instr") or "").strip())
        for child in element:
            _part(child, found)


def _run(run: Element, found: Letters) -> None:
    before = found.length
    for child in _chosen(run):
        _piece(child, found)
    if found.length - before > found.longest:
        found.longest = found.length - before
        found.look = run_values(run.find(f"{W}rPr"))


def _chosen(run: Element) -> Iterator[Element]:
    """Give what is in a run; of alternatives the first."""
    for child in run:
        if child.tag == f"{MC}AlternateContent":
            choice = child.find(f"{MC}Choice")
            yield from choice if choice is not None else ()
        else:
            yield child


def _piece(child: Element, found: Letters) -> None:
    match child.tag:
        case tag if tag == f"{W}t":
            found.add(str(child.text or ""))
        case tag if tag == f"{W}tab":
            found.add("\t")
        case tag if tag in (f"{W}br", f"{W}cr"):
            _break(child, found)
        case tag if tag == f"{W}noBreakHyphen":
            found.add("-")
        case tag if tag == f"{W}fldChar" and child.get(f"{W}fldCharType") == "begin":
            found.fields.append("")
        case tag if tag == f"{W}instrText":
            _instruction(str(child.text or ""), found)
        case tag if tag in PICTURES:
            _picture(child, found)


def _break(child: Element, found: Letters) -> None:
    if child.get(f"{W}type") != "page":
        found.add("\n")
    elif found.length:
        found.breaks_after = True
    else:
        found.breaks_before = found.breaks_after = True


def _instruction(text: str, found: Letters) -> None:
    if not found.fields:
        found.fields.append("")
    found.fields[-1] = (found.fields[-1] + text).strip()


def _picture(child: Element, found: Letters) -> None:
    boxes = [box for box in child.iter(TEXT_BOX) if not any(a.tag == TEXT_BOX for a in _above(box))]
    found.boxes += boxes
    if boxes:
        return
    if any(str(one.tag).endswith(("}blip", "}imagedata", "}chart")) for one in child.iter()):
        found.pictures += 1
    else:
        found.drawn = found.drawn or any(str(one.tag).endswith(LINES) for one in child.iter())


def _above(element: Element) -> Iterator[Element]:
    above = element.getparent()
    while above is not None:
        yield above
        above = above.getparent()
