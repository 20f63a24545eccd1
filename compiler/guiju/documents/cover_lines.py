"""The lines of a cover as they are printed, the same for every writer."""

from msgspec import Struct

from guiju.documents.model import Cover
from guiju.documents.phrases import Phrases
from guiju_runtime.messages import Language

BANNER = 32.0
"""Size of a banner, 小初 (row PG-03) [pt]."""
BANNER_WIDTH = 481.0
SMALLEST_ALONE, LARGEST_OF_TWO = 16.0, 20.0
"""Sizes between which English goes on in a second line; two of the larger have room [pt]."""
CAPITAL = 0.72
"""Width of a capital letter, rather too wide than too narrow [em]."""


class CoverLines(Struct, frozen=True, kw_only=True):
    """Lines of a cover; one for which there is nothing to say is empty.

    Attributes:
        banner_points: size of the letters of the banner [pt]: what it has to say fits its place.
        issuer: before the name of the issuing body, the name, and after it.
    """

    filing: str
    banner_points: float

    replaces: str
    stage: str
    completed: str
    issued: str
    effective: str
    issuer: tuple[str, str, str]


def cover_lines(cover: Cover, language: Language) -> CoverLines:
    """Print the lines of ``cover``."""
    phrases = Phrases(language)

    def said(phrase: str, value: str) -> str:
        return phrases.say(phrase, value) if value else ""

    return CoverLines(
        filing=said("cover_filing", cover.filing),
        banner_points=banner_points(cover.banner, language),
        replaces=said("cover_replaces", cover.replaces),
        stage=said("cover_stage", cover.stage),
        completed=said("cover_completed", cover.completed),
        issued=said("cover_issued", cover.issued),
        effective=said("cover_effective", cover.effective),
        issuer=said("cover_issuer", cover.issuer).partition(cover.issuer)
        if cover.issuer
        else ("", "", ""),
    )


def banner_points(banner: str, language: Language) -> float:
    """Give the size in which a banner fits: Chinese on one line, English on two at most [pt]."""
    wide = len(banner) * (1.0 if language == "zh" else CAPITAL)
    fitting = BANNER_WIDTH / max(wide, 1.0)
    if language == "zh" or fitting >= SMALLEST_ALONE:
        return min(BANNER, int(2 * fitting) / 2)
    return min(LARGEST_OF_TWO, int(1.8 * fitting * 2) / 2)
