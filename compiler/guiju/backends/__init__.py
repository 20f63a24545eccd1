"""Products of a plan: one folder each, none knows another."""
