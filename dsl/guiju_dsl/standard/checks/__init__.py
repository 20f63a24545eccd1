"""What must hold in a standard, in the order in which an author wants to read it."""

from collections.abc import Callable, Iterator

from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.standard.checks.factors_have_sources import factors_have_sources
from guiju_dsl.standard.checks.inputs_have_factors import inputs_have_factors
from guiju_dsl.standard.checks.optional_values_are_guarded import optional_values_are_guarded
from guiju_dsl.standard.checks.unverified_values_are_known import unverified_values_are_known
from guiju_dsl.standard.model import BoundStandard

CHECKS: tuple[Callable[[BoundStandard], Iterator[Diagnostic]], ...] = (
    inputs_have_factors,
    optional_values_are_guarded,
    factors_have_sources,
    unverified_values_are_known,
)
