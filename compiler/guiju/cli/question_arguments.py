"""What the command line takes for questions about a result: what if, for which value, how sure."""

from typing import Final

from guiju.cli.wrong_use import CommandLine
from guiju_runtime.messages import Language, Text

WHAT_IF: Final = Text(
    zh="假设这项数据或因子为另一个值，并列两个结果；可重复",
    en="take another value of this datum or factor and show both results; may be repeated",
)
FOR: Final = Text(
    zh="要求解的数据或因子，如 electrolysis.anode、group[1].electricity、grid_footprint[2024]",
    en="datum or factor to solve for, like electrolysis.anode, group[1].electricity or "
    "grid_footprint[2024]",
)
TARGET: Final = Text(zh="目标，如 'cfp <= 8000 kgCO2e'", en="target, like 'cfp <= 8000 kgCO2e'")
BETWEEN: Final = Text(
    zh="在这个范围内求解，如 '0 t .. 500000 t'；缺省为标准声明的限值",
    en="range to search, like '0 t .. 500000 t'; by default the limits that the standard declares",
)
UNCERTAINTY: Final = Text(
    zh="结果的 95 % 区间：analytic 一阶方差传播，montecarlo 抽样",
    en="95 % interval of the result: analytic by first order, montecarlo by draws",
)
SAMPLES: Final = Text(zh="抽样次数，缺省 10000", en="how many draws, 10000 by default")
SEED: Final = Text(
    zh="随机数种子，缺省 1；同一种子得同一结果",
    en="seed of the draws, 1 by default; the same seed gives the same result",
)
SAMPLER: Final = Text(
    zh="random 随机抽样（缺省），lattice 拟随机点",
    en="random draws (the default), or the quasi-random points of a lattice",
)


def add_what_if(command: CommandLine, language: Language) -> None:
    """Add other values of data and factors."""
    command.add_argument(
        "--what-if",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help=WHAT_IF.in_language(language),
    )


def add_uncertainty(command: CommandLine, language: Language) -> None:
    """Add the interval, and how it is drawn."""
    for option, choices, words in (
        ("--uncertainty", ("analytic", "montecarlo"), UNCERTAINTY),
        ("--sampler", ("random", "lattice"), SAMPLER),
    ):
        command.add_argument(
            option,
            choices=choices,
            default=None,
            metavar="|".join(choices),
            help=words.in_language(language),
        )
    for option, metavar, words in (("--samples", "N", SAMPLES), ("--seed", "S", SEED)):
        command.add_argument(
            option, type=int, default=None, metavar=metavar, help=words.in_language(language)
        )


def add_target(command: CommandLine, language: Language) -> None:
    """Add what to solve for."""
    for option, name, metavar, words, needed in (
        ("--for", "name", "NAME", FOR, True),
        ("--target", "target", "TARGET", TARGET, True),
        ("--between", "between", "RANGE", BETWEEN, False),
    ):
        command.add_argument(
            option,
            dest=name,
            required=needed,
            default="",
            metavar=metavar,
            help=words.in_language(language),
        )
