"""Units as a document prints them: symbols after GB 3100, and their Chinese names."""

import re

from guiju.documents.inlines import in_letters
from guiju_runtime.messages import Language

NAMES = {
    "mg": "毫克", "g": "克", "kg": "千克", "t": "吨", "kt": "千吨", "Mt": "百万吨",
    "mol": "摩尔", "kmol": "千摩尔",
    "J": "焦", "kJ": "千焦", "MJ": "兆焦", "GJ": "吉焦", "TJ": "太焦", "PJ": "拍焦",
    "Wh": "瓦时", "kWh": "千瓦时", "MWh": "兆瓦时", "GWh": "吉瓦时", "TWh": "太瓦时",
    "kcal": "千卡", "kgce": "千克标准煤", "tce": "吨标准煤",
    "W": "瓦", "kW": "千瓦", "MW": "兆瓦", "GW": "吉瓦", "Wp": "峰瓦", "kWp": "千峰瓦",
    "s": "秒", "min": "分", "h": "时", "d": "天", "month": "月", "a": "年",
    "mm": "毫米", "cm": "厘米", "m": "米", "km": "千米", "m2": "平方米", "m²": "平方米",
    "hm2": "公顷", "ha": "公顷", "mL": "毫升", "L": "升", "kL": "千升", "m3": "立方米",
    "m³": "立方米", "万m3": "万立方米", "Nm3": "标准立方米", "万Nm3": "万标准立方米",
    "mV": "毫伏", "kV": "千伏", "kA": "千安", "°C": "摄氏度", "℃": "摄氏度",
    "Pa": "帕", "kPa": "千帕", "MPa": "兆帕", "tkm": "吨千米", "pkm": "人千米",
    "PFLOPS": "千万亿次每秒", "piece": "件", "CNY": "元", "USD": "美元", "EUR": "欧元",
    "%": "百分之一", "‰": "千分之一", "万kWh": "万千瓦时",
}  # fmt: skip
SUBSTANCES = {
    "CO2e": "二氧化碳当量", "CO2": "二氧化碳", "CH4": "甲烷", "N2O": "氧化亚氮", "SF6": "六氟化硫",
    "NF3": "三氟化氮", "CF4": "四氟化碳", "C2F6": "六氟化二碳", "C": "碳", "N": "氮", "H2": "氢",
    "CaCO3": "碳酸钙", "MgCO3": "碳酸镁", "CaO": "氧化钙", "MgO": "氧化镁",
}  # fmt: skip
SYMBOLS = {
    "Wh": "W·h", "kWh": "kW·h", "MWh": "MW·h", "GWh": "GW·h", "TWh": "TW·h", "万kWh": "万kW·h",
    "tkm": "t·km", "pkm": "人·km", "piece": "件", "CNY": "元", "m3": "m^{3}", "m³": "m^{3}",
    "m2": "m^{2}", "m²": "m^{2}", "hm2": "hm^{2}", "万m3": "万m^{3}", "month": "月", "°C": "℃",
}  # fmt: skip
ENGLISH = {
    "毫克": "mg", "克": "g", "千克": "kg", "公斤": "kg", "吨": "t", "兆焦": "MJ", "吉焦": "GJ",
    "太焦": "TJ", "千瓦时": "kWh", "度": "kWh", "兆瓦时": "MWh", "千卡": "kcal", "大卡": "kcal",
    "千克标准煤": "kgce", "吨标准煤": "tce", "千瓦": "kW", "秒": "s", "分钟": "min", "小时": "h",
    "天": "d", "日": "d", "月": "month", "年": "a", "米": "m", "公里": "km", "平方米": "m2",
    "公顷": "ha", "毫升": "mL", "升": "L", "千升": "kL", "立方米": "m3", "元": "CNY",
    "件": "piece", "个": "piece", "台": "piece", "只": "piece", "条": "piece", "块": "piece",
    "次": "piece", "套": "set", "瓶": "bottle", "辆": "vehicle", "人": "person",
}  # fmt: skip
"""Units that a source may write in Chinese characters, as an English edition writes them."""
ENGLISH_SYMBOLS = {
    "piece": "piece", "CNY": "CNY", "month": "month", "pkm": "person·km", "℃": "°C", "°C": "°C",
    "万吨": "10^{4} t", "万千瓦时": "10^{4} kW·h", "万kWh": "10^{4} kW·h", "万m3": "10^{4} m^{3}",
    "万立方米": "10^{4} m^{3}", "万Nm3": "10^{4} Nm^{3}", "万吨标准煤": "10^{4} tce",
    "万元": "10^{4} CNY", "亩": "mu", "Nm3": "Nm^{3}",
}  # fmt: skip
GAS_AT = {"zh": "（{} ℃）", "en": " ({} °C)"}
MASS = re.compile(r"(?P<mass>mg|kg|g|kt|Mt|t)(?P<substance>[A-Z][A-Za-z0-9]*)")
GAS = re.compile(r"m[3³]\((?P<celsius>\d+) ?(?:°C|℃)\)")


def unit_symbol(unit: str, language: Language) -> str:
    """Print the symbol of a unit: ``kWh`` as ``kW·h``, one solidus, brackets below it."""
    above, solidus, below = unit.partition("/")
    over = "·".join(word_symbol(word, language) for word in above.split("·")) if above else ""
    if not solidus:
        return over
    under = "·".join(word_symbol(word, language) for word in below.split("·"))
    if above == "1" and under.isalpha():
        return f"{under}^{{−1}}"
    return f"{over}/({under})" if "·" in under else f"{over}/{under}"


def word_symbol(word: str, language: Language) -> str:
    """Print one word of a unit with marks."""
    gas = GAS.fullmatch(word)
    if gas is not None:
        return f"m^{{3}}{GAS_AT[language].format(gas['celsius'])}"
    if language == "en":
        word = ENGLISH.get(word, word)
        return ENGLISH_SYMBOLS.get(word) or SYMBOLS.get(word, word)
    return SYMBOLS.get(word, word)


def bare_symbol(unit: str, language: Language) -> str:
    """Print the symbol of a unit without marks, for a number in a formula: ``kgCO₂/m³``."""
    return in_letters(unit_symbol(unit, language))


def unit_name(unit: str, language: Language) -> str:
    """Name a unit: ``kgCO2e/t`` is 千克二氧化碳当量每吨; in English its symbol."""
    if language == "en" or (unit not in NAMES and any(sign in unit for sign in "%‰")):
        return unit_symbol(unit, language)
    above, solidus, below = unit.partition("/")
    under = "".join(word_name(word) for word in below.split("·"))
    if above == "1":
        return f"每{under}"
    over = "".join(word_name(word) for word in above.split("·"))
    return f"{over}每{under}" if solidus else over


def word_name(word: str) -> str:
    """Name one word of a unit in Chinese; a word that is Chinese or unknown names itself."""
    gas = GAS.fullmatch(word)
    if gas is not None:
        return f"立方米（{gas['celsius']} ℃）"
    mass = MASS.fullmatch(word)
    if word not in NAMES and mass is not None:
        return NAMES[mass["mass"]] + SUBSTANCES.get(mass["substance"], mass["substance"])
    return NAMES.get(word, word)
