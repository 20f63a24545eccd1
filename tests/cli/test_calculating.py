"""``guiju calc``: the result as a table and as JSON."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import EXAMPLES, Guiju
from tests.cli.lime import CFP, PLANT

ALUMINIUM = "electrolytic_aluminium"
GENERATED = Path(__file__).parents[2] / "generated_docs"


@pytest.fixture
def result(guiju: Guiju, grid_2024: Path) -> dict[str, Any]:
    done = guiju("calc", ALUMINIUM, grid_2024, "--format", "json")
    assert done.code == 0
    plain: dict[str, Any] = json.loads(done.out)
    return plain


def test_a_standard_and_its_data_in_an_empty_folder_give_the_footprint(
    lime: Path, guiju: Guiju
) -> None:
    done = guiju("calc", "lime.pcr", "plant.yaml")
    assert done.code == 0
    assert "1 153.045 kgCO2e / 1 t" in done.out
    assert sorted(path.name for path in lime.iterdir()) == ["lime.pcr", "plant.yaml"]


def test_the_table_names_stages_processes_flows_and_gases(guiju: Guiju, grid_2024: Path) -> None:
    done = guiju("calc", ALUMINIUM, grid_2024, "--lang", "en")
    assert "12 724.771 kgCO2e / 1 t" in done.out
    for words in ("By stage", "Manufacturing", "Electrolysis", "anode consumption CO2", "CF4"):
        assert words in done.out
    assert "1 696.995" in done.out  # the profile cbam
    assert "warning[GJ858]" in done.err


def test_json_has_every_part_of_a_result(result: dict[str, Any]) -> None:
    assert set(result) >= {
        *("standard", "engine", "data_digest", "unit", "cfp", "by_stage", "by_process"),
        *("by_flow", "by_gas", "by_origin", "allocation", "quality", "values", "findings"),
    }
    assert result["cfp"] == pytest.approx(12_724.771, abs=0.0005)
    assert result["unit"] == "kgCO2e per 1 t"
    assert result["standard"]["id"] == ALUMINIUM
    assert result["standard"]["status"] == "draft"
    assert len(result["standard"]["digest"].removeprefix("sha256:")) == 64
    assert result["data_digest"].startswith("sha256:")
    assert result["engine"].startswith("guiju ")
    assert set(result["by_flow"][0]) >= {"process", "flow", "value", "share"}
    assert set(result["quality"]) >= {"score", "primary_share"}
    assert set(result["findings"][0]) == {
        *("severity", "code", "clause", "clause_id", "path", "message", "remedy")
    }


@pytest.mark.parametrize(("language", "line"), [("zh", "条款："), ("en", "clause: ")])
def test_a_finding_cites_its_clause_as_the_document_numbers_it(
    guiju: Guiju, grid_2024: Path, result: dict[str, Any], language: str, line: str
) -> None:
    [found] = [f for f in result["findings"] if f["clause_id"] == "factor_age_limit"]
    page = GENERATED / ALUMINIUM / "standard.zh.md"
    [clause] = re.findall(r'id="factor_age_limit"><strong>([\d.]+)<', page.read_text("utf-8"))
    assert found["clause"] == clause
    done = guiju("calc", ALUMINIUM, grid_2024, "--lang", language)
    assert f"  = {line}{found['clause']}\n" in done.err


@pytest.mark.parametrize("parts", ["by_stage", "by_process", "by_gas", "by_origin"])
def test_each_breakdown_adds_up_to_the_footprint(result: dict[str, Any], parts: str) -> None:
    assert sum(result[parts].values()) == pytest.approx(result["cfp"], rel=1e-9)


def test_the_hot_spots_are_the_processes_that_make_80_percent(result: dict[str, Any]) -> None:
    """By hand: power 7738.292 and refining 2964.915 of 12 724.771: 60.8 %, together 84.1 %."""
    power, refining = result["hot_spots"]
    assert (power["process"], refining["process"]) == ("power_supply", "refining")
    assert power["share"] == power["reached"] == pytest.approx(7738.292 / 12_724.771, rel=1e-6)
    assert refining["reached"] == pytest.approx((7738.292 + 2964.915) / 12_724.771, rel=1e-6)


def test_the_flows_and_their_shares_add_up(result: dict[str, Any]) -> None:
    flows = result["by_flow"]
    assert sum(flow["value"] for flow in flows) == pytest.approx(result["cfp"], rel=1e-9)
    assert sum(flow["share"] for flow in flows) == pytest.approx(1, rel=1e-9)


def test_a_named_value_carries_unit_and_tier(result: dict[str, Any]) -> None:
    intensity = result["values"]["electrolysis.cf4_intensity"]
    assert intensity["value"] == pytest.approx(0.104 * 0.10 * 1.5)
    assert intensity["unit"] == "kgCF4/t"
    assert intensity["tier"]["number"] == 2


def test_the_same_data_give_the_same_bytes(guiju: Guiju, grid_2024: Path) -> None:
    words = ("calc", ALUMINIUM, grid_2024, "--format", "json")
    assert guiju(*words).out == guiju(*words).out


def test_several_declarations_give_a_list_in_their_order(guiju: Guiju) -> None:
    files = [EXAMPLES / "hydro.yaml", EXAMPLES / "captive_coal.yaml"]
    done = guiju("calc", ALUMINIUM, *files, "--format", "json")
    assert [one["cfp"] for one in json.loads(done.out)] == [
        pytest.approx(5_613.366, abs=0.0005),
        pytest.approx(17_363.460, abs=0.0005),
    ]


def test_the_table_of_several_declarations_names_each(lime: Path, guiju: Guiju) -> None:
    (lime / "二厂.yaml").write_text(PLANT.replace("90000 t", "95000 t"), encoding="utf-8")
    done = guiju("calc", "lime.pcr", "plant.yaml", "二厂.yaml")
    assert done.out.index("== plant.yaml") < done.out.index("== 二厂.yaml")


def test_a_profile_is_shown_in_place_of_the_standard_itself(guiju: Guiju, grid_2024: Path) -> None:
    done = guiju("calc", ALUMINIUM, grid_2024, "--profile", "cbam", "--lang", "en")
    assert done.code == 0
    assert "  1 696.995 kgCO2e / 1 t" in done.out


def test_json_declarations_are_read_as_yaml_ones_are(lime: Path, guiju: Guiju) -> None:
    data = {
        "quicklime": {"value": "50000 t", "source": "地磅"},
        "electricity": "2500 MWh",
        "natural_gas": "6000000 m3",
        "kiln": "shaft",
        "limestone": "90000 t",
    }
    period = {"from": "2024-01-01", "to": "2024-12-31"}
    declaration = {
        "standard": "lime",
        "declaration": {"company": "示例石灰", "period": period},
        "data": {"burning": data},
    }
    (lime / "plant.json").write_text(json.dumps(declaration), encoding="utf-8")
    from_json = json.loads(guiju("calc", "lime.pcr", "plant.json", "--format", "json").out)
    from_yaml = json.loads(guiju("calc", "lime.pcr", "plant.yaml", "--format", "json").out)
    assert from_json["cfp"] == pytest.approx(CFP, rel=1e-12)
    assert from_json["data_digest"] == from_yaml["data_digest"]


def test_values_are_converted_from_the_units_that_people_use(lime: Path, guiju: Guiju) -> None:
    text = PLANT.replace("2500 MWh", "250 万千瓦时").replace("90000 t", "90000000 kg")
    (lime / "plant.yaml").write_text(text, encoding="utf-8")
    done = guiju("calc", "lime.pcr", "plant.yaml", "--format", "json")
    assert json.loads(done.out)["cfp"] == pytest.approx(CFP, rel=1e-12)


def test_errors_in_the_data_end_with_1_and_the_result_says_so(lime: Path, guiju: Guiju) -> None:
    (lime / "plant.yaml").write_text(PLANT.replace("    limestone: 90000 t\n", ""), "utf-8")
    done = guiju("calc", "lime.pcr", "plant.yaml", "--format", "json")
    assert done.code == 1
    plain = json.loads(done.out)
    assert plain["cfp"] is None
    assert plain["conforming"] is False
    assert plain["findings"][0]["code"] == "GJ801"
