"""The characters that the shipped typefaces draw, each in 宋体 and in 黑体."""


def gb2312() -> frozenset[str]:
    """Give the 7 445 characters of GB/T 2312—1980: 6 763 汉字 and 682 signs."""
    rows, cells = range(0xA1, 0xF8), range(0xA1, 0xFF)
    decoded = (bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells)
    return frozenset(character for character in decoded if character)


def between(first: int, last: int) -> frozenset[str]:
    """Give the characters from code point ``first`` to ``last``, both included."""
    return frozenset(map(chr, range(first, last + 1)))


LATIN = between(0x20, 0x7E) | between(0xA1, 0xAC) | between(0xAE, 0xFF) | {"\u00a0"}
GREEK = between(0x391, 0x3A1) | between(0x3A3, 0x3A9) | between(0x3B1, 0x3C9)
CYRILLIC = between(0x410, 0x44F) | frozenset("Ёё")
SMALL_FIGURES = frozenset("²³¹⁰⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉")
PUNCTUATION = frozenset("–—―‘’“”†‡•…‰′″※·～〜、。〈〉《》「」『』【】〔〕〖〗　")
SPACES = frozenset("\u2002\u2003\u2009\u202f")
MATHEMATICS = frozenset("±×÷−∂∆∏∑√∝∞∫≈≠≡≤≥⋅∙∈∩∪∥∠⊥∴∵°℃")
ARROWS = frozenset("←↑→↓↔⇒⇔")
FULL_WIDTH = between(0xFF01, 0xFF5E) | frozenset("￥￣")
SHAPES = frozenset("■□▲△●○◆◇★☆①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ")
# 汉字 beyond GB 2312 that names of people, places, elements and minerals in standards need.
RARE = frozenset("镕喆堃昇珺璟祎甡垚淼燊犇骉芃琰旸暐晔炘琮瑄玥珏烜煊翀赟锫锘镥镭钔锿镄钌钫铹䶮")

PRINTABLE = (
    gb2312() | LATIN | GREEK | CYRILLIC | SMALL_FIGURES | PUNCTUATION | SPACES | MATHEMATICS
    | ARROWS | FULL_WIDTH | SHAPES | RARE
)  # fmt: skip
LATIN_ONLY = LATIN | GREEK | SMALL_FIGURES | SPACES | MATHEMATICS | frozenset("–—‘’“”†‡•…‰′″")
SIGNS_OF_FORMULAS = between(0x20, 0x7E) | frozenset("±×÷−·∑∏√≈≠≡≤≥∞∂∆′″‖|⌈⌉⌊⌋")
