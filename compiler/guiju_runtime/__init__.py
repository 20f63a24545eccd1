"""What generated calculators import: units, findings, reading of declarations, results. Imports nothing of Guiju."""
