"""Diagnostics of the PDF writer."""

from guiju_runtime.messages import Code, Text

CHARACTER_NOT_IN_FONTS = Code(
    id="GJ790",
    slug="character-not-in-fonts",
    message=Text(
        zh="随附的字体中没有字符“{character}”（{code_point}），它在“{words}”中",
        en="the shipped fonts have no “{character}” ({code_point}), which stands in “{words}”",
    ),
    hint=Text(
        zh="换用 GB/T 2312 中的字，或把该字加进 guiju/fonts/characters.py 后重做字体",
        en="write a character of GB/T 2312, or add this one to guiju/fonts/characters.py and make "
        "the fonts again",
    ),
)
