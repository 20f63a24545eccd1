"""The lines of a cover as they are printed, the same for every writer."""

from msgspec import Struct

from guiju.documents.model import Cover
from guiju.documents.phrases import Phrases
from guiju_runtime.messages import Language


class CoverLines(Struct, frozen=True, kw_only=True):
    """Lines of a cover; one for which there is nothing to say is empty.

    Attributes:
        issuer: before the name of the issuing body, the name, and after it.
    """

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
        replaces=said("cover_replaces", cover.replaces),
        stage=said("cover_stage", cover.stage),
        completed=said("cover_completed", cover.completed),
        issued=said("cover_issued", cover.issued),
        effective=said("cover_effective", cover.effective),
        issuer=said("cover_issuer", cover.issuer).partition(cover.issuer)
        if cover.issuer
        else ("", "", ""),
    )
