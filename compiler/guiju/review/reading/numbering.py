"""The numbers that Word counts: chapters, clauses, annexes, lists and notes."""

from collections.abc import Mapping

from msgspec import Struct

from guiju.review.reading.parts import Element, W, number, value
from guiju.review.reading.styles import Properties, paragraph_values

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
         (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
CHINESE = "〇一二三四五六七八九"
DOTS = "\uf0b7\uf06c\uf09f•●"
DASHES = "\uf0be"


class Level(Struct, frozen=True):
    """One level: text with ``%1`` for the count of the first, how it counts, where it begins."""

    text: str
    format: str
    start: int
    properties: Properties


class Counted(Struct, frozen=True):
    """A number: the definition that counts it, its levels, and where it begins anew."""

    definition: str
    levels: Mapping[int, Level]
    begins: Mapping[int, int]


class Counter:
    """Counts through a file in order."""

    def __init__(self, part: Element | None) -> None:
        """Read ``numbering.xml``."""
        self.numbers = _numbers(part)
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[str] = set()

    def properties(self, id: str, level: int) -> Properties:
        """Give the indents that a level brings along."""
        counted = self.numbers.get(id)
        found = counted.levels.get(level) if counted is not None else None
        return found.properties if found is not None else {}

    def next(self, id: str, level: int) -> str:
        """Count one more, and give what is printed."""
        counted = self.numbers.get(id)
        if counted is None or level not in counted.levels:
            return ""
        counts = self.counts.setdefault(counted.definition, {})
        if id not in self.begun:
            self.begun.add(id)
            for at, start in counted.begins.items():
                counts[at] = start - 1
        for at in range(level):
            counts.setdefault(at, _start(counted, at))
        counts[level] = counts.get(level, _start(counted, level) - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return _printed(counted.levels, level, counts)


def _start(counted: Counted, level: int) -> int:
    found = counted.levels.get(level)
    return found.start if found is not None else 1


def _printed(levels: Mapping[int, Level], level: int, counts: Mapping[int, int]) -> str:
    text = levels[level].text
    if levels[level].format == "bullet":
        return "".join("·" if letter in DOTS else letter for letter in text)
    for at in range(level, -1, -1):
        if f"%{at + 1}" in text:
            form = levels[at].format if at in levels else "decimal"
            text = text.replace(f"%{at + 1}", in_format(counts.get(at, 1), form))
    return text


def in_format(count: int, form: str) -> str:
    """Write a count as ``w:numFmt`` asks; what is unknown counts in digits."""
    match form:
        case "upperLetter" | "lowerLetter":
            letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 % 20 + 1)
            return letter if form == "upperLetter" else letter.lower()
        case "upperRoman" | "lowerRoman":
            return _roman(count).upper() if form == "upperRoman" else _roman(count)
        case "none":
            return ""
        case _:
            is_chinese = form.startswith("chinese") and 0 <= count < 10
            return CHINESE[count] if is_chinese else str(count)


def _roman(count: int) -> str:
    written, left = "", min(max(count, 0), 4999)
    for worth, letters in ROMAN:
        times, left = divmod(left, worth)
        written += letters * times
    return written


def _numbers(part: Element | None) -> dict[str, Counted]:
    if part is None:
        return {}
    definitions = {
        str(one.get(f"{W}abstractNumId")): _levels(one) for one in part.iter(f"{W}abstractNum")
    }
    links = _links(part)
    found: dict[str, Counted] = {}
    for one in part.iter(f"{W}num"):
        definition = value(one, "abstractNumId") or ""
        definition = links.get(definition, definition)
        found[str(one.get(f"{W}numId"))] = Counted(
            definition, definitions.get(definition, {}), _begins(one)
        )
    return found


def _links(part: Element) -> dict[str, str]:
    """Give the definition that another stands for, by the style that both name."""
    named = {}
    for one in part.iter(f"{W}abstractNum"):
        style = value(one, "styleLink")
        if style:
            named[style] = str(one.get(f"{W}abstractNumId"))
    asked = (
        (str(one.get(f"{W}abstractNumId")), value(one, "numStyleLink"))
        for one in part.iter(f"{W}abstractNum")
    )
    return {id: named[style] for id, style in asked if style in named}


def _begins(one: Element) -> dict[int, int]:
    found = {}
    for override in one.iter(f"{W}lvlOverride"):
        level = number(override.get(f"{W}ilvl"))
        start = number(value(override, "startOverride"))
        if level is not None and start is not None:
            found[level] = start
    return found


def _levels(definition: Element) -> dict[int, Level]:
    found = {}
    for one in definition.iter(f"{W}lvl"):
        level = number(one.get(f"{W}ilvl"))
        if level is not None:
            start = number(value(one, "start"))
            found[level] = Level(
                value(one, "lvlText") or "",
                value(one, "numFmt") or "decimal",
                1 if start is None else start,
                paragraph_values(one.find(f"{W}pPr")),
            )
    return found
