"""Blocks of a clause as HTML, each on a line of its own so that Markdown leaves it alone."""

from collections.abc import Sequence
from html import escape

from guiju.backends.site.inlines import content
from guiju.documents.mathml import displayed, inline
from guiju.documents.model import (
    Block,
    Equation,
    Explained,
    Figure,
    Inlines,
    ItemList,
    ListItem,
    Note,
    Paragraph,
    Table,
    Term,
)
from guiju.documents.numbering import Numbers
from guiju.documents.printing import (
    EMPTY_CELL,
    FIGURE,
    SOURCE,
    TABLE,
    WHERE,
    closing_mark,
    list_mark,
    note_label,
)
from guiju_runtime.messages import Language

FIGURE_FOLDER = "figures"


def paragraph(words: str) -> str:
    """Write a paragraph."""
    return f"<p>{words}</p>"


def figure_file(figure: Figure, language: Language) -> str:
    """Give the path of a drawing below the folder of its page."""
    mark = "" if language == "zh" else f".{language}"
    return f"{FIGURE_FOLDER}/{figure.id}{mark}.svg"


def block(block: Block, label: str, numbers: Numbers, language: Language) -> str:
    """Write one block that is no clause; ``label`` stands before a note."""
    match block:
        case Paragraph():
            return paragraph(content(block.words, numbers))
        case ItemList():
            return item_list(block.items, block.kind, 0, numbers, language)
        case Equation():
            return equation(block, numbers, language)
        case Table():
            return table(block, numbers, language)
        case Figure():
            return figure(block, numbers, language)
        case Note():
            return note(label, block.words, numbers)
        case Term():
            return term(block, numbers, language)
        case _:
            raise ValueError("a clause is written with its heading")


def item_list(
    items: Sequence[ListItem], kind: str, layer: int, numbers: Numbers, language: Language
) -> str:
    """Write a list with the marks that the standard prints."""
    lines = "".join(
        f'<li><span class="gj-mark">{list_mark(kind, layer, place, language)}</span>'
        f"<div>{content(item.words, numbers)}"
        + (item_list(item.items, kind, layer + 1, numbers, language) if item.items else "")
        + "</div></li>"
        for place, item in enumerate(items)
    )
    return f'<ul class="gj-list gj-{kind}">{lines}</ul>'


def note(label: str, words: Inlines, numbers: Numbers) -> str:
    """Write a note behind its label."""
    return f'<p class="gj-note"><strong>{escape(label)}</strong>{content(words, numbers)}</p>'


def equation(equation: Equation, numbers: Numbers, language: Language) -> str:
    """Write a numbered formula and its 式中 list."""
    number = numbers.numbers[equation.id]
    tag = f"（{number}）" if language == "zh" else f"({number})"
    written = (
        f'<div class="gj-equation" id="{escape(equation.id)}">'
        f'<div class="gj-formula">{displayed(equation.formula)}</div>'
        f'<span class="gj-number">{escape(tag)}</span></div>'
    )
    if not equation.where:
        return written
    last = len(equation.where) - 1
    lines = "".join(
        explained(one, closing_mark(at == last, language), numbers)
        for at, one in enumerate(equation.where)
    )
    where = escape(WHERE.in_language(language))
    return f'{written}<div class="gj-where"><p>{where}</p><dl>{lines}</dl></div>'


def explained(explained: Explained, mark: str, numbers: Numbers) -> str:
    """Write one line of 式中."""
    words = content(explained.words, numbers)
    return f"<dt>{inline(explained.symbol)}</dt><dd>{words}{mark}</dd>"


def table(table: Table, numbers: Numbers, language: Language) -> str:
    """Write a table with title and unit above and its notes below."""
    label = TABLE.in_language(language).format(numbers.numbers[table.id])
    unit = f'<span class="gj-unit">{content(table.unit, numbers)}</span>' if table.unit else ""
    heads = "".join(f"<th>{content(column.head, numbers)}</th>" for column in table.columns)
    widths = "".join(f'<col style="width:{column.share:.0%}">' for column in table.columns)
    rows = "".join(row(table, cells, numbers) for cells in table.rows)
    count = len(table.notes)
    notes = "".join(
        note(note_label(place, count, language), words, numbers)
        for place, words in enumerate(table.notes, 1)
    )
    foot = (
        f'<tfoot><tr><td colspan="{len(table.columns)}">{notes}</td></tr></tfoot>' if notes else ""
    )
    return (
        f'<div class="gj-table" id="{escape(table.id)}"><table class="gj-data">'
        f"<caption>{escape(label)}　{escape(table.title)}{unit}</caption>"
        f"<colgroup>{widths}</colgroup>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>{foot}</table></div>"
    )


def row(table: Table, cells: tuple[Inlines, ...], numbers: Numbers) -> str:
    """Write a row; an empty cell as a dash."""
    columns = zip(table.columns, cells, strict=True)
    return "<tr>{}</tr>".format(
        "".join(
            f'<td class="gj-{column.align}">{content(words, numbers) if words else EMPTY_CELL}</td>'
            for column, words in columns
        )
    )


def figure(figure: Figure, numbers: Numbers, language: Language) -> str:
    """Write a figure as a reference to its file, with its title below."""
    return (
        f'<figure class="gj-figure" id="{escape(figure.id)}">'
        f'<img src="{escape(figure_file(figure, language))}" alt="{escape(figure.title)}">'
        f"<figcaption>{figure_title(figure, numbers, language)}</figcaption></figure>"
    )


def figure_title(figure: Figure, numbers: Numbers, language: Language) -> str:
    """Write the title below a figure."""
    label = FIGURE.in_language(language).format(numbers.numbers[figure.id])
    return f"{escape(label)}　{escape(figure.title)}"


def term(term: Term, numbers: Numbers, language: Language) -> str:
    """Write a term entry: number, names in both languages, definition, source."""
    names = (term.zh, term.en) if language == "zh" else (term.en, term.zh)
    words = "　".join(escape(name) for name in names if name)
    source = SOURCE.in_language(language).format(term.source) if term.source else ""
    below = f'<p class="gj-source">{escape(source)}</p>' if source else ""
    return (
        f'<div class="gj-term" id="{escape(term.id)}">'
        f'<p class="gj-term-number">{escape(numbers.numbers[term.id])}</p>'
        f'<p class="gj-term-name">{words}</p>'
        f"<p>{content(term.definition, numbers)}</p>{below}</div>"
    )
