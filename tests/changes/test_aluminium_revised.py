"""A revision of a standard that ships: five edits of electrolytic aluminium, five changes."""

from guiju import pipeline, workspace
from guiju.changes import compared, edition_of
from guiju.changes.foreword import revision_of
from guiju.documents.phrases import Phrases
from guiju.documents.revision import as_text
from guiju_dsl.source import SourceText
from tests.changes.cases import Expected
from tests.changes.test_changes import told
from tests.kept import KEPT
from tests.standards.shipped import compiled

EDITS = (
    ("PFPB_modern = 0.104", "PFPB_modern = 0.110"),
    (
        'should supplier_footprints: zh "氧化铝或预焙阳极外购的，宜',
        'shall supplier_footprints: zh "氧化铝或预焙阳极外购的，应',
    ),
    ("data provided by the supplier should be", "data provided by the supplier shall be"),
    ("packing_coke * packing_coke_carbon", "packing_coke * packing_coke_carbon * 0.99"),
    ("limit 8 .. 35 GJ/t", "limit 10 .. 35 GJ/t"),
    ("petroleum_coke_footprint", "coke_footprint"),
)
EXPECTED = (
    Expected(
        "changed", "provision", "supplier_footprints", "5.5.2.3", "5.5.2.3",
        (
            ("force", "宜", "应"),
            (
                "text",
                "氧化铝或预焙阳极外购的，宜采用供应商提供的数据。",
                "氧化铝或预焙阳极外购的，应采用供应商提供的数据。",
            ),
        ),
    ),
    Expected(
        "changed", "emission", "anode_production.packing", "7.4", "7.4",
        (
            (
                "formula",
                "填充焦消耗量 × 填充焦含碳量 × 44 / 12",
                "填充焦消耗量 × 填充焦含碳量 × 0.99 × 44 / 12",
            ),
        ),
    ),
    Expected(
        "changed", "limit", "refining.coal_heat_value", "A.2", "A.2",
        (("limit", "8 ～ 35 GJ/t", "10 ～ 35 GJ/t"),),
    ),
    Expected("renamed", "datum", "anode_production.coke_footprint", "A.3", "A.3"),
    Expected(
        "changed", "factor", "slope_cf4", "B.7", "B.7", (("row", "0.104", "0.110"),)
    ),
)  # fmt: skip
LISTED = """\
与T/XXX 001—2026的上一稿相比，除结构调整和编辑性改动外，主要技术变化如下：
a) 更改了“氧化铝或预焙阳极外购的……”的约束力（见5.5.2.3，上一稿的5.5.2.3）；
b) 更改了排放“填充焦氧化”的公式（见7.4，上一稿的7.4）；
c) 更改了“锅炉用煤低位发热量”的限值（见A.2，上一稿的A.2）；
d) 更改了因子“四氟化碳斜率系数”的数值（见B.7，上一稿的B.7）。"""


def test_five_edits_of_a_shipped_standard_are_five_changes() -> None:
    name = "electrolytic_aluminium"
    place = workspace.workspace_of(workspace.standard_path(name))
    source = place.source()
    assert source is not None
    text = source.text
    for before, after in EDITS:
        assert before in text, before
        text = text.replace(before, after)
    new = pipeline.compile_standard(SourceText(name="new.pcr", text=text), place.find, KEPT).product
    assert new is not None
    old = edition_of(compiled(name).plan)
    comparison = compared(old, edition_of(new))
    assert tuple(map(told, comparison.changes)) == EXPECTED
    assert as_text(revision_of(comparison), Phrases("zh")) == LISTED
