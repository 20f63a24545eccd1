"""What generated calculators import: units, reading, findings, results; nothing of Guiju."""
