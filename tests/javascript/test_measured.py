"""What is said of how values are measured is read and reported alike in JavaScript."""

import json
import random
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from guiju.backends.javascript.module import to_module
from tests.calculation.compiled import calculator, compile_text, declared
from tests.calculation.small_standards import WORKS
from tests.javascript.engines import NODE, needs_node
from tests.javascript.sameness import differences

TEXT = (
    WORKS
    + """
quality {
  indicator technology zh "技术" en "technology" {
    1 zh "同" en "same" = 1
    2 zh "近" en "near" = 1.02
    3 zh "异" en "other" = 1.5
  }
}
process work zh "生产" en "work" {
  output thing zh "产品" en "thing" : t { measured zh "秤" en "scale" { valid 30 d } }
  input power zh "电" en "power" : MWh {
    factor 500 kgCO2e/MWh
    measured zh "电能表" en "meter" every month { valid 6 month  class 0.5 }
  }
  data ratio zh "比" en "ratio" : kg/t {
    measured zh "取样" en "samples" every shift { samples 12  spread 10 %  uncertainty 5 % }
  }
  emission CO2 stone zh "石" en "stone" : t = thing * ratio
}
"""
)
WORDS: dict[str, list[object]] = {
    "mean": ["60 kg/t", 60, None],
    "count": [11, 12, "16", 1, 0, "1.5", "3 t", None],
    "spread": [3, "5 kg/t", "6", "10 %", "10.1 %", "2 m", -1, 0, None],
    "calibrated": ["2024-06-30", "2024-07-01", "2024-12-31", "2025-01-01", "2024-12-01", "x", None],
    "class": [0.5, "0.5S", "1.0", "0.2 级", "fine", 0, None],
    "uncertainty": [
        "5 %",
        "6 %",
        "lognormal(1.05)",
        "triangular(50, 60, 70)",
        "uniform(57, 63)",
        "basic(1.05)",
        "基本（1.04）",
        "basic(1.1)",
        "basic(0.9)",
    ],
    "levels": [{"technology": 1}, {"technology": 2}, {"technology": "3"}],
    "quality": ["primary", "secondary"],
}


@cache
def files() -> tuple[Any, str]:
    plan = compile_text(TEXT)
    return calculator(plan), to_module(plan)


def drawn(seed: int) -> dict[str, Any]:
    """Draw a declaration of which anything may be said."""
    chance = random.Random(seed)

    def about(value: object) -> dict[str, object]:
        names = [name for name in WORDS if name != "mean" and chance.random() < 0.5]
        said = {name: chance.choice(WORDS[name]) for name in names}
        return {chance.choice(["value", "mean"]): value, **said}

    work = {"thing": about("1000 t"), "power": about("20 MWh"), "ratio": about("60 kg/t")}
    if chance.random() < 0.1:
        work["ratio"]["mean"] = work["ratio"]["value"] = 60
    return dict(declared({"work": work}))


@needs_node
def test_what_is_said_of_measuring_is_reported_alike() -> None:
    module, script = files()
    cases = [drawn(seed) for seed in range(200)]
    with TemporaryDirectory() as folder:
        file = Path(folder, "calculator.js")
        file.write_text(script, "utf-8")
        program = (
            "const calculator = require(process.argv[1]);"
            'const cases = JSON.parse(require("node:fs").readFileSync(0, "utf8"));'
            'const all = cases.map((one) => calculator.calculate(calculator.parse(one), "zh"));'
            "console.log(JSON.stringify(all));"
        )
        done = subprocess.run(
            [NODE or "node", "-e", program, str(file)],
            input=json.dumps([json.dumps(case) for case in cases]),
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    found = json.loads(done.stdout)
    codes: set[str] = set()
    for case, one in zip(cases, found, strict=True):
        wanted = module.calculate(case, "zh")
        codes |= {finding["code"] for finding in wanted["findings"]}
        assert one["findings"] == wanted["findings"], case
        assert not [d for d in differences(one, wanted) if "digest" not in d], case
    assert {f"GJ82{last}" for last in range(3, 10)} <= codes
