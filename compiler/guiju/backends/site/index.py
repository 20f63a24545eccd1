"""The first page of the site: the standards on it."""

from collections.abc import Sequence
from html import escape

from guiju.backends.site.model import StandardPage
from guiju.documents.model import StandardDocument
from guiju.documents.printing import title_of
from guiju_runtime.messages import Language, Text

SITE_NAME = Text(zh="规矩 · 产品碳足迹标准", en="Guiju · Product carbon footprint standards")
WELCOME = Text(
    zh="每一部标准由同一份源文件得到：条文、公式和计算程序出自一处，因而一致。",
    en="Each standard comes from one source: its text, formulas and calculator cannot disagree.",
)
COUNT = Text(zh="共 {} 项标准", en="{} standards")


def page_file(document: StandardDocument) -> str:
    """Give the path of the Markdown page of ``document`` below the pages of the site."""
    return f"{document.identity.id}/index.md"


def index_page(pages: Sequence[StandardPage], language: Language) -> str:
    """Write the index: a card for each standard."""
    cards = "".join(card(page.document) for page in pages)
    count = COUNT.in_language(language).format(len(pages))
    return (
        "---\nhide:\n  - navigation\n  - toc\n---\n\n"
        f"# {SITE_NAME.in_language(language)}\n\n"
        f'<div class="gj-welcome"><p>{WELCOME.in_language(language)}</p><p>{count}</p></div>\n\n'
        f'<div class="gj-cards">{cards}</div>\n'
    )


def card(document: StandardDocument) -> str:
    """Write the card of one standard."""
    cover, identity = document.cover, document.identity
    stage = f'<span class="gj-stage">{escape(cover.stage)}</span>' if cover.stage else ""
    english = escape("—".join(cover.title_en))
    return (
        f'<a class="gj-card" href="{escape(identity.id)}/index.html">'
        f'<span class="gj-card-number">{escape(cover.number)}{stage}</span>'
        f'<span class="gj-card-title">{escape(title_of(document))}</span>'
        f'<span class="gj-card-english">{english}</span>'
        f'<span class="gj-card-version">{escape(identity.id)} {escape(identity.version)}</span></a>'
    )
