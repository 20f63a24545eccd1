"""How to get from one unit to another, in words that an author can follow."""

from guiju_dsl.standard.kinds import CLIMATE
from guiju_runtime.messages import Text
from guiju_runtime.units import Unit, parse_unit, quotient

CARBON = (("C", 1),)
CARBON_DIOXIDE = (("CO2", 1),)
MASS = parse_unit("kg").dimension
TO_CARBON_DIOXIDE = Text(
    zh="乘以 44 / 12，把碳换算成二氧化碳", en="multiply by 44 / 12 to turn carbon into CO2"
)
THROUGH_POTENTIAL = Text(
    zh="气体的质量只经全球变暖潜势成为二氧化碳当量：写成 emission，或乘以单位为 kgCO2e/kg 的潜势",
    en="a mass of gas becomes CO2e only through its global warming potential: "
    "write it as an emission, or multiply by a potential in kgCO2e/kg",
)
OF_ONE_KIND = Text(
    zh="换用同一种量，或乘以换算它们的因子",
    en="use quantities of one kind, or multiply by the factor that turns one into the other",
)


def between(left: Unit, right: Unit) -> Text:
    """Say how two values could come to measure the same thing."""
    substances = (left.substance, right.substance)
    if left.dimension == right.dimension:
        return TO_CARBON_DIOXIDE if {CARBON, CARBON_DIOXIDE} == set(substances) else OF_ONE_KIND
    if {left.dimension, right.dimension} == {CLIMATE.dimension, MASS}:
        return THROUGH_POTENTIAL
    if is_money(left) and is_money(right):
        rate = quotient(left, right).text
        return Text(
            zh=f"按汇率换算：乘以一个单位为 {rate} 的量，写明汇率的日期",
            en=f"convert at a rate: multiply by something in {rate}, and say of which day it is",
        )
    return OF_ONE_KIND


def of_substance(own: Unit, wanted: Unit) -> Text | None:
    """Say how a mass of one substance becomes that of another, if only that differs."""
    if own.dimension != wanted.dimension or len(own.substance) != 1 or len(wanted.substance) != 1:
        return None
    ratio = f"M({wanted.substance[0][0]}) / M({own.substance[0][0]})"
    return Text(
        zh=f"由它反应生成的，乘以 {ratio}；否则换用该物质的质量",
        en=f"multiply by {ratio} if it is made of that one for one; else use its own mass",
    )


def is_money(unit: Unit) -> bool:
    """Tell whether a unit is an amount of money, or of money for something."""
    return any(name.startswith("money_") for name, _ in unit.dimension)


def from_climate(own: Unit, wanted: Unit) -> Text | None:
    """Say what to do with CO2e where a mass of gas is needed, or the other way round."""
    if own.dimension == CLIMATE.dimension and wanted.dimension == MASS:
        return Text(
            zh="这里要的是气体的质量；已是二氧化碳当量的，写成 input 的 factor 或 result",
            en="a mass of gas is needed here; what is CO2e already is the factor of an input, "
            "or a result",
        )
    if own.dimension == MASS and wanted.dimension == CLIMATE.dimension:
        return THROUGH_POTENTIAL
    return None
