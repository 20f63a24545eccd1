"""Print findings for people."""

from guiju_runtime.findings import Finding
from guiju_runtime.messages import Language

_CLAUSE = {"zh": "条款：", "en": "clause: "}
_HINT = {"zh": "建议：", "en": "hint: "}


def to_text(finding: Finding, language: Language, clause: str = "") -> str:
    """Print severity, code, path and message, and below them the clause and the way out.

    Args:
        clause: printed number of the clause that the finding is about; an empty one is left out.
    """
    place = f" {finding.path}" if finding.path else ""
    lines = [f"{finding.severity}[{finding.code.id}]{place}: {finding.message(language)}"]
    if clause:
        lines.append(f"  = {_CLAUSE[language]}{clause}")
    remedy = finding.remedy(language)
    if remedy:
        lines.append(f"  = {_HINT[language]}{remedy}")
    return "\n".join(lines)
