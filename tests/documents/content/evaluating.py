"""A second calculator, which knows nothing of a standard but the pages of its document.

It reads formulas, 式中 lists and tables out of a Word file and evaluates them in base units.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction

from guiju.documents.mathematics import (
    Bracketed,
    Case,
    Cases,
    Formula,
    Function,
    Negated,
    Number,
    Operation,
    Power,
    Quotient,
    Relation,
    SumOver,
    Symbol,
)
from guiju_runtime.units import parse_unit

HEAD_WITH_SYMBOL = re.compile(r"(?P<symbol>[A-Za-zΑ-ω][A-Za-zΑ-ω0-9]*)（(?P<unit>.+)）")
AMOUNT = re.compile(r"为(?P<digits>[\d.]+) (?P<unit>\S+)$")
NOUGHT_IF_ABSENT = re.compile(r"(?:AD|E)\d")
"""Amounts and emissions that did not occur are nought: 7.1 of the document says so."""

Row = dict[str, str]


class Absent(Exception):
    """A symbol has no value: its datum was not collected, or no row of a table fits."""


@dataclass
class Pages:
    """What a reader takes from the document and from the data of a plant.

    Attributes:
        formulas: right side by the letters of the symbol on the left.
        values: amounts in base units by letters of symbols; those of rows end in ``,i``.
        words: choices by the names of their data, ``y`` the year.
        rows: for each ``,i`` symbol the values and choices of each row.
        tables: rows of a factor table by the letters of its symbol, keys first, then the value.
    """

    formulas: dict[str, Formula]
    values: dict[str, Fraction]
    words: dict[str, str]
    rows: list[tuple[dict[str, Fraction], dict[str, str]]]
    tables: dict[str, list[tuple[tuple[str, ...], Fraction]]]
    given: set[str]
    found: dict[str, Fraction] = field(default_factory=dict)


def base_value(digits: str, unit: str) -> Fraction:
    """Read a number with a unit as printed: ``kgCF4·d/(t·min)``, ``kW·h``."""
    written = re.sub(r"[()\u2009 ]", "", unit).replace("W·h", "Wh").replace("d−1", "1/d")
    number = Fraction(re.sub(r"[\u2009 ]", "", digits).replace("−", "-"))
    return number * parse_unit(written).factor


def letters(symbol: Symbol) -> str:
    """Give base and index of a symbol as they stand on paper, one behind the other."""
    return symbol.base + symbol.index


def value_of(formula: Formula, pages: Pages, row: int | None = None) -> Fraction:  # noqa: C901  one case a shape
    """Evaluate a formula in base units.

    Raises:
        Absent: something that it reads has no value.
    """
    match formula:
        case Number(digits=digits, unit=unit):
            return base_value(digits, unit)
        case Symbol():
            return symbol_value(letters(formula), pages, row)
        case Negated(operand=inner):
            return -value_of(inner, pages, row)
        case Bracketed(inner=inner):
            return value_of(inner, pages, row)
        case SumOver(index=index, term=term, bounds=(first, last)):
            return series_sum(index, term, (first, last), pages)
        case SumOver(term=term):
            return sum((value_of(term, pages, n) for n in range(len(pages.rows))), Fraction(0))
        case Power(base=base, exponent=exponent):
            return value_of(base, pages, row) ** int(value_of(exponent, pages, row))
        case Function(name=name, arguments=arguments):
            functions: dict[str, Callable[[Iterable[Fraction]], Fraction]] = {
                "min": min,
                "max": max,
            }
            return functions[name](value_of(one, pages, row) for one in arguments)
        case Cases(lines=lines):
            return chosen(lines, pages, row)
        case Operation() | Quotient():
            return joined(formula, pages, row)
        case other:
            raise AssertionError(f"no value is in {other}")


def series_sum(
    index: str, term: Formula, bounds: tuple[Formula, Formula], pages: Pages
) -> Fraction:
    """Add up a term for each whole number between the bounds, as its index says."""
    first, last = (int(value_of(bound, pages)) for bound in bounds)
    total = Fraction(0)
    for number in range(first, last + 1):
        words = {**pages.words, index: str(number)}
        of_row = replace(pages, values={**pages.values, index: Fraction(number)}, words=words)
        of_row.found = {}
        total += value_of(term, of_row)
    return total


def joined(formula: Operation | Quotient, pages: Pages, row: int | None) -> Fraction:
    """Evaluate two operands; what is multiplied by nought need not exist."""
    if isinstance(formula, Quotient):
        below = value_of(formula.below, pages, row)
        return value_of(formula.above, pages, row) / below if below else Fraction(0)
    left = value_of(formula.left, pages, row)
    if formula.sign == "×" and not left:
        return Fraction(0)
    right = value_of(formula.right, pages, row)
    match formula.sign:
        case "+":
            return left + right
        case "−":
            return left - right
        case "×":
            return left * right


def symbol_value(name: str, pages: Pages, row: int | None) -> Fraction:
    """Find the value of a symbol: collected, looked up, or by its own formula."""
    if row is not None and name in pages.rows[row][0]:
        return pages.rows[row][0][name]
    if name in pages.values:
        return pages.values[name]
    if name in pages.formulas:
        return by_formula(name, pages, row)
    table = next((t for t in pages.tables if name.startswith(f"{t},")), None)
    if table is not None:
        return looked_up(pages.tables[table], name[len(table) + 1 :].split(","), pages, row)
    if NOUGHT_IF_ABSENT.match(name):
        return Fraction(0)
    raise Absent(name)


def by_formula(name: str, pages: Pages, row: int | None) -> Fraction:
    """Evaluate the formula of a symbol once; what did not occur is nought."""
    key = f"{name}@{row}"
    if key not in pages.found:
        try:
            pages.found[key] = value_of(pages.formulas[name], pages, row)
        except Absent:
            if not NOUGHT_IF_ABSENT.match(name):
                raise
            pages.found[key] = Fraction(0)
    return pages.found[key]


def looked_up(
    rows: list[tuple[tuple[str, ...], Fraction]], keys: list[str], pages: Pages, row: int | None
) -> Fraction:
    """Take the row of a factor table that the keys name; of years the newest not after."""
    words = dict(pages.words)
    if row is not None:
        words |= pages.rows[row][1]
    named = [summed(key, words) for key in keys if key != "i"]
    fitting = [
        (key, value)
        for key, value in rows
        if all(fits(a, b) for a, b in zip(key, named, strict=True))
    ]
    if not fitting:
        raise Absent(",".join(keys))
    return max(fitting)[1]


def summed(key: str, words: dict[str, str]) -> str:
    """Give what a key stands for; ``y+t`` is a year and a number of years."""
    parts = [words.get(part, part) for part in key.split("+")]
    return str(sum(map(int, parts))) if len(parts) > 1 else parts[0]


def fits(key: str, wanted: str) -> bool:
    """Say whether a key of a row is the one wanted; a year may be earlier."""
    return key <= wanted if key.isdecimal() and wanted.isdecimal() else key == wanted


def chosen(lines: tuple[Case, ...], pages: Pages, row: int | None) -> Fraction:
    """Take the line whose condition holds, or the first method whose data are all there."""
    for line in lines:
        holds = condition(line.condition, pages, row)
        if holds:
            return value_of(line.value, pages, row)
        if holds is None:
            try:
                return value_of(line.value, pages, row)
            except Absent:
                continue
    raise Absent("no line applies")


def condition(words: str, pages: Pages, row: int | None) -> bool | None:
    """Read a condition; None for words that only name a method."""
    if words == "其他情况":
        return True
    if words.startswith("已取得"):
        return words.removeprefix("已取得") in pages.given
    if words.startswith("未取得"):
        return words.removeprefix("未取得") not in pages.given
    choices = dict(pages.words)
    if row is not None:
        choices |= pages.rows[row][1]
    for name, option in choices.items():
        if words.startswith(f"{name}为"):
            return option in re.split("、|或(?!自发)", words.removeprefix(f"{name}为"))
    return None


def read_formulas(found: Iterable[Formula]) -> dict[str, Formula]:
    """Take the right sides by the letters of the left."""
    return {
        letters(one.left): one.right
        for one in found
        if isinstance(one, Relation) and isinstance(one.left, Symbol)
    }


def read_amounts(where: Iterable[list[tuple[Symbol, str]]]) -> dict[str, Fraction]:
    """Take the amounts that 式中 states: ``Q——…，为1 t``."""
    return {
        letters(symbol): base_value(match["digits"], match["unit"])
        for lines in where
        for symbol, words in lines
        if (match := AMOUNT.search(words)) is not None
    }


def read_factors(
    tables: Iterable[list[list[str]]],
) -> tuple[dict[str, Fraction], dict[str, list[tuple[tuple[str, ...], Fraction]]]]:
    """Take single factors, potentials, and tables looked up by keys."""
    single: dict[str, Fraction] = {}
    keyed: dict[str, list[tuple[tuple[str, ...], Fraction]]] = {}
    for head, *rows in tables:
        whole = [row for row in rows if len(row) == len(head)]
        named = [dict(zip(head, row, strict=True)) for row in whole]
        if head[:4] == ["名称", "符号", "数值", "单位"]:
            single |= {r["符号"]: base_value(r["数值"], r["单位"]) for r in named}
        elif "全球变暖潜势" in head:
            single |= {potential_symbol(r): base_value(r["全球变暖潜势"], "") for r in named}
        else:
            keyed |= keyed_table(head, whole)
    return single, keyed


def potential_symbol(row: Row) -> str:
    """Give the symbol of a potential: gas, and origin where the table parts by it."""
    origin = "" if row["成因"] == "—" else f",{row['成因']}"
    return f"GWP{row['化学式']}{origin}"


def keyed_table(
    head: list[str], rows: list[list[str]]
) -> dict[str, list[tuple[tuple[str, ...], Fraction]]]:
    """Take a table whose head gives the symbol with its unit, the keys standing before."""
    for place, cell in enumerate(head):
        match = HEAD_WITH_SYMBOL.fullmatch(cell)
        if match is not None and place:
            return {
                match["symbol"]: [
                    (tuple(row[:place]), base_value(row[place], match["unit"])) for row in rows
                ]
            }
    return {}
