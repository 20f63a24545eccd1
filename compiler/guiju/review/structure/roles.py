"""What each paragraph is, by the first sign that it shows."""

from collections.abc import Callable, Mapping
from typing import Final

from guiju.review.model import Draft, Paragraph
from guiju.review.structure import signs
from guiju.review.structure.model import Heading, Part, Role

Sign = Callable[[Paragraph], bool]


def _caption(kind: str) -> Sign:
    def shows(paragraph: Paragraph) -> bool:
        match = signs.CAPTION.fullmatch(paragraph.words.strip())
        if match is None or signs.KINDS.get(match["kind"], match["kind"]) != kind:
            return False
        named = f"{kind}题" in paragraph.style or f"{kind}标题" in paragraph.style
        words = match["title"].strip()
        most = 50 if match["kind"] == kind else 120
        short = len(words) <= most and not words.endswith(("。", "；", "：")) and "\n" not in words
        return named or (short and paragraph.look.align == "center")

    return shows


def _words(sign: str) -> Sign:
    pattern = getattr(signs, sign)
    return lambda paragraph: pattern.match(paragraph.words.strip()) is not None


def _item(sign: str) -> Sign:
    pattern = getattr(signs, sign)
    return lambda paragraph: pattern.match(paragraph.label or paragraph.text.strip()) is not None


def _formula(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is a formula of its own line, by its number or its style.

    Formulas of other programs are pictures: with a number beside them they are formulas.
    """
    if not (paragraph.formulas or paragraph.pictures):
        return False
    letters = paragraph.text
    for formula in paragraph.formulas:
        letters = letters.replace(formula, "", 1)
    numbered = signs.NUMBERED_FORMULA.fullmatch(letters.strip(" \t.…·　")) is not None
    named = paragraph.style.startswith("公式") or "正文公式" in paragraph.style
    return (named and bool(paragraph.formulas)) or (
        numbered and len(letters.strip(" \t.…·　")) <= 8
    )


def _exactly(sign: str) -> Sign:
    pattern = getattr(signs, sign)
    return lambda paragraph: pattern.fullmatch(paragraph.words.strip()) is not None


SIGNS: Final[tuple[tuple[Role, Sign], ...]] = (
    ("blank", signs.is_blank),
    ("cell", lambda paragraph: paragraph.at == "cell"),
    ("contents line", signs.is_contents_line),
    ("table title", _caption("表")),
    ("figure title", _caption("图")),
    ("picture", lambda paragraph: paragraph.pictures > 0 and not paragraph.text.strip()),
    ("formula", _formula),
    ("where", _exactly("WHERE")),
    ("source", _words("SOURCE")),
    ("unit of table", _exactly("UNIT_OF_TABLE")),
    ("note", _words("NOTE")),
    ("example", _words("EXAMPLE")),
    ("letter item", _item("LETTER_ITEM")),
    ("dash item", _item("DASH_ITEM")),
)
"""Roles with their signs; the first that shows decides."""


def roles_of(
    draft: Draft,
    parts: list[Part],
    heads: Mapping[int, Heading],
    titles: Mapping[Part, Paragraph],
) -> list[Role]:
    """Give the role of each paragraph."""
    titled = {one.place for part, one in titles.items() if part not in ("clauses", "annex")}
    found: list[Role] = []
    for paragraph in draft.paragraphs:
        part = parts[paragraph.place - 1]
        if paragraph.place in titled:
            found.append("part title")
        elif paragraph.place in heads:
            found.append(_heading_role(heads[paragraph.place]))
        else:
            found.append(_role(paragraph, part, found))
    _mark_standard_title(draft, parts, found, titles)
    return found


def _heading_role(heading: Heading) -> Role:
    if not heading.titled:
        return "untitled"
    return "chapter" if heading.depth == 1 else "clause"


def _role(paragraph: Paragraph, part: Part, before: list[Role]) -> Role:
    if part == "end" and signs.is_end_line(paragraph):
        return "end line"
    if paragraph.at == "text" and part == "annex" and signs.ANNEX.fullmatch(paragraph.key):
        return "annex mark"
    if part == "contents" and not signs.is_blank(paragraph) and paragraph.at == "text":
        return "contents line"
    role: Role = next((role for role, sign in SIGNS if sign(paragraph)), "body")
    if before and before[-1] in ("where", "where item") and _explains(paragraph, role):
        return "where item"
    return role


def _explains(paragraph: Paragraph, role: Role) -> bool:
    """Say whether a paragraph under 式中 explains a symbol."""
    if role in ("body", "dash item", "formula", "letter item") and "——" in paragraph.text:
        return True
    return role == "body" and bool(paragraph.formulas) and "\t" in paragraph.text


def _mark_standard_title(
    draft: Draft, parts: list[Part], roles: list[Role], titles: Mapping[Part, Paragraph]
) -> None:
    """Find the title above clause 1: the centred lines right before it."""
    first = titles.get("clauses")
    if first is None:
        return
    at = first.place - 2
    while at >= 0 and parts[at] != "cover":
        paragraph = draft.paragraphs[at]
        named = "标准名称" in paragraph.style or "文件名称" in paragraph.style
        if roles[at] == "body" and (named or paragraph.look.align == "center"):
            roles[at] = "standard title"
        elif roles[at] != "blank":
            return
        at -= 1
