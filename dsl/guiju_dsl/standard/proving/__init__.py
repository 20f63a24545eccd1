"""What must hold whatever the data: cases in which several conditions hold at once, or none."""

from guiju_dsl.standard.proving.cases import Case, case_where
from guiju_dsl.standard.proving.facts import Facts, facts_of

__all__ = ["Case", "Facts", "case_where", "facts_of"]
