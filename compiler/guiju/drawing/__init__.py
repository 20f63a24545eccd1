"""Pictures as SVG text: the boundary figure and bar charts. Takes plain models, imports nothing of Guiju."""
