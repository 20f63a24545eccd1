"""Explanations as one web page that needs nothing beside it."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from guiju.cli import words
from guiju.cli.columns import significant
from guiju.cli.output import filled
from guiju.documents import html_page
from guiju_runtime.messages import Language

OPEN_LEVELS = 2
"""How many levels of the tree are open at first."""
STYLE = """
.total { font-size: 1.9rem; margin: 1rem 0 }
.total span { font-size: 1rem; color: var(--soft) }
details, .leaf { border-left: 2px solid var(--line); padding-left: .8rem;
  margin: .35rem 0 .35rem .3rem }
summary { cursor: pointer; list-style-position: outside }
summary:hover { background: var(--back) }
.row { display: inline-flex; flex-wrap: wrap; gap: .1rem .8rem; width: calc(100% - 1.4rem);
  align-items: baseline; vertical-align: top }
.leaf > .row { width: 100% }
.name { flex: 1 1 14rem; min-width: 0 }
.path { color: var(--soft); font: .82em ui-monospace, monospace; margin-left: .5rem;
  overflow-wrap: anywhere }
.value { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap }
.value small { color: var(--soft) }
.share { flex: 0 0 8.5rem; font-size: .85em; color: var(--soft) }
.share i { display: inline-block; height: .65em; background: var(--bar); margin-right: .4rem;
  border-radius: 1px; vertical-align: baseline }
.why { color: var(--soft); font-size: .88em; margin: .1rem 0 .2rem; overflow-wrap: anywhere }
.why code { color: CanvasText; font: .95em ui-monospace, monospace; background: var(--back);
  padding: 0 .25rem }
@media print { summary { list-style: none } }
"""
Plain = dict[str, Any]


def page(found: Sequence[Plain], head: Sequence[str], language: Language) -> str:
    """Give the page of explanations.

    Args:
        found: explanations as plain data.
        head: title of the standard, then what identifies standard, declaration and engine.
    """
    title, *lines = head
    body = (part for one in found for part in _whole(one, language))
    return html_page.page(title, lines, STYLE, body, language)


def _whole(one: Plain, language: Language) -> Iterator[str]:
    """Give a value large, then what it comes from."""
    value, unit = _value(one["value"], one, language), escape(one["unit"])
    yield f'<p class="total">{escape(one["label"])}　{value} <span>{unit}</span></p>'
    yield from _why(one, language)
    whole = one["value"] if one["unit"].startswith("kgCO2e") else None
    for part in one["parts"]:
        yield from _node(part, 1, whole, language)


def _node(node: Plain, level: int, whole: object, language: Language) -> Iterator[str]:
    row = f'<span class="row">{"".join(_row(node, whole, language))}</span>'
    why = "".join(_why(node, language))
    if not node["parts"]:
        yield f'<div class="leaf">{row}{why}</div>'
        return
    opened = " open" if level < OPEN_LEVELS else ""
    yield f"<details{opened}><summary>{row}</summary>{why}"
    for part in node["parts"]:
        yield from _node(part, level + 1, whole, language)
    yield "</details>"


def _row(node: Plain, whole: object, language: Language) -> Iterator[str]:
    label, path = escape(node["label"]), escape(node["path"])
    yield f'<span class="name"><b>{label}</b><span class="path">{path}</span></span>'
    value, unit = _value(node["value"], node, language), escape(node["unit"])
    yield f'<span class="value">{value} <small>{unit}</small></span>'
    if node["unit"] == "kgCO2e" and isinstance(whole, float) and isinstance(node["value"], float):
        share = node["value"] / whole if whole else 0.0
        width = min(max(share, 0.0), 1.0) * 4
        yield f'<span class="share"><i style="width:{width:.2f}rem"></i>{share:.1%}</span>'


def _value(value: object, node: Plain, language: Language) -> str:
    """Write a value as people read it."""
    if value is None:
        lacking = words.NO_VALUE if node["formula"] or node["parts"] else words.NOT_GIVEN
        return lacking.in_language(language)
    if isinstance(value, bool):
        return (words.YES if value else words.NO).in_language(language)
    return escape(value) if isinstance(value, str) else significant(float(str(value)))


def _why(node: Plain, language: Language) -> Iterator[str]:
    """Give the formula, its number, what is remarked, and the clause."""
    parts, number = [], node["formula_number"]
    of = escape(filled(words.FORMULA, language, number=number)) if number else ""
    if node["formula"]:
        parts.append(f"<code>= {escape(node['formula'])}</code>{of}")
    elif of:
        parts.append(of.strip())
    parts += [escape(remark) for remark in node["remarks"]]
    if node["clause"]:
        parts.append(escape(filled(words.CLAUSE, language, number=node["clause"])))
    if parts:
        between = escape(words.BETWEEN.in_language(language))
        yield f'<p class="why">{between.join(parts)}</p>'
