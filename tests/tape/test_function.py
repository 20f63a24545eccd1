"""The function of a standard gives the numbers of its calculator, or none at all."""

import math

import pytest

from guiju.batch.single import outputs_of
from guiju.tape.function import Function
from guiju.tape.lowering import Refused
from tests.agreement.drawing import Drawing
from tests.agreement.engines import declarations
from tests.batch.tables import SLUGS, examples, standard
from tests.batch.test_agreement import same

DRAWN = 12


@pytest.mark.parametrize("slug", SLUGS)
def test_the_function_of_a_standard_gives_what_its_calculator_gives(slug: str) -> None:
    given = [*examples(slug), *declarations(slug, Drawing(slug, 5).table(DRAWN))]
    function = standard(slug).function()
    known = 0
    for declaration in given:
        numbers = function(standard(slug).read(declaration))
        wanted = outputs_of(standard(slug).calculate(declaration).calculation)
        if numbers is not None:
            known += 1
            assert differences(numbers, wanted) == []
    assert known >= DRAWN / 4


def differences(
    numbers: dict[str, float | str], wanted: dict[str, float | str]
) -> list[tuple[str, float | str, float | str]]:
    """Give what differs; a part that a footprint does not have is 0."""
    size = max(abs(v) for v in wanted.values() if isinstance(v, float) and math.isfinite(v))
    nothing = 0.0 if wanted["cfp"] == wanted["cfp"] else math.nan
    found = []
    for name, value in numbers.items():
        other = wanted.get(name, nothing if name.startswith("by_") else math.nan)
        if not same(value, other, size):
            found.append((name, value, other))
    return found


def test_what_is_not_asked_for_is_not_there() -> None:
    [declaration, *_] = examples("electrolytic_aluminium")
    chosen = standard("electrolytic_aluminium")
    function: Function = chosen.function("cfp", "by_gas.CF4")
    numbers = function(chosen.read(declaration))
    assert numbers is not None
    assert set(numbers) == {"cfp", "by_gas.CF4"}
    assert numbers["cfp"] == pytest.approx(chosen.calculate(declaration).cfp, rel=1e-12)


def test_how_good_single_values_are_is_not_asked_of_numbers_alone() -> None:
    with pytest.raises(Refused, match="primary_share"):
        standard("electrolytic_aluminium").function("primary_share")


def test_a_declaration_with_a_fault_has_no_numbers() -> None:
    [declaration, *_] = examples("electrolytic_aluminium")
    chosen = standard("electrolytic_aluminium")
    less = {**declaration, "data": {k: v for k, v in declaration["data"].items() if k != "casting"}}
    assert chosen.function("cfp")(chosen.read(less)) is None
    assert chosen.function("cfp")(chosen.read({})) is None
