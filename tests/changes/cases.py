"""One edit of the small standard for each kind of change, and what should be told of it.

What is expected was written from the edit, by hand. The clause numbers are those of the printed
document: a process in 7, its data in annex A, factors in annex B, terms in 3.
"""

from typing import NamedTuple

Told = tuple[str, str | None, str | None]
"""Aspect, old words, new words."""


class Expected(NamedTuple):
    """A change: kind, what, id, clause in old and in new edition, what of it changed."""

    kind: str
    what: str
    id: str
    old_clause: str | None
    new_clause: str | None
    differences: tuple[Told, ...] = ()


class Case(NamedTuple):
    """Edits of the source and what they change."""

    name: str
    edits: tuple[tuple[str, str], ...]
    expected: tuple[Expected, ...]


def case(name: str, before: str, after: str, *expected: Expected) -> Case:
    """Give a case of one edit."""
    return Case(name, ((before, after),), expected)


CASES = (
    case(
        "the value of a factor of one year",
        "2021 = 580", "2021 = 570",
        Expected("changed", "factor", "grid", "B.2", "B.2", (("row", "580", "570"),)),
    ),
    case(
        "a year more in a table of factors",
        "2021 = 580", "2021 = 580  2022 = 560",
        Expected("changed", "factor", "grid", "B.2", "B.2", (("row", None, "560"),)),
    ),
    case(
        "the source of a factor",
        'source zh "假定" en "assumed"  year 2020', 'source zh "实测" en "measured"  year 2021',
        Expected(
            "changed", "factor", "coal_upstream", "B.1", "B.1",
            (("source", "假定", "实测"), ("year", "2020", "2021")),
        ),
    ),
    case(
        "the unit and value of a factor",
        "kgCO2e/t = 50", "tCO2e/t = 0.06",
        Expected(
            "changed", "factor", "coal_upstream", "B.1", "B.1",
            (("unit", "kgCO2e/t", "tCO2e/t"), ("value", "50", "0.06")),
        ),
    ),
    case(
        "a formula",
        "stone * purity * 0.44", "stone * purity * 44 / 100 * 0.99",
        Expected(
            "changed", "emission", "kiln.calcination", "7.3", "7.3",
            (("formula", "石灰石 × 石灰石纯度 × 0.44", "石灰石 × 石灰石纯度 × 44 / 100 × 0.99"),),
        ),
    ),
    case(
        "the default of a datum",
        "default 600 kgC/t", "default 620 kgC/t",
        Expected(
            "changed", "datum", "kiln.carbon", "A.3", "A.3",
            (("default", "600 kgC/t", "620 kgC/t"),),
        ),
    ),
    case(
        "a limit",
        "limit 0 t .. 900_000 t", "limit 0 t .. 800_000 t",
        Expected(
            "changed", "limit", "kiln.coal", "A.3", "A.3",
            (("limit", "0 t ～ 900000 t", "0 t ～ 800000 t"),),
        ),
    ),
    case(
        "a usual range",
        "in 20 .. 60 kWh/t", "in 25 .. 60 kWh/t",
        Expected(
            "changed", "range", "kiln", "6.2.3", "6.2.3",
            (("range", "电力 / 生石灰 属于 20 ～ 60 kWh/t", "电力 / 生石灰 属于 25 ～ 60 kWh/t"),),
        ),
    ),
    case(
        "the force of a provision",
        'should meter_checked: zh "电能表宜每年校准。" en "The electricity meter should',
        'shall meter_checked: zh "电能表应每年校准。" en "The electricity meter shall',
        Expected(
            "changed", "provision", "meter_checked", "5.5.2.1", "5.5.2.1",
            (("force", "宜", "应"), ("text", "电能表宜每年校准。", "电能表应每年校准。")),
        ),
    ),
    case(
        "what a provision demands",
        "excluded_total <= 5 %", "excluded_total <= 3 %",
        Expected(
            "changed", "provision", "left_out", "5.4.3", "5.4.3",
            (("condition", "舍弃总比例 ≤ 5 %", "舍弃总比例 ≤ 3 %"),),
        ),
    ),
    case(
        "the basis of allocation",
        "allocate by mass", "allocate by money",
        Expected(
            "changed", "allocation", "kiln", "6.5.4", "6.5.4",
            (("allocate_by", "质量", "money"),),
        ),
    ),
    case(
        "an exclusion more",
        'because zh "影响小" en "small"',
        'because zh "影响小" en "small" exclude zh "办公" en "office" because zh "无关" en "apart"',
        Expected(
            "changed", "exclusion", "gate", "5.3.4", "5.3.4",
            (("exclude", None, "排除 “办公” 理由 “无关”"),),
        ),
    ),
    case(
        "a global warming potential",
        "CH4 = 28", "CH4 = 27.9",
        Expected("changed", "gwp", "hundred", "C", "C", (("row", "28", "27.9"),)),
    ),
    case(
        "the declared unit",
        "declared unit 1 t }", "declared unit 1 kg }",
        Expected(
            "changed", "product", "lime", "5.2.1", "5.2.1",
            (("declared_unit", "1 t", "1 kg"),),
        ),
    ),
    case(
        "a definition",
        "石灰石受热分解为生石灰的过程。", "石灰石受热分解的过程。",
        Expected(
            "changed", "term", "burning", "3.17", "3.17",
            (("definition", "石灰石受热分解为生石灰的过程。", "石灰石受热分解的过程。"),),
        ),
    ),
    case(
        "how a result is formed",
        "lime.intensity / 2", "lime.intensity / 3",
        Expected(
            "changed", "result", "per_fine", "7.4", "7.4",
            (("formula", "lime.intensity / 2", "lime.intensity / 3"),),
        ),
    ),
    case(
        "what a profile leaves out",
        "exclude kiln.coal", "exclude kiln.power",
        Expected(
            "changed", "profile", "cold", "7.5", "7.5",
            (("exclude", "排除 煅烧窑.煤 理由 “比较用”", "排除 煅烧窑.电力 理由 “比较用”"),),
        ),
    ),
    case(
        "the weights of indicators",
        "quality {\n",
        "quality {\n  override time { weight 30 % }\n  override reliability { weight 10 % }\n",
        Expected("changed", "quality", "time", "D.1", "D.1", (("weight", "20 %", "30 %"),)),
        Expected("changed", "quality", "reliability", "D.1", "D.1", (("weight", "20 %", "10 %"),)),
    ),
    Case(
        "an option more",
        (
            ('"rotary kiln" }', '"rotary kiln", ring zh "环形窑" en "ring kiln" }'),
            ("rotary = 0.2", "rotary = 0.2  ring = 0.3"),
        ),
        (
            Expected("changed", "choice", "kilns", "A", "A", (("option", None, "环形窑"),)),
            Expected("changed", "factor", "burner", "B.3", "B.3", (("row", None, "0.3"),)),
        ),
    ),
    case(
        "a label",
        'data purity zh "石灰石纯度"', 'data purity zh "石灰石的纯度"',
        Expected(
            "changed", "datum", "kiln.purity", "A.3", "A.3",
            (("label", "石灰石纯度", "石灰石的纯度"),),
        ),
    ),
    case(
        "the number of the document",
        "T/XXX 021—2022", "T/XXX 021—2026",
        Expected(
            "changed", "metadata", "standard.number", "", "",
            (("number", "T/XXX 021—2022", "T/XXX 021—2026"),),
        ),
    ),
)  # fmt: skip
"""Cases in which a thing is in both editions."""

ASH = '  waste ash zh "灰" en "ash" : t { optional }\n'
TWICE = '  let twice zh "两倍" en "twice" : t = 2 * stone\n'
KILN_NAMED = '  shall kiln_named: zh "报告应说明窑型。" en "The report shall name the kiln."\n'
CITED = 'cites "GB/T 3286" zh "石灰石化学分析方法" en "Analysis of limestone"\n'
COLDER = 'profile colder zh "另一口径" en "another" { exclude kiln.power because "-" }\n'
MORE = Case(
    "things added and removed",
    (
        ("  emission CH4 slip", f"{ASH}  emission CH4 slip"),
        ("  data purity", f"{TWICE}  data purity"),
        (KILN_NAMED, ""),
        (CITED, ""),
        ("profile cold", f"{COLDER}profile cold"),
    ),
    (
        Expected("removed", "citation", "GB/T 3286", "2", None),
        Expected("removed", "provision", "kiln_named", "5.5.2.2", None),
        Expected("added", "formula", "kiln.twice", None, "7.3"),
        Expected("added", "profile", "colder", None, "7.5"),
        Expected("added", "flow", "kiln.ash", None, "A.3"),
    ),
)
"""What is in one edition only; what it says is not looked at here."""

RENAMED = Case(
    "things renamed",
    (
        ("process kiln zh", "process furnace zh"),
        ("exclude kiln.coal", "exclude furnace.coal"),
        ("let money", "let price"),
        ("coal_upstream", "coal_supply"),
        ("meter_checked", "meter_calibrated"),
        ("data purity", "data caco3"),
        ("stone * purity", "stone * caco3"),
    ),
    (
        Expected("renamed", "provision", "meter_calibrated", "5.5.2.1", "5.5.2.1"),
        Expected("renamed", "process", "furnace", "7.3", "7.3"),
        Expected("renamed", "formula", "furnace.fines.price", "7.3", "7.3"),
        Expected("renamed", "formula", "furnace.lime.price", "7.3", "7.3"),
        Expected("renamed", "datum", "furnace.caco3", "A.3", "A.3"),
        Expected("renamed", "factor", "coal_supply", "B.1", "B.1"),
    ),
)
"""Other ids, the same meaning."""
