"""A small standard, as a user would write it in a folder of their own.

Its footprint by hand, per t of quicklime, of a plant that makes 50 000 t from 90 000 t of
limestone, with 6 000 000 m3 of gas and 2 500 MWh of grid power in 2024:

    decomposition  90 000 t × 44/100 / 50 000 t       = 0.792 t      = 792     kgCO2e
    gas burnt      6 000 000 m3 × 2.16 kg/m3 / 50 000 t              = 259.2   kgCO2e
    gas supply     6 000 000 m3 × 0.608 kg/m3 / 50 000 t             =  72.96  kgCO2e
    electricity    2 500 MWh × 577.7 kg/MWh / 50 000 t               =  28.885 kgCO2e
                                                                     1 153.045 kgCO2e
"""

from pathlib import Path

FOLDER = Path(__file__).with_name("lime")
CFP = 1153.045
LIME = (FOLDER / "lime.pcr").read_text(encoding="utf-8")
PLANT = (FOLDER / "plant.yaml").read_text(encoding="utf-8")
