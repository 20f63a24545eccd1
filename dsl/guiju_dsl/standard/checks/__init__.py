"""What must hold in a standard, in the order in which an author wants to read it."""

from collections.abc import Callable, Iterable, Iterator

from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.standard.checks.conditions_cover_every_case import conditions_cover_every_case
from guiju_dsl.standard.checks.conditions_exclude_each_other import conditions_exclude_each_other
from guiju_dsl.standard.checks.data_are_used import data_are_used
from guiju_dsl.standard.checks.data_have_a_class import data_have_a_class
from guiju_dsl.standard.checks.factors_have_sources import factors_have_sources
from guiju_dsl.standard.checks.general_rules_are_kept import general_rules_are_kept
from guiju_dsl.standard.checks.heads_fit_their_number import heads_fit_their_number
from guiju_dsl.standard.checks.inputs_have_factors import inputs_have_factors
from guiju_dsl.standard.checks.labels_are_in_both_languages import labels_are_in_both_languages
from guiju_dsl.standard.checks.lookups_find_a_row import lookups_find_a_row
from guiju_dsl.standard.checks.loops_leave_something import loops_leave_something
from guiju_dsl.standard.checks.processes_have_products import processes_have_products
from guiju_dsl.standard.checks.processes_reach_products import processes_reach_products
from guiju_dsl.standard.checks.products_are_allocated import products_are_allocated
from guiju_dsl.standard.checks.provisions_say_their_force import provisions_say_their_force
from guiju_dsl.standard.checks.series_have_an_end import series_have_an_end
from guiju_dsl.standard.checks.shares_sum_to_1 import shares_sum_to_1
from guiju_dsl.standard.checks.symbols_are_letters import symbols_are_letters
from guiju_dsl.standard.checks.unverified_values_are_known import unverified_values_are_known
from guiju_dsl.standard.checks.values_are_read_where_they_exist import (
    values_are_read_where_they_exist,
)
from guiju_dsl.standard.model import BoundStandard
from guiju_dsl.standard.proving.cases import Prove
from guiju_dsl.standard.proving.codes import NOT_PROVED

CHECKS: tuple[Callable[[BoundStandard], Iterator[Diagnostic]], ...] = (
    general_rules_are_kept,
    inputs_have_factors,
    products_are_allocated,
    shares_sum_to_1,
    processes_have_products,
    processes_reach_products,
    series_have_an_end,
    loops_leave_something,
    conditions_cover_every_case,
    conditions_exclude_each_other,
    values_are_read_where_they_exist,
    factors_have_sources,
    lookups_find_a_row,
    data_are_used,
    data_have_a_class,
    symbols_are_letters,
    provisions_say_their_force,
    heads_fit_their_number,
    unverified_values_are_known,
    labels_are_in_both_languages,
)

PROOFS = (conditions_cover_every_case, conditions_exclude_each_other)
"""Checks that a prover of more than ours can decide further."""


def proved_further(
    standard: BoundStandard, found: Iterable[Diagnostic], prove: Prove
) -> tuple[Diagnostic, ...]:
    """Give what was found, with what ``prove`` says in place of what was not proved."""
    again = (diagnostic for check in PROOFS for diagnostic in check(standard, prove))
    unique = {(one.code.id, one.span): one for one in again}
    return (*(one for one in found if one.code is not NOT_PROVED), *unique.values())
