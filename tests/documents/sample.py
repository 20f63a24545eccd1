"""A hand-made standard document that has every element of the model in it, in both languages."""

from guiju.documents.model import Cover, Identity, StandardDocument
from tests.documents.sample_annexes import ANNEXES
from tests.documents.sample_clauses import FIRST_CLAUSES
from tests.documents.sample_english import ENGLISH_ANNEXES, ENGLISH_CLAUSES
from tests.documents.sample_formulas import IMPACT_ASSESSMENT
from tests.documents.sample_words import dashes, letters, paragraph, words

IDENTITY = Identity(
    id="electrolytic_aluminium",
    version="0.3.0",
    status="draft",
    digest="9f2c1d7a4b6e8f00112233445566778899aabbccddeeff00112233445566778a",
    engine="guiju 0.1.0",
)

COVER = Cover(
    ics="77.120.10",
    ccs="H 61",
    filing="",
    banner="团体标准",
    number="T/XXXX 0001—2026",
    replaces="T/XXXX 0001—2023",
    title=("温室气体", "产品碳足迹量化方法与要求", "电解铝"),
    title_en=(
        "Greenhouse gases",
        "Quantification methods and requirements of product carbon footprint",
        "Electrolytic aluminium",
    ),
    stage="征求意见稿",
    completed="2026-11-20",
    patents="在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。",
    issued="××××-××-××",
    effective="××××-××-××",
    issuer="示例有色金属行业协会",
)

FOREWORD = (
    paragraph(
        "本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。"
    ),
    paragraph(
        "本文件代替T/XXXX 0001—2023《电解铝产品碳足迹》，与T/XXXX 0001—2023相比，"
        "除结构调整和编辑性改动外，主要技术变化如下："
    ),
    letters(
        "增加了低电压阳极效应排放的量化（见@{anode_effect}）；",
        "更改了电力排放因子的取值（见@{factors}，2023年版的附录B）；",
        "删除了按企业边界核算的内容（见2023年版的第5章）。",
    ),
    paragraph("请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。"),
    paragraph("本文件由示例有色金属行业协会提出并归口。"),
    paragraph("本文件起草单位：甲铝业有限公司、乙研究院、丙认证中心。"),
    paragraph("本文件主要起草人：张三、李四、王五。"),
    paragraph("本文件及其所代替文件的历次版本发布情况为："),
    dashes("2023年首次发布为T/XXXX 0001—2023；", "本次为第一次修订。"),
)

INTRODUCTION = (
    paragraph(
        "电解铝生产的温室气体排放主要来自电力消耗、阳极消耗和阳极效应。不同企业的电力来源不同，"
        "同一产品的碳足迹可相差数倍。"
    ),
    paragraph("统一的量化方法有助于结果的比较和供应链信息的传递。"),
)

BIBLIOGRAPHY = (
    words("GB/T 24040—2008　环境管理　生命周期评价　原则与框架"),
    words(
        "ISO 14067:2018　温室气体　产品碳足迹　量化要求和指南（Greenhouse gases—Carbon footprint "
        "of products—Requirements and guidelines for quantification）"
    ),
    words(
        "IPCC. 2019 Refinement to the 2006 IPCC Guidelines for National Greenhouse Gas Inventories"
    ),
)

SAMPLE_ZH = StandardDocument(
    language="zh",
    cover=COVER,
    identity=IDENTITY,
    foreword=FOREWORD,
    introduction=INTRODUCTION,
    clauses=(*FIRST_CLAUSES, IMPACT_ASSESSMENT),
    annexes=ANNEXES,
    bibliography=BIBLIOGRAPHY,
)

SAMPLE_EN = StandardDocument(
    language="en",
    cover=Cover(
        ics="77.120.10",
        ccs="H 61",
        filing="",
        banner="Group Standard",
        number="T/XXXX 0001—2026",
        replaces="",
        title=COVER.title_en,
        title_en=(),
        stage="",
        completed="",
        patents="",
        issued="2026-11-20",
        effective="2027-01-01",
        issuer="Example Nonferrous Metals Association",
    ),
    identity=IDENTITY,
    foreword=(
        paragraph("This document was drafted in accordance with GB/T 1.1—2020."),
        paragraph("This document was proposed by the Example Nonferrous Metals Association."),
    ),
    introduction=(),
    clauses=ENGLISH_CLAUSES,
    annexes=ENGLISH_ANNEXES,
    bibliography=(words("ISO 14067:2018, Greenhouse gases — Carbon footprint of products"),),
)
