"""Write what can be derived in the language reference and for editors; ``--check`` only compares.

    python compiler/scripts/make_reference.py

Its examples take the layout of the house, those in Chinese keywords are made of those in English
ones; the tables of words and units, and the grammar for editors, come from the tables that the
parser uses; how each row of GB/T 1.1 is covered comes from the checks of drafts.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from coverage_table import coverage_page
from engine_table import engines_page
from feature_table import features_page
from reference_tables import title_of, with_tables
from textmate import grammar

from guiju_dsl.source import SourceText
from guiju_dsl.syntax.from_text import from_text
from guiju_dsl.syntax.printing.original import Keywords
from guiju_dsl.syntax.to_text import to_text

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "dsl" / "reference"
FEATURES = ROOT / "generated_docs" / "features.md"
COVERAGE = ROOT / "generated_docs" / "gbt_1_1.md"
ENGINES = ROOT / "generated_docs" / "engines.md"
GRAMMAR = ROOT / "dsl" / "editors" / "guiju.tmLanguage.json"
WHOLE = re.compile(r"(?m)^(?:standard|library|标准|数据集) ")
MARK = "# ---- here the text of the page begins ----"
_BLOCK = re.compile(r"(?ms)^```pcr(?P<rest>[^\n]*)\n(?P<text>.*?)^```$")


def with_layout(page: str, frame: str) -> str:
    """Lay out the sources of a page, and give each block of Chinese keywords its text.

    Args:
        frame: the head in front of a source that has none.
    """
    last = ""

    def block(match: re.Match[str]) -> str:
        nonlocal last
        rest, text = match["rest"], match["text"]
        if rest == " zh":
            return f"```pcr zh\n{laid_out(last, 'zh', frame)}```"
        if rest.startswith(" wrong"):
            return match[0]
        last = laid_out(text, "keep", frame)
        return f"```pcr{rest}\n{last}```"

    return _BLOCK.sub(block, page)


def laid_out(text: str, keywords: Keywords, frame: str) -> str:
    """Give a source in the layout of the house; one with faults stays as it is."""
    whole = f"{frame}{MARK}\n{text}" if not WHOLE.search(text) else text
    read = from_text(SourceText(name="page.pcr", text=whole))
    if read.product is None or read.diagnostics:
        return text
    return to_text(read.product, keywords).rpartition(f"{MARK}\n")[2]


def files() -> Iterator[tuple[Path, str]]:
    """Give every file that is made, with its content."""
    chapters = {p.name: p.read_text(encoding="utf-8") for p in sorted(BOOK.glob("[0-9]*.md"))}
    blocks = (block for text in chapters.values() for block in _BLOCK.finditer(text))
    [frame] = [block["text"] for block in blocks if block["rest"] == " frame"]
    for name, text in chapters.items():
        yield BOOK / name, with_layout(with_tables(text, chapters), frame)
    contents = BOOK / "README.md"
    yield contents, with_tables(contents.read_text(encoding="utf-8"), chapters)
    yield GRAMMAR, grammar()
    titles = {name: title_of(text) for name, text in chapters.items()}
    yield FEATURES, features_page(BOOK / "features.yaml", titles)
    yield ENGINES, engines_page()
    yield COVERAGE, coverage_page()


def main() -> int:
    """Write what has changed, or with ``--check`` name it."""
    stale = [
        (path, text)
        for path, text in files()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path, text in stale:
        print(path.relative_to(ROOT).as_posix())
        if "--check" not in sys.argv:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
