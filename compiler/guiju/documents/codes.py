"""Diagnostics of the documents stage."""

from guiju_runtime.messages import Code, Text

SYMBOL_GIVEN_TWICE = Code(
    id="GJ701",
    slug="symbol-given-twice",
    message=Text(
        zh="符号 {symbol} 给了两个量：{first} 和 {second}",
        en="the symbol {symbol} is given to two quantities: {first} and {second}",
    ),
    hint=Text(
        zh="给 {second} 另一个符号，或删去 symbol，由文件自动编号",
        en="give {second} another symbol, or leave symbol out and let the document number it",
    ),
)
