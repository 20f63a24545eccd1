"""The cell technologies have the coefficients that the CBAM rules print."""

from fractions import Fraction

import pytest

from tests.standards.source_trees import STANDARDS, rows

SMELTER = STANDARDS / "electrolytic_aluminium" / "electrolytic_aluminium.pcr"

# Implementing rules, annex II, B.7, table 2: kg CF4 per t and minute per cell and day; C2F6 to CF4.
# PFPB MW has no row of its own: without an own measurement it takes that of CWPB.
SLOPE = {
    "PFPB_legacy": ("0.122", "0.097"),
    "PFPB_modern": ("0.104", "0.057"),
    "PFPB_MW": ("0.143", "0.121"),
    "CWPB": ("0.143", "0.121"),
    "SWPB": ("0.233", "0.280"),
    "VSS": ("0.058", "0.086"),
    "HSS": ("0.165", "0.077"),
}
OVERVOLTAGE = {"CWPB": ("1.16", "0.121"), "SWPB": ("3.65", "0.252")}


@pytest.mark.parametrize(
    ("coefficient", "ratio", "printed"),
    [("slope_cf4", "slope_ratio", SLOPE), ("overvoltage_cf4", "overvoltage_ratio", OVERVOLTAGE)],
    ids=["slope", "overvoltage"],
)
def test_a_method_has_coefficient_and_ratio_for_its_technologies_only(
    coefficient: str, ratio: str, printed: dict[str, tuple[str, str]]
) -> None:
    coefficients, ratios = rows(SMELTER, coefficient), rows(SMELTER, ratio)
    found = {cell: (coefficients[cell], ratios[cell]) for cell in coefficients}
    assert coefficients.keys() == ratios.keys()
    assert found == {(cell,): (Fraction(a), Fraction(b)) for cell, (a, b) in printed.items()}


def test_the_row_of_centre_worked_prebake_gives_the_published_emission() -> None:
    # 0.15 min per cell and day: 0.143 · 0.15 · (7380 + 0.121 · 12 400) = 190.48458 kgCO2e/t
    slope, ratio = (rows(SMELTER, name)[("CWPB",)] for name in ("slope_cf4", "slope_ratio"))
    cf4 = slope * Fraction("0.15")
    assert cf4 * 7380 + cf4 * ratio * 12400 == Fraction("190.48458")
