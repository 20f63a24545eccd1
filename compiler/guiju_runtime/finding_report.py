"""Print findings for people."""

from guiju_runtime.findings import Finding
from guiju_runtime.messages import Language

_HINT = {"zh": "建议：", "en": "hint: "}


def to_text(finding: Finding, language: Language) -> str:
    """Print severity, code, path and message, and below them the way out."""
    place = f" {finding.path}" if finding.path else ""
    lines = [f"{finding.severity}[{finding.code.id}]{place}: {finding.message(language)}"]
    remedy = finding.remedy(language)
    if remedy:
        lines.append(f"  = {_HINT[language]}{remedy}")
    return "\n".join(lines)
