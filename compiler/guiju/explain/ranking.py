"""What stands out in a footprint: the processes that make most of it, and what it leaves out."""

from msgspec.structs import replace

from guiju.explain.footprints import BY_PROCESS, Parts
from guiju.explain.model import Explanation, known
from guiju_dsl.standard.kinds import PREDECLARED_LABELS
from guiju_runtime.data_words import WITHHELD
from guiju_runtime.footprint import MOST, HotSpot, hot_spots
from guiju_runtime.messages import Text

HOT_SPOTS = "hot_spots"
EXCLUDED = EXCLUDED_LARGEST, EXCLUDED_TOTAL = ("excluded_largest", "excluded_total")
LABEL = Text(zh="热点单元过程", en="processes that are hot spots")
RANKED = Text(
    zh=f"单元过程按绝对值从大到小，合计达到 {MOST:.0%} 为止",
    en=f"processes by absolute value, the largest first, until they make {MOST:.0%}",
)
HOW = {
    EXCLUDED_LARGEST: Text(
        zh="舍弃的最大一项 ÷ 产品碳足迹（均取绝对值）",
        en="largest contribution left out ÷ footprint, in absolute value",
    ),
    EXCLUDED_TOTAL: Text(
        zh="舍弃的各项之和 ÷ 产品碳足迹（均取绝对值）",
        en="sum of the contributions left out ÷ footprint, in absolute value",
    ),
}
UNSIZED = Text(
    zh="有一个被排除的单元过程算不出，舍弃部分的大小不知",
    en="an excluded process has no value, so what is left out has no known size",
)
NOTHING = Text(zh="没有舍弃可计量的排放", en="nothing of known size is left out")


def ranked(footprint: Parts, name: str) -> Explanation | None:
    """Explain the hot spots, or the one that is named, None if it is none."""
    process = name.removeprefix(HOT_SPOTS).removeprefix(".")
    if process:
        spot = next((one for one in _spots(footprint) if one.process == process), None)
        return None if spot is None else _explained(footprint, spot)
    spots = _spots(footprint)
    return Explanation(
        path=HOT_SPOTS,
        label=LABEL,
        value=spots[-1].reached if spots else None,
        unit="",
        remarks=(RANKED,),
        parts=tuple(_explained(footprint, spot) for spot in spots),
    )


def names_of(footprint: Parts) -> tuple[str, ...]:
    """Give the names under which hot spots are explained."""
    return (HOT_SPOTS, *(f"{HOT_SPOTS}.{spot.process}" for spot in _spots(footprint)))


def _spots(footprint: Parts) -> list[HotSpot]:
    found = footprint.found
    return hot_spots(footprint.open.by_process) if found.cfp == found.cfp else []


def _explained(footprint: Parts, spot: HotSpot) -> Explanation:
    """Explain the share of a process by what it adds."""
    part = footprint.part(BY_PROCESS, spot.process)
    assert part is not None
    reached = Text(zh=f"累计 {spot.reached:.1%}", en=f"together {spot.reached:.1%}")
    return Explanation(
        path=f"{HOT_SPOTS}.{spot.process}",
        label=part.label,
        value=spot.share,
        unit="",
        remarks=(reached,),
        clause=part.clause,
        parts=(part,),
    )


def left_out(footprint: Parts, name: str) -> Explanation:
    """Explain ``excluded_largest`` or ``excluded_total`` by what is left out, and the footprint.

    Where a confidential flow is among it, the ratio would give its amount away.
    """
    found, secret = footprint.found, footprint.explainer.calculation.calculator.confidential
    hidden = any(one.flow in secret for one, _ in found.left_out)
    remarks = (UNSIZED,) if found.network.unsized else (() if found.left_out else (NOTHING,))
    flows = [footprint.left_out(one, value) for one, value in found.left_out]
    flows.sort(key=lambda flow: -abs(float(flow.value or 0)))
    whole = replace(footprint.whole(f"{found.product.name}.cfp"), parts=())
    value = known(getattr(found, name))
    return Explanation(
        path=name,
        label=PREDECLARED_LABELS[name],
        value=None if hidden else value,
        unit="",
        remarks=(HOW[name], *remarks, *((WITHHELD,) if hidden else ())),
        clause=name,
        parts=(*(flows[:1] if name == EXCLUDED_LARGEST and not hidden else flows), whole),
    )
