"""Run a generated calculator from the command line: a declaration in, a result out, in JSON."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guiju_runtime.calculating import calculate
from guiju_runtime.calculator import Calculator
from guiju_runtime.messages import Language, Text
from guiju_runtime.result import to_plain

USAGE = Text(
    zh="用法：python {name} [--lang zh|en] DECLARATION.json　（写作 - 时从标准输入读）",
    en="usage: python {name} [--lang zh|en] DECLARATION.json   (- reads standard input)",
)
UNREADABLE = Text(zh="读不了 {file}：{reason}", en="{file} cannot be read: {reason}")
NO_JSON = Text(zh="{file} 不是 JSON：{reason}", en="{file} is not JSON: {reason}")
NO_DECLARATION = Text(
    zh="{file} 里没有申报：JSON 应为一组“名称: 值”",
    en="{file} holds no declaration, which is a JSON object",
)


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
    program, *words = sys.argv
    language: Language = "zh"
    if words[:1] == ["--lang"] and words[1:2] in (["zh"], ["en"]):
        language, words = "zh" if words[1] == "zh" else "en", words[2:]
    usage = USAGE.filled(language, (("name", Path(program).name),))
    if words in (["-h"], ["--help"]):
        sys.stdout.buffer.write(f"{usage}\n".encode())
        return 0
    if len(words) != 1:
        return _refuse(usage)
    return _calculated(calculator, words[0], language)


def _calculated(calculator: Calculator, file: str, language: Language) -> int:
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        declaration = json.loads(content.decode("utf-8-sig"), parse_float=str)
        json.dumps(declaration, ensure_ascii=False).encode()  # refuses half of a character
    except OSError as fault:
        return _refused(UNREADABLE, language, file, fault.strerror or str(fault))
    except (ValueError, RecursionError) as fault:
        return _refused(NO_JSON, language, file, str(fault))
    if not isinstance(declaration, dict):
        return _refused(NO_DECLARATION, language, file, "")
    result = result_of(calculator, declaration, language)
    text = json.dumps(result, ensure_ascii=False, indent=2)
    sys.stdout.buffer.write(f"{text}\n".encode())
    return 0 if result["conforming"] else 1


def _refused(said: Text, language: Language, file: str, reason: str) -> int:
    return _refuse(said.filled(language, (("file", file), ("reason", reason))))


def _refuse(reason: str) -> int:
    sys.stderr.buffer.write(f"{reason}\n".encode())
    return 2
