"""Compile the standard that a command is about, or report why that cannot be."""

from guiju import library
from guiju.cli.output import report
from guiju_runtime.messages import Language


def compiled(name: str, language: Language) -> library.Standard | None:
    """Give the standard, or print its errors."""
    try:
        return library.compile(name)
    except library.CompileError as fault:
        errors = tuple(d for d in fault.diagnostics if d.severity == "error")
        report(errors, fault.sources, language)
        return None
