"""Write lines and tables of words on one sheet, to be printed on A4 and filled in by people."""

import io
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

import xlsxwriter
from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from guiju_runtime.messages import Language

CREATED = datetime(2000, 1, 1)  # the same in every file, so that bytes agree
FONTS = {"zh": "微软雅黑", "en": "Calibri"}
A4 = 9
HEAD, LINE = "#E4ECEE", "#B8C4C8"
LINE_HEIGHT = 16.0
LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"},
    "centred": {"align": "center"},
    "heading": {"bold": True},
    "text": {"text_wrap": True, "valign": "top"},
}


class Line(Struct, frozen=True, kw_only=True):
    """A line across the sheet."""

    words: str
    look: Literal["title", "centred", "heading", "text"]


class Grid(Struct, frozen=True, kw_only=True):
    """A table; its head is repeated on each printed page.

    Attributes:
        widths: of the columns [letters; a Chinese character takes two].
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


def to_xlsx(name: str, content: Sequence[Line | Grid], language: Language) -> bytes:
    """Write one sheet called ``name``; every cell is text, whatever it begins with.

    The same content gives the same bytes.
    """
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"title": name, "created": CREATED})
    _Sheet(book, name, content, FONTS[language]).put()
    book.close()
    return buffer.getvalue()


class _Sheet:
    """The sheet while it is written."""

    def __init__(
        self, book: xlsxwriter.Workbook, name: str, content: Sequence[Line | Grid], font: str
    ) -> None:
        """Lay out the page for the widest table."""
        self.book, self.content, self.font = book, content, font
        self.sheet: Worksheet = book.add_worksheet(name)
        grids = [one for one in content if isinstance(one, Grid)]
        self.widths = max((one.widths for one in grids), key=len, default=(100.0,))
        self.row = 0
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&C&P / &N")
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)

    def put(self) -> None:
        """Write everything from the top."""
        for one in self.content:
            if isinstance(one, Line):
                self.line(one)
            else:
                self.grid(one)

    def style(self, **properties: object) -> Format:
        """Give a format in the font of the sheet."""
        return self.book.add_format({"font_name": self.font, "font_size": 10, **properties})

    def line(self, line: Line) -> None:
        """Write a line over all columns, as high as its words need."""
        last = len(self.widths) - 1
        style = self.style(**LOOKS[line.look])
        if last:
            self.sheet.merge_range(self.row, 0, self.row, last, line.words, style)
        else:
            self.sheet.write_string(self.row, 0, line.words, style)
        big = 1.7 if line.look == "title" else 1.0
        high = LINE_HEIGHT * big * lines_needed(line.words, sum(self.widths) / big)
        self.sheet.set_row(self.row, high)
        self.row += 1

    def grid(self, grid: Grid) -> None:
        """Write a table; the first row of the sheet stays in sight if it is its head."""
        frame = {"border": 1, "border_color": LINE, "text_wrap": True}
        head = self.style(**frame, bold=True, bg_color=HEAD, align="center", valign="vcenter")
        plain = self.style(**frame, valign="top")
        for column, words in enumerate(grid.heads):
            self.sheet.write_string(self.row, column, words, head)
        self.sheet.repeat_rows(self.row)
        if self.row == 0:
            self.sheet.freeze_panes(1, 0)
        for row in grid.rows:
            self.row += 1
            for column, words in enumerate(row):
                if words:
                    self.sheet.write_string(self.row, column, words, plain)
                else:
                    self.sheet.write_blank(self.row, column, None, plain)
        self.row += 1


def lines_needed(words: str, width: float) -> int:
    """Estimate the lines of ``words`` over ``width`` [letters]."""
    letters = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1.05 for letter in words)
    return max(1, -int(-letters // max(1.0, width - 1)))
