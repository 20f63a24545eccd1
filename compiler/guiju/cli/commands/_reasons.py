"""Say why a worked example gave no result, or not the one expected: the errors of its data."""

from collections.abc import Collection, Iterator

from guiju.library import Standard
from guiju_runtime.finding_report import to_text
from guiju_runtime.messages import Language


def errors_of(standard: Standard, examples: Collection[str], language: Language) -> Iterator[str]:
    """Give, for each of ``examples``, the findings that are errors, in words."""
    for example in standard.plan.graph.standard.examples:
        if example.name in examples:
            data = standard.place.beside(example.file) if example.file else example.given
            for finding in standard.calculate(data).findings:
                if finding.severity == "error":
                    yield f"{standard.id}.{example.name}: {to_text(finding, language)}"
