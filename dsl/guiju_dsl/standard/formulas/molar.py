"""Molar masses from the formula of a substance.

Source: IUPAC, Standard atomic weights 2021, abridged to four or five significant digits.
"""

import re
from fractions import Fraction

ATOMIC_WEIGHTS = {
    "H": "1.008", "C": "12.011", "N": "14.007", "O": "15.999", "F": "18.998", "Na": "22.990",
    "Mg": "24.305", "Al": "26.982", "Si": "28.085", "P": "30.974", "S": "32.06", "Cl": "35.45",
    "K": "39.098", "Ca": "40.078", "Ti": "47.867", "Cr": "51.996", "Mn": "54.938", "Fe": "55.845",
    "Ni": "58.693", "Cu": "63.546", "Zn": "65.38",
}  # fmt: skip
FORMULA = re.compile(r"([A-Z][a-z]?)(\d*)")


def molar_mass(formula: str) -> Fraction | None:
    """Give the molar mass of ``CaCO3`` [g/mol]; None where an element is unknown."""
    atoms = FORMULA.findall(formula)
    if "".join(element + count for element, count in atoms) != formula or not atoms:
        return None
    if any(element not in ATOMIC_WEIGHTS for element, _ in atoms):
        return None
    return sum(
        (Fraction(ATOMIC_WEIGHTS[element]) * int(count or 1) for element, count in atoms),
        Fraction(0),
    )
