"""What the command line takes."""

import argparse

from guiju.version import VERSION
from guiju_runtime.messages import Language, Text

DESCRIPTION = Text(
    zh="规矩：产品碳足迹标准只写一次，由它得到核查、计算、表单和文件。",
    en="Guiju: write a product carbon footprint standard once; get checks, calculator, forms, document.",
)
HELP: dict[str, Text] = {
    "check": Text(zh="列出标准中的全部问题", en="all diagnostics of .pcr files"),
    "fmt": Text(zh="按统一版式改写 .pcr 文件", en="rewrite .pcr files in the house layout"),
    "build": Text(
        zh="生成文件、表单、计算器和网页", en="make documents, form, calculator and web pages"
    ),
    "calc": Text(zh="计算一份申报", en="calculate a declaration"),
    "explain": Text(zh="说明一个数是怎么来的", en="the tree behind a number"),
    "test": Text(zh="核对每个标准的计算示例", en="every worked example of every standard"),
    "graph": Text(zh="系统边界图，SVG 格式", en="the boundary figure as SVG"),
}
PATHS = Text(zh="文件、文件夹或自带标准的名称", en="file, folder or name of a shipped standard")
DATA = Text(zh="申报数据：YAML、JSON 或 Excel 表单", en="the declaration: YAML, JSON or Excel form")
NAME = Text(
    zh="要说明的值：cfp、单元过程.数据、单元过程.气体", en="cfp, process.datum or process.GAS"
)
LANG = Text(zh="文字的语言；缺省按系统设置", en="language of messages; default from the locale")
OUT = Text(zh="写入此文件或文件夹", en="write here")


def parser(language: Language) -> argparse.ArgumentParser:
    """Give the parser of the command line."""
    words = argparse.ArgumentParser(prog="guiju", description=DESCRIPTION.in_language(language))
    words.add_argument("--version", action="version", version=f"guiju {VERSION}")
    _language(words, language)
    commands = words.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, add in COMMANDS.items():
        summary = HELP[name].in_language(language)
        command = commands.add_parser(name, help=summary, description=summary)
        _language(command, language)
        add(command, language)
    return words


def _language(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument(
        "--lang", choices=("zh", "en"), default=argparse.SUPPRESS, help=LANG.in_language(language)
    )


def _paths(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument("paths", nargs="+", metavar="PATH", help=PATHS.in_language(language))


def _standard(command: argparse.ArgumentParser, language: Language) -> None:
    command.add_argument("standard", metavar="STANDARD", help=PATHS.in_language(language))


def _check(command: argparse.ArgumentParser, language: Language) -> None:
    _paths(command, language)
    command.add_argument("--format", choices=("text", "json", "sarif"), default="text")
    command.add_argument("--encoding", choices=("utf-8", "gb18030"), default=None)
    command.add_argument("--verbose", action="store_true")


def _fmt(command: argparse.ArgumentParser, language: Language) -> None:
    _paths(command, language)
    command.add_argument("--keywords", choices=("zh", "en"), default="keep")
    command.add_argument("--check", action="store_true")


def _build(command: argparse.ArgumentParser, language: Language) -> None:
    _paths(command, language)
    command.add_argument(
        "-o", "--output", required=True, metavar="DIR", help=OUT.in_language(language)
    )
    command.add_argument(
        "--only", default="", metavar="docx,pdf,site,calculator,forms,schema,graph"
    )


def _calc(command: argparse.ArgumentParser, language: Language) -> None:
    _standard(command, language)
    command.add_argument("data", nargs="+", metavar="DATA", help=DATA.in_language(language))
    command.add_argument("-o", "--output", metavar="FILE", help=OUT.in_language(language))
    command.add_argument("--format", choices=("table", "json"), default="table")
    command.add_argument("--profile", metavar="NAME", default="")
    command.add_argument("--accept-other-digest", action="store_true")


def _explain(command: argparse.ArgumentParser, language: Language) -> None:
    _standard(command, language)
    command.add_argument("data", metavar="DATA", help=DATA.in_language(language))
    command.add_argument(
        "name", nargs="?", default="cfp", metavar="NAME", help=NAME.in_language(language)
    )
    command.add_argument("--format", choices=("text", "json"), default="text")


def _test(command: argparse.ArgumentParser, language: Language) -> None:
    _paths(command, language)
    command.add_argument("--format", choices=("text", "json"), default="text")


def _graph(command: argparse.ArgumentParser, language: Language) -> None:
    _standard(command, language)
    command.add_argument("-o", "--output", metavar="FILE", help=OUT.in_language(language))
    command.add_argument("--format", choices=("svg", "json"), default="svg")


COMMANDS = {
    "check": _check,
    "fmt": _fmt,
    "build": _build,
    "calc": _calc,
    "explain": _explain,
    "test": _test,
    "graph": _graph,
}
