"""Run a generated calculator from the command line: a declaration in, a result out, in JSON."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guiju_runtime.calculating import calculate
from guiju_runtime.calculator import Calculator
from guiju_runtime.messages import Language
from guiju_runtime.result import to_plain


def result_of(
    calculator: Calculator, declaration: Mapping[str, object], language: Language = "zh"
) -> dict[str, Any]:
    """Give the result of one declaration as plain data."""
    return to_plain(calculate(calculator, declaration), declaration, language)


def main(calculator: Calculator) -> int:
    """Read the file that the command line names; print the result.

    Returns:
        0, or 1 if a finding is an error, or 2 if there is no declaration to read.
    """
    if len(sys.argv) != 2:
        return _refuse(f"usage: python {Path(sys.argv[0]).name} DECLARATION.json")
    try:
        declaration = json.loads(Path(sys.argv[1]).read_text("utf-8-sig"), parse_float=str)
    except (OSError, ValueError, RecursionError) as fault:
        return _refuse(f"{sys.argv[1]}: {fault}")
    if not isinstance(declaration, dict):
        return _refuse(f"{sys.argv[1]}: not a declaration")
    result = result_of(calculator, declaration)
    text = json.dumps(result, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(f"{text}\n".encode())
    return 0 if result["conforming"] else 1


def _refuse(reason: str) -> int:
    sys.stderr.write(f"{reason}\n")
    return 2
