"""Faults that a hand makes in a standard, made by machine: the same ones each time."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

STANDARDS = Path(__file__).parents[2] / "standards"
ARCHETYPES = sorted(path.parent.name for path in STANDARDS.glob("*/examples"))
"""All product standards that ship; two of them have Chinese keywords."""
SEED = 20240701
EACH = 4 * len(ARCHETYPES)
"""Mutants of each kind, at most."""


@dataclass(frozen=True)
class Mutant:
    """A standard with one fault.

    Attributes:
        line: where the fault is, from 1; ``block`` the line of the brace that a lost one closed.
    """

    kind: str
    standard: str
    text: str
    line: int
    block: int

    def __str__(self) -> str:
        return f"{self.kind}-{self.standard}-{self.line}"


Edit = Callable[[str, random.Random], tuple[str, int, int] | None]
"""Gives the text with a fault, the offset of the fault, and that of a brace left open or -1."""


def source(standard: str) -> str:
    """Give the text of an archetype."""
    return (STANDARDS / standard / f"{standard}.pcr").read_text(encoding="utf-8")


def renamed_flow(text: str, chance: random.Random) -> tuple[str, int, int] | None:
    """Misspell the name of a flow where it is used."""
    flow = r"(?m)^ +(?:input|output|coproduct|输入|输出|共生产品) +(\w{5,}|[一-鿿]\w{2,})"
    names = re.findall(flow, text)
    uses = [m for name in set(names) for m in re.finditer(rf"(?<![\w.\"]){name}(?= [*/])", text)]
    if not uses:
        return None
    use = chance.choice(sorted(uses, key=lambda match: match.start()))
    place = chance.randrange(1, len(use[0]) - 1)
    wrong = use[0][:place] + use[0][place + 1] + use[0][place] + use[0][place + 2 :]
    wrong = wrong if wrong != use[0] else f"{use[0]}x"
    return text[: use.start()] + wrong + text[use.end() :], use.start(), -1


UNITS = {"t": "m3", "kgCO2e/t": "kgCO2e/MWh", "MWh": "t", "GJ": "kg", "m3": "GJ", "kg": "kWh"}


def swapped_unit(text: str, chance: random.Random) -> tuple[str, int, int] | None:
    """Give a calculated thing, or an emission, the unit of another quantity."""
    english = r"(?:\n +(?:en|英) [^\n=]*)?"
    pattern = rf"(?m)^ *(?:let|emission|设|排放)\b[^\n=]*{english} : (\S+)(?=\s+=)"
    found = [m for m in re.finditer(pattern, text) if m[1] in UNITS]
    if not found:
        return None
    match = chance.choice(found)
    changed = text[: match.start(1)] + UNITS[match[1]] + text[match.end(1) :]
    return changed, match.start(1), -1


def chinese_comma(text: str, chance: random.Random) -> tuple[str, int, int] | None:
    """Put 、 or ， for a comma between keys, arguments or options: both are legal."""
    match = chance.choice(list(re.finditer(r"[\w%]\s*(,) \w", outside_texts(text))))
    comma = chance.choice("、，")
    return text[: match.start(1)] + comma + text[match.end(1) :], match.start(1), -1


def doubled_statement(text: str, chance: random.Random) -> tuple[str, int, int] | None:
    """Write a declaration of one line twice."""
    words = "data|input|output|emission|shall|process|数据|输入|输出|排放|应|单元过程"
    pattern = rf"(?m)^ *(?:{words}) \w.*\n"
    found = [match for match in re.finditer(pattern, text) if _is_whole(text, match)]
    if not found:
        return None
    match = chance.choice(found)
    return text[: match.end()] + match[0] + text[match.end() :], match.end(), -1


def _is_whole(text: str, match: re.Match[str]) -> bool:
    """Tell whether a statement begins and ends in its line."""
    closed = match[0].count("{") == match[0].count("}")
    after = text[match.end() :].lstrip(" ")
    begins = re.match(r"[a-z一-鿿]+ |\n|\}", after)
    goes_on = after.startswith(("en ", "英 "))
    return closed and " : " in match[0] and begins is not None and not goes_on


def doubled_equals(text: str, chance: random.Random) -> tuple[str, int, int] | None:
    """Write ``= =``."""
    match = chance.choice(list(re.finditer(r"(?<![<>!=]) = ", outside_texts(text))))
    return text[: match.start()] + " = = " + text[match.end() :], match.start() + 1, -1


def lost_brace(text: str, chance: random.Random) -> tuple[str, int, int] | None:
    """Lose the brace that closes a block of several lines."""
    plain, opened, pairs = outside_texts(text), [], []
    for place, letter in enumerate(plain):
        if letter == "{":
            opened.append(place)
        elif letter == "}":
            pairs.append((opened.pop(), place))
    longer = [pair for pair in pairs if "\n" in text[slice(*pair)]]
    first, last = chance.choice(longer)
    return text[:last] + text[last + 1 :], last, first


def outside_texts(text: str) -> str:
    """Give ``text`` with blanks for its texts and comments."""
    return re.sub(r'"""[\s\S]*?"""|"[^"\n]*"|#[^\n]*', lambda m: re.sub(r"\S", " ", m[0]), text)


KINDS: dict[str, Edit] = {
    "renamed-flow": renamed_flow,
    "swapped-unit": swapped_unit,
    "chinese-comma": chinese_comma,
    "doubled-statement": doubled_statement,
    "doubled-equals": doubled_equals,
    "lost-brace": lost_brace,
}


def mutants() -> Iterator[Mutant]:
    """Give the mutants, each kind spread over the archetypes."""
    chance = random.Random(SEED)
    for kind, edit in KINDS.items():
        seen: set[str] = set()
        made = tries = 0
        while made < EACH and tries < 400:
            standard = ARCHETYPES[tries % len(ARCHETYPES)]
            tries += 1
            found = edit(source(standard), chance)
            if found is None or found[0] in seen:
                continue
            seen.add(found[0])
            made += 1
            text, fault, block = found
            line = text.count("\n", 0, fault) + 1
            opened = text.count("\n", 0, block) + 1 if block >= 0 else 0
            yield Mutant(kind, standard, text, line, opened)
