"""Stage 7: from a ``CalculationPlan`` to a ``StandardDocument``, numbered once for every writer."""
