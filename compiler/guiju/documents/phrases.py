"""Fixed wording and boilerplate, which live in templates, one folder a language."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from guiju.documents.inlines import half_width, tidy
from guiju.documents.kept_templates import KEPT_TEMPLATES
from guiju.documents.letter_case import capitalized, mid_sentence
from guiju.documents.unit_words import unit_symbol
from guiju_runtime.messages import Language, Text


class Phrases:
    """The wording of one language."""

    def __init__(self, language: Language) -> None:
        """Open the templates of ``language``."""
        self.language = language
        self.templates = _templates(language)
        self.macros = self.templates.get_template("phrases.j2").module

    def say(self, phrase: str, *values: object) -> str:
        """Fill the phrase of that name."""
        return str(getattr(self.macros, phrase)(*values)).strip()

    def text(self, text: Text) -> str:
        """Give words of the source as print sets them."""
        words = text.in_language(self.language).strip()
        return tidy(words) if self.language == "zh" else half_width(words)

    def symbol(self, unit: str) -> str:
        """Print the symbol of a unit."""
        return unit_symbol(unit, self.language)

    def cell(self, words: str) -> str:
        """Begin the words of a cell with a capital where the language has capitals."""
        return capitalized(words) if self.language == "en" else words

    def fill(self, template: str, **views: object) -> str:
        """Fill the template of a chapter or an annex."""
        return self.templates.get_template(f"{template}.j2").render(**views)


@lru_cache(maxsize=2)
def _templates(language: Language) -> Environment:
    templates = Environment(
        loader=PackageLoader("guiju.documents", f"templates/{language}"),
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        bytecode_cache=KEPT_TEMPLATES,
    )
    templates.filters["bare"] = lambda words: str(words).strip().rstrip("。；;.")
    templates.filters["cap"] = capitalized
    templates.filters["mid"] = mid_sentence
    return templates
