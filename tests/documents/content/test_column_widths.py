"""Columns are as wide as their words need; tables with the same heads have the same columns."""

import pytest
from msgspec.structs import replace

from guiju.documents.column_widths import PADDING, PAGE, fitted, stays_whole, with_widths
from guiju.documents.inlines import words
from guiju.documents.model import Annex, Clause, Column, Table
from guiju.documents.print_width import text_width
from tests.documents.sample import SAMPLE_ZH

LONG = "生态环境部、国家统计局、国家能源局《关于发布2024年电力碳足迹因子数据的公告》附件一"


def table(id: str, shares: tuple[float, ...], *rows: tuple[str, ...]) -> Table:
    heads = ("名称", "单位", "来源")[: len(shares)]
    return Table(
        id=id,
        title="表",
        unit=(),
        columns=tuple(
            Column(head=words(head), share=share, align="left")
            for head, share in zip(heads, shares, strict=True)
        ),
        rows=tuple(tuple(words(cell) for cell in row) for row in rows),
        notes=(),
    )


def characters(share: float) -> float:
    """Give the room for words in a column [characters of 小五]."""
    return share * PAGE - PADDING


def test_long_words_get_the_width_that_short_ones_do_not_need() -> None:
    name, unit, source = fitted([table("a", (0.6, 0.2, 0.2), ("电", "kgCO2e/(kW·h)", LONG))], {})
    assert name + unit + source == pytest.approx(1)
    assert source > 0.5
    assert characters(unit) >= 11 * 0.56  # the unit stays on one line, its index being small


def test_what_has_room_enough_keeps_the_shares_that_were_wanted() -> None:
    wanted = (0.5, 0.2, 0.3)
    assert fitted([table("a", wanted, ("电", "t", "表"))], {}) == pytest.approx(wanted)


def test_a_narrow_table_stays_narrow() -> None:
    assert sum(fitted([table("a", (0.4, 0.2), ("电", "t"))], {})) == pytest.approx(0.6)


def test_a_column_to_be_filled_in_keeps_its_share() -> None:
    [first, *_] = fitted([table("a", (0.4, 0.3, 0.3), ("", "t", LONG), ("", "t", LONG))], {})
    assert first == pytest.approx(0.4)


def test_words_too_wide_for_the_page_are_cut_alike() -> None:
    wide = "x" * 200
    assert fitted([table("a", (0.5, 0.5), (wide, wide))], {}) == pytest.approx((0.5, 0.5))


def test_a_letter_takes_half_a_character_and_a_longer_line_more_room() -> None:
    assert text_width("电kW") == pytest.approx(1 + 2 * 0.56)
    _, _, short = fitted([table("a", (0.4, 0.2, 0.4), ("名" * 20, "t", "源" * 30))], {})
    _, _, long = fitted([table("a", (0.4, 0.2, 0.4), ("名" * 20, "t", "源" * 90))], {})
    assert long > short


def test_tables_with_the_same_heads_have_the_same_columns() -> None:
    one = table("one", (0.4, 0.2, 0.4), ("电", "t", LONG))
    two = table("two", (0.4, 0.2, 0.4), ("电", "t", "表"))
    apart = table("apart", (0.5, 0.5), ("电", "t"))
    clause = Clause(id="c", title="一", content=(Clause(id="d", title="二", content=(one, apart)),))
    annex = Annex(id="a", title="附", normative=True, content=(two,))
    laid_out = with_widths(replace(SAMPLE_ZH, clauses=(clause,), annexes=(annex,)))
    [inner] = laid_out.clauses[0].content
    assert isinstance(inner, Clause)
    first, other = inner.content
    [second] = laid_out.annexes[0].content
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert isinstance(other, Table)
    shares = [column.share for column in first.columns]
    assert shares == [column.share for column in second.columns]
    assert shares[2] > 0.4
    assert len(other.columns) == 2


def test_a_reference_has_the_room_that_its_printed_words_need() -> None:
    rows = [("@{formula}", "名" * 40)] * 3
    [column, _] = fitted([table("a", (0.1, 0.9), *rows)], {"formula": "公式（13）"})
    assert characters(column) == pytest.approx(text_width("公式（13）"))


def test_a_table_of_few_but_high_rows_does_not_stay_whole() -> None:
    # each row takes 51 × 3 characters in a column of less than 51: four lines at least
    assert stays_whole(table("a", (1.0,), *[("字" * 20,)] * 10), {})
    assert not stays_whole(table("a", (1.0,), *[("字" * 153,)] * 10), {})


def test_a_number_stays_on_one_line_with_its_groups_of_digits() -> None:
    [column, _] = fitted([table("a", (0.1, 0.9), *[("0.017\u2009385\u20094", "名" * 40)] * 3)], {})
    assert characters(column) >= text_width("0.017\u2009385\u20094") - 1e-9
