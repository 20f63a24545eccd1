"""Pictures as SVG text from plain models: the boundary figure, bar charts; knows no standard."""
