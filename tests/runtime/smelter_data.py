"""A small data model, as a smelter's standard would ask for it; the tests of reading share it."""

from guiju_runtime.data_model import (
    DataModel,
    Datum,
    DatumKind,
    Group,
    Indicator,
    Measuring,
    QualityClass,
    Section,
    StandardIdentity,
)
from guiju_runtime.messages import Text, same_words

NO_WORDS = same_words("")
DIGEST = "sha256:6f1a9c0d2b7e4f3a"


def datum(
    path: str,
    zh: str,
    en: str,
    unit: str = "",
    *,
    kind: DatumKind = "number",
    group: str = "",
    options: tuple[tuple[str, Text], ...] = (),
    needed: bool = True,
    default: str | None = None,
    amount: bool = False,
    quality: QualityClass = "",
    valid_years: float | None = None,
    unique: bool = False,
    measuring: Measuring | None = None,
) -> Datum:
    """Ask for one value."""
    return Datum(
        path=path,
        group=group,
        label=Text(zh=zh, en=en),
        kind=kind,
        unit=unit,
        options=options,
        clause=f"data.{path}",
        needed="always" if needed else "never",
        condition=NO_WORDS,
        default=default,
        amount=amount,
        quality=quality,
        measured=NO_WORDS,
        every="",
        valid_years=valid_years,
        unique=unique,
        confidential=False,
        spread=None,
        measuring=measuring,
        note=NO_WORDS,
    )


SUPPLY = "power_supply.supply"
SMELTER = DataModel(
    standard=StandardIdentity(
        id="aluminium",
        version="T/XXX 001—2026",
        status="draft",
        title=Text(zh="电解铝", en="Primary aluminium"),
        digest=DIGEST,
    ),
    sections=(
        Section(path="", label=Text(zh="全标准", en="whole standard"), stage=NO_WORDS),
        Section(path="power_supply", label=Text(zh="供电", en="Power supply"), stage=NO_WORDS),
        Section(path="electrolysis", label=Text(zh="铝电解", en="Electrolysis"), stage=NO_WORDS),
    ),
    groups=(
        Group(
            path=SUPPLY, label=Text(zh="电力来源", en="electricity supply"), clause="data.supply"
        ),
    ),
    data=(
        datum("aluminium_content", "铝含量", "aluminium content", "%", needed=False),
        datum(
            f"{SUPPLY}.kind",
            "来源",
            "source of supply",
            kind="choice",
            group=SUPPLY,
            options=(
                ("grid", Text(zh="电网", en="grid")),
                ("certificate", Text(zh="绿证", en="certificate")),
            ),
        ),
        datum(f"{SUPPLY}.electricity", "电量", "electricity", "MWh", group=SUPPLY, amount=True),
        datum(
            f"{SUPPLY}.number",
            "绿证编号",
            "certificate number",
            kind="text",
            group=SUPPLY,
            needed=False,
            unique=True,
        ),
        datum("electrolysis.anode", "阳极净耗", "net anode", "t", amount=True, quality="primary"),
        datum("electrolysis.anode.sulphur", "阳极含硫", "sulphur", "%", default="2"),
        datum("electrolysis.carbon", "碳排放", "carbon", "tC", needed=False),
        datum("electrolysis.gas", "天然气", "natural gas", "m3(0 °C)", needed=False, amount=True),
        datum(
            "electrolysis.own_cf4", "实测系数", "own CF4", "kgCF4/t", needed=False, valid_years=3
        ),
        datum("electrolysis.started", "投产日期", "start of operation", kind="date", needed=False),
        datum("electrolysis.built", "建成年份", "year built", kind="year", needed=False),
        datum("electrolysis.covered", "加罩", "covered", kind="yes_no", needed=False),
        datum(
            "electrolysis.oil",
            "燃料油",
            "fuel oil",
            "t",
            needed=False,
            measuring=Measuring(
                valid_years=1.0, meter_class=0.5, samples=None, spread=None, uncertainty=None
            ),
        ),
        datum(
            "electrolysis.bath",
            "电解质比",
            "bath ratio",
            "kg/t",
            needed=False,
            measuring=Measuring(
                valid_years=None, meter_class=None, samples=12, spread=0.1, uncertainty=0.05
            ),
        ),
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
