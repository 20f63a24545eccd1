"""A profile is the standard with data fixed, things overridden or left out."""

from guiju_dsl.names.model import NamedStandard, ToOption
from guiju_dsl.syntax import tree
from tests.names.resolving import faults, meanings, named

BODY = """
data route : choice { converter, arc }
process smelting {
  data loss : % { default 5 % }
  input scrap : t { factor 10 kgCO2e/t }
  each supply { data kind : choice { grid, own }  input power : MWh { factor 1 kgCO2e/MWh } }
}
process casting { output billet : t }
"""


def under(standard: NamedStandard, name: str) -> NamedStandard:
    [profile] = [profile for profile in standard.profiles if profile.name == name]
    return profile.standard


def test_a_profile_without_changes_is_the_standard_itself() -> None:
    standard = named(f'{BODY}profile q "口径" {{ exclude casting because "不计" }}')
    assert under(standard, "q").declarations is standard.declarations
    [profile] = standard.profiles
    assert [path for path, _ in profile.excluded] == ["casting"]


def test_an_override_in_a_profile_changes_the_profile_and_not_the_standard() -> None:
    standard = named(
        f'{BODY}profile q "口径" {{ override smelting.scrap {{ factor 0 kgCO2e/t }} }}'
    )
    changed = under(standard, "q").declarations["smelting.scrap"]
    [factor] = [i for i in changed.items if isinstance(i, tree.Attribute)]
    assert isinstance(factor.value, tree.Quantity)
    assert factor.value.number == "0"
    [main] = [
        i for i in standard.declarations["smelting.scrap"].items if isinstance(i, tree.Attribute)
    ]
    assert isinstance(main.value, tree.Quantity)
    assert main.value.number == "10"


def test_what_a_profile_leaves_alone_stays_the_same_declaration() -> None:
    standard = named(
        f'{BODY}profile q "口径" {{ override smelting.scrap {{ factor 0 kgCO2e/t }} }}'
    )
    variant = under(standard, "q").declarations
    assert variant["casting.billet"] is standard.declarations["casting.billet"]
    assert variant["smelting.loss"] is standard.declarations["smelting.loss"]
    assert variant["smelting"] is not standard.declarations["smelting"]


def test_a_row_of_a_profile_fixes_a_datum_at_any_depth() -> None:
    standard = named(
        f"""{BODY}profile q "口径" {{
          route = arc
          smelting {{ loss = 3 %  supply {{ kind = grid }} }}
        }}"""
    )
    variant = under(standard, "q").declarations
    assert [variant[p].kind for p in ("route", "smelting.loss", "smelting.supply.kind")] == [
        "let",
        "let",
        "let",
    ]
    assert standard.declarations["route"].kind == "data"
    assert meanings(under(standard, "q"), "grid") == [
        ToOption(choice="smelting.supply.kind", name="grid")
    ]


def test_what_a_profile_changes_must_exist() -> None:
    assert faults(f'{BODY}profile q "口径" {{ override smelting.scrub {{ optional }} }}') == [
        "unknown-override: smelting.scrub"
    ]
    assert faults(f'{BODY}profile q "口径" {{ smelting {{ los = 3 % }} }}') == ["unknown-name: los"]


def test_a_fault_of_the_standard_is_not_reported_again_for_each_profile() -> None:
    profiles = "".join(
        f'profile q{n} "口径" {{ override smelting.loss {{ default {n} % }} }}\n' for n in range(3)
    )
    assert faults(f"{BODY}let x = lod\n{profiles}") == ["unknown-name: lod"]
