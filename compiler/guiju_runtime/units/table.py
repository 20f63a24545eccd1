"""The closed table of units: one line each, with definition and source.

Sources: SI = SI Brochure, 9th edition (2019), tables 2 to 8; GB 3100—1993 names these in Chinese.
"""

from typing import NamedTuple

from guiju_runtime.units.model import Dimension


class UnitRow(NamedTuple):
    """A unit of the table.

    Attributes:
        words: its spellings, apart by a space; the first is the usual one.
        factor: one of it in base units, as a decimal or a quotient.
        definition: what it is, and where that is written.
    """

    words: str
    factor: str
    dimension: Dimension
    definition: str


NUMBER: Dimension = ()
MASS: Dimension = (("mass", 1),)
LENGTH: Dimension = (("length", 1),)
AREA: Dimension = (("length", 2),)
VOLUME: Dimension = (("length", 3),)
GAS: Dimension = (("gas_volume", 1),)
TIME: Dimension = (("time", 1),)
TEMPERATURE: Dimension = (("temperature", 1),)
AMOUNT: Dimension = (("amount", 1),)
ENERGY: Dimension = (("length", 2), ("mass", 1), ("time", -2))
POWER: Dimension = (("length", 2), ("mass", 1), ("time", -3))
PRESSURE: Dimension = (("length", -1), ("mass", 1), ("time", -2))
VOLTAGE: Dimension = (("current", -1), ("length", 2), ("mass", 1), ("time", -3))
CURRENT: Dimension = (("current", 1),)
CLIMATE: Dimension = (("climate", 1),)
PIECE: Dimension = (("piece", 1),)
OPERATIONS: Dimension = (("operation", 1), ("time", -1))
CNY: Dimension = (("money_CNY", 1),)
USD: Dimension = (("money_USD", 1),)
EUR: Dimension = (("money_EUR", 1),)
FREIGHT: Dimension = (("length", 1), ("mass", 1))
TRAVEL: Dimension = (("length", 1), ("piece", 1))

ROWS = (
    UnitRow("%", "1/100", NUMBER, "one hundredth; ISO 80000-1"),
    UnitRow("‰", "1/1000", NUMBER, "one thousandth; GB 3100"),
    UnitRow("mg 毫克", "1e-6", MASS, "SI"),
    UnitRow("g 克", "1e-3", MASS, "SI"),
    UnitRow("kg 千克 公斤", "1", MASS, "SI base unit"),
    UnitRow("t 吨", "1000", MASS, "tonne = 1 000 kg; SI table 8"),
    UnitRow("万吨", "1e7", MASS, "10 000 t; as Chinese statistics write it"),
    UnitRow("kt", "1e6", MASS, "1 000 t"),
    UnitRow("Mt", "1e9", MASS, "1 000 000 t"),
    UnitRow("mol", "1", AMOUNT, "SI base unit"),
    UnitRow("kmol", "1000", AMOUNT, "SI"),
    UnitRow("J", "1", ENERGY, "SI"),
    UnitRow("kJ", "1e3", ENERGY, "SI"),
    UnitRow("MJ 兆焦", "1e6", ENERGY, "SI"),
    UnitRow("GJ 吉焦", "1e9", ENERGY, "SI"),
    UnitRow("TJ 太焦", "1e12", ENERGY, "SI"),
    UnitRow("PJ", "1e15", ENERGY, "SI"),
    UnitRow("Wh", "3600", ENERGY, "1 W for 1 h = 3 600 J"),
    UnitRow("kWh 千瓦时 度", "3.6e6", ENERGY, "3.6 MJ; SI, GB 3100"),
    UnitRow("万千瓦时 万kWh", "3.6e10", ENERGY, "10 000 kWh; as Chinese statistics write it"),
    UnitRow("MWh 兆瓦时", "3.6e9", ENERGY, "1 000 kWh"),
    UnitRow("GWh", "3.6e12", ENERGY, "1 000 MWh"),
    UnitRow("TWh", "3.6e15", ENERGY, "1 000 GWh"),
    UnitRow("kcal 千卡 大卡", "4186.8", ENERGY, "International Table kilocalorie; GB/T 2589—2020"),
    UnitRow("kgce 千克标准煤", "29307600", ENERGY, "7 000 kcal = 29.3076 MJ; GB/T 2589—2020"),
    UnitRow("tce 吨标准煤", "29307600000", ENERGY, "29.3076 GJ; GB/T 2589—2020"),
    UnitRow("万吨标准煤", "293076e9", ENERGY, "10 000 tce; GB/T 2589—2020"),
    UnitRow("W", "1", POWER, "SI"),
    UnitRow("kW 千瓦", "1e3", POWER, "SI"),
    UnitRow("MW", "1e6", POWER, "SI"),
    UnitRow("GW", "1e9", POWER, "SI"),
    UnitRow(
        "Wp", "1", POWER, "watt of peak power of a photovoltaic module; IEC 60904-3 conditions"
    ),
    UnitRow("kWp", "1e3", POWER, "1 000 Wp"),
    UnitRow("s 秒", "1", TIME, "SI base unit"),
    UnitRow("min 分钟", "60", TIME, "60 s; SI table 8"),
    UnitRow("h 小时", "3600", TIME, "60 min; SI table 8"),
    UnitRow("d 天 日", "86400", TIME, "24 h; SI table 8"),
    UnitRow(
        "month 月", "2628000", TIME, "a twelfth of a year of 365 d = 30.416 6… d; for durations"
    ),
    UnitRow(
        "a 年", "31536000", TIME, "calendar year of 365 d, for durations; ours, as ISO 80000-3"
    ),
    UnitRow("mm", "1e-3", LENGTH, "SI"),
    UnitRow("cm", "1e-2", LENGTH, "SI"),
    UnitRow("m 米", "1", LENGTH, "SI base unit"),
    UnitRow("km 公里", "1000", LENGTH, "SI"),
    UnitRow("m2 m² 平方米", "1", AREA, "SI"),
    UnitRow("hm2 ha 公顷", "10000", AREA, "hectare = 10 000 m2; SI table 8"),
    UnitRow("亩", "2000/3", AREA, "a fifteenth of a hectare; 国务院 1984 (法定计量单位)"),
    UnitRow("mL 毫升", "1e-6", VOLUME, "SI table 8"),
    UnitRow("L 升", "1e-3", VOLUME, "1 dm3; SI table 8"),
    UnitRow("kL 千升", "1", VOLUME, "1 000 L"),
    UnitRow("m3 m³ 立方米", "1", VOLUME, "SI; a volume as metered, at no stated state"),
    UnitRow("万m3 万立方米", "10000", VOLUME, "10 000 m3; as Chinese statistics write it"),
    UnitRow("Nm3 Nm³", "1", GAS, "dry gas at 0 °C and 101.325 kPa (标准状态)"),
    UnitRow("万Nm3", "10000", GAS, "10 000 Nm3"),
    UnitRow("mV", "1e-3", VOLTAGE, "SI"),
    UnitRow("kV", "1e3", VOLTAGE, "SI"),
    UnitRow("kA", "1e3", CURRENT, "SI"),
    UnitRow("°C ℃", "1", TEMPERATURE, "degree Celsius, as read or as a difference; SI"),
    UnitRow("Pa", "1", PRESSURE, "SI"),
    UnitRow("kPa", "1e3", PRESSURE, "SI"),
    UnitRow("MPa", "1e6", PRESSURE, "SI"),
    UnitRow("tkm", "1e6", FREIGHT, "1 t over 1 km; the same as t·km"),
    UnitRow("pkm", "1e3", TRAVEL, "1 person over 1 km; the same as 人·km"),
    UnitRow("PFLOPS", "1e15", OPERATIONS, "10^15 floating-point operations a second"),
    UnitRow(
        "piece 件 个 台 套 只 条 瓶 块 辆 次 人", "1", PIECE, "counted things, whatever they are"
    ),
    UnitRow("CNY 元", "1", CNY, "Renminbi yuan; ISO 4217"),
    UnitRow("万元", "10000", CNY, "10 000 yuan"),
    UnitRow("USD", "1", USD, "United States dollar; ISO 4217"),
    UnitRow("EUR", "1", EUR, "euro; ISO 4217"),
)

ZERO_CELSIUS_KELVIN = "273.15"
"""0 °C in kelvin; SI Brochure, 2.3.1. A gas takes (273.15 + θ) / 273.15 of its room at 0 °C."""

MASSES_THAT_TAKE_A_SUBSTANCE = ("mg", "kg", "g", "kt", "Mt", "t")
CARBON_DIOXIDE_EQUIVALENT = "CO2e"

USUAL = (
    *("t", "kg", "g", "kt", "万吨"),
    *("MWh", "kWh", "GWh", "万千瓦时", "GJ", "MJ", "TJ", "tce", "kgce"),
    *("m3(0 °C)", "m3(20 °C)", "Nm3", "万Nm3", "m3", "L", "万m3", "m2", "hm2", "亩", "km", "m"),
    *("a", "month", "d", "h", "min", "s", "kW", "MW", "W", "kA", "mV", "kV"),
    *("°C", "MPa", "kPa", "Pa", "mol", "kmol", "t·km", "pkm", "piece", "PFLOPS", "PFLOPS·h"),
    *("元", "万元", "USD", "EUR", "%", "‰", "kg/t", "g/kg", "t/t", "kgCO2e", "tCO2e"),
    *("kgCO2e/t", "kgCO2e/kg", "tCO2e/t", "kgCO2e/kWh", "tCO2e/MWh", "kgCO2e/GJ", "kgCO2e/MJ"),
    *("kgCO2e/m3", "kgCO2e/L", "kgCO2e/m3(0 °C)", "kgCO2e/Nm3", "kgCO2e/t·km", "kgCO2e/km"),
    *("kgCO2e/m2", "kgCO2e/piece", "kgCO2e/元", "tCO2e/万元", "kgCO2e/pkm", "1/d", "1/a", "%/a"),
    *("MWh/t", "kWh/t", "kWh/kg", "GJ/t", "MJ/kg", "kJ/kg", "kcal/kg", "GJ/m3", "MJ/m3"),
    *("MJ/m3(0 °C)", "GJ/万Nm3", "kWh/m3", "L/kg", "m3/t", "kg/m3", "kg/L", "t/m3", "g/mol"),
    *("kg/GJ", "t/TJ", "kg/kWh", "kg/piece", "kg/m3(0 °C)", "kg/Nm3", "元/t", "元/kg", "元/kWh"),
    *("元/m3", "元/L", "元/piece", "t/a", "kWh/a", "h/a", "t/h", "t/d", "kg·d/t·min", "kg/t·mV"),
)
"""Spellings that the field uses, in the order in which a form offers them."""
