"""The words of the form in both languages."""

from guiju_runtime.data_model import Datum, often
from guiju_runtime.messages import Language, Text

COVER = Text(zh="填表说明", en="Read me")
DATA = Text(zh="数据", en="Data")
TITLE = Text(zh="产品碳足迹数据收集表", en="Data collection form, carbon footprint of products")

COLUMNS = (
    Text(zh="必填", en="Needed"),
    Text(zh="数据项", en="Datum"),
    Text(zh="数值", en="Value"),
    Text(zh="单位", en="Unit"),
    Text(zh="数据来源", en="Source"),
    Text(zh="年份", en="Year"),
    Text(zh="数据等级", en="Class"),
    Text(zh="校准日期", en="Calibrated"),
    Text(zh="仪表等级", en="Meter class"),
    Text(zh="样本个数", en="Samples"),
    Text(zh="标准偏差", en="Std. dev."),
    Text(zh="不确定度", en="Uncertainty"),
    Text(zh="说明", en="Help"),
)
"""Heads of the data sheet from the second column on; the first is hidden."""

SAID = {
    "source": Text(zh="数据来源", en="Source of the data"),
    "year": Text(zh="数据年份", en="Year"),
    "quality": Text(zh="数据等级", en="Class"),
    "calibrated": Text(zh="校准日期", en="Calibrated"),
    "class": Text(zh="仪表等级", en="Meter class"),
    "count": Text(zh="样本个数", en="Samples"),
    "spread": Text(zh="标准偏差", en="Std. dev."),
    "uncertainty": Text(zh="不确定度", en="Uncertainty"),
}
ROW_NUMBER = Text(zh="序号", en="No.")
UNIT = Text(zh="单位", en="Unit")

STANDARD = Text(zh="标准", en="Standard")
VERSION = Text(zh="编号", en="Number")
STATUS = Text(zh="状态", en="Status")
DIGEST = Text(zh="文本摘要", en="Digest of its text")
DECLARATION = Text(zh="申报信息", en="Declaration")
HEADER = {
    "declaration.company": Text(zh="企业名称", en="Company"),
    "declaration.site": Text(zh="厂址（装置）", en="Site"),
    "declaration.region": Text(zh="地区", en="Region"),
    "declaration.period.from": Text(zh="统计期开始", en="First day of the period"),
    "declaration.period.to": Text(zh="统计期结束", en="Last day of the period"),
}
HEADER_HELP = {
    "declaration.company": Text(zh="营业执照上的全称", en="registered name"),
    "declaration.site": Text(zh="一份表单只报一个厂址", en="one form for each site"),
    "declaration.region": Text(
        zh="如 shanxi；按地区取值的因子用到它", en="such as shanxi; some factors depend on it"
    ),
    "declaration.period.from": Text(zh="日期，如 2025-01-01", en="a date such as 2025-01-01"),
    "declaration.period.to": Text(
        zh="日期，如 2025-12-31；通常为一个自然年",
        en="a date such as 2025-12-31; usually a calendar year",
    ),
}
HOW = Text(zh="怎样填写", en="How to fill in")
HOW_LINES = (
    Text(
        zh="只填浅黄色单元格，其余锁定。深一些的黄色是尚未填写的必填项。",
        en="Fill in the light yellow cells; all others are locked. "
        "A deeper yellow marks what is still needed.",
    ),
    Text(
        zh="填统计期内的总量，不填单位产品的消耗；标准会自行换算。",
        en="Give totals for the period, not figures per unit of product; the standard does the "
        "rest.",
    ),
    Text(
        zh="数值格只填数，不带单位；单位在右侧下拉选择，自动换算。",
        en="Write numbers without a unit and choose the unit beside it; it is converted.",
    ),
    Text(
        zh="数据来源写明原始记录，如“电表抄表记录”。数据等级：初级为实测或按实测算得，"
        "现场为本厂址的初级数据，次级为文献、数据库或估计。",
        en="Name the record behind each value, such as “meter readings”. Class: primary is "
        "measured or derived from measurements, site is primary data of this site, secondary is "
        "literature, databases, estimates.",
    ),
    Text(
        zh="不用公式；从别的表复制时用“选择性粘贴：数值”。不增删行列，不改工作表名。",
        en="Use no formulas: paste values only. Do not add or delete rows and columns, nor rename "
        "sheets.",
    ),
    Text(
        zh="必填栏：* 表示必填，○ 表示满足说明中的条件时必填，空白表示可不填。",
        en="In the column Needed: * always, ○ if the condition under Help holds, blank not needed.",
    ),
)
SHEETS = Text(zh="工作表", en="Sheets")
ROWS_SHEET = Text(zh="每行一项，最多 50 行", en="one item to a row, up to 50 rows")
DATA_SHEET = Text(zh="各单元过程的数据", en="data of all processes")

LOCKED_TITLE = Text(zh="请检查", en="Please check")
NOT_BELOW_0 = Text(zh="应为不小于 0 的数，不带单位。", en="A number of 0 or more, without a unit.")
A_NUMBER = Text(zh="应为数，不带单位。", en="A number, without a unit.")
A_YEAR = Text(zh="应为四位年份，如 2024。", en="A year of four figures, such as 2024.")
A_DATE = Text(zh="应为日期，如 2025-12-31。", en="A date such as 2025-12-31.")
IN_THE_LIST = Text(zh="请从下拉列表中选择。", en="Choose from the list.")
PAGE = Text(zh="第 &P 页 共 &N 页", en="Page &P of &N")


def mark_of(datum: Datum) -> str:
    """Mark what is needed always, and what under a condition."""
    if datum.needed == "always":
        return "*" if datum.default is None else ""
    return "○" if datum.needed == "when" and datum.default is None else ""


def help_of(datum: Datum, language: Language) -> str:
    """Say how a datum is measured, when it is needed and what is taken without it."""
    stop, colon = ("；", "：") if language == "zh" else ("; ", ": ")

    def named(zh: str, en: str, words: str) -> str:
        return f"{zh if language == 'zh' else en}{colon}{words}" if words else ""

    measured = datum.measured.in_language(language)
    every = often(datum.every).in_language(language)
    asked = [w.in_language(language) for w in datum.measuring.words()] if datum.measuring else []
    default = f"{datum.default} {datum.unit}".strip() if datum.default is not None else ""
    years = f"{datum.valid_years:g}" if datum.valid_years is not None else ""
    spread = datum.spread.words(datum.unit).in_language(language) if datum.spread else ""
    parts = (
        datum.note.in_language(language).rstrip("。."),
        named("条件", "if", datum.condition.in_language(language)),
        named("计量", "measured by", measured),
        named("频次", "every", every),
        named("计量要求", "asked of it", ("、" if language == "zh" else ", ").join(asked)),
        named("不填时取", "taken if blank", default),
        named("有效期（年）", "valid for years", years),
        named("不确定度", "uncertainty", spread),
        "每行不得相同" * datum.unique if language == "zh" else "no two alike" * datum.unique,
        "不公开" * datum.confidential if language == "zh" else "not published" * datum.confidential,
    )
    return stop.join(part for part in parts if part)
