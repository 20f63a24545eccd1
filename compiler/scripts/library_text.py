"""The text of a factor library: reading the published table, writing choices, tables and rows."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from factor_sources import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One line of the table; ``value`` as printed there, ``verified`` if it was seen."""

    value: str
    year: str
    verified: bool


Factors = Mapping[str, Published]


def factors_of(path: Path) -> Factors:
    """Read the lines of the table that have a value, by id."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {
            line["id"]: Published(
                value=line["value"],
                year=line["year"],
                verified=line["verified(yes/no)"] == "yes",
            )
            for line in csv.DictReader(file)
            if line["value"]
        }


# ---- pieces of a library ------------------------------------------------------------------------


def words(label: Label) -> str:
    """Write a label in both languages."""
    return f'zh "{label[0]}" en "{label[1]}"'


def library(name: str, title: Label, *parts: Iterable[str]) -> str:
    """Write a whole library, its parts a line apart."""
    head = f"library factors.{name} {{ title {words(title)} }}"
    return "\n\n".join([head, *("\n".join(part) for part in parts)]) + "\n"


def choice(name: str, label: Label, options: Mapping[str, Label]) -> Iterator[str]:
    """Write a choice, an option on each line."""
    yield f"choice {name} {words(label)} {{"
    last = len(options) - 1
    for index, (option, text) in enumerate(options.items()):
        yield f"  {option} {words(text)}{'' if index == last else ','}"
    yield "}"


def table(
    name: str,
    label: Label,
    unit: str,
    keys: str,
    source: Label | None,
    rows: Iterable[str],
) -> Iterator[str]:
    """Write a table of factors; ``source`` stands for all rows that have none."""
    yield f"factor {name} {words(label)} : {unit} by {keys} {{"
    if source is not None:
        yield f"  source {words(source)}"
    yield from (f"  {row}" for row in rows)
    yield "}"


def single(name: str, label: Label, unit: str, found: Published, source: Label) -> str:
    """Write a factor of one value."""
    year = f"  year {found.year}" if found.year else ""
    flag = "" if found.verified else "  unverified"
    block = f"{{ source {words(source)}{year}{flag} }}"
    return f"factor {name} {words(label)} : {unit} = {found.value} {block}"


def row(key: str, found: Published, block: str = "") -> str:
    """Write a row of a table."""
    flags = [block] if block else []
    flags += [] if found.verified else ["unverified"]
    return f"{key} = {found.value}" + (f" {{ {'  '.join(flags)} }}" if flags else "")


def keyed(
    factors: Factors,
    options: Mapping[str, str],
    pattern: str,
    reading: Callable[[str], str] = str,
) -> Iterator[str]:
    """Write a row for each option that the table has under ``pattern`` with its id, verified only.

    ``reading`` turns a value as printed into one in the unit of the library.
    """
    for option, part in options.items():
        found = factors.get(pattern.format(part))
        if found is not None and found.verified:
            block = f"year {found.year}" if found.year else ""
            yield row(option, replace(found, value=reading(found.value)), block)


def percent(value: str) -> str:
    """Give a printed percentage its sign."""
    return f"{value} %"


def per_cubic_metre(value: str) -> str:
    """Turn GJ/10^4 Nm3 into GJ/Nm3."""
    return format((Decimal(value) / 10_000).normalize(), "f")


def dated(
    factors: Factors, options: Mapping[str, str], pattern: str, years: Iterable[str]
) -> Iterator[str]:
    """Write a row for each option and year."""
    for option, part in options.items():
        for year in years:
            found = factors.get(f"{pattern.format(part)}_{year}")
            if found is not None:
                yield row(f"{option}, {year}", found)
