"""Faults of files and commands: GJ9xx."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from guiju_runtime.messages import Code, Language, Text, Value


class CommandFault(Exception):
    """A command cannot go on; what the user reads is its code.

    Attributes:
        code: which fault; ``values`` fill its words.
    """

    def __init__(self, code: Code, **values: Value) -> None:
        """Keep the code and its values."""
        super().__init__(code.id)
        self.code = code
        self.values = tuple(values.items())

    def __reduce__(self) -> tuple[Callable[..., "CommandFault"], tuple[object, ...]]:
        """Let a fault come back from another process."""
        return _again, (self.code, dict(self.values))

    def to_text(self, language: Language, severity: str = "error") -> str:
        """Say what is wrong and the way out in ``language``."""
        message = self.code.message.filled(language, self.values)
        hint = self.code.hint.filled(language, self.values)
        head = {"zh": "建议：", "en": "hint: "}[language]
        way = f"\n  = {head}{hint}" if hint else ""
        return f"{severity}[{self.code.id}]: {message}{way}"


def _again(code: Code, values: dict[str, Value]) -> CommandFault:
    return CommandFault(code, **values)


FILE_NOT_FOUND = Code(
    id="GJ901",
    slug="file-not-found",
    message=Text(zh="找不到文件 {file}", en="there is no file {file}"),
    hint=Text(zh="核对文件名和所在的文件夹", en="check the name and the folder"),
)
COMMENTS_OF_ONE_DRAFT = Code(
    id="GJ912",
    slug="comments-of-one-draft",
    message=Text(
        zh="--comment-to 用于一份 .docx 文稿，而给出的有 {count} 份",
        en="--comment-to is for one .docx draft, and {count} are named",
    ),
    hint=Text(
        zh="guiju check 文稿.docx --comment-to 副本.docx",
        en="guiju check draft.docx --comment-to copy.docx",
    ),
)
REPLACED_HAS_ERRORS = Code(
    id="GJ913",
    slug="replaced-edition-has-errors",
    message=Text(
        zh="被代替的版本 {file} 有错误，前言列不出主要技术变化",
        en="{file}, the edition replaced, has errors: the foreword cannot list what changed",
    ),
    hint=Text(zh="guiju check {file}", en="guiju check {file}"),
)
OUTSIDE_PROJECT = Code(
    id="GJ902",
    slug="path-outside-project",
    message=Text(
        zh="{file} 在项目文件夹“{root}”之外，不读取",
        en="{file} lies outside the project “{root}” and is not read",
    ),
    hint=Text(zh="把文件放进项目文件夹", en="put the file into the project"),
)
UNREADABLE = Code(
    id="GJ903",
    slug="unreadable-file",
    message=Text(zh="读不了 {file}：{reason}", en="{file} cannot be read: {reason}"),
    hint=Text(zh="给出一个有权读取的文件", en="name a file that you may read"),
)
NO_SOURCES = Code(
    id="GJ904",
    slug="folder-without-standard",
    message=Text(zh="{folder} 中没有 .pcr 文件", en="{folder} holds no .pcr file"),
    hint=Text(zh="指明标准所在的文件夹或文件", en="name the folder or file of a standard"),
)
UNKNOWN_STANDARD = Code(
    id="GJ905",
    slug="unknown-standard",
    message=Text(zh="没有名为 {name} 的标准", en="there is no standard called {name}"),
    hint=Text(zh="现有：{known}", en="there is {known}"),
)
CANNOT_WRITE = Code(
    id="GJ906",
    slug="cannot-write",
    message=Text(zh="写不了 {file}：{reason}", en="{file} cannot be written: {reason}"),
    hint=Text(
        zh="{kept}换一个文件夹，或检查磁盘空间和权限",
        en="{kept}choose another folder, or check space and permissions",
    ),
)
UNKNOWN_VALUE = Code(
    id="GJ907",
    slug="unknown-value",
    message=Text(zh="结果中没有 {name}", en="the result has no value called {name}"),
    hint=Text(zh="可写 {known}", en="there is {known}"),
)
NOT_CALCULABLE = Code(
    id="GJ908",
    slug="no-product",
    message=Text(
        zh="{name} 没有声明产品，不能计算",
        en="{name} declares no product: there is nothing to calculate",
    ),
    hint=Text(zh="指明一个产品标准", en="name the standard of a product"),
)
UNKNOWN_PROFILE = Code(
    id="GJ909",
    slug="unknown-profile",
    message=Text(zh="{standard} 没有口径 {name}", en="{standard} has no profile {name}"),
    hint=Text(zh="现有口径：{known}", en="profiles: {known}"),
)
UNKNOWN_PRODUCT = Code(
    id="GJ910",
    slug="unknown-product",
    message=Text(zh="build 不产出 {name}", en="build makes no {name}"),
    hint=Text(zh="可选：{known}", en="choose from {known}"),
)
NOT_A_NAME = Code(
    id="GJ931",
    slug="not-a-name",
    message=Text(zh="{name} 不能作标准的名称", en="{name} cannot be the name of a standard"),
    hint=Text(
        zh="用字母、汉字、数字和 _，如 quicklime；关键词和单位除外",
        en="write letters, digits and _, as in quicklime; no keyword and no unit",
    ),
)
ALREADY_THERE = Code(
    id="GJ932",
    slug="already-there",
    message=Text(
        zh="已经有 {file}，不覆盖", en="there is a {file} already; it is not written over"
    ),
    hint=Text(zh="换一个名称，或到别的文件夹里", en="take another name, or go to another folder"),
)
PACKAGES_MISSING = Code(
    id="GJ920",
    slug="packages-missing",
    message=Text(zh="缺少软件包 {package}", en="the package {package} is not installed"),
    hint=Text(zh='pip install "guiju[{extra}]"', en='pip install "guiju[{extra}]"'),
)
NOT_A_PAPER = Code(
    id="GJ951",
    slug="unknown-kind-of-document",
    message=Text(
        zh="{file} 的结尾不是能写的文件格式",
        en="{file} ends in no kind of document that can be written",
    ),
    hint=Text(zh="文件名以下列之一结尾：{known}", en="let it end in one of {known}"),
)
NOT_A_TRANSLATION = Code(
    id="GJ952",
    slug="not-a-translation-table",
    message=Text(
        zh="{file} 不是翻译表：首行没有列名 {columns}",
        en="{file} is no table of translations: its first row does not name {columns}",
    ),
    hint=Text(
        zh="用 guiju translate STANDARD -o FILE 写出的表，填写 en 一列",
        en="fill in the column en of the table that guiju translate STANDARD -o FILE writes",
    ),
)
TRANSLATION_REFUSED = Code(
    id="GJ953",
    slug="translation-not-taken",
    message=Text(
        zh="{id} 的译文没有写入：{reason}", en="the words for {id} are not taken: {reason}"
    ),
    hint=Text(zh="重新写出翻译表，再译这一行", en="write the table again and translate that row"),
)
SHEET_NOT_READ = Code(
    id="GJ955",
    slug="sheet-not-read",
    message=Text(zh="{file} 读不出表格：{reason}", en="no table can be read from {file}: {reason}"),
    hint=Text(
        zh="在 Excel 或 WPS 中打开，改正后另存为“Excel 工作簿（*.xlsx）”，或另存为 CSV",
        en="open it in Excel or WPS, mend that and save it as “Excel Workbook (*.xlsx)” or as CSV",
    ),
)
NO_COMMENTS_READ = Code(
    id="GJ954",
    slug="comments-not-read",
    message=Text(
        zh="{file} 读不出意见：{reason}", en="no comments can be read from {file}: {reason}"
    ),
    hint=Text(
        zh="给出带批注的 .docx，或有“意见内容”一列的 CSV 或 .xlsx 表",
        en="give a .docx with comments, or a .csv or .xlsx with a column “意见内容” or “comment”",
    ),
)
ATTACHED_TWICE = Code(
    id="GJ911",
    slug="two-declarations-to-attach",
    message=Text(
        zh="有两份标准 {standard} 的申报，不知把哪一份附到 {user} 的申报",
        en="two declarations are for {standard}, and it is open which belongs to that for {user}",
    ),
    hint=Text(
        zh="只给一份，或在申报里写 use: {{ {standard}: 文件 }}",
        en="give one of them, or name it in the declaration: use: {{ {standard}: FILE }}",
    ),
)
REASONS = {
    errno.EACCES: Text(zh="没有权限", en="permission denied"),
    errno.EPERM: Text(zh="没有权限", en="permission denied"),
    errno.EROFS: Text(zh="所在的磁盘只读", en="the disk is read-only"),
    errno.EISDIR: Text(zh="这是文件夹，不是文件", en="it is a folder, not a file"),
    errno.ENOTDIR: Text(zh="路径中有一段不是文件夹", en="a part of the path is not a folder"),
    errno.EEXIST: Text(zh="这是文件，不是文件夹", en="it is a file, not a folder"),
    errno.ENOENT: Text(zh="没有这个文件夹", en="there is no such folder"),
    errno.EBUSY: Text(zh="另一次运行正在写它", en="another run is writing it"),
    errno.ENOTEMPTY: Text(
        zh="它旁边放各部分的文件夹里有别的文件",
        en="the folder beside it for its parts holds other files",
    ),
    errno.ENOSPC: Text(zh="磁盘已满", en="the disk is full"),
    errno.ENAMETOOLONG: Text(zh="名称太长", en="the name is too long"),
    errno.EFBIG: Text(zh="大于 64 MiB", en="it is larger than 64 MiB"),
    errno.ELOOP: Text(zh="链接绕成了圈", en="its links go in a circle"),
}

TOO_LARGE = Text(
    zh="大于该磁盘或系统所允许的文件", en="it is larger than the disk or a limit lets a file be"
)
"""What the system says of a file that is written; one that is read is measured by us."""


def reason_of(fault: OSError) -> Value:
    """Say why the system refused a file."""
    known = REASONS.get(fault.errno) if fault.errno is not None else None
    return known or fault.strerror or type(fault).__name__


def cannot_write(file: str, fault: OSError, kept: Value = "") -> CommandFault:
    """Give the fault of a file that the system would not write.

    Args:
        kept: what of it is done and stays, before the way out.
    """
    reason = TOO_LARGE if fault.errno == errno.EFBIG else reason_of(fault)
    return CommandFault(CANNOT_WRITE, file=file, reason=reason, kept=kept)


@contextmanager
def packages(extra: str) -> Iterator[None]:
    """Name the extra that a missing package belongs to.

    Raises:
        CommandFault: a package is missing.
    """
    try:
        yield
    except ImportError as fault:
        raise CommandFault(PACKAGES_MISSING, package=fault.name or "", extra=extra) from fault


CODES = (
    FILE_NOT_FOUND,
    COMMENTS_OF_ONE_DRAFT,
    REPLACED_HAS_ERRORS,
    OUTSIDE_PROJECT,
    UNREADABLE,
    NO_SOURCES,
    UNKNOWN_STANDARD,
    CANNOT_WRITE,
    UNKNOWN_VALUE,
    NOT_CALCULABLE,
    UNKNOWN_PROFILE,
    UNKNOWN_PRODUCT,
    NOT_A_NAME,
    ALREADY_THERE,
    ATTACHED_TWICE,
    NOT_A_PAPER,
    NOT_A_TRANSLATION,
    TRANSLATION_REFUSED,
    NO_COMMENTS_READ,
    SHEET_NOT_READ,
)
