"""The chapter of the sample with formulas of every shape, and what their symbols mean."""

from guiju.documents.mathematics import (
    Case,
    Cases,
    Function,
    Negated,
    Power,
    Quotient,
    Relation,
    SumOver,
)
from guiju.documents.model import Clause, Equation, Paragraph
from tests.documents.sample_words import (
    bracketed,
    equal,
    explained,
    inline,
    joined,
    number,
    paragraph,
    plus,
    symbol,
    times,
    words,
)

TOTAL = Equation(
    id="total",
    formula=equal(
        symbol("C_CFP"),
        Quotient(
            above=SumOver(index="i", term=times(symbol("AD_i"), symbol("EF_i"))),
            below=symbol("Q"),
        ),
    ),
    where=(
        explained("C_CFP", "产品碳足迹，单位为千克二氧化碳当量每吨（kgCO_{2}e/t）"),
        explained("AD_i", "第i种活动数据，单位按活动数据的种类确定"),
        explained("EF_i", "第i种活动数据的排放因子，单位与活动数据对应"),
        explained("Q", "合格铝锭的产量，单位为吨（t）"),
    ),
    meaning="cfp",
)

ANODE = Equation(
    id="anode_carbon_dioxide",
    formula=equal(
        symbol("E_阳极"),
        times(
            symbol("m_NAC"),
            bracketed(joined("−", number("1"), symbol("w_S"), symbol("w_灰"))),
            Quotient(above=number("44"), below=number("12")),
        ),
    ),
    where=(
        explained("E_阳极", "阳极消耗的排放量，单位为千克二氧化碳每吨（kgCO_{2}/t）"),
        explained("m_NAC", "阳极净耗，单位为千克每吨（kg/t）"),
        explained("w_S", "阳极的硫含量（质量分数）"),
        explained("w_灰", "阳极的灰分含量（质量分数）"),
    ),
    meaning="anode_co2",
)

TETRAFLUOROMETHANE = Equation(
    id="tetrafluoromethane",
    formula=equal(
        symbol("m_CF4"),
        Cases(
            lines=(
                Case(value=times(symbol("S"), symbol("F"), symbol("D")), condition="斜率法"),
                Case(
                    value=times(symbol("OVC"), Quotient(above=symbol("V"), below=symbol("η"))),
                    condition="过电压法",
                ),
                Case(value=number("0.034"), condition="其他情况"),
            )
        ),
    ),
    where=(
        explained("m_CF4", "四氟化碳的排放量，单位为千克每吨（kg/t）"),
        explained("S", "斜率系数"),
        explained("F", "效应系数，单位为次每槽日"),
        explained("D", "效应平均持续时间，单位为分（min）"),
        explained("OVC", "过电压系数"),
        explained("V", "阳极效应过电压，单位为毫伏（mV）"),
        explained("η", "电流效率，以百分数表示"),
    ),
    meaning="cf4",
)

SCORE = Equation(
    id="score",
    formula=equal(
        symbol("R"),
        Function(
            name="max",
            arguments=(
                symbol("R_1"),
                Power(base=bracketed(plus(symbol("x"), number("1"))), exponent=number("2")),
                Function(name="exp", arguments=(Negated(operand=symbol("x")),)),
            ),
        ),
    ),
    where=(
        explained("R", "数据质量的总评分"),
        explained("R_1", "时间代表性的评分"),
        explained("x", "偏差"),
    ),
    meaning="score",
)

LONG = Equation(
    id="electricity",
    formula=equal(
        symbol("E_电力"),
        plus(
            times(symbol("W_电网"), bracketed(plus(symbol("EF_电网"), symbol("EF_输配")))),
            times(symbol("W_直供"), symbol("EF_直供")),
            times(symbol("W_绿电"), bracketed(plus(symbol("EF_绿电"), symbol("EF_输配")))),
            times(symbol("W_自备"), Quotient(above=symbol("EF_煤"), below=symbol("η_自备"))),
        ),
    ),
    where=(
        explained("E_电力", "电力的排放量，单位为千克二氧化碳当量每吨（kgCO_{2}e/t）"),
        explained("W_电网", "从电网购入的电量，单位为千瓦时每吨（kW·h/t）"),
        explained(
            "EF_电网", "电网电力的排放因子，单位为千克二氧化碳当量每千瓦时（kgCO_{2}e/(kW·h)）"
        ),
        explained("EF_输配", "输配损失的排放因子，单位同上"),
        explained("W_直供", "直供电量，单位为千瓦时每吨（kW·h/t）"),
    ),
    meaning="electricity",
)

LIMIT = Equation(
    id="limit",
    formula=Relation(
        left=Quotient(above=symbol("C_舍弃"), below=plus(symbol("C_CFP"), symbol("C_舍弃"))),
        sign="≤",
        right=times(number("12345.6789"), Power(base=number("10"), exponent=number("-6"))),
    ),
    where=(),
    meaning="",
)

THRESHOLD = Paragraph(
    words=(
        *words("槽电压"),
        *inline(Relation(left=symbol("U"), sign=">", right=number("8", "V"))),
        *words("时为高电压阳极效应，其排放量按@{tetrafluoromethane}计算："),
    )
)

IMPACT_ASSESSMENT = Clause(
    id="impact",
    title="影响评价",
    content=(
        Clause(
            id="impact_total",
            title="产品碳足迹",
            content=(paragraph("产品碳足迹按@{total}计算："), TOTAL),
        ),
        Clause(
            id="impact_direct",
            title="直接排放",
            content=(
                Clause(
                    id="anode_consumption",
                    title="阳极消耗",
                    content=(paragraph("阳极消耗的排放量按@{anode_carbon_dioxide}计算："), ANODE),
                ),
                Clause(
                    id="anode_effect", title="阳极效应", content=(THRESHOLD, TETRAFLUOROMETHANE)
                ),
            ),
        ),
        Clause(
            id="impact_electricity",
            title="电力",
            content=(
                paragraph("电力的排放量按@{electricity}计算："),
                LONG,
                paragraph("数据质量的总评分按@{score}计算，舍弃的贡献按@{limit}检验："),
                SCORE,
                LIMIT,
            ),
        ),
    ),
)
