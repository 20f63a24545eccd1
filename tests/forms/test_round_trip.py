"""What is filled into a form comes back as the mapping that its YAML would have given."""

from datetime import date
from fractions import Fraction

import pytest

from guiju.backends.form import to_workbook
from guiju.declaration_form import from_workbook
from guiju_runtime.messages import Language
from guiju_runtime.reading import read
from tests.forms.filling import filled
from tests.forms.plant_data import DIGEST, PLANT, SUPPLY

COVER: dict[str, object] = {
    "declaration.company": "示例铝业",
    "declaration.site": "一分厂",
    "declaration.region": "shanxi",
    "declaration.period.from": date(2025, 1, 1),
    "declaration.period.to": date(2025, 12, 31),
}
CELLS: dict[str, object] = {
    **COVER,
    "aluminium_content": 99.7,
    "has_anode_plant": "否",
    "refining.alumina": 192000,
    "refining.alumina/source": "地磅单",
    "refining.natural_gas": 0.1,
    "refining.natural_gas/year": 2024,
    "refining.natural_gas/quality": "初级",
    "refining.bauxite_distance": 600,
    "electrolysis.liquid_aluminium": 100.5,
    "electrolysis.liquid_aluminium/unit": "kg",
    "electrolysis.anode": 415,
    "electrolysis.anode/source": "领料单",
    "electrolysis.anode.sulphur": 1.8,
    "electrolysis.cell": "点式下料预焙槽（新型）",
    "electrolysis.started": date(2012, 7, 1),
    "electrolysis.overhaul": 2021,
}
ROWS: tuple[dict[str, object], ...] = (
    {f"{SUPPLY}.kind": "电网", f"{SUPPLY}.electricity": 1340, "source": "电表抄表记录"},
    {},
    {
        f"{SUPPLY}.kind": "绿证",
        f"{SUPPLY}.electricity": 60,
        f"{SUPPLY}.number": "GEC-0001",
        "quality": "次级",
    },
)
WANTED = {
    "standard": "electrolytic_aluminium",
    "digest": DIGEST,
    "declaration": {
        "company": "示例铝业",
        "site": "一分厂",
        "region": "shanxi",
        "period": {"from": "2025-01-01", "to": "2025-12-31"},
    },
    "data": {
        "aluminium_content": "99.7 %",
        "has_anode_plant": "no",
        "refining": {
            "alumina": {"value": "192000 t", "source": "地磅单"},
            "natural_gas": {"value": "0.1 m3", "year": "2024", "quality": "primary"},
            "bauxite_distance": "600 km",
        },
        "electrolysis": {
            "liquid_aluminium": "100.5 kg",
            "anode": {"value": "415 t", "source": "领料单", "sulphur": "1.8 %"},
            "cell": "PFPB_modern",
            "started": "2012-07-01",
            "overhaul": "2021",
        },
        "power_supply": {
            "supply": [
                {
                    "kind": "grid",
                    "electricity": {"value": "1340 GWh", "source": "电表抄表记录"},
                },
                {
                    "kind": "certificate",
                    "electricity": {"value": "60 GWh", "quality": "secondary"},
                    "number": "GEC-0001",
                },
            ]
        },
    },
}
UNITS = {f"{SUPPLY}.electricity": "GWh"}


def test_a_filled_form_gives_the_declaration() -> None:
    declaration, findings = from_workbook("form.xlsx", filled(CELLS, ROWS, UNITS), PLANT)
    assert findings == ()
    assert declaration == WANTED


def test_the_english_form_gives_the_same() -> None:
    english = {
        **CELLS,
        "has_anode_plant": "no",
        "refining.natural_gas/quality": "primary",
        "electrolysis.cell": "point-fed prebake, modern",
    }
    rows = tuple(
        {**row, **{place: word for place, word in changes.items() if place in row}}
        for row, changes in zip(
            ROWS,
            (
                {f"{SUPPLY}.kind": "grid"},
                {},
                {f"{SUPPLY}.kind": "certificate", "quality": "secondary"},
            ),
            strict=True,
        )
    )
    content = filled(english, rows, UNITS, language="en")
    assert from_workbook("form.xlsx", content, PLANT) == (WANTED, ())


def test_what_comes_back_is_read_without_a_finding() -> None:
    declaration, _ = from_workbook("form.xlsx", filled(CELLS, ROWS, UNITS), PLANT)
    assert declaration is not None
    reading = read(PLANT, declaration, Fraction)
    assert reading.findings == ()
    assert reading.values["electrolysis.liquid_aluminium"] == Fraction(1005, 10000)
    assert reading.rows[SUPPLY][0]["electricity"] == 1_340_000
    assert reading.company == "示例铝业"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_empty_form_gives_an_empty_declaration(language: Language) -> None:
    declaration, findings = from_workbook("f.xlsx", to_workbook(PLANT, language), PLANT)
    assert findings == ()
    assert declaration == {
        "standard": "electrolytic_aluminium",
        "digest": DIGEST,
        "declaration": {},
        "data": {},
    }


def test_two_per_cent_typed_with_its_sign_is_two_per_cent() -> None:
    import io

    from openpyxl import load_workbook

    from tests.forms.filling import row_of, saved

    book = load_workbook(io.BytesIO(filled(COVER)))
    cell = book["数据"].cell(row_of(book["数据"], "electrolysis.anode.sulphur"), 4)
    cell.value, cell.number_format = 0.02, "0%"
    declaration, findings = from_workbook("form.xlsx", saved(book), PLANT)
    assert findings == ()
    assert declaration is not None
    assert declaration["data"] == {"electrolysis": {"anode": {"sulphur": "2 %"}}}


def test_a_number_typed_as_text_is_still_a_number() -> None:
    declaration, findings = from_workbook("f.xlsx", filled({"refining.alumina": "192000.5"}), PLANT)
    assert findings == ()
    assert declaration is not None
    assert declaration["data"] == {"refining": {"alumina": "192000.5 t"}}


def test_an_unknown_choice_is_passed_on_to_whoever_reads_the_data() -> None:
    declaration, _ = from_workbook("f.xlsx", filled({"electrolysis.cell": "新槽"}), PLANT)
    assert declaration is not None
    assert declaration["data"] == {"electrolysis": {"cell": "新槽"}}


def test_rows_that_were_moved_are_still_read_right() -> None:
    import io

    from openpyxl import load_workbook

    from tests.forms.filling import saved

    book = load_workbook(io.BytesIO(filled(CELLS, ROWS, UNITS)))
    book["数据"].insert_rows(2, 3)
    assert from_workbook("form.xlsx", saved(book), PLANT) == (WANTED, ())
