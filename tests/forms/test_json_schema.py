"""The schema takes what calculation takes, and names what it does not."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from guiju.backends.json_schema import to_schema
from tests.forms.plant_data import DIGEST, PLANT
from tests.forms.test_round_trip import WANTED

SCHEMA = to_schema(PLANT)
VALIDATOR = Draft202012Validator(SCHEMA)
Change = Callable[[dict[str, Any]], object]


def changed(change: Change) -> dict[str, Any]:
    """Change a copy of the good declaration."""
    declaration: dict[str, Any] = copy.deepcopy(WANTED)
    change(declaration)
    return declaration


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_declaration_of_a_filled_form_is_valid() -> None:
    assert [error.message for error in VALIDATOR.iter_errors(WANTED)] == []


GOOD: dict[str, Change] = {
    "bare number": lambda d: d["data"]["refining"].update(alumina=192000),
    "number with a unit that converts": lambda d: d["data"]["refining"].update(
        alumina="192_000 kg"
    ),
    "unit written close": lambda d: d["data"]["refining"].update(alumina="1.92e5t"),
    "said of a value": lambda d: d["data"]["refining"].update(
        alumina={
            "value": 5,
            "source": "地磅",
            "year": 2024,
            "quality": "site",
            "uncertainty": "5 %",
            "levels": {"technology": 2},
            "region": "shanxi",
        }
    ),
    "label of a choice": lambda d: d["data"]["electrolysis"].update(cell="边部下料预焙槽"),
    "true for yes": lambda d: d["data"].update(has_anode_plant=True),
    "year as a number": lambda d: d["data"]["electrolysis"].update(overhaul=2021),
    "no rows": lambda d: d["data"]["power_supply"].update(supply=[]),
    "a default left out": lambda d: d["data"]["electrolysis"].update(anode="415 t"),
    "a negative number that is no amount": lambda d: d["data"]["electrolysis"].update(
        anode_effects="-1 1/d"
    ),
}


@pytest.mark.parametrize("case", GOOD)
def test_it_takes(case: str) -> None:
    assert [e.message for e in VALIDATOR.iter_errors(changed(GOOD[case]))] == []


BAD: dict[str, tuple[Change, str]] = {
    "another standard": (lambda d: d.update(standard="cement"), "standard"),
    "another digest": (lambda d: d.update(digest="sha256:other"), "digest"),
    "no period": (lambda d: d["declaration"].pop("period"), "declaration"),
    "a period without an end": (lambda d: d["declaration"]["period"].pop("to"), "period"),
    "an unknown process": (lambda d: d["data"].update(smelting={}), "data"),
    "an unknown datum": (lambda d: d["data"]["refining"].update(alumnia=1), "refining"),
    "a needed datum missing": (lambda d: d["data"]["refining"].pop("alumina"), "refining"),
    "a needed process missing": (lambda d: d["data"].pop("electrolysis"), "data"),
    "a negative amount": (lambda d: d["data"]["refining"].update(alumina=-1), "alumina"),
    "a negative text": (lambda d: d["data"]["refining"].update(alumina="-1 t"), "alumina"),
    "words for a number": (lambda d: d["data"]["refining"].update(alumina="约 200"), "alumina"),
    "parted digits": (lambda d: d["data"]["refining"].update(alumina="1,340 t"), "alumina"),
    "an unknown choice": (lambda d: d["data"]["electrolysis"].update(cell="X"), "cell"),
    "no date": (lambda d: d["data"]["electrolysis"].update(started="去年"), "started"),
    "no year": (lambda d: d["data"]["electrolysis"].update(overhaul="21"), "overhaul"),
    "rows that are no list": (lambda d: d["data"]["power_supply"].update(supply={}), "supply"),
    "a row without a needed datum": (
        lambda d: d["data"]["power_supply"]["supply"][0].pop("kind"),
        "supply",
    ),
    "an unknown class": (
        lambda d: d["data"]["refining"].update(alumina={"value": 1, "quality": "good"}),
        "alumina",
    ),
    "a value without its value": (
        lambda d: d["data"]["refining"].update(alumina={"source": "地磅"}),
        "alumina",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_it_refuses(case: str) -> None:
    change, place = BAD[case]
    errors = list(VALIDATOR.iter_errors(changed(change)))
    assert errors != []
    assert {place} <= {part for error in errors for part in error.absolute_path}


def test_units_words_and_examples_are_in_it() -> None:
    data = SCHEMA["properties"]["data"]["properties"]  # type: ignore[index]  # a nested mapping
    alumina = data["refining"]["properties"]["alumina"]
    assert alumina["x-unit"] == "t"
    assert "kg" in alumina["x-units"]
    assert alumina["description"].startswith("氧化铝产量 · alumina output [t]")
    assert alumina["examples"][0] == "120 t"
    supply = data["power_supply"]["properties"]["supply"]
    assert supply["type"] == "array"
    assert supply["items"]["required"] == ["kind", "electricity"]
    assert SCHEMA["x-standard"]["digest"] == DIGEST  # type: ignore[index]  # a nested mapping
