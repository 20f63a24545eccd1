"""What of the language a plan uses, and which engines calculate it: the truth behind engines.md."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from guiju.plan.model import (
    CalculationPlan,
    Collect,
    Compute,
    Contribution,
    Draw,
    RulePlan,
    Series,
    Step,
)
from guiju.plan.ordering import formulas_of
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression
from guiju_runtime.messages import Text


class Construct(Struct, frozen=True, kw_only=True):
    """A construct of the language, and how to tell that a plan uses it."""

    written: str
    label: Text
    used: Callable[[CalculationPlan], bool]


class Engine(Struct, frozen=True, kw_only=True):
    """Something that calculates a plan.

    Attributes:
        refuses: constructs, as written, that it has a code for in place of a number.
    """

    name: str
    label: Text
    refuses: frozenset[str] = frozenset()


def _books(plan: CalculationPlan) -> tuple[RulePlan, ...]:
    return (plan.rules, *plan.profiles)


def _steps(plan: CalculationPlan) -> Iterator[Step]:
    return (step for book in _books(plan) for step in (*book.steps, *book.results))


def _contributions(plan: CalculationPlan) -> Iterator[Contribution]:
    return (c for book in _books(plan) for p in book.processes for c in p.contributions)


def _draws(plan: CalculationPlan) -> Iterator[Draw]:
    return (d for book in _books(plan) for p in book.processes for d in p.draws)


def _formulas(plan: CalculationPlan) -> Iterator[Expression]:
    """Give every formula of a plan with all that stands in it."""
    own = [part for step in _steps(plan) for part in formulas_of(step)]
    for book in _books(plan):
        own += [p.condition for p in book.provisions if p.condition is not None]
        for process in book.processes:
            own += [c.rate for c in process.contributions if c.rate is not None]
            own += process.sharing()
    waiting = own
    while waiting:
        yield from waiting
        waiting = [part for node in waiting for part in typed.parts_of(node)]


def _node(*kinds: type) -> Callable[[CalculationPlan], bool]:
    return lambda plan: any(isinstance(node, kinds) for node in _formulas(plan))


def _function(*names: str) -> Callable[[CalculationPlan], bool]:
    return lambda plan: any(
        isinstance(node, typed.Applied) and node.function in names for node in _formulas(plan)
    )


def _data(of: Callable[[Collect], bool]) -> Callable[[CalculationPlan], bool]:
    return lambda plan: any(isinstance(step, Collect) and of(step) for step in _steps(plan))


def _adds(of: Callable[[Contribution], bool]) -> Callable[[CalculationPlan], bool]:
    return lambda plan: any(map(of, _contributions(plan)))


def _shared(of: str) -> Callable[[CalculationPlan], bool]:
    return lambda plan: any(
        getattr(product, of) is not None
        for book in _books(plan)
        for process in book.processes
        for product in process.products
    )


def _provision(*forces: str) -> Callable[[CalculationPlan], bool]:
    return lambda plan: any(
        p.force in forces and p.condition is not None
        for book in _books(plan)
        for p in book.provisions
    )


def _one(written: str, zh: str, en: str, used: Callable[[CalculationPlan], bool]) -> Construct:
    return Construct(written=written, label=Text(zh=zh, en=en), used=used)


CONSTRUCTS = (
    _one("data", "收集的数据", "collected data", _data(lambda _: True)),
    _one("default", "缺省值", "a default", _data(lambda step: step.default is not None)),
    _one("optional", "可选数据", "optional data", _data(lambda step: step.datum.optional)),
    _one("only when", "条件下的数据", "guarded data", _data(lambda s: s.only_when is not None)),
    _one("limit", "限值", "a limit", _provision("limit")),
    _one("each", "逐项的组", "repeated rows", _data(lambda step: bool(step.group))),
    _one(
        "each … in",
        "逐年序列",
        "a series made by the rule",
        lambda plan: any(isinstance(step, Series) for step in _steps(plan)),
    ),
    _one("let", "公式", "a formula", lambda p: any(isinstance(s, Compute) for s in _steps(p))),
    _one("let f(…)", "带参数的公式", "a formula with parameters", _node(typed.Called)),
    _one("sum, mean, count …", "组的合计", "taking rows together", _node(typed.Aggregate)),
    _one("sum(when g.x is x …)", "按时段匹配另一组的合计", "rows of another group that match",
         lambda plan: any(
             isinstance(node, typed.Aggregate) and bool(typed.rows_beside(node))
             for node in _formulas(plan)
         )),
    _one("^", "乘方", "a power", lambda plan: any(
        isinstance(node, typed.Arithmetic) and node.operator == "^" for node in _formulas(plan)
    )),
    _one("min, max, abs, round", "取小、取大、绝对值、修约", "plain functions",
         _function("min", "max", "abs", "round")),
    _one("exp, ln, sqrt", "指数、对数、平方根", "transcendental functions",
         _function("exp", "ln", "sqrt")),
    _one("when … then", "分情况", "cases", _node(typed.Cases)),
    _one("prefer … else", "优先次序", "tiers", _node(typed.Preferred)),
    _one("given", "是否给出", "whether a datum is given", _node(typed.IsGiven)),
    _one("f[…]", "查表（选项、年份、日期）", "a look-up by choice, year or date",
         _node(typed.TableLookup)),
    _one("emission", "直接排放", "a direct emission", _adds(lambda c: c.kind == "emission")),
    _one("emission by datum", "由数据选定的气体", "a gas chosen by the data",
         _adds(lambda c: not isinstance(c.gas, str))),
    _one("origin", "成因", "an origin other than fossil", _adds(lambda c: c.origin != "fossil")),
    _one("waste", "废物", "waste", _adds(lambda c: c.kind == "waste")),
    _one("substitute", "替代", "a credit", _adds(lambda c: c.kind == "credit")),
    _one("from", "来自其他过程", "a draw on another process", lambda p: any(_draws(p))),
    _one("from + factor", "自供优先", "a draw up to the supply",
         lambda plan: any(draw.limited for draw in _draws(plan))),
    _one("loop", "回路", "a loop", lambda plan: any(book.loops for book in _books(plan))),
    _one("allocate by", "按基准分配", "allocation by a basis", _shared("basis")),
    _one("share", "固定的分配比例", "a fixed share", _shared("share")),
    _one("allocate by, of an input", "单独分配的输入", "allocation of one input", lambda plan: any(
        process.apart for book in _books(plan) for process in book.processes
    )),
    _one("process … only when", "条件下的过程", "a guarded process", lambda plan: any(
        p.only_when is not None for book in _books(plan) for p in book.processes
    )),
    _one("process … for", "下游过程", "a downstream process", lambda plan: any(
        p.per is not None for book in _books(plan) for p in book.processes
    )),
    _one("reference flow", "基准流", "several units of flow", lambda plan: bool(
        plan.rules.outcomes
    )),
    _one("profile", "口径", "profiles", lambda plan: bool(plan.profiles)),
    _one("exclude", "排除", "exclusions", _adds(lambda c: c.excluded)),
    _one("result", "其他结果", "further results", lambda plan: bool(plan.rules.results)),
    _one("shall, should, expect", "条文和常见范围", "provisions and usual ranges",
         _provision("shall", "should", "expect")),
    _one("indicator", "数据质量指标", "indicators of data quality",
         lambda plan: bool(plan.graph.standard.indicators)),
    _one("use s", "引用别的标准的结果", "results of another standard",
         lambda plan: bool(plan.data_model.used)),
    _one("unique", "只用一次", "claims that are used once",
         lambda plan: any(datum.unique for datum in plan.data_model.data)),
)  # fmt: skip
ENGINES = (
    Engine(name="reference", label=Text(zh="精确", en="exact")),
    Engine(name="python", label=Text(zh="Python", en="Python")),
    Engine(name="table", label=Text(zh="NumPy", en="NumPy")),
    Engine(name="native", label=Text(zh="C", en="C")),
    Engine(name="javascript", label=Text(zh="JavaScript", en="JavaScript")),
    Engine(name="sql", label=Text(zh="SQL", en="SQL")),
)
"""Every engine; one that refuses a construct names it."""


def constructs_of(plan: CalculationPlan) -> frozenset[str]:
    """Give what a plan uses, as written."""
    return frozenset(one.written for one in CONSTRUCTS if one.used(plan))
