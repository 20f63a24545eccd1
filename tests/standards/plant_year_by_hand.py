"""The electrolytic aluminium examples recomputed by hand: formulas written out, exact fractions.

Nothing here knows the compiler. The formulas follow section 6 of the product's facts: anode
CO2 = NAC·(1 − S − ash)·44/12; CF4 = slope · frequency · duration; C2F6 = ratio · CF4.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

EXAMPLES = Path(__file__).parents[2] / "standards" / "electrolytic_aluminium" / "examples"
INDICATORS = 5  # technology, time, geography, completeness, reliability, each weighing a fifth
WORST_LEVEL = 5

# Factors as published, kgCO2e or kgCO2 per unit of the denominator.
GRID = {2023: Fraction("0.6205"), 2024: Fraction("0.5777")}  # per kWh
POWER = {"hydro": Fraction("0.0141"), "wind": Fraction("0.0324")}  # per kWh, 2024
TRANSMISSION = Fraction("0.0327")  # per kWh, losses included, 2024
COAL_SUPPLY = {2023: Fraction("164.3707083"), 2024: Fraction("162.6438388")}  # per t
LIME = {2023: Fraction("1159.7995928"), 2024: Fraction("1157.746345")}  # per t
BAUXITE, CAUSTIC = Fraction(80), Fraction(1590)  # per t
BITUMINOUS_COAL = Fraction("94.6")  # kgCO2 per GJ
GAS_SUPPLY, GAS_BURNING = Fraction("0.608"), Fraction("2.16")  # per m3
ANODE, FLUORIDE, LINING = Fraction(376), Fraction(3500), Fraction(60)  # per t
RAIL = Fraction("0.010")  # per t·km
SLOPE_PFPB_MODERN, RATIO_PFPB_MODERN = Fraction("0.104"), Fraction("0.057")
LOW_VOLTAGE_CF4 = Fraction("0.009")  # kg CF4 per t, the default
AR6 = {"CO2": Fraction(1), "CF4": Fraction(7380), "C2F6": Fraction(12400)}
CBAM = {"CO2": Fraction(1), "CF4": Fraction(6630), "C2F6": Fraction(11100)}

# What the standard asks for as secondary; all else it asks for as primary. A default is secondary.
ASKED_SECONDARY = frozenset(
    {
        "refining.caustic",
        "refining.lime",
        "refining.bauxite_distance",
        "electrolysis.alumina_distance",
        "electrolysis.anode_distance",
    }
)
DEFAULT = "electrolysis.low_voltage_cf4"

Declaration = Mapping[str, Any]


def declaration(name: str) -> dict[str, Any]:
    """Read an example's file."""
    loaded: dict[str, Any] = yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text("utf-8"))
    return loaded


def datum(given: Declaration, path: str) -> Any:
    """Give what the file says under ``process.datum``: a mapping, a word or a number."""
    found = given["data"]
    for part in path.split("."):
        found = found[part]
    return found


def number(said: Any) -> Fraction:
    """Read ``1340 GWh`` or ``88 %`` as tonnes, GJ, kWh, m3, km, min, 1/d; percent as a ratio."""
    value, unit = said["value"].split(" ", 1)
    scale = {"%": Fraction(1, 100), "MWh": Fraction(1000), "GWh": Fraction(10**6)}
    return Fraction(value) * scale.get(unit, Fraction(1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """One term of the footprint [kgCO2e per t ingot] and the data that its amount reads."""

    name: str
    value: Fraction
    reads: tuple[str, ...]


def supply_factor(row: Mapping[str, Any], year: int) -> Fraction:
    """Give the factor [kgCO2e/kWh] of one row of the power supply."""
    factors: dict[str, Callable[[], Fraction]] = {
        "grid": lambda: GRID[year],
        "direct_line": lambda: POWER[row["technology"]],
        "certificate": lambda: POWER[row["technology"]] + TRANSMISSION,
        "captive_coal": lambda: number(row["own_factor"]),
    }
    return factors[row["kind"]]()


def refining(given: Declaration, year: int) -> list[Contribution]:
    """List what 1 t of alumina carries."""

    def value(name: str) -> Fraction:
        return number(datum(given, f"refining.{name}"))

    heat = value("steam") / value("boiler_efficiency")  # GJ of coal
    coal = heat / value("coal_heat_value")  # t of coal
    steam = ("steam", "boiler_efficiency")
    terms = {
        "bauxite": (value("bauxite") * BAUXITE, ("bauxite",)),
        "electricity": (value("electricity") * GRID[year], ("electricity",)),
        "gas supply": (value("natural_gas") * GAS_SUPPLY, ("natural_gas",)),
        "gas burning": (value("natural_gas") * GAS_BURNING, ("natural_gas",)),
        "caustic": (value("caustic") * CAUSTIC, ("caustic",)),
        "lime": (value("lime") * LIME[year], ("lime",)),
        "coal supply": (coal * COAL_SUPPLY[year], (*steam, "coal_heat_value")),
        "coal burning": (heat * BITUMINOUS_COAL, steam),
        "bauxite transport": (
            value("bauxite") * value("bauxite_distance") * RAIL,
            ("bauxite", "bauxite_distance"),
        ),
    }
    return [
        Contribution(
            name=f"refining, {name}",
            value=total / value("alumina"),
            reads=tuple(f"refining.{read}" for read in reads),
        )
        for name, (total, reads) in terms.items()
    ]


def pot_room(given: Declaration, gwp: Mapping[str, Fraction]) -> dict[str, Contribution]:
    """Give what 1 t of liquid aluminium carries beside alumina and power, by name."""

    def value(name: str) -> Fraction:
        return number(datum(given, f"electrolysis.{name}"))

    metal = value("liquid_aluminium")
    carbon = value("anode") * (1 - value("sulphur") - value("ash"))  # t C
    minutes = value("anode_effects") * value("effect_duration")  # min per cell and day
    cf4 = SLOPE_PFPB_MODERN * minutes  # kg CF4 per t
    haul = value("alumina") * value("alumina_distance") + value("anode") * value("anode_distance")
    effects = ("cell", "anode_effects", "effect_duration", "liquid_aluminium")
    terms = {
        "anode making": (value("anode") * ANODE / metal, ("anode",)),
        "fluoride": (value("aluminium_fluoride") * FLUORIDE / metal, ("aluminium_fluoride",)),
        "lining": (LINING, ("liquid_aluminium",)),
        "transport": (
            haul * RAIL / metal,
            ("alumina", "alumina_distance", "anode", "anode_distance"),
        ),
        "anode CO2": (carbon * 44 / 12 * 1000 * gwp["CO2"] / metal, ("anode", "sulphur", "ash")),
        "CF4, high voltage": (cf4 * gwp["CF4"], effects),
        "CF4, low voltage": (LOW_VOLTAGE_CF4 * gwp["CF4"], ("low_voltage_cf4", "liquid_aluminium")),
        "C2F6": (cf4 * RATIO_PFPB_MODERN * gwp["C2F6"], effects),
    }
    return {
        name: Contribution(
            name=name, value=total, reads=tuple(f"electrolysis.{read}" for read in reads)
        )
        for name, (total, reads) in terms.items()
    }


def cast_house(given: Declaration) -> list[Contribution]:
    """List what casting adds to 1 t of ingot beside metal and power: supply, then burning."""
    gas = number(datum(given, "casting.natural_gas"))
    ingot = number(datum(given, "casting.aluminium_ingot"))
    return [
        Contribution(name=f"casting, {name}", value=gas * f / ingot, reads=("casting.natural_gas",))
        for name, f in (("gas supply", GAS_SUPPLY), ("gas burning", GAS_BURNING))
    ]


def power(given: Declaration, need: Fraction, year: int) -> list[Contribution]:
    """List what ``need`` [kWh] draws from the supplies, each by its part of all power supplied."""
    rows = datum(given, "power_supply.supply")
    supplied = sum(number(row["electricity"]) for row in rows)
    return [
        Contribution(
            name=f"power, row {index}",
            value=need * number(row["electricity"]) / supplied * supply_factor(row, year),
            reads=(f"power_supply.supply.{index}.electricity",),
        )
        for index, row in enumerate(rows, 1)
    ]


def contributions(given: Declaration, *, ingot: bool = True) -> list[Contribution]:
    """List every contribution to 1 t of ingot, or of liquid aluminium, market-based, AR6."""
    year = given["declaration"]["period"]["to"].year
    metal = number(datum(given, "electrolysis.liquid_aluminium"))
    cast = number(datum(given, "casting.aluminium_ingot"))
    alumina = number(datum(given, "electrolysis.alumina")) / metal  # t per t liquid
    need = number(datum(given, "electrolysis.electricity")) / metal  # kWh per t liquid
    liquid = number(datum(given, "casting.liquid_aluminium")) / cast if ingot else Fraction(1)
    casting = number(datum(given, "casting.electricity")) / cast if ingot else Fraction(0)
    upstream = [
        Contribution(name=term.name, value=term.value * alumina * liquid, reads=term.reads)
        for term in refining(given, year)
    ]
    cells = [
        Contribution(name=term.name, value=term.value * liquid, reads=term.reads)
        for term in pot_room(given, AR6).values()
    ]
    supplied = power(given, need * liquid + casting, year)
    return upstream + cells + supplied + (cast_house(given) if ingot else [])


def footprint(given: Declaration, *, ingot: bool = True) -> Fraction:
    """Add up the contributions [kgCO2e per t]."""
    return sum((term.value for term in contributions(given, ingot=ingot)), Fraction(0))


def direct_emissions(given: Declaration) -> Fraction:
    """Add anode CO2, the two PFC gases with the CBAM set, and the gas burnt in the cast house."""
    terms = pot_room(given, CBAM)
    gases = ("anode CO2", "CF4, high voltage", "CF4, low voltage", "C2F6")
    metal = number(datum(given, "casting.liquid_aluminium"))
    liquid = metal / number(datum(given, "casting.aluminium_ingot"))
    return (
        sum((terms[name].value for name in gases), Fraction(0)) * liquid
        + cast_house(given)[1].value
    )


def is_primary(given: Declaration, path: str) -> bool:
    """Tell whether a datum is primary: what the file says, else what the standard asks."""
    if path == DEFAULT or path in ASKED_SECONDARY:
        return quality_said(given, path) in ("primary", "site")
    return quality_said(given, path) in ("", "primary", "site")


def quality_said(given: Declaration, path: str) -> str:
    """Give the class that the file states for a datum, or nothing."""
    said = said_of(given, path)
    return str(said.get("quality", "")) if isinstance(said, Mapping) else ""


def said_of(given: Declaration, path: str) -> Any:
    """Give what the file says under a path in which a row is named by its number."""
    if path == DEFAULT:
        return {}
    *groups, name = path.split(".")
    if groups[-1].isdigit():
        return datum(given, ".".join(groups[:-1]))[int(groups[-1]) - 1][name]
    return datum(given, path)


def primary_share(given: Declaration) -> Fraction:
    """Divide the contributions whose data are all primary by all, in absolute value."""
    terms = contributions(given)
    primary = [t for t in terms if all(is_primary(given, path) for path in t.reads)]
    return sum(abs(t.value) for t in primary) / sum((abs(t.value) for t in terms), Fraction(0))


def level(given: Declaration, path: str, indicator: str) -> int:
    """Give the level of one datum: as stated, else 1 if it is primary, else the worst."""
    said = said_of(given, path)
    stated: Mapping[str, int] = said.get("levels", {}) if isinstance(said, Mapping) else {}
    return stated.get(indicator, 1 if is_primary(given, path) else WORST_LEVEL)


def score(given: Declaration) -> Fraction:
    """Weigh the worst level behind each contribution by its share and a fifth per indicator."""
    names = ("technology", "time", "geography", "completeness", "reliability")
    terms = contributions(given)
    total = sum((abs(term.value) for term in terms), Fraction(0))
    return (
        sum(
            (
                abs(term.value) / total * max(level(given, path, name) for path in term.reads)
                for term in terms
                for name in names
            ),
            Fraction(0),
        )
        / INDICATORS
    )
