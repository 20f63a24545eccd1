"""What the commands that write papers take."""

from typing import Final

from guiju.cli.question_arguments import add_uncertainty
from guiju.cli.table_arguments import add_row
from guiju.cli.template_arguments import add_template
from guiju.cli.wrong_use import CommandLine
from guiju_runtime.messages import Language, Text

STANDARD: Final = Text(zh="标准的文件、文件夹或名称", en="a standard: its file, folder or name")
DATA: Final = Text(
    zh="一份申报：YAML、JSON 或 Excel 表单，或表格加 --row",
    en="a declaration: YAML, JSON or the Excel form, or a table with --row",
)
REPORT_FILE: Final = Text(
    zh="写入这个文件：.docx、.pdf 或 .html", en="write into this file: .docx, .pdf or .html"
)
TABLE: Final = Text(
    zh="表写入这个 .csv 或 .xlsx 文件", en="write the table into this .csv or .xlsx file"
)
MISSING: Final = Text(zh="只列没有英文的文字", en="list only what has no English")
FROM: Final = Text(
    zh="把这个 .csv 或 .xlsx 文件里的英文写进标准",
    en="put the English of this .csv or .xlsx file into the standard",
)
COMMENTS: Final = Text(
    zh="意见：.csv 或 .xlsx 表，或带批注的 .docx 文件",
    en="comments: a table in .csv or .xlsx, or a .docx file with comments in it",
)
COMMENTS_FILE: Final = Text(
    zh="写入这个文件：.docx、.pdf 或 .xlsx", en="write into this file: .docx, .pdf or .xlsx"
)
OLD: Final = Text(zh="旧版标准的文件、文件夹或名称", en="the old edition: its file, folder or name")
NEW: Final = Text(zh="新版标准的文件、文件夹或名称", en="the new edition: its file, folder or name")
MARKED: Final = Text(
    zh="新版文件写入这个 .docx，增删之处用修订标出",
    en="write the new document into this .docx, with tracked changes",
)
FORMS: Final = ("text", "json", "foreword")
FORM: Final = Text(
    zh="输出的格式，缺省为 text；foreword 是可贴入前言的主要技术变化",
    en="what is printed, text by default; foreword is the list of changes to paste into one",
)
PLANT: Final = Text(
    zh="一家企业的申报（或表格加 --row）：另外说明每项变化对其结果的影响",
    en="a declaration, or a table with --row: tells the effect of each change on its result too",
)
EFFECTS: Final = Text(
    zh="各项变化的影响和瀑布图写入这个文件：.docx、.pdf、.html、.svg 或 .json",
    en="write the effects with their waterfall into this file: .docx, .pdf, .html, .svg or .json",
)
SUMMARIES: Final = {
    "report": Text(
        zh="写一份申报的产品碳足迹报告", en="write the carbon footprint report of a declaration"
    ),
    "comments": Text(
        zh="把征求到的意见汇总成处理表", en="gather comments on a draft in one table to be answered"
    ),
    "translate": Text(
        zh="把标准的文字列成翻译表，或把译文写回标准",
        en="list the texts of a standard for translators, or take translations back",
    ),
    "diff": Text(
        zh="逐条说明两版标准的含义有何变化",
        en="tell what changed in meaning between two editions of a standard",
    ),
}


def report(command: CommandLine, language: Language) -> None:
    """Add what ``report`` takes."""
    command.add_argument("standard", metavar="STANDARD", help=STANDARD.in_language(language))
    command.add_argument("data", metavar="DATA", help=DATA.in_language(language))
    add_row(command, language)
    command.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help=REPORT_FILE.in_language(language),
    )
    add_template(command, language)
    add_uncertainty(command, language)


def translate(command: CommandLine, language: Language) -> None:
    """Add what ``translate`` takes."""
    command.add_argument("standard", metavar="STANDARD", help=STANDARD.in_language(language))
    command.add_argument(
        "-o", "--output", default="", metavar="FILE", help=TABLE.in_language(language)
    )
    command.add_argument("--missing", action="store_true", help=MISSING.in_language(language))
    command.add_argument(
        "--from", dest="source", default="", metavar="FILE", help=FROM.in_language(language)
    )


def comments(command: CommandLine, language: Language) -> None:
    """Add what ``comments`` takes."""
    command.add_argument("standard", metavar="STANDARD", help=STANDARD.in_language(language))
    command.add_argument("files", nargs="+", metavar="FILE", help=COMMENTS.in_language(language))
    command.add_argument(
        "-o", "--output", required=True, metavar="FILE", help=COMMENTS_FILE.in_language(language)
    )
    add_template(command, language)


def diff(command: CommandLine, language: Language) -> None:
    """Add what ``diff`` takes."""
    command.add_argument("old", metavar="OLD", help=OLD.in_language(language))
    command.add_argument("new", metavar="NEW", help=NEW.in_language(language))
    command.add_argument(
        "--format",
        choices=FORMS,
        default=FORMS[0],
        metavar="|".join(FORMS),
        help=FORM.in_language(language),
    )
    command.add_argument(
        "-o", "--output", default="", metavar="FILE", help=MARKED.in_language(language)
    )
    for option, metavar, words in (("--data", "DATA", PLANT), ("--effects", "FILE", EFFECTS)):
        command.add_argument(option, default="", metavar=metavar, help=words.in_language(language))
    add_row(command, language)
    add_template(command, language)


COMMANDS: Final = {"report": report, "comments": comments, "translate": translate, "diff": diff}
"""How each command's words are added to its parser."""
