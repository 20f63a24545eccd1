"""What stands in a line: runs, formulas, references, as Typst content."""

from guiju.backends.pdf.mathematics import inline
from guiju.backends.pdf.quoting import quoted
from guiju.documents.inlines import plain
from guiju.documents.model import Inline, InlineFormula, Inlines, Reference, Run
from guiju.documents.numbering import Numbers
from guiju.documents.printing import on_one_line, sign_kept

SCRIPTS = {"": "", "sub": "lower", "super": "upper"}


def content(words: Inlines, numbers: Numbers) -> str:
    """Write ``words`` as one content block."""
    return f"[{''.join(piece(word, numbers) for word in words)}]"


def letters(text: str) -> str:
    """Write plain words, the digits in chemical formulas lowered."""
    return f"[{''.join(map(run, plain(text)))}]"


def piece(word: Inline, numbers: Numbers) -> str:
    """Write one inline."""
    match word:
        case Run():
            return run(word)
        case InlineFormula():
            return inline(word.formula)
        case Reference():
            words = on_one_line(numbers.references[word.target])
            return f"#refer({quoted(word.target)}, {quoted(words)})"


def run(word: Run) -> str:
    """Write letters in their style."""
    text = quoted(sign_kept(word.text))
    if word.script:
        text = f"{SCRIPTS[word.script]}({text})"
    return f"#heavy({text})" if word.heavy else f"#{text}"
