"""Page and type sizes of GB/T 1.1—2020 (rows PG of the checklist), in twips: 567 are 1 cm."""

PAGE_WIDTH = 11906
PAGE_HEIGHT = 16838
TOP = 1928
BOTTOM = 1134
LEFT = 1134
RIGHT = 1134
GUTTER = 284
HEADER = 1418
FOOTER = 1134
COVER_TOP = 567

LINE = 312
"""One line of the document grid: 15.6 pt."""

TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT - GUTTER
CHARACTER = 210
"""One character of 五号, 10.5 pt."""

EMU_PER_TWIP = 635
TWIPS_PER_POINT = 20
BANNER_SIDE = 1700
"""Room on each side of a short banner [twips]."""
EMU_PER_PIXEL = 9525
"""An SVG pixel is 1/96 inch."""

# 字号 in half-points
SIZE_ONE = 52
SIZE_TWO = 44
SIZE_THREE = 32
SIZE_FOUR = 28
SIZE_SMALL_FOUR = 24
SIZE_FIVE = 21
SIZE_SMALL_FIVE = 18
SIZE_SEVEN_AND_HALF = 15
SIZE_BANNER = 64
