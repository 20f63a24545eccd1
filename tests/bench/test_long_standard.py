"""The standard that ``make bench`` measures with, and what a check may load."""

import os
import subprocess
import sys
from pathlib import Path

from guiju import pipeline
from tests.bench.long_standard import long_standard, place

HEAVY = {"networkx", "numpy", "docx", "pydantic", "lark", "jinja2", "yaml", "typst", "mkdocs"}
STARTED = """
import sys
from guiju.cli import main

assert main(["check", "electrolytic_aluminium"]) == 0
sys.stderr.write(" ".join(sys.modules))
"""


def test_the_long_standard_is_valid_and_has_more_than_one_product_system() -> None:
    source, workspace = long_standard(2_000), place()
    first = workspace.source()
    assert first is not None
    short = pipeline.check(first, workspace.find).product
    long = pipeline.check(source, workspace.find).product
    assert short is not None
    assert long is not None
    assert source.text.count("\n") >= 2_000
    assert len(long.rules.processes) >= 3 * len(short.rules.processes)


def test_a_check_loads_nothing_heavy_once_the_table_of_the_grammar_is_made(tmp_path: Path) -> None:
    environment = {**os.environ, "GUIJU_CACHE": str(tmp_path)}
    loaded = [
        subprocess.run(
            [sys.executable, "-c", STARTED],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        ).stderr.split()
        for _ in range(2)
    ]
    first, second = ({module.partition(".")[0] for module in modules} for modules in loaded)
    assert HEAVY & first == {"lark"}
    assert HEAVY & second == set()
