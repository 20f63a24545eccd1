"""A specific standard tightens its general rule and never loosens it."""

import pytest

from tests.checked_standard.checking import HEAD, outcome_of

RULE = """standard rule "GB 1" { title "总则" }
data moisture zh "水分" en "moisture" : % { primary  valid 3 a  limit within_range: 0 .. 20 % }
data kind zh "种类" en "kind" : choice { coal, gas }
data power zh "电" en "power" : MWh { measured zh "电表" en "meter" { valid 1 a  class 0.5 } }
data ratio zh "比" en "ratio" : kg/t { measured zh "取样" en "samples" { samples 12  spread 10 % } }
data share_of_gas zh "占比" en "share" : % { optional  only when kind is gas }
shall dry: moisture <= 10 % zh "水分不应大于 10 %。" en "Moisture shall not exceed 10 %."
should clean: moisture <= 5 % zh "水分宜不大于 5 %。" en "Moisture should not exceed 5 %."
process mining zh "采矿" en "Mining" { output ore zh "矿石" en "ore" : t }
"""

SHALL = 'zh "水分不应大于 5 %。" en "Moisture shall not exceed 5 %."'
SHOULD = 'zh "水分宜不大于 8 %。" en "Moisture should not exceed 8 %."'
MAY = 'zh "水分可为 5 % 以下。" en "Moisture may be up to 5 %."'


def loosened(body: str) -> list[str]:
    """Give what stands where the standard loosens its rule."""
    text = f"{HEAD}extends rule\n{body}"
    found = outcome_of(text, {"rule": RULE}).diagnostics
    errors = [one for one in found if one.severity == "error"]
    assert {one.code.id for one in errors} <= {"GJ347"}
    return [one.message("en").partition(": it says ")[2] for one in errors]


@pytest.mark.parametrize(
    ("override", "texts"),
    [
        ("dry { shall moisture <= 8 % }", None),
        ("dry { shall moisture <= 12 % }", "“shall dry: moisture <= 10 % zh "),
        ("dry { shall moisture < 10 % }", None),
        ("dry { shall moisture <= 10 % and kind is coal }", None),
        ("dry { shall moisture <= 10 % or kind is coal }", "“shall dry: "),
        (f"dry {{ should moisture <= 8 % {SHOULD} }}", "“shall dry: "),
        (f"clean {{ shall moisture <= 5 % {SHALL} }}", None),
        (f"clean {{ may moisture <= 5 % {MAY} }}", "“should clean: "),
        ("moisture { optional }", "“it is required”, here stands “optional”"),
        ("moisture { default 3 % }", "“it is required”, here stands “default”"),
        ("moisture { site }", None),
        ("moisture { secondary }", "“primary”, here stands “secondary”"),
        ("moisture { valid 2 a }", None),
        ("moisture { valid 4 a }", "“valid 3 a”, here stands “valid 4 a”"),
        ("moisture { limit within_range: 0 .. 15 % }", None),
        ("moisture { limit within_range: 0 .. 25 % }", "“limit within_range: 0 .. 20 %”"),
        (
            "moisture { only when kind is coal }",
            "“it is always there”, here stands “it is not there when kind is gas”",
        ),
        ("share_of_gas { only when kind in [gas, coal] }", None),
        ('power { measured zh "表" en "meter" { valid 6 month  class 0.2 } }', None),
        (
            'power { measured zh "表" en "meter" { valid 2 a  class 0.5 } }',
            "“valid 1 a”, here stands “valid 2 a”",
        ),
        (
            'power { measured zh "表" en "meter" { valid 1 a  class 1 } }',
            "“class 0.5”, here stands “class 1”",
        ),
        (
            'power { measured zh "表" en "meter" { class 0.5 } }',
            "“valid 1 a”, here stands “it is not asked for”",
        ),
        ('ratio { measured zh "取样" en "samples" { samples 24  spread 5 % } }', None),
        (
            'ratio { measured zh "取样" en "samples" { samples 6  spread 10 % } }',
            "“samples 12”, here stands “samples 6”",
        ),
        ("mining.ore { optional }", "“it is required”, here stands “optional”"),
    ],
)
def test_an_override_only_tightens(override: str, texts: str | None) -> None:
    found = loosened(f"override {override}")
    assert len(found) == (texts is not None)
    assert all(message.startswith(texts or "") for message in found)


def test_the_case_that_only_the_new_bound_allows_is_given() -> None:
    [message] = loosened("override dry { shall moisture <= 12 % }")
    assert message.endswith("(when moisture = 11 %, only the latter is met)")


def test_a_boundary_may_not_leave_out_what_the_rule_includes() -> None:
    body = 'boundary gate "门" {{ exclude {} because "小" }}\nprocess own {{ output iron : t }}'
    [message] = loosened(body.format("mining"))
    assert message.endswith("here stands “exclude mining”")
    assert loosened(body.format("own")) == []


def test_a_profile_stands_beside_and_loosens_nothing() -> None:
    assert loosened('profile other "另" { override dry { should moisture <= 12 % } }') == []
