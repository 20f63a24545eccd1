"""What stands in a line, as HTML."""

from html import escape

from guiju.documents.mathml import inline
from guiju.documents.model import Inline, InlineFormula, Inlines, Reference, Run
from guiju.documents.numbering import Numbers

SCRIPTS = {"sub": "sub", "super": "sup"}


def content(words: Inlines, numbers: Numbers) -> str:
    """Write ``words``."""
    return "".join(piece(word, numbers) for word in words)


def piece(word: Inline, numbers: Numbers) -> str:
    """Write one inline."""
    match word:
        case Run():
            return run(word)
        case InlineFormula():
            return inline(word.formula)
        case Reference():
            target, name = escape(word.target), escape(numbers.references[word.target])
            return f'<a href="#{target}">{name}</a>'


def run(word: Run) -> str:
    """Write letters in their style."""
    text = escape(word.text)
    if word.script:
        tag = SCRIPTS[word.script]
        text = f"<{tag}>{text}</{tag}>"
    return f"<strong>{text}</strong>" if word.heavy else text
