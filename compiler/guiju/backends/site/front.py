"""Head and foot of a page: plate of the standard, downloads, bibliography, identity."""

from html import escape

from guiju.backends.site.inlines import content
from guiju.backends.site.model import Download
from guiju.documents.model import Inlines, StandardDocument
from guiju.documents.numbering import Numbers
from guiju_runtime.messages import Language, Text

LABELS = {
    "number": Text(zh="编号", en="Number"),
    "replaces": Text(zh="代替", en="Replaces"),
    "ics": Text(zh="ICS", en="ICS"),
    "ccs": Text(zh="CCS", en="CCS"),
    "issued": Text(zh="发布", en="Issued"),
    "effective": Text(zh="实施", en="Effective"),
    "issuer": Text(zh="发布机构", en="Issuer"),
}
DOWNLOADS = Text(zh="下载", en="Downloads")
IDENTITY = {
    "id": Text(zh="标识", en="Identifier"),
    "version": Text(zh="版本", en="Version"),
    "status": Text(zh="状态", en="Status"),
    "digest": Text(zh="源文件摘要", en="Digest of the source"),
    "engine": Text(zh="生成程序", en="Made by"),
}


def plate(document: StandardDocument) -> str:
    """Write the data of the cover, empty ones left out."""
    cover, language = document.cover, document.language
    stage = f'<span class="gj-stage">{escape(cover.stage)}</span>' if cover.stage else ""
    facts = "".join(
        f"<div><dt>{label.in_language(language)}</dt><dd>{escape(value)}</dd></div>"
        for name, label in LABELS.items()
        if (value := getattr(cover, name))
    )
    english = f'<p class="gj-english">{escape("—".join(cover.title_en))}</p>'
    return (
        f'<div class="gj-plate"><p class="gj-banner">{escape(cover.banner)}{stage}</p>'
        f"{english if cover.title_en else ''}<dl>{facts}</dl></div>"
    )


def downloads_of(downloads: tuple[Download, ...], language: Language) -> str:
    """Write the links to the other products of the standard."""
    links = "".join(
        f'<a class="md-button" href="{escape(one.file)}" download>{escape(one.label)}</a>'
        for one in downloads
    )
    return f'<div class="gj-downloads"><span>{DOWNLOADS.in_language(language)}</span>{links}</div>'


def bibliography(entries: tuple[Inlines, ...], numbers: Numbers) -> str:
    """Write 参考文献."""
    lines = "".join(
        f'<li><span class="gj-mark">[{place}]</span><div>{content(entry, numbers)}</div></li>'
        for place, entry in enumerate(entries, 1)
    )
    return f'<ul class="gj-list gj-bibliography">{lines}</ul>'


def identity(document: StandardDocument) -> str:
    """Write which source the page came from."""
    facts = "".join(
        f"<div><dt>{label.in_language(document.language)}</dt><dd>{escape(value)}</dd></div>"
        for name, label in IDENTITY.items()
        if (value := getattr(document.identity, name))
    )
    return f'<footer class="gj-identity"><dl>{facts}</dl></footer>'
