"""A slow exact evaluator of a ``CalculationPlan``: the truth that calculators are compared with."""

from guiju.plan.reference.evaluate import ReferenceBook, ReferenceResult, evaluate

__all__ = ["ReferenceBook", "ReferenceResult", "evaluate"]
