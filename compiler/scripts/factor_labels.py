"""Labels of the Chinese factor libraries, and the factors that no table holds."""

from collections.abc import Mapping

import factor_sources as sources
from factor_sources import Label

# ---- electricity and heat -----------------------------------------------------------------------

GRID_FOOTPRINT = ("全国电力平均碳足迹因子", "national average electricity carbon footprint factor")
POWER = ("分类型发电碳足迹因子", "carbon footprint factor by kind of generation")
TRANSMISSION = (
    "输配电碳足迹因子（含线损）",
    "transmission and distribution carbon footprint factor (losses included)",
)
LOSSLESS = (
    "输配电碳足迹因子（不含线损）",
    "transmission and distribution carbon footprint factor, losses excluded",
)
CO2 = ("全国电力二氧化碳排放因子", "national electricity CO2 emission factor")
CO2_REGION = ("区域电力平均二氧化碳排放因子", "regional electricity CO2 emission factor")
CO2_PROVINCE = ("省级电力平均二氧化碳排放因子", "provincial electricity CO2 emission factor")
HEAT = ("外购热力排放因子", "purchased heat emission factor")
HEAT_PROVINCE = ("省级热力因子", "provincial heat factor")
CO2_COMMENT = (
    "# Direct CO2 of generation only, for inventories of organisations. It never meets the",
    "# footprint factors above: that is another type. Provinces have no footprint factor.",
)
GENERATION: Mapping[str, Label] = {
    "coal": ("燃煤发电", "coal power"),
    "gas": ("燃气发电", "gas power"),
    "hydro": ("水力发电", "hydro power"),
    "nuclear": ("核能发电", "nuclear power"),
    "wind": ("风力发电", "wind power"),
    "solar_pv": ("光伏发电", "solar photovoltaic power"),
    "solar_thermal": ("光热发电", "solar thermal power"),
    "biomass": ("生物质发电", "biomass power"),
}
GENERATION_IDS = {name: name for name in GENERATION} | {"solar_pv": "pv", "solar_thermal": "csp"}
SCOPES: Mapping[str, Label] = {
    "average": ("全国平均", "national average"),
    "without_traded_nonfossil": (
        "不包括市场化交易的非化石能源电量",
        "without non-fossil power traded on the market",
    ),
    "fossil_power": ("化石能源电力", "fossil power"),
}
SCOPE_IDS = {"average": "avg", "without_traded_nonfossil": "exmkt", "fossil_power": "fossil"}
REGIONS: Mapping[str, Label] = {
    "north_china": ("华北", "North China"),
    "northeast_china": ("东北", "Northeast China"),
    "east_china": ("华东", "East China"),
    "central_china": ("华中", "Central China"),
    "northwest_china": ("西北", "Northwest China"),
    "south_china": ("南方", "South China"),
    "southwest_china": ("西南", "Southwest China"),
}
REGION_IDS = dict(zip(REGIONS, ("nc", "ne", "ec", "cc", "nw", "sc", "sw"), strict=True))
_PROVINCES = (
    "11 beijing 北京 Beijing|12 tianjin 天津 Tianjin|13 hebei 河北 Hebei|14 shanxi 山西 Shanxi|"
    "15 inner_mongolia 内蒙古 Inner Mongolia|21 liaoning 辽宁 Liaoning|22 jilin 吉林 Jilin|"
    "23 heilongjiang 黑龙江 Heilongjiang|31 shanghai 上海 Shanghai|32 jiangsu 江苏 Jiangsu|"
    "33 zhejiang 浙江 Zhejiang|34 anhui 安徽 Anhui|35 fujian 福建 Fujian|36 jiangxi 江西 Jiangxi|"
    "37 shandong 山东 Shandong|41 henan 河南 Henan|42 hubei 湖北 Hubei|43 hunan 湖南 Hunan|"
    "44 guangdong 广东 Guangdong|45 guangxi 广西 Guangxi|46 hainan 海南 Hainan|"
    "50 chongqing 重庆 Chongqing|51 sichuan 四川 Sichuan|52 guizhou 贵州 Guizhou|"
    "53 yunnan 云南 Yunnan|61 shaanxi 陕西 Shaanxi|62 gansu 甘肃 Gansu|63 qinghai 青海 Qinghai|"
    "64 ningxia 宁夏 Ningxia|65 xinjiang 新疆 Xinjiang"
)
_PROVINCE_LINES = tuple(line.split(" ", 3) for line in _PROVINCES.split("|"))
PROVINCES: Mapping[str, Label] = {name: (zh, en) for _, name, zh, en in _PROVINCE_LINES}
PROVINCE_IDS = {name: code for code, name, _, _ in _PROVINCE_LINES}

# ---- fuels --------------------------------------------------------------------------------------

FUELS: Mapping[str, Label] = {
    "raw_coal": ("原煤", "raw coal"),
    "anthracite": ("无烟煤", "anthracite"),
    "bituminous_coal": ("烟煤", "bituminous coal"),
    "coking_coal": ("炼焦煤", "coking coal"),
    "lignite": ("褐煤", "lignite"),
    "coal_gangue": ("煤矸石", "coal gangue"),
    "coal_slime": ("煤泥", "coal slime"),
    "coke": ("焦炭", "coke"),
    "petroleum_coke": ("石油焦", "petroleum coke"),
    "crude_oil": ("原油", "crude oil"),
    "fuel_oil": ("燃料油", "fuel oil"),
    "gasoline": ("汽油", "gasoline"),
    "diesel": ("柴油", "diesel"),
    "kerosene": ("煤油", "kerosene"),
    "lng": ("液化天然气", "liquefied natural gas"),
    "lpg": ("液化石油气", "liquefied petroleum gas"),
    "refinery_gas": ("炼厂干气", "refinery gas"),
    "coal_tar": ("煤焦油", "coal tar"),
    "natural_gas": ("天然气", "natural gas"),
    "blast_furnace_gas": ("高炉煤气", "blast furnace gas"),
    "converter_gas": ("转炉煤气", "converter gas"),
    "coke_oven_gas": ("焦炉煤气", "coke oven gas"),
}
FUEL_IDS = {name: name for name in FUELS} | {
    "bituminous_coal": "bituminous", "coal_gangue": "gangue", "coal_slime": "slime",
    "petroleum_coke": "petcoke", "crude_oil": "crude", "blast_furnace_gas": "bfg",
    "converter_gas": "ldg", "coke_oven_gas": "cog",
}  # fmt: skip
GASES = frozenset({"natural_gas", "blast_furnace_gas", "converter_gas", "coke_oven_gas"})
EQUIPMENT: Mapping[str, Label] = {
    "cement_kiln": ("水泥窑", "cement kiln"),
    "power_boiler": ("发电锅炉", "power boiler"),
    "industrial_boiler": ("工业锅炉", "industrial boiler"),
}
EQUIPMENT_IDS = {name: name for name in EQUIPMENT}


def _both(zh: str, en: str) -> Mapping[str, Label]:
    return {
        "a": (f"{zh}（省级清单指南一代）", f"{en}, generation of the provincial guideline"),
        "b": (f"{zh}（2024 年一代）", f"{en}, generation of 2024"),
    }


HEAT_VALUE = _both("低位发热量", "net calorific value")
GAS_HEAT_VALUE = _both("气体低位发热量", "net calorific value of gases")
CARBON = _both("单位热值含碳量", "carbon content per energy")
OXIDATION = _both("碳氧化率", "oxidation rate")
OXIDATION_EQUIPMENT = ("固体燃料碳氧化率", "oxidation rate of solid fuels")
COMBUSTION = ("燃烧排放因子", "combustion emission factor")
SUPPLY = ("燃料上游因子", "fuel supply factor")
GAS_SUPPLY = ("天然气上游因子", "natural gas supply factor")
GAS_BURNING = ("天然气燃烧排放因子", "natural gas combustion emission factor")
COAL_SUPPLY = ("煤炭上游因子", "coal supply factor")
COAL_SUPPLY_VALUES: Mapping[str, str] = {"2023": "0.1643707083", "2024": "0.1626438388"}

# ---- processes ----------------------------------------------------------------------------------

CARBONATES: Mapping[str, Label] = {
    name: (name, name)
    for name in ("CaCO3", "MgCO3", "Na2CO3", "NaHCO3", "FeCO3", "MnCO3", "BaCO3", "Li2CO3",
                 "K2CO3", "SrCO3")
} | {"CaMgC2O6": ("CaMg(CO3)2", "CaMg(CO3)2")}  # fmt: skip
CARBONATE_IDS = {name: name.lower() for name in CARBONATES} | {"CaMgC2O6": "camg"}
MINERALS: Mapping[str, Label] = {
    "calcite": ("方解石或文石", "calcite or aragonite"),
    "dolomite": ("白云石", "dolomite"),
    "magnesite": ("菱镁石", "magnesite"),
    "sodium_carbonate": ("碳酸钠或纯碱", "sodium carbonate"),
    "siderite": ("菱铁矿", "siderite"),
    "carbon_powder": ("碳粉", "carbon powder"),
}
MINERAL_IDS = {name: name for name in MINERALS} | {"sodium_carbonate": "soda"}
CLINKERS: Mapping[str, Label] = {
    "portland_clinker": ("硅酸盐水泥熟料", "Portland cement clinker"),
    "white_clinker": ("白色硅酸盐水泥熟料", "white clinker"),
}
CLINKER_IDS = {"portland_clinker": "clinker", "white_clinker": "clinker_white"}
STEEL: Mapping[str, Label] = {
    "limestone_flux": ("石灰石熔剂", "limestone flux"),
    "dolomite_flux": ("白云石熔剂", "dolomite flux"),
    "electrode": ("电极", "electrode"),
}
STEEL_IDS = {"limestone_flux": "limestone", "dolomite_flux": "dolomite", "electrode": "electrode"}
CARBONATE_CO2 = ("碳酸盐分解排放因子", "carbonate decomposition factor")
MINERAL_CO2 = ("含碳矿物排放因子", "mineral process emission factor")
CLINKER_CO2 = ("水泥熟料过程排放因子", "clinker process emission factor")
STEEL_CO2 = ("钢铁辅料排放因子", "steelmaking input emission factor")
QUICKLIME = ("生石灰", "quicklime")
QUICKLIME_VALUES: Mapping[str, str] = {"2023": "1.1597995928", "2024": "1.157746345"}
MATERIALS: Mapping[str, tuple[Label, str, str, Label]] = {  # label, kgCO2e/kg, year, source
    "bauxite_ore": (("铝土矿", "bauxite"), "0.08", "2015", sources.LITERATURE),
    "caustic_soda": (
        ("烧碱（折 100 %）", "caustic soda, 100 %"),
        "1.59",
        "",
        sources.LITERATURE_UNDATED,
    ),
    "anode_making": (
        ("预焙阳极生产（不含所含碳）", "prebaked anode manufacture, contained carbon excluded"),
        "0.376",
        "2013",
        sources.LITERATURE_ANODE,
    ),
    "aluminium_fluoride_making": (("氟化铝", "aluminium fluoride"), "3.5", "", sources.ORIGIN_OPEN),
}
UNSEEN = frozenset({"aluminium_fluoride_making"})

# ---- transport ----------------------------------------------------------------------------------

VEHICLES: Mapping[str, Label] = {
    "heavy_diesel_truck": ("重型柴油货车", "heavy diesel truck"),
    "medium_diesel_truck": ("中型柴油货车", "medium diesel truck"),
    "light_diesel_truck": ("轻型柴油货车", "light diesel truck"),
    "diesel_truck": ("柴油货车（不分质量区间）", "diesel truck, all sizes"),
    "heavy_gas_truck": ("重型天然气货车", "heavy natural gas truck"),
    "gas_truck": ("天然气货车（不分质量区间）", "natural gas truck, all sizes"),
    "heavy_electric_truck": ("重型纯电动货车", "heavy battery-electric truck"),
    "electric_truck": ("纯电动货车（不分质量区间）", "battery-electric truck, all sizes"),
    "gasoline_truck": ("汽油货车（不分质量区间）", "gasoline truck, all sizes"),
    "railway": ("铁路", "rail"),
    "inland_bulk": ("内河干散货船", "inland dry bulk vessel"),
    "inland_container": ("内河集装箱船", "inland container vessel"),
    "sea_bulk": ("海运干散货船", "sea dry bulk vessel"),
    "sea_container": ("海运集装箱船", "sea container vessel"),
    "sea_average": ("海运均值", "sea freight average"),
    "aircraft": ("航空", "air freight"),
}
VEHICLE_IDS = dict(zip(VEHICLES, (
    "hdv_diesel", "mdv_diesel", "ldv_diesel", "truck_diesel", "hdv_ng", "truck_ng", "hdv_bev",
    "truck_bev", "truck_gasoline", "rail", "inland_bulk", "inland_container", "sea_bulk",
    "sea_container", "sea_avg", "air"), strict=True))  # fmt: skip
MODES: Mapping[str, Label] = {
    "road": ("公路", "road"),
    "railway": ("铁路", "rail"),
    "waterway": ("水路", "water"),
    "air": ("航空", "air"),
}
MODE_IDS = {"road": "road", "railway": "rail", "waterway": "water", "air": "air"}
TRANSPORT = ("货物运输因子", "freight transport factor")
TRANSPORT_2025 = ("货物运输因子（2025 年表）", "freight transport factor, list of 2025")
RAIL = ("铁路运输（市场平均）", "rail freight (market average)")
TRUCK = ("重型柴油货车运输", "heavy diesel truck freight")
TRANSPORT_COMMENT = (
    "# The lists of 2024 and 2025 differ by a factor of two to three; a standard names its own.",
)
