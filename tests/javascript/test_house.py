"""The runtime in JavaScript keeps to the lengths of the house, and a calculator reads well."""

import re
import subprocess
from pathlib import Path

import pytest

from guiju.backends.javascript import module
from guiju.program.layout import width
from tests.calculation.compiled import compile_text
from tests.calculation.test_generated_module import AWKWARD
from tests.calculation.whole_standard import STANDARD, find
from tests.golden_files import CheckGolden
from tests.house import ROOT
from tests.javascript.engines import NODE, needs_node
from tests.test_house import FUNCTION_LINES, MODULE_LINES

SITE = ROOT / "compiler" / "guiju" / "backends" / "site" / "assets"
RUNTIME = ROOT / "compiler" / "guiju" / "backends" / "javascript" / "runtime"
FILES = sorted(RUNTIME.glob("*.js"))
OF_PAGES = sorted(SITE.glob("calculator-*.js"))
GOLDEN = ROOT / "tests" / "golden" / "primary_aluminium" / "javascript" / "calculator.js"
FUNCTION = re.compile(
    r"^(?P<space> *)(?:async )?(?:function\*? |\*)?\w+\(.*\) \{\n(?P<body>(?:(?P=space) .*\n|\n)*)",
    re.MULTILINE,
)


def test_every_file_of_the_runtime_stands_in_a_calculator() -> None:
    assert {file.stem for file in FILES} == set(module.PARTS)


@pytest.mark.parametrize("file", [*FILES, *OF_PAGES], ids=lambda file: file.stem)
def test_files_functions_and_lines_are_short(file: Path) -> None:
    text = file.read_text("utf-8")
    assert len(text.splitlines()) <= MODULE_LINES
    assert [line for line in text.splitlines() if width(line) > 100] == []
    lengths = {
        f[0].strip().partition("\n")[0]: f["body"].count("\n") for f in FUNCTION.finditer(text)
    }
    assert lengths or file.stem in ("steps", "calculator-words")
    assert {name: n for name, n in lengths.items() if n + 2 > FUNCTION_LINES} == {}


def test_the_calculator_of_a_small_standard_is_the_golden_one(check_golden: CheckGolden) -> None:
    check_golden(GOLDEN, module.calculator(compile_text(STANDARD, find)))


@needs_node
@pytest.mark.parametrize("text", [STANDARD, AWKWARD], ids=["whole", "awkward-names"])
def test_a_calculator_is_right_javascript(text: str, tmp_path: Path) -> None:
    file = tmp_path / "calculator.js"
    file.write_text(module.to_module(compile_text(text, find)), "utf-8")
    for way in (
        "console.log(require(file).standard.id)",
        "import(file).then(m => console.log(m.default.standard.id))",
    ):
        done = subprocess.run(
            [NODE or "node", "-e", f"const file = {str(file)!r}; {way}"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.strip()


def test_lines_of_a_calculator_fit() -> None:
    long = [
        line
        for line in module.calculator(compile_text(STANDARD, find)).splitlines()
        if width(line) > 100 and not re.match(r'^ *(\w+: )?"([^"\\]|\\.)*",$|^ \*', line)
    ]
    assert long == []
