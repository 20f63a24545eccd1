"""In which language a draft is written, as far as it is checked."""

import re

from guiju.review.model import Draft

LETTER = re.compile(r"[^\W\d_]")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH = re.compile(r"\b(?:the|of|and|shall|is|in|for)\b", re.IGNORECASE)
WORD = re.compile(r"\b[A-Za-z]+\b")
LEAST_CHINESE, LEAST_ENGLISH = 0.2, 0.1


def is_chinese(draft: Draft) -> bool:
    """Say whether a fifth of the letters are Chinese; a draft without letters counts too."""
    letters = sum(len(LETTER.findall(paragraph.text)) for paragraph in draft.paragraphs)
    chinese = sum(len(CHINESE.findall(paragraph.text)) for paragraph in draft.paragraphs)
    return chinese >= LEAST_CHINESE * letters


def is_english(draft: Draft) -> bool:
    """Say whether a tenth of the words are those that every English text has."""
    words = sum(len(WORD.findall(paragraph.text)) for paragraph in draft.paragraphs)
    english = sum(len(ENGLISH.findall(paragraph.text)) for paragraph in draft.paragraphs)
    return bool(english) and english >= LEAST_ENGLISH * words
