"""Run mkdocs: pages → a folder that opens from a disk, without a server or a network.

mkdocs reads and writes files and nothing else, so this module is the one place besides ``cli.py``
that touches them: a temporary folder, and the folder that the command gives.
"""

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.resources import as_file, files
from pathlib import Path

from guiju.backends.model import Artifact
from guiju.backends.site.index import index_page, page_file
from guiju.backends.site.model import StandardPage
from guiju.backends.site.page import figures, to_markdown
from guiju.backends.site.settings import settings
from guiju.fonts import licence_file, web_font_files
from guiju_runtime.messages import Language

NO_NOTICE = "NO_MKDOCS_2_WARNING"
SPEAKERS = ("mkdocs", "jieba")


def build_site(
    pages: Sequence[StandardPage], folder: Path, chapters: Sequence[Artifact] = ()
) -> None:
    """Write the site of ``pages`` below ``folder``; files of the same name are replaced.

    Args:
        chapters: the language reference in Markdown, its contents first.

    One site has one language: a site in two is built twice, into two folders.

    Raises:
        ValueError: if ``pages`` is empty or has more than one language.
    """
    languages = {page.document.language for page in pages}
    if len(languages) != 1:
        raise ValueError("a site needs pages in exactly one language")
    with tempfile.TemporaryDirectory(prefix="guiju-site-") as work:
        write_sources(pages, languages.pop(), Path(work), chapters)
        with quiet():
            run_mkdocs(Path(work))
        shutil.copytree(Path(work) / "site", folder, dirs_exist_ok=True)


def write_sources(
    pages: Sequence[StandardPage],
    language: Language,
    work: Path,
    chapters: Sequence[Artifact] = (),
) -> None:
    """Write what mkdocs reads: settings, index, pages with their files, style and shim."""
    (work / "mkdocs.yml").write_text(settings(pages, language, chapters), encoding="utf-8")
    docs = work / "docs"
    with as_file(files("guiju.backends.site") / "assets") as assets:
        shutil.copytree(assets, docs / "assets")
    for file in (*web_font_files(), licence_file()):
        shutil.copy(file, docs / "assets")
    (docs / "index.md").write_text(index_page(pages, language), encoding="utf-8")
    for page in pages:
        write_page(page, docs / page_file(page.document))
    for chapter in chapters:
        place = docs / chapter.path
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(chapter.content)


def write_page(page: StandardPage, file: Path) -> None:
    """Write one page, its drawings and its downloads beside it."""
    file.parent.mkdir(parents=True)
    text = to_markdown(page.document, page.numbers, page.downloads, page.sources, page.live)
    file.write_text(text, encoding="utf-8")
    for artifact in (*figures(page.document), *page.files):
        beside = file.parent / artifact.path
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(artifact.content)


def run_mkdocs(work: Path) -> None:
    """Build the site of ``work/docs`` into ``work/site``."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(str(work / "mkdocs.yml"), docs_dir=str(work / "docs"), strict=True))


@contextmanager
def quiet() -> Iterator[None]:
    """Keep mkdocs and its helpers from writing to the terminal; nothing of it is for our reader."""
    import_module("jieba")  # turns its own speech up when it is imported
    before = {name: logging.getLogger(name).level for name in SPEAKERS}
    notice = os.environ.get(NO_NOTICE)
    os.environ[NO_NOTICE] = "1"
    for name in SPEAKERS:
        logging.getLogger(name).setLevel(logging.ERROR)
    try:
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)
        os.environ.pop(NO_NOTICE, None)
        if notice is not None:
            os.environ[NO_NOTICE] = notice
