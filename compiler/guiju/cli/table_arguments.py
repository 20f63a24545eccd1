"""What the command line takes for tables of many declarations: what calculates them, and where."""

from typing import Final

from guiju.cli.wrong_use import CommandLine, count, row
from guiju_runtime.messages import Language, Text

ENGINE: Final = Text(
    zh="计算表格的方式：local 用 NumPy，native 用本机的 C 编译器，"
    "auto 在申报多时用编译器（缺省），dask 用多个进程；结果逐位相同",
    en="what calculates a table: local by NumPy, native by the C compiler here, "
    "auto by the compiler where there are many declarations (the default), "
    "dask in many processes; all give the same bits",
)
SCHEDULER: Final = Text(
    zh="dask 调度器的地址，如 tcp://10.0.0.5:8786；缺省在本机启动",
    en="address of a Dask scheduler, like tcp://10.0.0.5:8786; by default one starts here",
)
WORKERS: Final = Text(
    zh="本机启动几个 dask 工作进程，缺省 2", en="how many Dask workers to start here, 2 by default"
)
ROW: Final = Text(
    zh="DATA 是表格时，问其中这一行（从 0 数，同结果和发现的 row 列）",
    en="where DATA is a table, ask about this row, counted from 0 like row in results and findings",
)
OUTPUTS: Final = Text(
    zh="表格只计算这些结果，以逗号分隔，* 代表任意文字；--outputs list 列出全部名称",
    en="calculate these results of a table alone, with commas between, * for any text; "
    "--outputs list shows all names",
)
AUDIT: Final = Text(
    zh="表格的每个中间值也写入一个文件，列名与 guiju explain 相同",
    en="write every intermediate value of a table, too, in a file whose columns are named as "
    "guiju explain names them",
)
CONTRIBUTIONS: Final = Text(
    zh="用 --uncertainty 时，把表格各行的每项数据和因子对碳足迹方差的贡献写入另一个文件",
    en="with --uncertainty, write what each datum and factor of each row of a table adds to the "
    "variance of the footprint, in a file",
)


def add_row(command: CommandLine, language: Language) -> None:
    """Add which row of a table is meant, where one declaration is asked for."""
    command.add_argument(
        "--row", type=row, default=None, metavar="N", help=ROW.in_language(language)
    )


def add_outputs(command: CommandLine, language: Language) -> None:
    """Add which results are asked for, and whether all that they are made of is."""
    for option, words in (("--audit", AUDIT), ("--contributions", CONTRIBUTIONS)):
        command.add_argument(option, action="store_true", help=words.in_language(language))
    command.add_argument(
        "--outputs", default="", metavar="NAMES", help=OUTPUTS.in_language(language)
    )


def add_engine(command: CommandLine, language: Language) -> None:
    """Add what calculates a table."""
    command.add_argument(
        "--engine",
        choices=("auto", "local", "native", "dask"),
        default="auto",
        help=ENGINE.in_language(language),
    )
    command.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help=SCHEDULER.in_language(language)
    )
    command.add_argument(
        "--workers", type=count, default=None, metavar="N", help=WORKERS.in_language(language)
    )
