"""The web page of one standard: its document, its downloads, the rules beside their clauses."""

import re
from collections.abc import Mapping

from guiju.backends.model import Artifact
from guiju.backends.site import Download, RuleSource, StandardPage
from guiju.backends.site.live import SCRIPT, LiveCalculator
from guiju.building import numbered_document
from guiju.files import read
from guiju.library import Standard
from guiju.shipped import reference_folder
from guiju_dsl.source import Span
from guiju_dsl.standard.model import Example
from guiju_runtime.attaching import standards_of
from guiju_runtime.messages import Language, Text

DOWNLOADS = {
    "standard.zh.docx": Text(zh="Word 文件", en="Word document"),
    "standard.zh.pdf": Text(zh="PDF 文件", en="PDF document"),
    "standard.en.docx": Text(zh="英文版 Word 文件", en="English edition (Word)"),
    "standard.en.pdf": Text(zh="英文版 PDF 文件", en="English edition (PDF)"),
    "notes.docx": Text(zh="编制说明（Word）", en="Explanatory note (Word, in Chinese)"),
    "form.xlsx": Text(zh="数据收集表（Excel）", en="Data form (Excel)"),
    "data.schema.json": Text(zh="数据模式（JSON Schema）", en="Schema of the data (JSON)"),
    "calculator.py": Text(zh="计算器（Python）", en="Calculator (Python)"),
    "calculator.js": Text(zh="计算器（JavaScript）", en="Calculator (JavaScript)"),
    "calculator.sql": Text(zh="计算语句（SQL）", en="Calculation (SQL)"),
    "graph.json": Text(zh="单元过程图（JSON）", en="Process graph (JSON)"),
}


def page_of(
    standard: Standard, made: tuple[Artifact, ...], language: Language = "zh"
) -> StandardPage:
    """Give the page of ``standard`` with the products that were ``made`` of it to download."""
    edition = numbered_document(standard, language)
    offered = tuple(artifact for artifact in made if artifact.path in DOWNLOADS)
    return StandardPage(
        document=edition.document,
        numbers=edition.numbers,
        downloads=tuple(
            Download(label=DOWNLOADS[a.path].in_language(language), file=a.path) for a in offered
        ),
        sources=tuple(_sources(standard, frozenset(edition.numbers.numbers))),
        files=offered,
        live=_live(standard) if any(a.path == SCRIPT for a in offered) else None,
    )


def _live(standard: Standard) -> LiveCalculator:
    """Give what the calculator of the page needs; the first example that can be read to fill in."""
    declared = (_declaration(standard, one) for one in standard.plan.graph.standard.examples)
    return LiveCalculator(
        standard=standard.id,
        others=standards_of(standard.plan.data_model),
        example=next((one for one in declared if one is not None), None),
    )


def _declaration(standard: Standard, example: Example) -> Mapping[str, object] | None:
    data = standard.place.beside(example.file) if example.file else example.given
    return standard.declared(data)[0]


def chapters() -> tuple[Artifact, ...]:
    """Give the language reference as pages of the site, its contents first.

    What stands behind the word that opens a block is for the tests; mkdocs would trip over it.
    """
    folder = reference_folder()
    return tuple(
        Artifact(f"reference/{path.name}", _OPENING.sub(r"\1", read(path).decode()).encode())
        for path in (folder / "README.md", *sorted(folder.glob("[0-9]*.md")))
    )


_OPENING = re.compile(r"(?m)^(```\w+) .+$")


def _sources(standard: Standard, ids: frozenset[str]) -> list[RuleSource]:
    """Give the source of each process and clause beside the clause that prints it."""
    names = standard.plan.graph.standard.names
    found = []
    for path, declaration in names.declarations.items():
        target = _target(declaration.kind, path)
        if target in ids:
            found.append(_source(standard, target, declaration.node.span))
    return found


def _target(kind: str, path: str) -> str:
    """Give the id of the clause that prints a process or a clause of the source; else nothing."""
    return {"process": f"process.{path}", "clause": path.removeprefix("clause:")}.get(kind, "")


def _source(standard: Standard, target: str, span: Span) -> RuleSource:
    text = standard.plan.graph.standard.names.sources[span.source]
    line, _ = text.line_and_column(span.start)
    return RuleSource(
        target=target, place=f"{span.source}:{line}", text=text.text[span.start : span.end]
    )
