"""Both annexes of the hand-made sample: factors over two pages, a report with a figure."""

from guiju.documents.model import Annex, Clause, Equation, Figure, Note, Table
from tests.documents.sample_words import (
    columns,
    dashes,
    equal,
    explained,
    paragraph,
    rows,
    symbol,
    times,
    words,
)

BAR_SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="900" height="220" \
viewBox="0 0 900 220" font-family="'Noto Sans SC',sans-serif" font-size="18">
<g fill="#888"><rect x="200" y="20" width="610" height="36"/>
<rect x="200" y="80" width="233" height="36"/><rect x="200" y="140" width="117" height="36"/></g>
<g text-anchor="end"><text x="190" y="45">电力</text><text x="190" y="105">氧化铝</text>
<text x="190" y="165">阳极消耗</text></g>
<text x="820" y="45">61%</text><text x="443" y="105">23%</text><text x="327" y="165">12%</text>
</svg>"""

PROVINCES = (
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海",
    "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南",
    "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西",
    "甘肃", "青海", "宁夏", "新疆",
)  # fmt: skip

FACTOR_TABLE = Table(
    id="factor_table",
    title="示例用电力排放因子",
    unit=words("单位为千克二氧化碳当量每千瓦时"),
    columns=columns(("地区", 0.3), ("排放因子", 0.3), ("来源", 0.4)),
    rows=rows(
        *(
            f"{name}|0.{5000 + 37 * place}|示例，不作为数据使用"
            for place, name in enumerate(PROVINCES)
        ),
        *(f"{name}（输配）|0.0{300 + place}|示例" for place, name in enumerate(PROVINCES[:20])),
    ),
    notes=(words("数值仅用于说明版式。"),),
)

FACTORS = Annex(
    id="factors",
    title="排放因子",
    normative=True,
    content=(
        Clause(
            id="factors_electricity",
            title="电力",
            content=(paragraph("电力的排放因子应符合@{factor_table}的规定。"), FACTOR_TABLE),
        ),
        Clause(
            id="factors_fuel",
            title="燃料",
            content=(
                Clause(
                    id="factors_gas",
                    title="天然气",
                    content=(
                        paragraph("天然气的排放因子按@{gas_factor}计算："),
                        Equation(
                            id="gas_factor",
                            formula=equal(
                                symbol("EF_1"), times(symbol("NCV"), symbol("CC"), symbol("OF"))
                            ),
                            where=(
                                explained(
                                    "EF_1", "天然气的排放因子，单位为千克每立方米（kg/m^{3}）"
                                ),
                                explained("NCV", "低位发热量，单位为吉焦每立方米（GJ/m^{3}）"),
                                explained("CC", "单位热值的二氧化碳含量"),
                                explained("OF", "氧化率"),
                            ),
                            meaning="gas_factor",
                        ),
                    ),
                ),
                Clause(
                    id="factors_coal",
                    title="煤",
                    content=(paragraph("煤的排放因子按收到基低位发热量取值。"),),
                ),
            ),
        ),
    ),
)

REPORT = Annex(
    id="report_annex",
    title="产品碳足迹报告",
    normative=False,
    content=(
        paragraph(
            "报告宜给出结果（见@{report_table}）和各过程的贡献（见@{contribution}），并说明："
        ),
        dashes("数据时段；", "电力来源和证书；", "舍弃的内容和理由。"),
        Figure(id="contribution", title="各过程对产品碳足迹的贡献", svg=BAR_SVG),
        Note(words=words("图中为示例。")),
        Table(
            id="report_table",
            title="结果的表示",
            unit=(),
            columns=columns(("项目", 0.5), ("结果 kgCO_{2}e/t", 0.5)),
            rows=rows("产品碳足迹|12\u2009724.771", "其中：全氟化碳|192.574"),
            notes=(),
        ),
    ),
)

ANNEXES = (FACTORS, REPORT)
