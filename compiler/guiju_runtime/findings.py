"""Findings about a declaration: what is wrong with it, where, and the way out."""

from dataclasses import dataclass
from typing import Literal

from guiju_runtime.messages import Code, Language, Value, Values

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fact that a reviewer must see.

    Attributes:
        code: its kind; ids ``GJ8xx``.
        severity: an error means that something has no value or that the product does not conform.
        clause: where the standard asks for it: the stable id of a clause or provision, or empty.
        path: the datum or value meant, ``electrolysis.anode``, or empty for the whole declaration.
        values: names and numbers that fill the words of the code.
    """

    code: Code
    severity: Severity
    clause: str
    path: str
    values: Values

    def message(self, language: Language) -> str:
        """Say what was found in ``language``."""
        return self.code.message.filled(language, self.values)

    def remedy(self, language: Language) -> str:
        """Say what to supply or change in ``language``."""
        return self.code.hint.filled(language, self.values)


def finding(
    code: Code, path: str, *, clause: str = "", severity: Severity = "error", **values: Value
) -> Finding:
    """Report ``code`` at ``path``; ``values`` fill its words."""
    return Finding(
        code=code, severity=severity, clause=clause, path=path, values=tuple(values.items())
    )
