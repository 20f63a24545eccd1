"""What the commands that write papers take."""

from typing import Final

from guiju.cli.wrong_use import CommandLine
from guiju_runtime.messages import Language, Text

STANDARD: Final = Text(zh="标准的文件、文件夹或名称", en="a standard: its file, folder or name")
DATA: Final = Text(
    zh="一份申报：YAML、JSON 或 Excel 表单", en="a declaration: YAML, JSON or the Excel form"
)
REPORT_FILE: Final = Text(
    zh="写入这个文件：.docx 或 .pdf", en="write into this file: .docx or .pdf"
)
SUMMARIES: Final = {
    "report": Text(
        zh="写一份申报的产品碳足迹报告", en="write the carbon footprint report of a declaration"
    ),
}


def report(command: CommandLine, language: Language) -> None:
    """Add what ``report`` takes."""
    command.add_argument("standard", metavar="STANDARD", help=STANDARD.in_language(language))
    command.add_argument("data", metavar="DATA", help=DATA.in_language(language))
    command.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="FILE",
        help=REPORT_FILE.in_language(language),
    )


COMMANDS: Final = {"report": report}
