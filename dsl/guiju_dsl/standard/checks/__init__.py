"""What must hold in a standard, in the order in which an author wants to read it."""

from collections.abc import Callable, Iterator

from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.standard.checks.factors_have_sources import factors_have_sources
from guiju_dsl.standard.checks.inputs_have_factors import inputs_have_factors
from guiju_dsl.standard.checks.labels_are_in_both_languages import labels_are_in_both_languages
from guiju_dsl.standard.checks.optional_values_are_guarded import optional_values_are_guarded
from guiju_dsl.standard.checks.processes_reach_products import processes_reach_products
from guiju_dsl.standard.checks.products_are_allocated import products_are_allocated
from guiju_dsl.standard.checks.series_have_an_end import series_have_an_end
from guiju_dsl.standard.checks.unverified_values_are_known import unverified_values_are_known
from guiju_dsl.standard.model import BoundStandard

CHECKS: tuple[Callable[[BoundStandard], Iterator[Diagnostic]], ...] = (
    inputs_have_factors,
    products_are_allocated,
    processes_reach_products,
    series_have_an_end,
    optional_values_are_guarded,
    factors_have_sources,
    unverified_values_are_known,
    labels_are_in_both_languages,
)
