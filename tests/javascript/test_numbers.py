"""Numbers in JavaScript: broken exponents, exp, ln and sqrt within 2 ulp; exact reading."""

import hashlib
import json
import math
import random
import subprocess
from decimal import Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from guiju.backends.javascript import module
from guiju_runtime.data_words import nearest
from guiju_runtime.quantity import NoNumberError, NotFiniteError, PartedDigitsError, quantity
from tests.javascript.engines import NODE, needs_node

pytestmark = needs_node


INNER = "quantity, general, nearest, sha256, dateIn, textIn, isMapping, wordsOfData"
"""What the runtime keeps to itself, and is asked for here."""


def asked(formula: str, values: list[Any]) -> list[Any]:
    """Give what a formula of the runtime gives for each value ``x``; the kind of fault else."""
    runtime = module.runtime().replace("\nreturn { ", f"\nreturn {{ {INNER}, ")
    script = (
        f"{runtime}\nconst {{ {INNER}, {', '.join(module.OFFERED)} }} = runtime;\n"
        f"const answer = (x) => {{ try {{ return {formula}; }} catch (fault) {{"
        " return fault.constructor.name; } };\n"
        'const given = JSON.parse(require("node:fs").readFileSync(0, "utf8"));\n'
        "console.log(JSON.stringify(given.map(answer)));"
    )
    assert NODE is not None
    with TemporaryDirectory() as folder:
        file = Path(folder, "asked.cjs")
        file.write_text(script, "utf-8")
        done = subprocess.run(
            [NODE, str(file)], input=json.dumps(values), capture_output=True, text=True, check=False
        )
    assert done.returncode == 0, done.stderr[-2000:]
    answers: list[Any] = json.loads(done.stdout, parse_int=float)
    return answers


def exactly(name: str, x: list[float]) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        first = Decimal(x[0])
        match name:
            case "raised":
                return first ** Decimal(x[1])
            case "exponential":
                return first.exp()
            case "logarithm":
                return first.ln()
            case _:
                return first.sqrt()


def ulps(found: float, exact: Decimal) -> float:
    return float(abs(Decimal(found) - exact) / Decimal(math.ulp(found)))


@pytest.mark.parametrize("name", ["raised", "exponential", "logarithm", "root"])
def test_functions_are_within_2_ulp_of_their_exact_values(name: str) -> None:
    draw = random.Random(7)
    values = [
        [10 ** draw.uniform(-6, 6), draw.uniform(-30, 30)]
        if name != "exponential"
        else [draw.uniform(-700, 700), 0.0]
        for _ in range(2000)
    ]
    values += [[1 + draw.uniform(-1e-3, 1e-3), draw.uniform(-1e3, 1e3)] for _ in range(500)]
    values = [x for x in values if name != "exponential" or abs(x[0]) < 700]
    arguments = "x[0], x[1]" if name == "raised" else "x[0]"
    for x, found in zip(values, asked(f"{name}({arguments})", values), strict=True):
        assert ulps(found, exactly(name, x)) <= 2, (name, x)


def test_a_root_of_a_negative_number_and_a_power_beyond_floats_have_no_value() -> None:
    cases = [[-8.0, 1 / 3], [10.0, 400.0], [0.0, -1.0], [-8.0, 3.0]]
    found = asked("raised(x[0], x[1])", cases)
    assert found == ["NotComputable", "NotComputable", "DivisionByZero", -512]


NUMBERS = [
    *("1", "0.1", "1_000.5", "1e-300", "9.99e300", "1e301", "1e-301", "0e999", "4.35", ""),
    *("123456789012345678901", "0.30000000000000004", "1.7976931348623157e300", "00012"),
    *("-2.5", "+3", ".5", "5.", "１２．５", "−4", "abc", "nan", "-inf", "1,000", "1,5", "1 000"),
    *("1'000.5", "1.000,5", "2.2250738585072014e-300", "3 t", "9007199254740993", "0.1e1"),
    *("1e5 kg", "1.5.2", "--3"),
]


def exact_reading(text: str) -> Any:
    try:
        read = quantity(text)
    except (NoNumberError, NotFiniteError, PartedDigitsError) as fault:
        return type(fault).__name__.removesuffix("Error")
    assert isinstance(read.value, Fraction)
    return [read.value.numerator / read.value.denominator, read.unit]


def test_texts_of_numbers_are_read_as_in_python_and_rounded_once() -> None:
    found = asked("(({ value, unit }) => [value.toNumber(), unit])(quantity(x))", list(NUMBERS))
    assert found == [exact_reading(text) for text in NUMBERS]


def test_any_decimal_becomes_the_nearest_float() -> None:
    draw = random.Random(3)
    texts = [f"{draw.randrange(10**20)}e{draw.randrange(-200, 200)}" for _ in range(2000)]
    assert asked("quantity(x).value.toNumber()", texts) == [float(text) for text in texts]


def test_a_date_is_the_day_whose_midnight_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    formula = "((d) => [dateIn(d), textIn(d), isMapping(d), wordsOfData(d)])(new Date(...x))"
    here, day = [2025, 11, 31], ["2025-12-31", "2025-12-31", False, '"2025-12-31"']
    assert asked(formula, [["2025-12-31"], here]) == [day, day]
    assert asked("dateIn(new Date(...x))", [[*here, 9], [*here, 23, 59], ["x"]]) == [None] * 3


def test_numbers_are_printed_as_in_python() -> None:
    draw = random.Random(5)
    values = [draw.uniform(-1, 1) * 10 ** draw.randrange(-12, 22) for _ in range(500)]
    values += [100000.5, 100001.5, 0.5, 2.5, 1e-5, 123456.5, 1e16, 1e21, 0.0001, 1234567.0, 0.1]
    for digits in (6, 10, 12):
        printed = [f"{value:.{digits}g}" for value in values]
        assert asked(f"general(x, {digits})", list(values)) == printed


def test_the_digest_is_the_sha_256() -> None:
    texts = ["", "abc", "x" * 55, "y" * 56, "电" * 100]
    found = asked("sha256(new TextEncoder().encode(x))", list(texts))
    assert found == [hashlib.sha256(text.encode()).hexdigest() for text in texts]


def test_the_name_that_was_meant_is_found_as_in_python() -> None:
    known = ["electricity", "electrolysis", "anode", "natural_gas", "alumina", "阳极净耗", "电力"]
    words = ["electricty", "anod", "alumna", "gas_natural", "电", "阳极", "xyz", "ELECTRICITY", ""]
    found = asked(f"nearest(x, {json.dumps(known)})", list(words))
    assert found == [nearest(word, known) for word in words]
