"""Where the numbers of the Chinese factor libraries come from."""

from collections.abc import Mapping

Label = tuple[str, str]

FOOTPRINT: Mapping[str, Label] = {
    "2023": (
        (
            "生态环境部、国家统计局、国家能源局《关于发布2023年电力碳足迹因子数据的公告》，"
            "数值读自 CPCD 核心库"
        ),
        (
            "MEE, NBS and NEA, notice on electricity carbon footprint factors of 2023, "
            "read in the CPCD core database"
        ),
    ),
    "2024": (
        "生态环境部、国家统计局、国家能源局《关于发布2024年电力碳足迹因子数据的公告》附件",
        "MEE, NBS and NEA, notice on electricity carbon footprint factors of 2024, annex",
    ),
}
LOSSES_2023 = (
    "2023 年含线损值未见，以 2024 年值代用，待核",
    "the value of 2023 with losses was not seen; that of 2024 stands in, to be checked",
)
CO2 = (
    (
        "生态环境部、国家统计局：2021 年，公告 2024 年第 12 号；2022 年，2024-12-20 公告；"
        "2023 年，公告 2025 年第 47 号"
    ),
    (
        "MEE and NBS: 2021, notice no. 12 of 2024; 2022, notice of 2024-12-20; "
        "2023, notice no. 47 of 2025"
    ),
)
CPCD = ("CPCD 核心库，数据年份 2024", "CPCD core database, data year 2024")
CPCD_PROCESS = ("CPCD 核心库，数据年份 2025", "CPCD core database, data year 2025")
GAS_SUPPLY = ("CPCD 核心库 12020X0142024C", "CPCD core database 12020X0142024C")
GAS_BURNING = (
    "CPCD 核心库 12020X0142025C，原表印为 kgCO2e/m3，为燃烧 CO2",
    "CPCD core database 12020X0142025C, printed as kgCO2e/m3, is CO2 of combustion",
)
COMBUSTION = (
    "CPCD 核心库，数据年份 2025，原表印为 kgCO2e，数值为 IPCC 2006 类燃烧 CO2",
    "CPCD core database, data year 2025, printed as kgCO2e; the values are IPCC 2006 type CO2",
)
HEAT = ("GB/T 32150—2025，7.5.6～7.5.7", "GB/T 32150—2025, 7.5.6 to 7.5.7")
HEAT_PROVINCE = (
    "CPCD 核心库，数据年份 2025，燃烧边界，发布文件未注明",
    "CPCD core database, data year 2025, combustion only, issuing document not stated",
)
GENERATIONS: Mapping[str, Label] = {
    "a": (
        "GB/T 2589 热值与 2011 年省级清单指南的含碳量、氧化率",
        (
            "heating values of GB/T 2589, "
            "carbon content and oxidation of the provincial guideline of 2011"
        ),
    ),
    "b": (
        "生态环境部行业核算与报告指南缺省值（2024 年一代），读自公开计算程序，原文未见",
        (
            "defaults of the MEE sector guidelines (generation of 2024), "
            "read in a public calculator, original not seen"
        ),
    ),
}
CARBONATE = (
    "GB/T 32151.34—2024，表 C.2，读自公开计算程序",
    "GB/T 32151.34—2024, table C.2, read in a public calculator",
)
STEEL = (
    "钢铁行业核算缺省值，读自公开模拟程序，年份未注明",
    "defaults of steel accounting, read in a public simulator, year not stated",
)
TRANSPORT = (
    "CPCD 核心库，发布机构未注明，按次级数据使用",
    "CPCD core database, issuing body not stated, to be used as secondary data",
)

COAL_EXAMPLE = (
    "煤炭标准计算示例（洗精煤），示例输入为假设",
    "worked example of the coal standard (washed coal), on assumed inputs",
)
LIME_EXAMPLE = (
    "石灰标准计算示例，示例输入为假设",
    "worked example of the lime standard, on assumed inputs",
)
LITERATURE = ("CPCD 文献库", "CPCD literature database")
LITERATURE_UNDATED = ("CPCD 文献库，年份未注明", "CPCD literature database, year not stated")
LITERATURE_ANODE = (
    "CPCD 文献库，可能不含石油焦上游",
    "CPCD literature database, probably without petroleum coke supply",
)
ORIGIN_OPEN = ("出处待核", "origin to be checked")
