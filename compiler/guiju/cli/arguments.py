"""What the command line takes."""

import argparse
from collections.abc import Sequence
from typing import Final

from guiju.cli import comparing_arguments, paper_arguments
from guiju.cli.question_arguments import add_target, add_uncertainty, add_what_if
from guiju.cli.table_arguments import add_engine, add_outputs, add_row
from guiju.cli.template_arguments import add_template
from guiju.cli.wrong_use import CommandLine
from guiju.version import VERSION
from guiju_runtime.messages import Language, Text

DESCRIPTION: Final = Text(
    zh="规矩：产品碳足迹标准只写一次，由它得到核查、计算、表单和文件。",
    en="Guiju: write a product carbon footprint standard once; get checks, calculator, documents.",
)
SUMMARIES: Final = {
    "new": Text(zh="新建一部标准", en="start a standard"),
    "check": Text(zh="列出标准或 .docx 文稿的全部问题", en="list all faults of sources and drafts"),
    "fmt": Text(zh="按统一版式改写 .pcr 文件", en="rewrite .pcr files in the house layout"),
    "build": Text(
        zh="生成标准文本、表单、计算器和网页", en="write documents, form, calculator and web pages"
    ),
    "calc": Text(zh="计算一份或多份申报", en="calculate declarations"),
    "solve": Text(
        zh="求一项数据取何值时恰好达到目标",
        en="find the value of a datum for which a target is just met",
    ),
    "sensitivity": Text(
        zh="结果对每项数据和因子的敏感程度", en="what a footprint hangs on: every datum and factor"
    ),
    "explain": Text(zh="说明一个数是怎么来的", en="show the tree behind a number"),
    "test": Text(zh="核对标准的计算示例", en="run the worked examples of standards"),
    "graph": Text(zh="画系统边界图", en="draw the system boundary"),
    **comparing_arguments.SUMMARIES,
    **paper_arguments.SUMMARIES,
}
COMMAND: Final = Text(zh="命令", en="commands")
PATH: Final = Text(
    zh="文件、文件夹，或自带标准的名称，如 electrolytic_aluminium",
    en="a file, a folder, or a standard that ships, like electrolytic_aluminium",
)
DATA: Final = Text(
    zh="申报：YAML、JSON 或 Excel 表单；多份申报用 Parquet、Arrow 或 CSV 表",
    en="a declaration: YAML, JSON or Excel form; a table of many: Parquet, Arrow or CSV",
)
ONE_DATA: Final = Text(
    zh="一份申报：YAML、JSON 或 Excel 表单，或表格加 --row",
    en="a declaration: YAML, JSON or the Excel form, or a table with --row",
)
NAME: Final = Text(
    zh="要说明的值，即结果中的任一名称：cfp（缺省）、by_gas.CF4、primary_share、hot_spots、口径.产品.cfp、"
    "单元过程.数据、单元过程.气体；guiju calc … --outputs list 列出结果的名称",
    en="any name that the result has: cfp (the default), by_gas.CF4, primary_share, "
    "hot_spots, PROFILE.PRODUCT.cfp, process.datum, process.GAS; guiju calc … --outputs list shows "
    "those of results",
)
NEW_NAME: Final = Text(zh="标准的名称，如 quicklime", en="name of the standard, like quicklime")
LIKE: Final = Text(
    zh="从自带的这部标准开始；缺省用小模板",
    en="start from this standard that ships; by default from a small template",
)
IN_CHINESE: Final = Text(zh="产品的中文名称", en="name of the product in Chinese")
IN_ENGLISH: Final = Text(zh="产品的英文名称", en="name of the product in English")
UNIT: Final = Text(zh="声明单位是 1 个这种单位", en="one of these is the declared unit")
LANG: Final = Text(
    zh="文字的语言；缺省依系统的语言设置", en="language of what is said; by default the locale's"
)
VERSION_HELP: Final = Text(zh="显示版本", en="show the version")
FORMAT: Final = Text(zh="输出的格式，缺省为 {first}", en="what is printed, {first} by default")
ENCODING: Final = Text(
    zh="文件的编码；缺省自动识别", en="how the files are encoded; found out by default"
)
VERBOSE: Final = Text(zh="逐一列出未核实的数值", en="list every unverified value")
PROVE: Final = Text(
    zh="未能证明的条件用 z3 再证（需要 guiju[proof]）",
    en="ask z3 about conditions that are not proved (needs guiju[proof])",
)
COMMENT_TO: Final = Text(zh="把意见作为批注写入 .docx 的副本", en="copy of a .docx for comments")
KEYWORDS: Final = Text(zh="改用这种语言的关键词", en="change the keywords to this language")
CHECK: Final = Text(
    zh="只报告版式不一致的文件，不改写", en="change nothing, tell which files would change"
)
FOLDER: Final = Text(zh="写入这个文件夹", en="write into this folder")
ONLY: Final = Text(
    zh="只生成这些，以逗号分隔：{kinds}", en="make only these, with commas between: {kinds}"
)
RESULT_FILE: Final = Text(
    zh="结果以 JSON 写入这个文件", en="write the result into this file, as JSON"
)
FILE: Final = Text(zh="写入这个文件", en="write into this file")
PROFILE: Final = Text(
    zh="按标准的这个口径（profile）显示", en="show the result by this profile of the standard"
)
OTHER_DIGEST: Final = Text(
    zh="接受按本标准另一文本填写的申报",
    en="accept a declaration made for another text of the standard",
)
UNITS: Final = ("t", "kg", "m3", "Nm3", "L", "MWh", "kWh", "GJ", "m2", "件")
"""What ``new`` offers as unit of the product; the source may say any other."""
KINDS: Final = "docx,pdf,page,text,sts,calculator,javascript,sql,forms,schema,graph,notes,site"


def parser(language: Language, line: Sequence[str] = ()) -> CommandLine:
    """Give the parser of a command line.

    Args:
        line: its words. If they begin with a command, the parser knows that one alone; else all.
    """
    words = CommandLine(
        prog="guiju", description=DESCRIPTION.in_language(language), language=language
    )
    words.add_argument(
        "--version",
        action="version",
        version=f"guiju {VERSION}",
        help=VERSION_HELP.in_language(language),
    )
    _lang(words, language)
    commands = words.add_subparsers(
        title=COMMAND.in_language(language),
        prog=words.prog,
        dest="command",
        metavar="COMMAND",
        required=True,
    )
    asked = line[0] if line and line[0] in COMMANDS else ""
    for name, add in COMMANDS.items():
        if asked not in ("", name):
            continue
        summary = SUMMARIES[name].in_language(language)
        command = commands.add_parser(name, help=summary, description=summary, language=language)
        _lang(command, language)
        add(command, language)
    return words


def _lang(command: CommandLine, language: Language) -> None:
    """Add ``--lang``, which may stand before and after the command."""
    command.add_argument(
        "--lang",
        choices=("zh", "en"),
        default=argparse.SUPPRESS,
        metavar="zh|en",
        help=LANG.in_language(language),
    )


def _choice(
    command: CommandLine, name: str, words: str, choices: tuple[str, ...], default: str | None
) -> None:
    command.add_argument(
        name, choices=choices, default=default, metavar="|".join(choices), help=words
    )


def _paths(command: CommandLine, language: Language) -> None:
    command.add_argument("paths", nargs="+", metavar="PATH", help=PATH.in_language(language))


def _standard(command: CommandLine, language: Language) -> None:
    command.add_argument("standard", metavar="STANDARD", help=PATH.in_language(language))


def _one_data(command: CommandLine, language: Language) -> None:
    command.add_argument("data", metavar="DATA", help=ONE_DATA.in_language(language))
    add_row(command, language)


def _format(command: CommandLine, language: Language, *formats: str) -> None:
    words = FORMAT.in_language(language).format(first=formats[0])
    _choice(command, "--format", words, formats, formats[0])


def _flag(command: CommandLine, language: Language, name: str, words: Text) -> None:
    command.add_argument(name, action="store_true", help=words.in_language(language))


def _new(command: CommandLine, language: Language) -> None:
    command.add_argument("name", metavar="NAME", help=NEW_NAME.in_language(language))
    for option, metavar, text in (
        ("--like", "SLUG", LIKE),
        ("--zh", "NAME", IN_CHINESE),
        ("--en", "NAME", IN_ENGLISH),
    ):
        command.add_argument(option, default="", metavar=metavar, help=text.in_language(language))
    _choice(command, "--unit", UNIT.in_language(language), UNITS, "")
    _choice(command, "--keywords", KEYWORDS.in_language(language), ("zh", "en"), "")


def _check(command: CommandLine, language: Language) -> None:
    _paths(command, language)
    _format(command, language, "text", "json", "sarif")
    _choice(command, "--encoding", ENCODING.in_language(language), ("utf-8", "gb18030"), None)
    command.add_argument(
        "--comment-to", default="", metavar="FILE", help=COMMENT_TO.in_language(language)
    )
    _flag(command, language, "--verbose", VERBOSE)
    _flag(command, language, "--prove", PROVE)


def _fmt(command: CommandLine, language: Language) -> None:
    _paths(command, language)
    _choice(command, "--keywords", KEYWORDS.in_language(language), ("zh", "en"), "keep")
    _flag(command, language, "--check", CHECK)


def _build(command: CommandLine, language: Language) -> None:
    _paths(command, language)
    command.add_argument(
        "-o", "--output", required=True, metavar="DIR", help=FOLDER.in_language(language)
    )
    words = ONLY.in_language(language).format(kinds=KINDS)
    command.add_argument("--only", default="", metavar="KINDS", help=words)
    add_template(command, language)


def _calc(command: CommandLine, language: Language) -> None:
    _standard(command, language)
    command.add_argument("data", nargs="+", metavar="DATA", help=DATA.in_language(language))
    command.add_argument(
        "-o", "--output", default="", metavar="FILE", help=RESULT_FILE.in_language(language)
    )
    _format(command, language, "table", "json")
    command.add_argument(
        "--profile", default="", metavar="NAME", help=PROFILE.in_language(language)
    )
    add_outputs(command, language)
    add_engine(command, language)
    add_what_if(command, language)
    add_uncertainty(command, language)
    _flag(command, language, "--accept-other-digest", OTHER_DIGEST)


def _solve(command: CommandLine, language: Language) -> None:
    _standard(command, language)
    _one_data(command, language)
    add_target(command, language)
    _format(command, language, "text", "json")


def _sensitivity(command: CommandLine, language: Language) -> None:
    _standard(command, language)
    _one_data(command, language)
    command.add_argument(
        "--profile", default="", metavar="NAME", help=PROFILE.in_language(language)
    )
    _format(command, language, "table", "json")


def _explain(command: CommandLine, language: Language) -> None:
    _standard(command, language)
    _one_data(command, language)
    command.add_argument(
        "name", nargs="?", default="cfp", metavar="NAME", help=NAME.in_language(language)
    )
    command.add_argument(
        "-o", "--output", default="", metavar="FILE", help=FILE.in_language(language)
    )
    _format(command, language, "text", "json", "html")


def _test(command: CommandLine, language: Language) -> None:
    _paths(command, language)
    _format(command, language, "text", "json")


def _graph(command: CommandLine, language: Language) -> None:
    _standard(command, language)
    command.add_argument(
        "-o", "--output", default="", metavar="FILE", help=FILE.in_language(language)
    )
    _format(command, language, "svg", "json")


COMMANDS: Final = {
    "new": _new,
    "check": _check,
    "fmt": _fmt,
    "build": _build,
    "calc": _calc,
    "solve": _solve,
    "sensitivity": _sensitivity,
    "explain": _explain,
    "test": _test,
    "graph": _graph,
    **comparing_arguments.COMMANDS,
    **paper_arguments.COMMANDS,
}
"""How each command's words are added to its parser."""
