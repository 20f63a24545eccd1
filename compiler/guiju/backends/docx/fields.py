"""Fields and bookmarks: everything that Word counts or refers to again."""

import re
from collections.abc import Iterable

from guiju.backends.docx.elements import Element, run, text_run, word
from guiju.documents.numbering import Numbers

FOREWORD, INTRODUCTION, BIBLIOGRAPHY = "foreword", "introduction", "bibliography"
"""Ids of the parts that have a place in the contents but no number."""

UNFIT = re.compile(r"[^A-Za-z0-9_]")


def bookmark_names(numbers: Numbers) -> dict[str, str]:
    """Give each thing that has a place a hidden bookmark of at most 40 letters."""
    ids = [FOREWORD, INTRODUCTION, *numbers.numbers, BIBLIOGRAPHY]
    return {one: f"_G{place}_{UNFIT.sub('_', one)}"[:40] for place, one in enumerate(ids, 1)}


def bookmarked(name: str, content: Iterable[Element]) -> list[Element]:
    """Put the bookmark ``name`` around ``content``; its number is in its name."""
    number = bookmark_number(name)
    return [
        word("bookmarkStart", id=number, name=name),
        *content,
        word("bookmarkEnd", id=number),
    ]


def bookmark_number(name: str) -> str:
    """Give the number that is in the name of a bookmark."""
    return name.removeprefix("_G").partition("_")[0]


def field(instruction: str, cached: str) -> list[Element]:
    """Give a field with the text that it shows until Word refreshes it."""
    return [
        run(word("fldChar", fldCharType="begin")),
        text_run(f" {instruction} ", tag="instrText"),
        run(word("fldChar", fldCharType="separate")),
        text_run(cached),
        run(word("fldChar", fldCharType="end")),
    ]


def hyperlink(bookmark: str, content: Iterable[Element]) -> Element:
    """Lead from ``content`` to ``bookmark``."""
    return word("hyperlink", *content, anchor=bookmark, history=1)
