"""What data stand behind a contribution: those that took part, and no others."""

from tests.calculation.small_standards import HEAD, PRODUCT, found_for

KILN = (
    HEAD
    + PRODUCT
    + """
stage making zh "制造" en "Making" {
  process kiln zh "窑" en "Kiln" {
    output thing : t
    data coal zh "煤" en "coal" : t { primary }
    data burns zh "放散" en "burns" : yes_no { primary }
    data part zh "燃尽率" en "part burnt" : % { only when burns  secondary }
    let full zh "全燃" en "all burnt" : t = coal
    let burnt zh "燃煤" en "coal burnt" : t
      = prefer full zh "全部" en "all" else coal * 90 % zh "缺省" en "default"
    let counted zh "计入" en "counted" : t = when burns then burnt * part otherwise burnt
    emission CO2 stack zh "烟囱" en "stack" : t = (coal + counted) * 1
  }
}
quality { should share_of_primary: primary_share >= 0 % zh "初级" en "primary" }
"""
)


def primary_share(burns: str, **more: str) -> float:
    """Give the primary share for 1 t of coal."""
    kiln = {"thing": "1 t", "coal": "1 t", "burns": burns, **more}
    share = found_for(KILN, {"kiln": kiln})["quality"]["primary_share"]
    assert isinstance(share, float)
    return share


def test_a_datum_that_takes_part_counts() -> None:
    assert primary_share("yes", part="98 %") == 0.0


def test_a_datum_that_is_given_where_nobody_asks_for_it_is_no_evidence() -> None:
    """All that the emission reads is coal, which is primary."""
    assert primary_share("no", part="98 %") == primary_share("no") == 1.0


def test_a_tier_rests_on_a_datum_that_the_formula_reads_elsewhere_too() -> None:
    """The emission reads coal by itself and through the tier: no default is taken."""
    assert primary_share("no") == 1.0
