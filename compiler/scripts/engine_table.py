"""The table of constructs and engines, from what the plan says of both."""

from reference_tables import table

from guiju.plan.constructs import CONSTRUCTS, ENGINES

TEST = "tests/agreement/test_engines.py"


def engines_page() -> str:
    """Write the page; ``tests/agreement/test_engines.py`` runs a case for every cell."""
    names = (
        f"{one.label.zh} · {one.label.en}" if one.label.zh != one.label.en else one.label.zh
        for one in ENGINES
    )
    head = ("写法 · construct", "意义 · meaning", *names)
    rows = (
        (
            f"`{one.written}`",
            f"{one.label.zh} · {one.label.en}",
            *("—" if one.written in engine.refuses else "✓" for engine in ENGINES),
        )
        for one in CONSTRUCTS
    )
    lines = (
        "# 语言与计算引擎 · Constructs and engines",
        "",
        "✓ 数值和发现与精确引擎一致 · the same numbers and findings as the exact reference  ",
        "— 拒绝，并给出代码 · refused, with a code  ",
        f"每一格都有测试运行 · every cell is run by a test: [test_engines.py](../{TEST})",
        "",
    )
    return "\n".join((*lines, *table(head, rows))) + "\n"
