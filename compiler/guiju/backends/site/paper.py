"""A paper as one web page that needs nothing beside it, its figures drawn within."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from guiju.backends.site.blocks import block, figure_title
from guiju.documents.html_page import page
from guiju.documents.model import Clause, Figure, Paper
from guiju.documents.numbering import Numbers, number
from guiju.documents.papers import as_document
from guiju.documents.printing import note_labels
from guiju_runtime.messages import Language

DEEPEST = 6
STYLE = """
h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; border-bottom: 1px solid var(--line) }
h3 { font-size: 1rem; margin: 1.2rem 0 .4rem }
h4, h5, h6 { font-size: .95rem; margin: 1rem 0 .3rem }
main a { color: var(--bar) }
.gj-table { overflow-x: auto; margin: 1rem 0 }
.gj-data { width: 100%; border-collapse: collapse; font-size: .92em;
  font-variant-numeric: tabular-nums; border-top: 2px solid; border-bottom: 2px solid }
.gj-data caption, figcaption { font-weight: 600; padding: .3rem 0 }
.gj-data th { background: var(--back); border-bottom: 1px solid; font-weight: 600 }
.gj-data th, .gj-data td { padding: .25rem .6rem; overflow-wrap: anywhere }
.gj-data tbody tr + tr td { border-top: 1px solid var(--line) }
.gj-left { text-align: left } .gj-center { text-align: center } .gj-right { text-align: right }
.gj-unit { float: right; font-weight: 400; color: var(--soft) }
.gj-note { font-size: .88em; color: var(--soft); margin: .3rem 0 }
.gj-list { list-style: none; padding-left: 1rem } .gj-list li { display: flex; gap: .5rem }
.gj-figure { margin: 1.2rem 0; text-align: center }
.gj-figure img { max-width: 100%; background: #fff }
.gj-equation { display: flex; align-items: center; background: var(--back); padding: .4rem .8rem }
.gj-formula { flex: 1; overflow-x: auto }
.gj-where dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .9rem }
.gj-where dd { margin: 0 }
@media print { h2, h3 { break-after: avoid } tr, figure { break-inside: avoid } }
"""


def write_paper(paper: Paper) -> bytes:
    """Write ``paper`` as a page; same paper, same bytes."""
    document = as_document(paper)
    numbers = number(document)
    lines = tuple(line for line in (*paper.lines, paper.head) if line)
    body = (part for one in document.clauses for part in _clause(one, 2, numbers, paper.language))
    return page(paper.title, lines, STYLE, body, paper.language).encode()


def _clause(clause: Clause, level: int, numbers: Numbers, language: Language) -> Iterator[str]:
    """Write a clause with its heading; one without a title begins with its number."""
    printed = escape(numbers.numbers[clause.id])
    target, tag = escape(clause.id), f"h{min(level, DEEPEST)}"
    if clause.title:
        yield f'<{tag} id="{target}">{printed}　{escape(clause.title)}</{tag}>'
    else:
        yield f'<p id="{target}"><strong>{printed}</strong></p>'
    labels = note_labels(clause.content, language)
    for place, one in enumerate(clause.content):
        match one:
            case Clause():
                yield from _clause(one, level + 1, numbers, language)
            case Figure():
                yield drawn(one, numbers, language)
            case _:
                yield block(one, labels.get(place, ""), numbers, language)


def drawn(figure: Figure, numbers: Numbers, language: Language) -> str:
    """Write a figure with its drawing in the page, and its title below."""
    picture = b64encode(figure.svg.encode()).decode()
    return (
        f'<figure class="gj-figure" id="{escape(figure.id)}">'
        f'<img src="data:image/svg+xml;base64,{picture}" alt="{escape(figure.title)}">'
        f"<figcaption>{figure_title(figure, numbers, language)}</figcaption></figure>"
    )
