"""Write the Chinese factor libraries from a table of published factors.

    python compiler/scripts/make_factors.py factors-china.csv

The table has the columns id, value, unit, year and verified. The libraries were made once with this
script and belong to the project since then: a correction is made in the library and, where the
table is kept on, here. ``gwp.pcr`` is written by hand.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import factor_labels as labels
import factor_sources as sources
from library_text import (
    Factors,
    Published,
    choice,
    dated,
    factors_of,
    keyed,
    library,
    per_cubic_metre,
    percent,
    row,
    single,
    table,
    words,
)

FACTORS = Path(__file__).parents[2] / "standards" / "factors"
YEARS = ("2021", "2022", "2023")


# ---- the libraries ------------------------------------------------------------------------------


def electricity(factors: Factors) -> str:
    """Write ``china_electricity``: footprint factors, and apart from them CO2 factors and heat."""
    return library(
        "china_electricity",
        ("中国电力和热力因子", "Chinese electricity and heat factors"),
        choice("power_kinds", ("发电类型", "kind of generation"), labels.GENERATION),
        choice("grid_scopes", ("统计口径", "statistical scope"), labels.SCOPES),
        choice("grid_regions", ("区域电网", "regional grid"), labels.REGIONS),
        choice("provinces", ("省级行政区", "province"), labels.PROVINCES),
        *power_footprints(factors),
        labels.CO2_COMMENT,
        *power_co2(factors),
        [single("purchased_heat", labels.HEAT, "tCO2/GJ", factors["heat_default_cn"],
                sources.HEAT)],
        table("provincial_heat", labels.HEAT_PROVINCE, "kgCO2e/GJ", "provinces",
              sources.HEAT_PROVINCE, keyed(factors, labels.PROVINCE_IDS, "heat_{}_2025")),
    )  # fmt: skip


def power_footprints(factors: Factors) -> Iterator[Iterable[str]]:
    """Write the footprint factors of power, each with the notice of its year."""

    def noted(key: str, name: str, year: str) -> str:
        return row(key, factors[f"{name}_{year}"], f"source {words(sources.FOOTPRINT[year])}")

    years, unit = ("2023", "2024"), "kgCO2e/kWh"
    average = [noted(year, "elec_cfp_cn_avg", year) for year in years]
    kinds = [
        noted(f"{kind}, {year}", f"elec_cfp_cn_{part}", year)
        for kind, part in labels.GENERATION_IDS.items()
        for year in years
    ]
    known = factors["elec_cfp_cn_td_incl_loss_2024"]
    lossy = [
        f"2023 = {known.value} {{ source {words(sources.LOSSES_2023)}  unverified }}",
        noted("2024", "elec_cfp_cn_td_incl_loss", "2024"),
    ]
    lossless = [noted(year, "elec_cfp_cn_td_excl_loss", year) for year in years]
    yield table("grid_footprint", labels.GRID_FOOTPRINT, unit, "year", None, average)
    yield table("power_footprint", labels.POWER, unit, "power_kinds, year", None, kinds)
    yield table("transmission", labels.TRANSMISSION, unit, "year", None, lossy)
    yield table("transmission_lossless", labels.LOSSLESS, unit, "year", None, lossless)


def power_co2(factors: Factors) -> Iterator[Iterable[str]]:
    """Write the CO2 factors of power: national, regional, provincial."""
    for name, label, choices, options, pattern in (
        ("grid_co2", labels.CO2, "grid_scopes", labels.SCOPE_IDS, "elec_co2_cn_{}"),
        ("grid_co2_region", labels.CO2_REGION, "grid_regions", labels.REGION_IDS, "elec_co2_{}"),
        ("grid_co2_province", labels.CO2_PROVINCE, "provinces", labels.PROVINCE_IDS, "elec_co2_{}"),
    ):
        rows = dated(factors, options, pattern, YEARS)
        yield table(name, label, "kgCO2/kWh", f"{choices}, year", sources.CO2, rows)


def fuels(factors: Factors) -> str:
    """Write ``china_fuels``: properties of two generations, combustion and upstream."""
    parts: list[Iterable[str]] = [
        choice("fuels", ("燃料", "fuel"), labels.FUELS),
        choice("combustion_equipment", ("燃烧设备", "combustion equipment"), labels.EQUIPMENT),
    ]
    solid = {name: part for name, part in labels.FUEL_IDS.items() if name not in labels.GASES}
    gases = {name: part for name, part in labels.FUEL_IDS.items() if name in labels.GASES}
    for letter, source in sources.GENERATIONS.items():
        parts += [
            table(f"heat_value_{letter}", labels.HEAT_VALUE[letter], "GJ/t", "fuels", source,
                  keyed(factors, solid, f"fuel_{{}}_ncv_{letter}")),
            table(f"gas_heat_value_{letter}", labels.GAS_HEAT_VALUE[letter], "GJ/Nm3", "fuels",
                  source, keyed(factors, gases, f"fuel_{{}}_ncv_{letter}", per_cubic_metre)),
            table(f"carbon_content_{letter}", labels.CARBON[letter], "tC/TJ", "fuels", source,
                  keyed(factors, labels.FUEL_IDS, f"fuel_{{}}_cc_{letter}")),
            table(f"oxidation_{letter}", labels.OXIDATION[letter], "%", "fuels", source,
                  keyed(factors, labels.FUEL_IDS, f"fuel_{{}}_ox_{letter}", percent)),
        ]  # fmt: skip
    parts += [
        table("oxidation_by_equipment", labels.OXIDATION_EQUIPMENT, "%", "combustion_equipment",
              sources.GENERATIONS["b"],
              keyed(factors, labels.EQUIPMENT_IDS, "fuel_solid_ox_{}_b", percent)),
        table("combustion", labels.COMBUSTION, "kgCO2/GJ", "fuels", sources.COMBUSTION,
              keyed(factors, labels.FUEL_IDS, "fuel_{}_comb_2025")),
        table("fuel_supply", labels.SUPPLY, "kgCO2e/t", "fuels", sources.CPCD,
              keyed(factors, labels.FUEL_IDS, "fuel_{}_upstream_2024")),
        [single("gas_supply", labels.GAS_SUPPLY, "kgCO2e/m3", factors["fuel_ng_upstream_2024"],
                sources.GAS_SUPPLY),
         single("gas_burning", labels.GAS_BURNING, "kgCO2/m3", factors["fuel_ng_comb_2025"],
                sources.GAS_BURNING)],
        from_example("coal_supply", labels.COAL_SUPPLY, sources.COAL_EXAMPLE,
                     labels.COAL_SUPPLY_VALUES),
    ]  # fmt: skip
    return library("china_fuels", ("中国燃料因子", "Chinese fuel factors"), *parts)


def processes(factors: Factors) -> str:
    """Write ``china_processes``: carbonates, process emissions, materials from the literature."""
    return library(
        "china_processes",
        ("中国过程和原料因子", "Chinese process and material factors"),
        choice("carbonates", ("碳酸盐", "carbonate"), labels.CARBONATES),
        choice("minerals", ("含碳矿物", "carbon-bearing mineral"), labels.MINERALS),
        choice("clinkers", ("水泥熟料", "cement clinker"), labels.CLINKERS),
        choice("steel_inputs", ("钢铁辅料", "steelmaking input"), labels.STEEL),
        table("carbonate_co2", labels.CARBONATE_CO2, "tCO2/t", "carbonates",
              sources.CARBONATE, keyed(factors, labels.CARBONATE_IDS, "proc_carbonate_{}")),
        table("mineral_co2", labels.MINERAL_CO2, "kgCO2/kg", "minerals", sources.CPCD_PROCESS,
              keyed(factors, labels.MINERAL_IDS, "proc_{}_2025")),
        table("clinker_co2", labels.CLINKER_CO2, "kgCO2/t", "clinkers", sources.CPCD_PROCESS,
              keyed(factors, labels.CLINKER_IDS, "proc_{}_2025")),
        table("steel_co2", labels.STEEL_CO2, "tCO2/t", "steel_inputs", sources.STEEL,
              keyed(factors, labels.STEEL_IDS, "proc_steel_{}")),
        materials(),
        from_example("quicklime", labels.QUICKLIME, sources.LIME_EXAMPLE, labels.QUICKLIME_VALUES),
    )  # fmt: skip


def materials() -> Iterator[str]:
    """Write the materials of the literature, which the table does not hold."""
    for name, (label, value, year, source) in labels.MATERIALS.items():
        found = Published(value=value, year=year, verified=name not in labels.UNSEEN)
        yield single(name, label, "kgCO2e/kg", found, source)


def from_example(
    name: str, label: sources.Label, source: sources.Label, values: Mapping[str, str]
) -> Iterator[str]:
    """Write the dated results of another standard's worked example, which stand on assumptions."""
    rows = (row(year, Published(value=v, year=year, verified=False)) for year, v in values.items())
    return table(name, label, "kgCO2e/kg", "year", source, rows)


def transport(factors: Factors) -> str:
    """Write ``china_transport``: the list of 2024, the differing list of 2025, rail of 2019."""
    return library(
        "china_transport",
        ("中国运输因子", "Chinese transport factors"),
        choice("vehicles", ("运输方式", "means of transport"), labels.VEHICLES),
        choice("modes", ("运输类别", "mode of transport"), labels.MODES),
        labels.TRANSPORT_COMMENT,
        table("transport", labels.TRANSPORT, "kgCO2e/tkm", "vehicles", sources.TRANSPORT,
              keyed(factors, labels.VEHICLE_IDS, "transport_{}_2024")),
        table("transport_2025", labels.TRANSPORT_2025, "kgCO2e/tkm", "modes",
              sources.TRANSPORT, keyed(factors, labels.MODE_IDS, "transport_{}_2025")),
        [single("rail", labels.RAIL, "kgCO2e/tkm", factors["transport_rail_2019"],
                sources.TRANSPORT),
         single("truck", labels.TRUCK, "kgCO2e/tkm", factors["transport_hdv_diesel_2024"],
                sources.TRANSPORT)],
    )  # fmt: skip


LIBRARIES: Mapping[str, Callable[[Factors], str]] = {
    "china_electricity": electricity,
    "china_fuels": fuels,
    "china_processes": processes,
    "china_transport": transport,
}


def main(arguments: list[str]) -> int:
    """Write every library from the table that the command line names."""
    if len(arguments) != 1:
        sys.stderr.write(__doc__ or "")
        return 2
    factors = factors_of(Path(arguments[0]))
    for name, written in LIBRARIES.items():
        (FACTORS / f"{name}.pcr").write_text(written(factors), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
