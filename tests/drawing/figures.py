"""Boundary figures to draw in tests."""

from guiju.drawing.model import Arrow, BoundaryFigure, Box, BoxKind, Stage


def arrows(*pairs: str, back: tuple[str, ...] = ()) -> tuple[Arrow, ...]:
    """Read arrows from ``source>target`` or ``source>target:words``."""
    found = []
    for pair in (*pairs, *back):
        ends, _, label = pair.partition(":")
        source, target = ends.split(">")
        found.append(Arrow(source=source, target=target, label=label, back=pair in back))
    return tuple(found)


def outside(kind: BoxKind, **labels: str) -> tuple[Box, ...]:
    """Give boxes outside the boundary."""
    return tuple(Box(id=i, label=label, stage="", kind=kind) for i, label in labels.items())


def processes(stage: str, **labels: str) -> tuple[Box, ...]:
    """Give processes of ``stage``."""
    return tuple(Box(id=i, label=n, stage=stage, kind="process") for i, n in labels.items())


STAGES = (Stage(id="raw", label="原材料获取"), Stage(id="made", label="产品制造"))

ALUMINIUM = BoundaryFigure(
    stages=STAGES,
    boxes=(
        *processes("raw", refining="氧化铝生产", anodes="预焙阳极生产"),
        *processes("made", power="供电", cells="铝电解", casting="铸造"),
        *outside("bought", bauxite="铝土矿", coal="蒸汽用煤", gas="天然气", soda="烧碱"),
        *outside("bought", coke="煅后石油焦", fluoride="氟化铝 AlF3", electricity="外购电力"),
        *outside("product", ingot="重熔用铝锭"),
        *outside("emission", co2="CO2", cf4="CF4", c2f6="C2F6"),
        *outside("waste", mud="赤泥"),
    ),
    arrows=arrows(
        "bauxite>refining",
        "coal>refining",
        "gas>refining",
        "gas>anodes",
        "gas>casting",
        "soda>refining",
        "coke>anodes",
        "fluoride>cells",
        "electricity>refining",
        "electricity>power",
        "refining>cells:氧化铝",
        "anodes>cells:阳极",
        "power>cells:电力",
        "power>casting:电力",
        "cells>casting:铝液",
        "casting>ingot",
        "refining>co2",
        "anodes>co2",
        "cells>co2",
        "casting>co2",
        "cells>cf4",
        "cells>c2f6",
        "refining>mud",
    ),
    boundary_label="系统边界",
    language="zh",
)

COKE = BoundaryFigure(
    stages=STAGES,
    boxes=(
        *processes("raw", mining="煤炭开采与洗选", haul="洗精煤运输"),
        *processes("made", blending="备煤", ovens="炼焦", cooling="干熄焦", cleaning="煤气净化"),
        *processes("made", turbine="余热发电"),
        *outside("bought", diesel="柴油", electricity="外购电力", oil="洗油", acid="硫酸"),
        *outside("product", coke="焦炭", gas="外供焦炉煤气", tar="煤焦油", benzol="粗苯"),
        *outside("emission", co2="CO2", ch4="CH4"),
        *outside("waste", water="酚氰废水"),
    ),
    arrows=arrows(
        "mining>haul:洗精煤",
        "haul>blending:洗精煤",
        "blending>ovens:入炉煤",
        "ovens>ovens:自用煤气",
        "ovens>cooling:红焦",
        "ovens>cleaning:荒煤气",
        "cooling>turbine:蒸汽",
        "turbine>blending:电力",
        "turbine>ovens:电力",
        "turbine>cleaning:电力",
        "cooling>coke",
        "cleaning>gas",
        "cleaning>tar",
        "cleaning>benzol",
        "diesel>mining",
        "diesel>haul",
        "electricity>mining",
        "electricity>blending",
        "oil>cleaning",
        "acid>cleaning",
        "ovens>co2",
        "cooling>co2",
        "mining>ch4",
        "cleaning>water",
        back=("cleaning>ovens:净煤气",),
    ),
    boundary_label="系统边界",
    language="zh",
)

CHAIN = BoundaryFigure(
    stages=(),
    boxes=(
        *processes("", quarry="开采", haul="运输", crush="破碎", burn="煅烧", grind="粉磨"),
        *outside("product", lime="石灰"),
    ),
    arrows=arrows("quarry>haul", "haul>crush", "crush>burn", "burn>grind", "grind>lime"),
    boundary_label="系统边界",
    language="zh",
)


def forty() -> BoundaryFigure:
    """Give 40 processes in four stages: a main line with two side lines that join it."""
    stages = tuple(Stage(id=f"s{n}", label=f"第{n + 1}阶段") for n in range(4))
    boxes = [
        Box(id=f"p{n}", label=f"第{n + 1}工序", stage=f"s{n // 10}", kind="process")
        for n in range(40)
    ]
    pairs = [f"p{n}>p{n + 3}" for n in range(37)] + ["p37>p39", "p38>p39", "p4>p8", "p21>p25"]
    boxes += outside("bought", power="外购电力", gas="天然气", water="新鲜水")
    boxes += outside("emission", co2="CO2") + outside("product", end="最终产品")
    pairs += ["power>p3", "power>p14", "power>p30", "gas>p12", "water>p22", "p12>co2", "p33>co2"]
    return BoundaryFigure(
        stages=stages,
        boxes=tuple(boxes),
        arrows=arrows(*pairs, "p39>end", back=("p18>p15",)),
        boundary_label="系统边界",
        language="zh",
    )
