"""The respects in which a thing may change, in words."""

from typing import Final

from msgspec import Struct

from guiju.changes.model import Change, What
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text


class Aspect(Struct, frozen=True, kw_only=True):
    """A respect.

    Attributes:
        technical: whether it is more than wording.
        what: what a change of it is of, where that is not the thing itself.
    """

    name: str
    words: Text
    technical: bool = True
    what: What | None = None


def _aspect(name: str, zh: str, en: str, what: What | None = None) -> Aspect:
    return Aspect(name=name, words=Text(zh=zh, en=en), what=what)


def _wording(name: str, zh: str, en: str) -> Aspect:
    return Aspect(name=name, words=Text(zh=zh, en=en), technical=False)


_ALL: Final = (
    _wording("label", "名称", "label"),
    _wording("place", "位置", "place"),
    _wording("symbol", "符号", "symbol"),
    _wording("note", "注", "note"),
    _wording("translation", "译文", "translation"),
    _wording("id", "标识", "id"),
    _wording("title", "文件名称", "title"),
    _wording("number", "文件编号", "number"),
    _wording("status", "状态", "status"),
    _wording("issuer", "发布机构", "issuer"),
    _wording("drafters", "起草单位", "drafters"),
    _wording("authors", "起草人", "authors"),
    _wording("issued", "发布日期", "date of issue"),
    _wording("effective", "实施日期", "effective date"),
    _wording("replaces", "代替", "replaces"),
    _wording("ics", "ICS 号", "ICS"),
    _wording("ccs", "CCS 号", "CCS"),
    _wording("sector", "行业", "sector"),
    _wording("filing", "备案号", "filing number"),
    _aspect("biogenic_carbon", "生物质碳的计入方式", "treatment of biogenic carbon"),
    _aspect("extends", "遵循的通则", "general rule"),
    _aspect("gwp", "全球变暖潜势", "global warming potentials"),
    _aspect("definition", "定义", "definition"),
    _aspect("weight", "权重", "weight"),
    _aspect("horizon", "时间范围", "time horizon"),
    _aspect("text", "条文", "text"),
    _aspect("year", "年份", "year"),
    _aspect("flow_kind", "流的类别", "kind of flow"),
    _aspect("gas", "气体", "gas"),
    _aspect("parameters", "参数", "parameters"),
    _aspect("keys", "分列方式", "keys"),
    _aspect("per", "对应的量", "amount that it is for"),
    _aspect("per_product", "对应的产品", "product that it is for"),
    _aspect("rows", "行", "rows"),
    _aspect("stage", "生命周期阶段", "life cycle stage"),
    _aspect("unit", "单位", "unit"),
    _aspect("type", "类型", "type"),
    _aspect("formula", "公式", "formula"),
    _aspect("value", "数值", "value"),
    _aspect("option", "选项", "option"),
    _aspect("force", "约束力", "force"),
    _aspect("condition", "要求", "test"),
    _aspect("reference_flow", "基准流", "reference flow"),
    _aspect("declared_unit", "声明单位", "declared unit"),
    _aspect("functional_unit", "功能单位", "functional unit"),
    _aspect("factor", "排放因子", "emission factor"),
    _aspect("substitute", "替代", "substitution", "allocation"),
    _aspect("share", "分配比例", "allocation share", "allocation"),
    _aspect("allocate_by", "分配依据", "allocation basis", "allocation"),
    _aspect("default", "缺省值", "default"),
    _aspect("valid", "有效期", "validity"),
    _aspect("uncertainty", "不确定度", "uncertainty"),
    _aspect("only_when", "适用条件", "condition"),
    _aspect("from", "来自", "supplier"),
    _aspect("origin", "成因", "origin"),
    _aspect("source", "来源", "source"),
    _aspect("data_class", "数据类别", "class of data"),
    _aspect("optional", "可选", "optional"),
    _aspect("unique", "唯一", "unique"),
    _aspect("unverified", "未核实", "unverified"),
    _aspect("confidential", "保密", "confidential"),
    _aspect("measured", "计量要求", "measuring"),
    _aspect("exclude", "排除的内容", "exclusion", "exclusion"),
    _aspect("limit", "限值", "limit", "limit"),
    _aspect("range", "常见范围", "usual range", "range"),
    _aspect("provision", "条文", "provision", "provision"),
    _aspect("row", "数值", "value"),
    _aspect("level", "等级", "level", "level"),
    _aspect("override", "改写", "override"),
    _aspect("content", "内容", "content"),
    _aspect("expected", "预期结果", "expected result"),
)
ASPECTS: Final = {aspect.name: aspect for aspect in _ALL}


WHAT_WORDS: Final[dict[str, Text]] = {
    "metadata": Text(zh="文件信息", en="document data"),
    "citation": Text(zh="规范性引用文件", en="normative reference"),
    "term": Text(zh="术语", en="term"),
    "product": Text(zh="产品", en="product"),
    "boundary": Text(zh="系统边界", en="system boundary"),
    "exclusion": Text(zh="排除的内容", en="exclusions"),
    "stage": Text(zh="生命周期阶段", en="life cycle stage"),
    "process": Text(zh="单元过程", en="unit process"),
    "group": Text(zh="逐项收集的数据", en="data collected row by row"),
    "flow": Text(zh="流", en="flow"),
    "input": Text(zh="输入", en="input"),
    "output": Text(zh="输出", en="output"),
    "coproduct": Text(zh="共生产品", en="co-product"),
    "waste": Text(zh="废物", en="waste"),
    "emission": Text(zh="排放", en="emission"),
    "datum": Text(zh="数据", en="datum"),
    "formula": Text(zh="公式", en="formula"),
    "factor": Text(zh="因子", en="factor"),
    "gwp": Text(zh="全球变暖潜势", en="global warming potentials"),
    "choice": Text(zh="选项", en="choice"),
    "allocation": Text(zh="分配", en="allocation"),
    "limit": Text(zh="限值", en="limit"),
    "range": Text(zh="常见范围", en="usual range"),
    "provision": Text(zh="条文", en="provision"),
    "clause": Text(zh="条", en="clause"),
    "quality": Text(zh="数据质量指标", en="data quality indicator"),
    "level": Text(zh="数据质量等级", en="data quality level"),
    "result": Text(zh="结果", en="result"),
    "profile": Text(zh="口径", en="profile"),
    "example": Text(zh="计算示例", en="worked example"),
}
"""What a change is of, in words."""


def what_words(change: Change) -> Text:
    """Say what a change is of; a flow is an input, an output and so on."""
    side = change.new or change.old
    kind = side.item.kind if side is not None and isinstance(side.item, tree.Flow) else ""
    return WHAT_WORDS[kind if change.what == "flow" and kind else change.what]


def aspect_of(name: str) -> Aspect:
    """Give an aspect by its name; fields that are not listed are wording."""
    return ASPECTS.get(name) or _wording(name, name, name)
