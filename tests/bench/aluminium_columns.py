"""The footprint of remelt aluminium ingot by hand in NumPy: whole columns, nothing checked.

What an engineer writes for this one standard, with the factors of the standard, where their sources
stand. ``test_by_hand.py`` holds it to the calculator's results.
"""

from collections.abc import Sequence

import numpy as np

from guiju.batch.block import Array, Block, Floats

GRID, QUICKLIME, COAL_SUPPLY = (
    (620.5, 577.7),
    (1159.7995928, 1157.746345),
    (164.3707083, 162.6438388),
)
"""Of 2023 and 2024, in kgCO2e/MWh and kgCO2e/t."""
GAS = 0.608 + 2.16
"""Supply and burning [kgCO2e/m3]."""
RAIL = 0.010
TRANSMISSION = 0.0327
CARBON = 44 / 12


class Columns:
    """The columns of a block, and the tables by the number of a word."""

    def __init__(self, block: Block, tables: Sequence[Array]) -> None:
        """Take the tables as the loops in C do."""
        self.values, self.given, self.groups = block.values, block.given, block.groups
        *self.by_cell, before, since, self.kinds = tables
        self.power = np.stack([before, since])
        self.late = (block.values["year"] >= 2024).astype(np.int64)

    def results(self) -> tuple[Floats, Floats, Floats]:
        """Give footprint, that of electrolysis, that of CF4 [kgCO2e/t]."""
        with np.errstate(all="ignore"):
            return self._results()

    def _results(self) -> tuple[Floats, Floats, Floats]:
        v = self.values
        per_mwh = self._per_mwh()
        own, covered = self._anodes(per_mwh)
        of_cf4, of_c2f6 = self._perfluorocarbons()
        liquid, anode = v["electrolysis.liquid_aluminium"], v["electrolysis.anode"]
        alumina, ingot = v["electrolysis.alumina"], v["casting.aluminium_ingot"]
        way = alumina * v["electrolysis.alumina_distance"]
        way += anode * v["electrolysis.anode_distance"]
        burnt = 1 - (v["electrolysis.sulphur"] + v["electrolysis.ash"]) * 0.01
        cells = anode * (376 * (1 - covered) + burnt * (1000 * CARBON)) + liquid * 60
        cells += v["electrolysis.aluminium_fluoride"] * 3500 + way * RAIL + of_cf4 + of_c2f6
        cells += self._residues()
        others = self._refining() / v["refining.alumina"] * alumina + own
        others += v["electrolysis.electricity"] * per_mwh
        casting = v["casting.electricity"] * per_mwh + v["casting.natural_gas"] * GAS
        level = v["casting.liquid_aluminium"] / (liquid * ingot)
        return level * (cells + others) + casting / ingot, level * cells, level * of_cf4

    def _per_mwh(self) -> Floats:
        """Give the footprint of power [kgCO2e/MWh], of all that was supplied."""
        v, rows = self.values, self.groups["power_supply.supply"]
        kind, late = v["power_supply.supply.kind"], self.late[rows.owner]
        grid, line, certificate, _ = (kind == one for one in self.kinds)
        made = self.power[late, v["power_supply.supply.technology"]]
        made = np.where(certificate, made + TRANSMISSION, made)
        factor = np.where(line | certificate, made, v["power_supply.supply.own_factor"]) * 1000
        factor = np.where(grid, np.take(GRID, late), factor)
        supplied, size = v["power_supply.supply.electricity"], len(self.late)
        bought = np.bincount(rows.owner, supplied * factor, size)
        found: Floats = bought / np.bincount(rows.owner, supplied, size)
        return found

    def _refining(self) -> Floats:
        v = {name: self.values[f"refining.{name}"] for name in self._names("refining.")}
        heat = v["steam"] * 100 / v["boiler_efficiency"]
        found: Floats = v["bauxite"] * (80 + v["bauxite_distance"] * RAIL)
        found += v["electricity"] * np.take(GRID, self.late) + v["natural_gas"] * GAS
        found += v["caustic"] * 1590 + v["lime"] * np.take(QUICKLIME, self.late)
        found += heat * (np.take(COAL_SUPPLY, self.late) / v["coal_heat_value"] + 94.6)
        return found

    def _anodes(self, per_mwh: Floats) -> tuple[Floats, Floats]:
        """Give what own anodes come to [kgCO2e], and which part of the anodes they are."""
        p = {name: self.values[f"anode_production.{name}"] for name in self._names("anode_prod")}
        has, needed = self.values["has_anode_plant"], self.values["electrolysis.anode"]
        net = np.where(has, p["baked_anode"] - p["butts_returned"], 1.0)
        carbon = p["packing_coke"] * p["packing_coke_carbon"]
        carbon += (p["green_anode"] - p["baked_anode"]) * p["volatile_carbon"]
        coke = p["petroleum_coke"] + p["packing_coke"]
        found = coke * p["petroleum_coke_footprint"] + p["pitch"] * p["pitch_footprint"]
        found += p["electricity"] * per_mwh + p["natural_gas"] * GAS + carbon * (10 * CARBON)
        covered = np.where(has, np.clip(net / needed, 0, 1), 0)
        return np.where(has, found / net * needed * covered, 0), covered

    def _perfluorocarbons(self) -> tuple[Floats, Floats]:
        """Give CF4 and C2F6 [kgCO2e]."""
        v = {name: self.values[f"electrolysis.{name}"] for name in self._names("electrolysis.")}
        has = {name: self.given[f"electrolysis.{name}"] for name in v}
        slope, slope_ratio, over, over_ratio = (table[v["cell"]] for table in self.by_cell)
        by_slope = has["anode_effects"] & has["effect_duration"]
        by_overvoltage = has["overvoltage"] & has["current_efficiency"] & ~np.isnan(over)
        tiers = [has["measured_cf4"], by_slope, by_overvoltage]
        own = v["measured_cf4"] * 100 / v["collection_efficiency"]
        first = slope * v["anode_effects"] * v["effect_duration"]
        second = over * v["overvoltage"] / v["current_efficiency"]
        intensity = np.select(tiers, [own, first, second], 0.034)
        ratio = np.select(tiers, [v["measured_ratio"], slope_ratio, over_ratio], 0.1)
        low = np.where(has["low_voltage_cf4"], v["low_voltage_cf4"], 0.009)
        low[has["measured_cf4"]] = 0
        liquid = v["liquid_aluminium"]
        return (intensity + low) * liquid * 7380, intensity * ratio * liquid * 12400

    def _residues(self) -> Floats:
        v, rows = self.values, self.groups["electrolysis.residue"]
        treated = v["electrolysis.residue.treated"] * v["electrolysis.residue.treatment_footprint"]
        found = np.bincount(rows.owner, treated, len(self.late))
        return found.astype(np.float64, copy=False)

    def _names(self, prefix: str) -> list[str]:
        """Name the data of a process, outside its groups."""
        names = (path.partition(".") for path in self.values if path.startswith(prefix))
        return [name for _, _, name in names if "." not in name]
