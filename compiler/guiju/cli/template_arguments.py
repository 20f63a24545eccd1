"""What every command takes that writes Word files."""

from typing import Final

from guiju.cli.wrong_use import CommandLine
from guiju_runtime.messages import Language, Text

TEMPLATE: Final = Text(
    zh="Word 文件用这个 .docx 模板的样式、页面、页眉页脚，以及标准文本的封面",
    en="take styles, pages, headers and footers of Word files, and the cover of a standard, "
    "from this .docx",
)


def add_template(command: CommandLine, language: Language) -> None:
    """Add ``--template``."""
    command.add_argument(
        "--template", default="", metavar="FILE", help=TEMPLATE.in_language(language)
    )
