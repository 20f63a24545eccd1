"""What changed in meaning is told, and nothing else."""

import pytest

from guiju.changes import Change, changes, edition_of
from guiju_dsl.source import SourceText
from guiju_dsl.syntax import from_text
from guiju_dsl.syntax.to_text import to_text
from guiju_runtime.messages import Language
from tests.changes.cases import CASES, MORE, RENAMED, Case, Expected
from tests.changes.editions import QUICKLIME, edited, edition, old
from tests.standards.shipped import PRODUCT_STANDARDS, compiled


def told(change: Change) -> Expected:
    """Give what a change says."""
    return Expected(
        change.kind,
        change.what,
        change.id,
        change.old.clause if change.old else None,
        change.new.clause if change.new else None,
        tuple(
            (one.aspect, one.old.zh if one.old else None, one.new.zh if one.new else None)
            for one in change.differences
        ),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_change_is_told_by_what_it_is_of_and_the_way_back_mirrors_it(case: Case) -> None:
    new = edition(edited(*case.edits))
    there, back = changes(old(), new), changes(new, old())
    assert tuple(map(told, there)) == case.expected
    assert {told(change) for change in back} == {turned(told(change)) for change in there}


def turned(change: Expected) -> Expected:
    """Give what the way back must tell of a change of a thing in both editions."""
    return change._replace(
        old_clause=change.new_clause,
        new_clause=change.old_clause,
        differences=tuple((aspect, new, old) for aspect, old, new in change.differences),
    )


@pytest.mark.parametrize("name", PRODUCT_STANDARDS)
def test_a_standard_has_not_changed_from_itself(name: str) -> None:
    itself = edition_of(compiled(name).plan)
    assert changes(itself, itself) == ()


def test_what_is_in_one_edition_only_was_added_or_removed() -> None:
    found = changes(old(), edition(edited(*MORE.edits)))
    assert {told(c)[:5] for c in found} == {e[:5] for e in MORE.expected}


def test_a_thing_under_another_id_was_renamed() -> None:
    found = changes(old(), edition(edited(*RENAMED.edits)))
    assert sorted(map(told, found)) == sorted(RENAMED.expected)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_layout_comments_and_the_language_of_keywords_mean_nothing(language: Language) -> None:
    file = from_text(SourceText(name="new.pcr", text=f"# a remark\n{QUICKLIME}")).product
    assert file is not None
    text = to_text(file, language)
    assert text != QUICKLIME
    assert changes(old(), edition(text.replace("\n", "\n\n"))) == ()


PURITY = '    data purity zh "石灰石纯度" en "purity of the stone" : % { primary }\n'
KIND = '    data kind zh "窑型" en "kind of kiln" : choice kilns { primary }\n'
SAME = (
    ("mass and brackets", "coal * carbon * 44 / 12", "(carbon) * coal * (44 / 12)"),
    ("another unit", "default 600 kgC/t", "default 0.6 kgC/kg"),
    ("figures", "power / lime in 20 .. 60", "power / lime in 20.0 .. 60.00"),
    ("the order of rows", "shaft = 0.1\n  rotary = 0.2", "rotary = 0.2\n  shaft = 0.1"),
    ("the order of data", f"{PURITY}{KIND}", f"{KIND}{PURITY}"),
    ("a Chinese field", "biogenic_carbon separate", "生物质碳 separate"),
)


@pytest.mark.parametrize(
    ("before", "after"), [same[1:] for same in SAME], ids=[same[0] for same in SAME]
)
def test_what_means_the_same_is_no_change(before: str, after: str) -> None:
    assert changes(old(), edition(edited((before, after)))) == ()
