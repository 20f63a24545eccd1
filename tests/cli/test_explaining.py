"""``guiju explain``: where a number comes from."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guiju import compile as compiled_standard
from guiju.explain import Explanation, explained
from guiju_runtime.result import to_plain
from tests.calculation.compiled import STANDARDS
from tests.cli.conftest import Guiju
from tests.cli.lime import CFP

ALUMINIUM = "electrolytic_aluminium"


def test_a_gas_is_explained_down_to_data_table_and_clause(guiju: Guiju, grid_2024: Path) -> None:
    done = guiju("explain", ALUMINIUM, grid_2024, "electrolysis.CF4", "--lang", "en")
    assert done.code == 0
    for words in (
        "electrolysis.high_voltage = 4680 kg",  # 0.104 × 0.10 × 1.5 kg/t × 300 000 t
        "electrolysis.low_voltage = 2700 kg",  # 0.009 kg/t × 300 000 t
        "= electrolysis.cf4_intensity * electrolysis.liquid_aluminium   Formula (",
        "taken: tier 2: technology table, slope method",
        "slope_cf4[PFPB_modern] = 0.104 kgCF4·d/t·min",
        "CBAM implementing rules, annex II, B.7, table 2",
        "clause 7.",
        "default; IPCC 2019 Refinement, to be checked; unverified",
        "electrolysis.anode_effects = 0.1 1/d",
        "primary datum; 槽控机",
    ):
        assert words in done.out


@pytest.mark.usefixtures("lime")
def test_without_a_name_the_footprint_is_explained(guiju: Guiju) -> None:
    done = guiju("explain", "lime.pcr", "plant.yaml")
    assert done.out == guiju("explain", "lime.pcr", "plant.yaml", "cfp").out
    lines = done.out.splitlines()
    assert lines[0] == "石灰  quicklime.cfp = 1153.045 kgCO2e / 1 t"
    largest = [line for line in lines if line.startswith(("   ├─ ", "   └─ "))]
    assert "burning.stone = 792 kgCO2e" in largest[0]
    assert "burning.electricity = 28.885 kgCO2e" in largest[-1]


@pytest.mark.usefixtures("lime")
def test_the_parts_of_the_footprint_add_up(guiju: Guiju) -> None:
    done = guiju("explain", "lime.pcr", "plant.yaml", "cfp", "--format", "json")
    [tree] = json.loads(done.out)
    assert tree["value"] == pytest.approx(CFP, rel=1e-12)
    [burning] = tree["parts"]
    flows = {part["path"]: part["value"] for part in burning["parts"]}
    assert flows == {
        "burning.stone": pytest.approx(792),
        "burning.gas": pytest.approx(259.2),
        "burning.natural_gas": pytest.approx(72.96),
        "burning.electricity": pytest.approx(28.885),
    }


@pytest.mark.usefixtures("lime")
def test_a_formula_carries_its_number_in_the_document(guiju: Guiju) -> None:
    tree = plain(guiju, "lime.pcr", "plant.yaml", "burning.burnt")
    assert int(tree["formula_number"]) > 2  # two general ones come first
    assert tree["clause"].startswith("7.")
    assert tree["clause_id"] == "burning"


@pytest.mark.usefixtures("lime")
def test_an_unknown_name_is_answered_with_the_nearest(guiju: Guiju) -> None:
    for name, nearest in (("burning.CO3", "burning.CO2"), ("cpf", "cfp")):
        done = guiju("explain", "lime.pcr", "plant.yaml", name, "--lang", "en")
        assert done.code == 1
        assert f"error[GJ907]: the result has no value called {name}" in done.err
        assert f"there is {nearest}" in done.err


def test_a_page_holds_every_number_down_to_its_source_and_needs_nothing_beside_it(
    guiju: Guiju, grid_2024: Path, here: Path
) -> None:
    done = guiju("explain", ALUMINIUM, grid_2024, "--format", "html", "-o", "why.html",
                 "--lang", "en")  # fmt: skip
    assert (done.code, done.out) == (0, "")
    page = (here / "why.html").read_text("utf-8")
    for words in (
        "12 724.77", "kgCO2e / 1 t", "60.8%", "hot spot 1: 60.8%, together 60.8%",
        "grid_footprint[2024]", "0.5777", "primary datum; 槽控机", "CBAM implementing rules",
        "Formula (", "clause 7.", "sha256:", "guiju ",
    ):  # fmt: skip
        assert words in page
    assert page.count("<details") == page.count("</details>") > 20
    assert "http" not in page
    assert "<script" not in page
    assert "<link" not in page


def test_what_a_declaration_says_is_shown_as_text(lime: Path, guiju: Guiju) -> None:
    text = (lime / "plant.yaml").read_text("utf-8").replace("地磅", "<script>alert(1)</script>")
    (lime / "plant.yaml").write_text(text, "utf-8")
    page = guiju("explain", "lime.pcr", "plant.yaml", "burning.quicklime", "--format", "html").out
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page


def test_what_has_no_value_is_called_so_and_is_null_in_json(lime: Path, guiju: Guiju) -> None:
    text = (lime / "plant.yaml").read_text("utf-8").replace("    natural_gas: 6000000 m3\n", "")
    (lime / "plant.yaml").write_text(text, "utf-8")
    plain = guiju("explain", "lime.pcr", "plant.yaml", "--format", "json").out
    assert "NaN" not in plain
    [tree] = json.loads(plain)
    assert [tree["value"], *(part["value"] for part in tree["parts"])] == [None, None]
    told = guiju("explain", "lime.pcr", "plant.yaml", "--lang", "en").out
    asked = ("--what-if", "burning.electricity=5 MWh", "--lang", "en")
    compared = guiju("calc", "lime.pcr", "plant.yaml", *asked).out
    for text in (told, compared):
        assert "no value" in text
        assert "nan" not in text


def test_json_goes_into_a_file_too(lime: Path, guiju: Guiju) -> None:
    words = ("explain", "lime.pcr", "plant.yaml", "--format", "json")
    assert guiju(*words, "-o", "why.json").code == 0
    assert json.loads((lime / "why.json").read_text("utf-8")) == json.loads(guiju(*words).out)


def plain(guiju: Guiju, *words: object) -> dict[str, Any]:
    done = guiju("explain", *words, "--format", "json", "--lang", "en")
    assert done.err == ""
    [tree] = json.loads(done.out)
    return dict(tree)


def below(tree: dict[str, Any]) -> dict[str, float]:
    return {part["path"]: part["value"] for part in tree["parts"]}


@pytest.mark.usefixtures("lime")
def test_each_part_of_the_footprint_is_the_sum_of_its_contributions(guiju: Guiju) -> None:
    """By hand: tests/cli/lime.py. CO2 792 + 259.2, factors in CO2e 72.96 + 28.885."""
    stone, burnt, supply, power = 792, 259.2, 72.96, 28.885
    by_hand = {
        "by_gas.CO2": {"burning.stone": stone, "burning.gas": burnt},
        "by_gas.CO2e": {"burning.natural_gas": supply, "burning.electricity": power},
        "by_flow.burning.natural_gas": {"burning.natural_gas": supply},
        "by_stage.manufacturing": {"burning": CFP},
        "by_process.burning": {
            "burning.stone": stone, "burning.gas": burnt,
            "burning.natural_gas": supply, "burning.electricity": power,
        },
    }  # fmt: skip
    for name, parts in by_hand.items():
        tree = plain(guiju, "lime.pcr", "plant.yaml", name)
        assert tree["path"] == name
        assert below(tree) == pytest.approx(parts, rel=1e-12), name
        assert tree["value"] == pytest.approx(sum(parts.values()), rel=1e-12)
    power_flow = plain(guiju, "lime.pcr", "plant.yaml", "by_gas.CO2e")["parts"][1]
    assert below(power_flow) == {
        "burning.electricity": 2500, "year": 2024, "grid_footprint[2024]": 0.5777,
    }  # fmt: skip


def test_the_primary_share_says_what_makes_each_contribution_primary(
    lime: Path, guiju: Guiju
) -> None:
    """By hand: gas burnt and its supply come from a secondary datum: 259.2 + 72.96 = 332.16."""
    text = (lime / "plant.yaml").read_text("utf-8")
    gas = "natural_gas: { value: 6000000 m3, quality: secondary }"
    (lime / "plant.yaml").write_text(text.replace("natural_gas: 6000000 m3", gas), "utf-8")
    tree = plain(guiju, "lime.pcr", "plant.yaml", "primary_share")
    assert tree["value"] == pytest.approx((792 + 28.885) / CFP, rel=1e-12)
    primary, other = tree["parts"]
    assert primary["value"] == pytest.approx(792 + 28.885, rel=1e-12)
    assert other["value"] == pytest.approx(332.16, rel=1e-12)
    why = "not primary: burning.natural_gas, secondary datum"
    assert [(part["path"], why in part["remarks"]) for part in other["parts"]] == [
        ("burning.gas", True),
        ("burning.natural_gas", True),
    ]
    told = guiju("explain", "lime.pcr", "plant.yaml", "primary_share", "--lang", "en").out
    page = guiju(
        "explain", "lime.pcr", "plant.yaml", "primary_share", "--lang", "en", "--format", "html"
    ).out
    assert why in told
    assert why in page


def test_a_profile_is_explained_by_its_own_rules(guiju: Guiju, grid_2024: Path) -> None:
    """By hand: (4 680 + 2 700) kg CF4 × 6 630 (CBAM) / 300 000 t of liquid aluminium."""
    for name in ("cbam.by_gas.CF4", "profiles.cbam.by_gas.CF4"):
        tree = plain(guiju, ALUMINIUM, grid_2024, name)
        assert tree["path"] == "cbam.by_gas.CF4"
        assert tree["value"] == pytest.approx(7380 * 6630 / 300_000, rel=1e-12)
        potential = tree["parts"][0]["parts"][-1]
        assert (potential["path"], potential["value"]) == ("cbam[CF4]", 6630)
        assert potential["clause"] == "C.2"  # potentials of profiles; those of the standard in C.1
        assert "CBAM implementing rules, annex" in potential["remarks"]


@pytest.mark.parametrize("slug", ["lithium_battery", "coke"])
def test_every_number_of_the_result_is_explained_by_its_own_name(slug: str) -> None:
    """The result and the tree say the same number, and the tree adds up where it is a sum."""
    standard = compiled_standard(slug)
    example = min((STANDARDS / slug / "examples").glob("*.yaml"))
    result = standard.calculate(example)
    whole = to_plain(result.calculation, result.declaration, "en")
    kinds = ("cfp", "by_stage", "by_process", "by_gas", "by_origin", "allocation", "quality",
             "products", "profiles", "results", "values", "biogenic_co2")  # fmt: skip
    numbers = {k: v for kind in kinds for k, v in numbers_in(whole[kind], kind)}
    numbers |= {f"by_flow.{one['flow']}": one["value"] for one in whole["by_flow"]}
    numbers |= {f"hot_spots.{one['process']}": one["share"] for one in whole["hot_spots"]}
    assert len(numbers) > 100
    for name, value in numbers.items():
        [tree] = explained(standard.plan, result.calculation, name)
        assert tree.value == pytest.approx(value, rel=1e-9), name
        if "by_" in name:
            parts = [float(str(part.value)) for part in tree.parts]
            assert sum(parts) == pytest.approx(value, rel=1e-9), name
    [spots] = explained(standard.plan, result.calculation, "hot_spots")
    assert spots.value == whole["hot_spots"][-1]["reached"]
    for tree in explained(standard.plan, result.calculation, "cfp"):
        clauses = result.calculation.calculator.clauses
        assert [leaf.path for leaf in leaves(tree) if leaf.clause not in clauses] == []


def leaves(tree: Explanation) -> Iterator[Explanation]:
    for part in tree.parts:
        yield from leaves(part) if part.parts else (part,)


def numbers_in(plain: object, path: str) -> Iterator[tuple[str, float]]:
    if isinstance(plain, dict):
        for name, inner in plain.items():
            yield from numbers_in(inner, path if name == "value" else f"{path}.{name}")
    elif type(plain) in (int, float) and not path.endswith(".tier.number"):
        yield path, float(str(plain))


def test_what_is_left_out_is_explained_by_its_flows(lime: Path, guiju: Guiju) -> None:
    """By hand: 72.96 of the supply of gas is left out of 1 153.045: 72.96 / 1 080.085."""
    text = (lime / "lime.pcr").read_text("utf-8")
    without = (
        'profile direct zh "直接" en "direct" '
        '{ exclude burning.natural_gas because zh "试" en "trial" }\n\nexample'
    )
    (lime / "lime.pcr").write_text(text.replace("example", without, 1), "utf-8")
    for name in ("direct.excluded_largest", "direct.excluded_total"):
        tree = plain(guiju, "lime.pcr", "plant.yaml", name)
        assert tree["value"] == pytest.approx(72.96 / (CFP - 72.96), rel=1e-12)
        assert below(tree) == pytest.approx(
            {"burning.natural_gas": 72.96, "quicklime.cfp": CFP - 72.96}, rel=1e-12
        )
    assert plain(guiju, "lime.pcr", "plant.yaml", "excluded_total")["value"] == 0
    text = (lime / "lime.pcr").read_text("utf-8")
    secret = text.replace("factor gas_supply  primary", "factor gas_supply  primary confidential")
    (lime / "lime.pcr").write_text(secret, "utf-8")
    tree = plain(guiju, "lime.pcr", "plant.yaml", "direct.excluded_total")
    assert [tree["value"], *(part["value"] for part in tree["parts"][:1])] == [None, None]


def test_an_attached_declaration_is_explained_to_its_own_data_and_clauses(guiju: Guiju) -> None:
    urea = STANDARDS / "urea" / "examples" / "coal_2024.yaml"
    ammonia = "synthetic_ammonia.ammonia.intensity"
    tree = plain(guiju, "urea", urea, ammonia)
    [given] = tree["parts"]
    assert given["path"] == f"use.{ammonia}"
    assert given["value"] == tree["value"]
    coal = next(leaf for leaf in plain_leaves(given) if leaf["path"].endswith(".feed_coal"))
    assert coal["path"] == "use.synthetic_ammonia.ammonia_making.feed_coal"
    assert coal["clause"].startswith("T/XXX 006—2026 7.")
    by_name = plain(guiju, "urea", urea, "use.synthetic_ammonia.products.ammonia.intensity")
    assert by_name == given


def plain_leaves(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for part in tree["parts"]:
        yield from plain_leaves(part) if part["parts"] else (part,)
