"""Products of a standard: process graph, plan, calculators, forms and documents."""
