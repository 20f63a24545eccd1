"""The workbook while it is written: its formats, its lists of choices, its hidden sheet."""

import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from guiju.backends.form.words import LOCKED_TITLE, PAGE, TITLE
from guiju.declaration_form.form_plan import FORM, HIDDEN_SHEET
from guiju_runtime.data_model import DataModel
from guiju_runtime.messages import Language

CREATED = datetime(2000, 1, 1)  # the same in every form, so that bytes agree
FONTS = {"zh": "微软雅黑", "en": "Calibri"}
A4 = 9
DEEP, PALE, LINE = "#1F4E5F", "#E4ECEE", "#B8C4C8"
OPEN, NEEDED, GREY = "#FFFBE3", "#FFE49A", "#5F6B70"
LONGEST_NAME = 31
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
LINE_HEIGHT = 16.0


class Book:
    """An open workbook; ``content`` closes it."""

    def __init__(self, model: DataModel, language: Language) -> None:
        """Begin a form for ``model``."""
        self.model = model
        self.language = language
        self.buffer = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.workbook: Workbook = xlsxwriter.Workbook(self.buffer, options)
        self.workbook.set_properties(
            {
                "title": f"{TITLE.in_language(language)} {model.standard.version}".strip(),
                "created": CREATED,
                "comments": f"{model.standard.id} {model.standard.digest}",
            }
        )
        self.formats: dict[tuple[tuple[str, object], ...], Format] = {}
        self.lists: dict[tuple[str, ...], str] = {}
        self.names: list[str] = [HIDDEN_SHEET]
        self.roles: list[tuple[str, str, str]] = []

    def style(self, **properties: object) -> Format:
        """Give a format; the same properties give the same one."""
        base: dict[str, object] = {
            "font_name": FONTS[self.language],
            "font_size": 10,
            "valign": "vcenter",
        }
        key = tuple(sorted({**base, **properties}.items()))
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format(dict(key))
        return self.formats[key]

    def add_sheet(self, wanted: str, role: str, group: str) -> Worksheet:
        """Add a sheet under ``wanted`` or a name near it that is free and allowed."""
        name = self.free_name(wanted)
        self.names.append(name)
        self.roles.append((name, role, group))
        sheet: Worksheet = self.workbook.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        standard = self.model.standard
        title = standard.title.in_language(self.language)
        sheet.set_header(f"&L&9{in_header(title)}&C&10&A&R&9{in_header(standard.version)}")
        digest = in_header(standard.digest[:19])
        sheet.set_footer(f"&L&8{digest}&R&9{PAGE.in_language(self.language)}")
        sheet.protect("", {"format_columns": True, "format_rows": True})
        return sheet

    def free_name(self, wanted: str) -> str:
        """Give a name for a sheet: short enough, without forbidden marks, not yet taken."""
        plain = " ".join(wanted.translate(FORBIDDEN).split()) or "-"
        taken = {name.casefold() for name in self.names}
        name, number = plain[:LONGEST_NAME], 1
        while name.casefold() in taken or name.casefold() == "history":
            number += 1
            name = f"{plain[: LONGEST_NAME - 4]} {number}"
        return name

    def choices(self, words: Sequence[str]) -> str:
        """Give the reference to a list of ``words``, which goes to the hidden sheet."""
        key = tuple(words)
        if key not in self.lists:
            column = column_letters(4 + len(self.lists))
            self.lists[key] = f"={HIDDEN_SHEET}!${column}$1:${column}${len(key)}"
        return self.lists[key]

    def choice_rule(self, words: Sequence[str], message: str, strict: bool) -> dict[str, object]:
        """Give the rule of a cell that takes one of ``words``."""
        return self.rule(
            message,
            validate="list",
            source=self.choices(words),
            error_type="stop" if strict else "warning",
        )

    def rule(self, message: str, **rule: object) -> dict[str, object]:
        """Give a rule for a cell with what is said when it is broken."""
        title = LOCKED_TITLE.in_language(self.language)
        return {"error_title": title, "error_message": message, "ignore_blank": True, **rule}

    def content(self) -> bytes:
        """Write the hidden sheet and give the bytes of the workbook."""
        hidden = self.workbook.add_worksheet(HIDDEN_SHEET)
        hidden.very_hidden()
        hidden.protect("")
        standard = self.model.standard
        lines = [(FORM, "", ""), ("standard", standard.id, ""), ("digest", standard.digest, "")]
        for row, words in enumerate([*lines, *self.roles]):
            for column, word in enumerate(words):
                hidden.write_string(row, column, word)
        for column, listed in enumerate(self.lists):
            for row, word in enumerate(listed):
                hidden.write_string(row, 4 + column, word)
        self.workbook.close()
        return self.buffer.getvalue()


def column_letters(column: int) -> str:
    """Name a column: 0 is A."""
    above, letter = divmod(column, 26)
    return (column_letters(above - 1) if above else "") + chr(65 + letter)


def in_header(words: str) -> str:
    """Write ``words`` so that no code of page headers is read in them."""
    return words.replace("&", "&&")[:100]
