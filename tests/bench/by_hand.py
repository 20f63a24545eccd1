"""The loops in C that are written by hand for electrolytic aluminium, on the columns of a block."""

import ctypes
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from guiju.batch.block import Array, Block, Floats, Truths
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
OF_SUPPLY = ("technology", "own_factor", "certificate_number", "bundled")
OF_CELLS = (
    *("liquid_aluminium", "alumina", "anode", "aluminium_fluoride", "electricity"),
    *("alumina_distance", "anode_distance", "sulphur", "ash", "cell", "anode_effects"),
    *("effect_duration", "overvoltage", "current_efficiency", "measured_cf4"),
    *("collection_efficiency", "measured_ratio", "low_voltage_cf4"),
)
GIVEN = (
    *("anode_effects", "effect_duration", "overvoltage", "current_efficiency", "measured_cf4"),
    *("collection_efficiency", "measured_ratio", "low_voltage_cf4"),
)
OF_CASTING = ("aluminium_ingot", "liquid_aluminium", "electricity", "natural_gas")
TABLES = ("slope_cf4", "slope_ratio", "overvoltage_cf4", "overvoltage_ratio")
YEARS = ("2023", "2024")
KINDS = ("grid", "direct_line", "certificate", "captive_coal")
NONE = -2
"""A word that no plant gives."""


class Loop:
    """The loops on the columns of one block.

    Each gives footprint, that of electrolysis, that of CF4 [kgCO2e/t]; shape (plants,).

    Attributes:
        tables: entries by the number of a word.
    """

    def __init__(
        self, plan: CalculationPlan, words: Sequence[str], block: Block, folder: Path
    ) -> None:
        """Lay the columns out; ``words`` number the choices in them. Compile in ``folder``."""
        self._library = _compiled(folder)
        self.tables = tables_of(plan, words)
        self._columns = [*_columns(block), *self.tables]
        pointers = (ctypes.c_void_p * len(self._columns))(*(c.ctypes.data for c in self._columns))
        self._pointers, self._size = pointers, block.size

    def run(self) -> list[Floats]:
        """Calculate all plants and check none."""
        results = [np.empty(self._size) for _ in range(3)]
        self._library.footprints(ctypes.c_long(self._size), self._pointers, *map(_pointer, results))
        return results

    def run_checked(self) -> tuple[list[Floats], Truths]:
        """Check and calculate all plants; tell which cannot be calculated so."""
        results, wrong = [np.empty(self._size) for _ in range(3)], np.empty(self._size, np.bool_)
        rooms = map(_pointer, (*results, wrong))
        self._library.checked_footprints(ctypes.c_long(self._size), self._pointers, *rooms)
        return results, wrong


def _pointer(array: Array) -> ctypes.c_void_p:
    return ctypes.c_void_p(array.ctypes.data)


def _compiled(folder: Path) -> ctypes.CDLL:
    """Compile the loops as C compilers are asked to for speed."""
    made = folder / "aluminium_loop.so"
    subprocess.run(["cc", *FLAGS, str(SOURCE), "-o", str(made), "-lm"], check=True)
    return ctypes.CDLL(str(made))


def _columns(block: Block) -> list[Array]:
    """Give the columns in the order of the struct."""
    values, given, rows = block.values, block.given, block.groups
    supply, residue = "power_supply.supply", "electrolysis.residue"
    columns = [
        values["year"],
        values["aluminium_content"],
        values["has_anode_plant"],
        *(values[f"refining.{name}"] for name in NUMBERS),
        *(values[f"anode_production.{name}"] for name in OF_ANODES),
        *(given[f"anode_production.{name}"] for name in OF_ANODES),
        rows[supply].starts,
        *(values[f"{supply}.{name}"] for name in ("kind", "technology", "electricity")),
        values[f"{supply}.own_factor"],
        *(given[f"{supply}.{name}"] for name in OF_SUPPLY),
        *(values[f"electrolysis.{name}"] for name in OF_CELLS),
        *(given[f"electrolysis.{name}"] for name in GIVEN),
        rows[residue].starts,
        *(values[f"{residue}.{name}"] for name in ("treatment_footprint", "treated")),
        *(values[f"casting.{name}"] for name in OF_CASTING),
    ]
    return [np.ascontiguousarray(column) for column in columns]


def tables_of(plan: CalculationPlan, words: Sequence[str]) -> list[Array]:
    """Give the tables by the number of a word, as far as there is a row."""
    tables = {table.path: table for table in plan.rules.tables}
    power = {row.keys: float(row.value) for row in tables["power_footprint"].rows}
    by_word = [{row.keys[0]: float(row.value) for row in tables[name].rows} for name in TABLES]
    by_word += (
        {word: value for (word, of), value in power.items() if of == year} for year in YEARS
    )
    kinds = [words.index(kind) if kind in words else NONE for kind in KINDS]
    return [*(_entries(rows, words) for rows in by_word), np.array(kinds, dtype=np.int32)]


def _entries(rows: Mapping[str, float], words: Sequence[str]) -> Floats:
    """Give the entries of a table; before the first word stands that of none."""
    return np.array([rows.get(word, np.nan) for word in ("", *words)])[1:]
