"""Chapters 1 to 6 of the hand-made sample: scope, references, terms, boundary, inventory."""

from guiju.documents.model import Clause, Figure, Note, Table, Term
from tests.documents.sample_words import (
    columns,
    dashes,
    inline,
    item,
    letters,
    paragraph,
    rows,
    symbol,
    words,
)

BOUNDARY_SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="560" height="250" \
viewBox="0 0 560 250" font-family="'Noto Sans SC',sans-serif" font-size="13" \
text-anchor="middle">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" \
orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
<rect x="4" y="4" width="552" height="242" fill="none" stroke="#000" stroke-dasharray="6 4"/>
<text x="52" y="24">系统边界</text>
<g fill="none" stroke="#000"><rect x="30" y="50" width="120" height="44"/>
<rect x="30" y="150" width="120" height="44"/><rect x="220" y="100" width="120" height="44"/>
<rect x="410" y="100" width="120" height="44"/>
<g marker-end="url(#arrow)"><path d="M150 72H185V114H220"/><path d="M150 172H185V130H220"/>
<path d="M340 122H410"/></g></g>
<text x="90" y="77">氧化铝生产</text><text x="90" y="177">阳极生产</text>
<text x="280" y="127">电解</text><text x="470" y="127">铸造</text>
<text x="280" y="210">电力、燃料、运输</text></svg>"""

SCOPE = Clause(
    id="scope",
    title="范围",
    content=(
        paragraph("本文件规定了电解铝产品碳足迹的量化方法与要求。"),
        paragraph("本文件适用于以氧化铝为原料、采用熔盐电解法生产的重熔用铝锭和铝液。"),
    ),
)

REFERENCES = Clause(
    id="references",
    title="规范性引用文件",
    content=(
        paragraph(
            "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，"
            "仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）"
            "适用于本文件。"
        ),
        paragraph("GB/T 1196　重熔用铝锭"),
        paragraph("GB/T 24067—2024　温室气体　产品碳足迹　量化要求和指南"),
        paragraph("GB/T 32150　工业企业温室气体排放核算和报告通则"),
    ),
)

TERMS = Clause(
    id="terms",
    title="术语和定义",
    content=(
        paragraph("GB/T 24067—2024界定的以及下列术语和定义适用于本文件。"),
        Term(
            id="term_effect",
            zh="阳极效应",
            en="anode effect",
            definition=words("电解质中氧化铝浓度过低，槽电压骤升并产生全氟化碳的现象。"),
            source="",
        ),
        Note(words=words("高电压阳极效应的判定见@{anode_effect}。")),
        Term(
            id="term_cfp",
            zh="产品碳足迹",
            en="carbon footprint of a product; CFP",
            definition=words("产品系统中的温室气体排放量和清除量之和，以二氧化碳当量表示。"),
            source="GB/T 24067—2024，3.1.1，有修改",
        ),
    ),
)

BOUNDARY = Clause(
    id="boundary",
    title="量化范围",
    content=(
        Clause(
            id="unit",
            title="声明单位",
            content=(paragraph("声明单位为1 t符合GB/T 1196的重熔用铝锭，结果以kgCO_{2}e/t表示。"),),
        ),
        Clause(
            id="system_boundary",
            title="系统边界",
            content=(
                paragraph("系统边界从摇篮到大门，见@{boundary_figure}，包括下列单元过程："),
                letters(
                    "氧化铝生产；",
                    item(
                        "阳极生产，包括：",
                        "煅烧石油焦和沥青的混捏成型；",
                        "焙烧，其烟气按@{anode_effect}的规定另行处理；",
                    ),
                    "电解；",
                    "铸造。",
                ),
                paragraph("下列内容不在系统边界内："),
                dashes(
                    item("基础设施，例如：", "厂房；", "电解槽的制造；"),
                    "职工通勤；",
                    "产品离开大门之后的分销、使用和生命末期。",
                ),
                Figure(id="boundary_figure", title="电解铝的系统边界", svg=BOUNDARY_SVG),
                Note(words=words("虚线表示系统边界。")),
                Note(words=words("每一单元过程都需要电力，图中只画出一次。")),
            ),
        ),
        Clause(
            id="cut_off",
            title="取舍准则",
            content=(
                Clause(
                    id="cut_off_each",
                    title="",
                    content=(paragraph("单项物质或能量流对产品碳足迹的贡献不大于1%时，可舍弃。"),),
                ),
                Clause(
                    id="cut_off_total",
                    title="",
                    content=(paragraph("舍弃的总贡献不应超过5%，并应在报告中说明。"),),
                ),
            ),
        ),
    ),
)

QUALITY = Table(
    id="quality",
    title="数据质量评分",
    unit=(),
    columns=columns(("指标", 0.22), ("1分", 0.26), ("2分", 0.26), ("3分", 0.26)),
    rows=rows(
        "时间代表性|基准年当年|相差不超过3年|相差3年以上",
        "地理代表性|本厂|同一省份|全国",
        "技术代表性|同一工艺和规模|同一工艺|",
    ),
    notes=(words("评分取各指标的算术平均值。"), words("空白项不适用。")),
)

ACTIVITY = Table(
    id="activity",
    title="每吨铝液的活动数据",
    unit=words("单位为千克每吨"),
    columns=columns(("名称", 0.4), ("典型值 kg/t", 0.3), ("允许范围 kg/t", 0.3)),
    rows=rows(
        "氧化铝|1915|1905～1940",
        "净阳极|415|395～440",
        "氟化铝|17|10～25",
        "二氧化碳（CO_{2}）|1485.1467|—",
    ),
    notes=(words("典型值为500 kA级预焙槽的示例，不作为缺省值。"),),
)

INVENTORY = Clause(
    id="inventory",
    title="清单分析",
    content=(
        Clause(
            id="collection",
            title="数据收集",
            content=(
                Clause(
                    id="period",
                    title="数据时段",
                    content=(
                        paragraph(
                            "应按GB/T 32150收集一个自然年的数据。活动数据的范围见@{activity}。"
                        ),
                        ACTIVITY,
                    ),
                ),
                Clause(
                    id="primary",
                    title="初级数据",
                    content=(
                        paragraph(
                            "电解过程应使用现场数据；其他过程的数据质量按@{quality}评价，"
                            "加权评分不宜大于2。排放因子应符合@{factors}和@{factor_table}的规定，报告见@{report_annex}。"
                        ),
                        QUALITY,
                    ),
                ),
            ),
        ),
        Clause(
            id="allocation",
            title="分配",
            content=(
                paragraph("宜通过细分单元过程避免分配；无法避免时，按质量分配。"),
                Note(
                    words=(
                        *words("残极返回时，净耗"),
                        *inline(symbol("m_NAC")),
                        *words("已经扣除，不再分配。"),
                    )
                ),
            ),
        ),
    ),
)

FIRST_CLAUSES = (SCOPE, REFERENCES, TERMS, BOUNDARY, INVENTORY)
