"""The loop in C that is written by hand for electrolytic aluminium, on the columns of a block."""

import ctypes
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from guiju.batch.block import Array, Block, Floats
from guiju.plan.model import CalculationPlan

SOURCE = Path(__file__).with_name("aluminium_loop.c")
FLAGS = ("-O3", "-march=native", "-shared", "-fPIC")
NUMBERS = (
    *("alumina", "bauxite", "electricity", "natural_gas", "caustic", "lime", "steam"),
    *("boiler_efficiency", "coal_heat_value", "bauxite_distance"),
)
OF_ANODES = (
    *("baked_anode", "butts_returned", "petroleum_coke", "petroleum_coke_footprint", "pitch"),
    *("pitch_footprint", "packing_coke", "electricity", "natural_gas", "packing_coke_carbon"),
    *("green_anode", "volatile_carbon"),
)
OF_CELLS = (
    *("liquid_aluminium", "alumina", "anode", "aluminium_fluoride", "electricity"),
    *("alumina_distance", "anode_distance", "sulphur", "ash", "cell", "anode_effects"),
    *("effect_duration", "overvoltage", "current_efficiency", "measured_cf4"),
    *("collection_efficiency", "measured_ratio", "low_voltage_cf4"),
)
GIVEN = (
    *("anode_effects", "effect_duration", "overvoltage", "current_efficiency", "measured_cf4"),
    "low_voltage_cf4",
)
OF_CASTING = ("aluminium_ingot", "liquid_aluminium", "electricity", "natural_gas")
TABLES = ("slope_cf4", "slope_ratio", "overvoltage_cf4", "overvoltage_ratio")
KINDS = ("grid", "direct_line", "certificate", "captive_coal")


class Loop:
    """The loop on the columns of one block.

    Attributes:
        results: footprint, that of electrolysis, that of CF4 [kgCO2e/t]; shape (plants,) each.
    """

    def __init__(self, plan: CalculationPlan, words: Sequence[str], block: Block) -> None:
        """Lay the columns out; ``words`` number the choices in them."""
        self._columns = [*_columns(block), *_tables(plan, words)]
        pointers = (ctypes.c_void_p * len(self._columns))(*(c.ctypes.data for c in self._columns))
        self.results: tuple[Floats, ...] = tuple(np.empty(block.size) for _ in range(3))
        rooms = (ctypes.c_void_p(room.ctypes.data) for room in self.results)
        self._arguments = (ctypes.c_long(block.size), pointers, *rooms)

    def run(self, function: Callable[..., object]) -> None:
        """Calculate all plants."""
        function(*self._arguments)


def compiled(folder: Path) -> Callable[..., object]:
    """Compile the loop as C compilers are asked to for speed."""
    made = folder / "aluminium_loop.so"
    subprocess.run(["cc", *FLAGS, str(SOURCE), "-o", str(made), "-lm"], check=True)
    function: Callable[..., object] = ctypes.CDLL(str(made)).footprints
    return function


def _columns(block: Block) -> list[Array]:
    """Give the columns in the order of the struct."""
    values, given, rows = block.values, block.given, block.groups
    supply, residue = "power_supply.supply", "electrolysis.residue"
    return [
        values["year"],
        values["has_anode_plant"],
        *(values[f"refining.{name}"] for name in NUMBERS),
        *(values[f"anode_production.{name}"] for name in OF_ANODES),
        rows[supply].starts,
        *(values[f"{supply}.{name}"] for name in ("kind", "technology", "electricity")),
        values[f"{supply}.own_factor"],
        *(values[f"electrolysis.{name}"] for name in OF_CELLS),
        *(given[f"electrolysis.{name}"] for name in GIVEN),
        rows[residue].starts,
        *(values[f"{residue}.{name}"] for name in ("treatment_footprint", "treated")),
        *(values[f"casting.{name}"] for name in OF_CASTING),
    ]


def _tables(plan: CalculationPlan, words: Sequence[str]) -> list[Array]:
    """Give the tables by the number of a word, as far as there is a row."""
    tables = {table.path: table for table in plan.rules.tables}
    found: list[Array] = []
    for name in TABLES:
        rows = {row.keys[0]: float(row.value) for row in tables[name].rows}
        found.append(np.array([rows.get(word, np.nan) for word in words]))
    power = {row.keys: float(row.value) for row in tables["power_footprint"].rows}
    found += (
        np.array([power.get((word, year), np.nan) for word in words]) for year in ("2023", "2024")
    )
    kinds = [words.index(kind) if kind in words else -1 for kind in KINDS]
    return [*found, np.array(kinds, dtype=np.int32)]
