"""What the commands that set rule books beside each other take."""

from typing import Final

from guiju.cli.table_arguments import add_row
from guiju.cli.template_arguments import add_template
from guiju.cli.wrong_use import CommandLine
from guiju_runtime.messages import Language, Text

A: Final = Text(
    zh="一方：标准的文件、文件夹或名称，后面可加 @口径，如 cement@cbam_direct",
    en="one rule book: a standard by file, folder or name, with @PROFILE behind it if need be, "
    "like cement@cbam_direct",
)
B: Final = Text(
    zh="另一方：写法相同；只写 @口径 指同一部标准",
    en="the other: alike; @PROFILE alone is of the same standard",
)
DATA: Final = Text(
    zh="一家企业的申报：YAML、JSON 或 Excel 表单，或表格加 --row",
    en="the declaration of the plant: YAML, JSON or the Excel form, or a table with --row",
)
FILE: Final = Text(
    zh="写入这个文件：.docx、.pdf、.html、.json，或 .svg（瀑布图）",
    en="write into this file: .docx, .pdf, .html, .json, or .svg (the waterfall)",
)
FORMAT: Final = Text(zh="输出的格式，缺省为 table", en="what is printed, table by default")
SUMMARIES: Final = {
    "compare": Text(
        zh="同一家企业按两部标准或两个口径计算，逐条说明差别",
        en="calculate one plant under two rule books and explain the difference rule by rule",
    ),
}


def compare(command: CommandLine, language: Language) -> None:
    """Add what ``compare`` takes."""
    command.add_argument("a", metavar="A", help=A.in_language(language))
    command.add_argument("b", metavar="B", help=B.in_language(language))
    command.add_argument("--data", required=True, metavar="DATA", help=DATA.in_language(language))
    add_row(command, language)
    command.add_argument(
        "-o", "--output", default="", metavar="FILE", help=FILE.in_language(language)
    )
    add_template(command, language)
    command.add_argument(
        "--format",
        choices=("table", "json"),
        default="table",
        metavar="table|json",
        help=FORMAT.in_language(language),
    )


COMMANDS: Final = {"compare": compare}
"""How each command's words are added to its parser."""
