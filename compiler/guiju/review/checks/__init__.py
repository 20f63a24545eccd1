"""All checks, in the order in which a reviewer goes through a draft."""

from collections.abc import Callable, Iterator
from typing import Final

from guiju.review.checks.annexes import (
    annexes_are_mentioned,
    annexes_are_mentioned_by_their_force,
    annexes_stand_in_the_order_of_mention,
    heads_of_annexes_have_three_lines,
)
from guiju.review.checks.captions import (
    captions_are_in_series,
    captions_are_well_formed,
    captions_stand_on_their_side,
    formulas_have_numbers,
    tables_and_figures_have_titles,
    things_are_mentioned_before,
)
from guiju.review.checks.clauses import (
    clauses_are_in_series,
    clauses_are_no_only_ones,
    clauses_of_a_layer_all_have_titles,
    no_paragraph_hangs,
    titles_have_no_mark,
)
from guiju.review.checks.contents import contents_name_all_titles, contents_name_what_is_there
from guiju.review.checks.cover import (
    cover_data_are_well_formed,
    cover_has_its_data,
    others_agree_with_the_cover,
)
from guiju.review.checks.elements import (
    elements_are_there,
    elements_carry_no_number,
    elements_have_their_titles,
    elements_stand_in_order,
)
from guiju.review.checks.english_verbs import (
    english_provisions_stand_in_clauses,
    english_references_name_a_clause,
    english_verbs_are_those_of_the_directives,
    nothing_in_english_is_unfinished,
    nothing_is_left_of_an_english_template,
)
from guiju.review.checks.fixed_wording import (
    fixed_wording_is_there,
    technical_changes_have_their_verb,
    the_foreword_is_in_order,
    the_text_calls_itself_this_document,
)
from guiju.review.checks.furniture import headers_and_footers_are_as_measured
from guiju.review.checks.layout import pages_are_as_measured, type_is_as_measured
from guiju.review.checks.lists import (
    items_end_as_their_lead_asks,
    lists_have_a_lead_in,
    lists_have_two_items,
    notes_are_in_series,
)
from guiju.review.checks.numbers import (
    dashes_are_right,
    digits_are_grouped,
    units_are_spaced,
)
from guiju.review.checks.references import (
    bibliography_is_in_series,
    cited_is_listed,
    entries_are_well_formed,
    entries_stand_in_order,
    listed_is_cited,
    years_agree,
)
from guiju.review.checks.symbols import symbols_are_explained_once, where_lines_end_well
from guiju.review.checks.tables import cells_are_filled, cells_have_no_full_stop, no_serial_column
from guiju.review.checks.terms import (
    abbreviations_are_in_order,
    abbreviations_are_used,
    abbreviations_are_well_formed,
    definitions_are_fit,
    terms_are_in_both_languages,
    terms_are_used,
)
from guiju.review.checks.verbs import (
    modal_verbs_stand_in_clauses,
    no_law_is_laid_down,
    no_word_is_vague,
    nothing_is_left_of_a_template,
    nothing_is_unfinished,
    references_name_a_clause,
    verbs_are_those_of_annex_c,
)
from guiju.review.finding import Finding
from guiju.review.structure import Outline

Check = Callable[[Outline], Iterator[Finding]]

CHECKS: Final[tuple[Check, ...]] = (
    elements_are_there,
    elements_stand_in_order,
    elements_have_their_titles,
    elements_carry_no_number,
    cover_has_its_data,
    cover_data_are_well_formed,
    others_agree_with_the_cover,
    contents_name_what_is_there,
    contents_name_all_titles,
    fixed_wording_is_there,
    the_foreword_is_in_order,
    technical_changes_have_their_verb,
    the_text_calls_itself_this_document,
    clauses_are_in_series,
    clauses_are_no_only_ones,
    clauses_of_a_layer_all_have_titles,
    titles_have_no_mark,
    no_paragraph_hangs,
    lists_have_a_lead_in,
    lists_have_two_items,
    items_end_as_their_lead_asks,
    notes_are_in_series,
    terms_are_in_both_languages,
    definitions_are_fit,
    terms_are_used,
    abbreviations_are_well_formed,
    abbreviations_are_in_order,
    abbreviations_are_used,
    entries_are_well_formed,
    entries_stand_in_order,
    years_agree,
    listed_is_cited,
    cited_is_listed,
    bibliography_is_in_series,
    heads_of_annexes_have_three_lines,
    annexes_are_mentioned,
    annexes_stand_in_the_order_of_mention,
    annexes_are_mentioned_by_their_force,
    captions_are_in_series,
    captions_are_well_formed,
    captions_stand_on_their_side,
    tables_and_figures_have_titles,
    formulas_have_numbers,
    things_are_mentioned_before,
    symbols_are_explained_once,
    where_lines_end_well,
    cells_are_filled,
    cells_have_no_full_stop,
    no_serial_column,
    verbs_are_those_of_annex_c,
    modal_verbs_stand_in_clauses,
    no_word_is_vague,
    no_law_is_laid_down,
    nothing_is_unfinished,
    nothing_is_left_of_a_template,
    references_name_a_clause,
    units_are_spaced,
    digits_are_grouped,
    dashes_are_right,
    pages_are_as_measured,
    type_is_as_measured,
    headers_and_footers_are_as_measured,
)

ENGLISH_CHECKS: Final[tuple[Check, ...]] = (
    elements_are_there,
    elements_stand_in_order,
    elements_have_their_titles,
    elements_carry_no_number,
    contents_name_what_is_there,
    contents_name_all_titles,
    clauses_are_in_series,
    clauses_are_no_only_ones,
    clauses_of_a_layer_all_have_titles,
    titles_have_no_mark,
    no_paragraph_hangs,
    lists_have_two_items,
    notes_are_in_series,
    entries_stand_in_order,
    years_agree,
    listed_is_cited,
    cited_is_listed,
    bibliography_is_in_series,
    heads_of_annexes_have_three_lines,
    annexes_are_mentioned,
    annexes_stand_in_the_order_of_mention,
    annexes_are_mentioned_by_their_force,
    captions_are_in_series,
    captions_are_well_formed,
    captions_stand_on_their_side,
    tables_and_figures_have_titles,
    formulas_have_numbers,
    things_are_mentioned_before,
    cells_are_filled,
    english_verbs_are_those_of_the_directives,
    english_provisions_stand_in_clauses,
    nothing_in_english_is_unfinished,
    nothing_is_left_of_an_english_template,
    english_references_name_a_clause,
    digits_are_grouped,
    pages_are_as_measured,
    headers_and_footers_are_as_measured,
)
"""Checks of an English draft: those that do not hang on Chinese words, and its own verbs."""
