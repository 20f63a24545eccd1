"""Declarations for standards whose results are used: named by path, inline, or given together."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from guiju.declaration_form.form_plan import PATH_COLUMN, VALUE_COLUMN
from tests.cli.conftest import Guiju
from tests.forms.filling import row_of

HEAD = "gwp ar6_7sm7 }\nuse factors.gwp"
IRON = f"""
standard pig_iron "T/XXX 010—2026" {{ title zh "生铁" en "Pig iron" {HEAD}
product iron zh "生铁" en "pig iron" {{ declared unit 1 t }}
stage making zh "制造" en "Making" {{
  process furnace zh "高炉" en "Blast furnace" {{
    output iron zh "生铁" en "pig iron" : t
    data number zh "绿证编号" en "certificate number" : text {{ optional  unique }}
    emission CO2 coke zh "焦炭" en "coke" : t
  }}
}}
"""
BILLET = f"""
standard billet "T/XXX 009—2026" {{ title zh "钢坯" en "Billet" {HEAD}, pig_iron
product billet zh "钢坯" en "billet" {{ declared unit 1 t }}
stage making zh "制造" en "Making" {{
  process melting zh "炼钢" en "Melting" {{
    output billet zh "钢坯" en "billet" : t
    input iron zh "生铁" en "pig iron" : t {{ from pig_iron.iron }}
    data number zh "绿证编号" en "certificate number" : text {{ optional  unique }}
  }}
}}
example attached zh "示例" en "example" {{
  given "examples/plant.yaml"
  expect billet.cfp = 2_000 kgCO2e within 0.000001 kgCO2e
}}
"""
PERIOD = "declaration: { company: 甲, period: { from: 2024-01-01, to: 2024-12-31 } }"
IRON_DATA = f"""
standard: pig_iron
{PERIOD}
data: {{ furnace: {{ iron: 5000 t, coke: 8000 t, number: GEC-1 }} }}
"""
BILLET_DATA = f"""
standard: billet
{PERIOD}
data: {{ melting: {{ billet: 800 t, iron: 1000 t }} }}
"""
CFP = 2000  # 8 000 tCO2 / 5 000 t × 1 000 t / 800 t


PERIOD_FORM = {
    "declaration.period.from": "2024-01-01",
    "declaration.period.to": "2024-12-31",
}
IRON_FORM = {"furnace.iron": 5000, "furnace.coke": 8000}
BILLET_FORM = {"melting.billet": 800, "melting.iron": 1000}


def paths_of(sheet: Worksheet) -> list[object]:
    """Give the paths that stand in a sheet of a form."""
    cells = sheet.iter_rows(min_col=PATH_COLUMN + 1, max_col=PATH_COLUMN + 1)
    return [cell.value for (cell,) in cells]


@pytest.fixture
def project(here: Path) -> Path:
    """Two standards in a project, an example of each, a plant in a folder of its own."""
    (here / "pyproject.toml").touch()
    files = {
        "pig_iron/pig_iron.pcr": IRON,
        "billet/billet.pcr": BILLET,
        "pig_iron/examples/iron.yaml": IRON_DATA,
        "billet/examples/plant.yaml": "use: { pig_iron: ../../pig_iron/examples/iron.yaml }"
        + BILLET_DATA,
        "iron.yaml": IRON_DATA,
        "plant.yaml": BILLET_DATA,
    }
    for name, text in files.items():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(text, encoding="utf-8")
    return here


def result(guiju: Guiju, *words: str) -> Any:
    done = guiju("calc", "billet", *words, "--format", "json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_a_declaration_names_the_file_of_another(project: Path, guiju: Guiju) -> None:
    (project / "whole.yaml").write_text(f"use: {{ pig_iron: iron.yaml }}{BILLET_DATA}", "utf-8")
    found = result(guiju, "whole.yaml")
    assert found["cfp"] == pytest.approx(CFP)
    assert found["use"]["pig_iron"]["products"]["iron"]["cfp"] == pytest.approx(1600)


@pytest.mark.usefixtures("project")
def test_declarations_given_together_are_attached(guiju: Guiju) -> None:
    found = result(guiju, "plant.yaml", "iron.yaml")
    assert found["cfp"] == pytest.approx(CFP)
    assert result(guiju, "iron.yaml", "plant.yaml") == found


def test_the_same_data_have_the_same_digest_however_they_came(project: Path, guiju: Guiju) -> None:
    (project / "whole.yaml").write_text(f"use: {{ pig_iron: iron.yaml }}{BILLET_DATA}", "utf-8")
    one, other = result(guiju, "whole.yaml"), result(guiju, "plant.yaml", "iron.yaml")
    assert one["data_digest"] == other["data_digest"]


@pytest.mark.usefixtures("project")
def test_an_example_attaches_the_example_of_the_other_standard(guiju: Guiju) -> None:
    done = guiju("test", "billet", "--format", "json")
    assert done.code == 0
    [outcome] = json.loads(done.out)
    assert outcome["actual"] == pytest.approx(CFP)


def test_json_is_attached_too(project: Path, guiju: Guiju) -> None:
    (project / "whole.yaml").write_text(f"use: {{ pig_iron: iron.json }}{BILLET_DATA}", "utf-8")
    iron = {
        "standard": "pig_iron",
        "declaration": {"period": {"from": "2024-01-01", "to": "2024-12-31"}},
        "data": {"furnace": {"iron": "5000 t", "coke": "8000 t"}},
    }
    (project / "iron.json").write_text(json.dumps(iron), "utf-8")
    assert result(guiju, "whole.yaml")["cfp"] == pytest.approx(CFP)


def test_a_form_of_either_standard_can_be_given(project: Path, guiju: Guiju) -> None:
    for standard, data in (("pig_iron", IRON_FORM), ("billet", BILLET_FORM)):
        assert guiju("build", standard, "-o", "made", "--only", "forms").code == 0
        book = load_workbook(project / "made" / standard / "form.xlsx")
        sheets = {path: s for s in (book["填表说明"], book["数据"]) for path in paths_of(s)}
        for path, value in {**PERIOD_FORM, **data}.items():
            sheet = sheets[path]
            sheet.cell(row_of(sheet, path), VALUE_COLUMN + 1).value = str(value)
        book.save(project / f"{standard}.xlsx")
    assert result(guiju, "billet.xlsx", "pig_iron.xlsx")["cfp"] == pytest.approx(CFP)
    (project / "whole.yaml").write_text(f"use: {{ pig_iron: pig_iron.xlsx }}{BILLET_DATA}", "utf-8")
    assert result(guiju, "whole.yaml")["cfp"] == pytest.approx(CFP)


def test_a_file_outside_the_project_is_not_read(project: Path, guiju: Guiju) -> None:
    (project.parent / "secret.yaml").write_text(IRON_DATA, "utf-8")
    text = f"use: {{ pig_iron: ../secret.yaml }}{BILLET_DATA}"
    (project / "whole.yaml").write_text(text, "utf-8")
    done = guiju("calc", "billet", "whole.yaml")
    assert done.code == 1
    assert "GJ902" in done.err
    assert "secret.yaml" in done.err


def test_a_file_that_holds_no_declaration_says_so_at_its_place(project: Path, guiju: Guiju) -> None:
    (project / "iron.yaml").write_text("- a list", "utf-8")
    (project / "whole.yaml").write_text(f"use: {{ pig_iron: iron.yaml }}{BILLET_DATA}", "utf-8")
    done = guiju("calc", "billet", "whole.yaml", "--lang", "en")
    assert done.code == 1
    assert "pig_iron" in done.err


def test_a_certificate_is_used_in_one_of_two_declarations(project: Path, guiju: Guiju) -> None:
    text = BILLET_DATA.replace("iron: 1000 t", "iron: 1000 t, number: GEC-7")
    for name in ("one.yaml", "two.yaml"):
        data = text.replace("甲", name)
        (project / name).write_text(f"use: {{ pig_iron: iron.yaml }}{data}", "utf-8")
    done = guiju("calc", "billet", "one.yaml", "two.yaml", "--format", "json")
    assert done.code == 1
    first, second = json.loads(done.out)
    assert first["conforming"]
    assert [(f["code"], f["path"]) for f in second["findings"]] == [("GJ845", "melting.number")]


def test_one_declaration_attached_to_two_is_one_claim(project: Path, guiju: Guiju) -> None:
    (project / "other.yaml").write_text(BILLET_DATA.replace("800 t", "900 t"), "utf-8")
    done = guiju("calc", "billet", "plant.yaml", "other.yaml", "iron.yaml", "--format", "json")
    assert done.code == 0
    assert [found["findings"] for found in json.loads(done.out)] == [[], []]


@pytest.mark.usefixtures("project")
def test_the_value_attached_explains_where_it_is_from(guiju: Guiju) -> None:
    done = guiju("explain", "billet", "billet/examples/plant.yaml", "cfp", "--lang", "en")
    assert done.code == 0
    assert "pig_iron sha256:" in done.out
