"""Compile the standard that a command is about, or report why that cannot be."""

from guiju.cli.output import report
from guiju.library import CompileError, Standard, compile
from guiju_runtime.messages import Language


def compiled(name: str, language: Language) -> Standard | None:
    """Give the standard, or print its diagnostics."""
    try:
        return compile(name)
    except CompileError as fault:
        errors = tuple(d for d in fault.diagnostics if d.severity == "error")
        report(errors, fault.sources, language)
        return None
