"""A data model with every kind of datum, as a smelter's standard would ask for it."""

from typing import Any

from guiju_runtime.data_model import (
    DataModel,
    Datum,
    Group,
    Indicator,
    Section,
    StandardIdentity,
)
from guiju_runtime.messages import Text, same_words

NO_WORDS = same_words("")
SUPPLY = "power_supply.supply"
DIGEST = "sha256:0d4c9b7f3a6e52810d4c9b7f3a6e52810d4c9b7f3a6e52810d4c9b7f3a6e5281"


def datum(path: str, zh: str, en: str, unit: str = "", **other: Any) -> Datum:
    """Ask for one value; a number that is always needed unless ``other`` says else."""
    usual: dict[str, Any] = {
        "group": "",
        "kind": "number",
        "options": (),
        "clause": f"data.{path}",
        "needed": "always",
        "condition": NO_WORDS,
        "default": None,
        "amount": False,
        "quality": "",
        "measured": NO_WORDS,
        "every": "",
        "valid_years": None,
        "unique": False,
        "confidential": False,
        "spread": None,
        "measuring": None,
        "note": NO_WORDS,
    }
    return Datum(path=path, label=Text(zh=zh, en=en), unit=unit, **{**usual, **other})


def section(path: str, zh: str, en: str, stage: Text = NO_WORDS) -> Section:
    """Name a part of the data."""
    return Section(path=path, label=Text(zh=zh, en=en), stage=stage)


RAW = Text(zh="原材料获取", en="Raw material acquisition")
MADE = Text(zh="产品制造", en="Manufacturing")
GAS_METER = Text(zh="气表", en="gas meter")
POWER_METER = Text(zh="电能表", en="electricity meter")
OWN_POWER = Text(zh="来源为自备", en="the source is self-generated")
KINDS = (
    ("grid", Text(zh="电网", en="grid")),
    ("direct_line", Text(zh="直供", en="direct line")),
    ("certificate", Text(zh="绿证", en="certificate")),
    ("self_generated", Text(zh="自备", en="self-generated")),
)
CELLS = (
    ("PFPB_modern", Text(zh="点式下料预焙槽（新型）", en="point-fed prebake, modern")),
    ("SWPB", Text(zh="边部下料预焙槽", en="side-worked prebake")),
)

PLANT = DataModel(
    standard=StandardIdentity(
        id="electrolytic_aluminium",
        version="T/XXX 001—2026",
        status="draft",
        title=Text(
            zh="温室气体 产品碳足迹量化方法与要求 电解铝",
            en="Carbon footprint of products — Primary aluminium",
        ),
        digest=DIGEST,
    ),
    sections=(
        section("", "产品与企业", "Product and company"),
        section("refining", "氧化铝生产", "Alumina refining", RAW),
        section("power_supply", "供电", "Power supply", MADE),
        section("electrolysis", "铝电解", "Electrolysis", MADE),
    ),
    groups=(
        Group(
            path=SUPPLY, label=Text(zh="电力来源", en="Electricity supply"), clause="data.supply"
        ),
    ),
    data=(
        datum("aluminium_content", "铝含量", "aluminium content", "%"),
        datum("has_anode_plant", "是否自产阳极", "own anode plant", kind="yes_no"),
        datum("refining.alumina", "氧化铝产量", "alumina output", "t", amount=True),
        datum(
            "refining.natural_gas",
            "焙烧用天然气",
            "natural gas for calcining",
            "m3",
            amount=True,
            quality="primary",
            measured=GAS_METER,
            every="month",
            note=Text(zh="工况体积按气表读数填写", en="volume as the meter reads"),
        ),
        datum("refining.bauxite_distance", "铝土矿运距", "bauxite distance", "km"),
        datum("refining.supplier", "铝土矿供方", "bauxite supplier", kind="text", needed="never"),
        datum(f"{SUPPLY}.kind", "来源", "source", kind="choice", group=SUPPLY, options=KINDS),
        datum(
            f"{SUPPLY}.electricity",
            "电量",
            "electricity",
            "MWh",
            group=SUPPLY,
            amount=True,
            quality="primary",
            measured=POWER_METER,
            every="month",
        ),
        datum(
            f"{SUPPLY}.own_factor",
            "自备电厂因子",
            "own factor",
            "kgCO2e/kWh",
            group=SUPPLY,
            needed="when",
            condition=OWN_POWER,
            valid_years=1,
        ),
        datum(
            f"{SUPPLY}.number",
            "绿证编号",
            "certificate number",
            kind="text",
            group=SUPPLY,
            needed="when",
            condition=Text(zh="来源为绿证", en="the source is a certificate"),
            unique=True,
            confidential=True,
        ),
        datum("electrolysis.liquid_aluminium", "原铝液", "liquid aluminium", "t", amount=True),
        datum("electrolysis.anode", "阳极净耗", "net anode use", "t", amount=True),
        datum("electrolysis.anode.sulphur", "阳极含硫", "sulphur in anodes", "%", default="2"),
        datum("electrolysis.cell", "槽型", "cell type", kind="choice", options=CELLS),
        datum("electrolysis.anode_effects", "阳极效应系数", "anode effects", "1/d", needed="never"),
        datum("electrolysis.started", "投产日期", "start of operation", kind="date"),
        datum("electrolysis.overhaul", "大修年份", "year of overhaul", kind="year", needed="never"),
    ),
    indicators=(
        Indicator(
            name="technology",
            label=Text(zh="技术代表性", en="technology"),
            levels=tuple(same_words(str(level)) for level in range(1, 6)),
            spreads=(1.0, 1.0, 1.2, 1.5, 2.0),
        ),
    ),
)
