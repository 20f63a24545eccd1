"""Run a generated calculator from the command line: a declaration in JSON in, a result in JSON out."""

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
        print(f"usage: python {Path(sys.argv[0]).name} DECLARATION.json", file=sys.stderr)
        return 2
    try:
        declaration = json.loads(Path(sys.argv[1]).read_text("utf-8-sig"), parse_float=str)
    except (OSError, ValueError) as fault:
        print(f"{sys.argv[1]}: {fault}", file=sys.stderr)
        return 2
    if not isinstance(declaration, dict):
        print(f"{sys.argv[1]}: not a declaration", file=sys.stderr)
        return 2
    result = result_of(calculator, declaration)
    print(json.dumps(result, ensure_ascii=False, indent=2))
    return 0 if result["conforming"] else 1
