"""The explanatory note of a standard with the results of its trial calculations."""

from guiju.documents.explanatory_note import explanatory_note
from guiju.documents.model import Paper
from guiju.documents.note_tables import Trial
from guiju.documents.numbering import Numbers
from guiju.editions import revision
from guiju.library import Standard
from guiju_dsl.standard.model import Example


def note_of(standard: Standard, numbers: Numbers) -> Paper:
    """Write the note; ``numbers`` are those of the standard's Chinese document."""
    tried = [trial(standard, example) for example in standard.plan.graph.standard.examples]
    revised = revision(standard.plan, standard.place.main)
    return explanatory_note(standard.plan, numbers, tried, revised)


def trial(standard: Standard, example: Example) -> Trial:
    """Calculate one worked example."""
    data = standard.place.beside(example.file) if example.file else example.given
    result = standard.calculate(data)
    severities = [found.severity for found in result.findings]
    products = result.to_dict("zh")["products"]
    return Trial(
        label=example.label,
        footprints=tuple((name, one["cfp"]) for name, one in products.items()),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
    )
