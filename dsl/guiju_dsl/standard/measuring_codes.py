"""Faults of what is asked of how a value is measured."""

from guiju_runtime.messages import Code, Text

UNSOUND_MEASURING = Code(
    id="GJ363",
    slug="unsound-measuring",
    message=Text(
        zh="计量的要求写的是 {written}，这里需要{wanted}",
        en="what is asked of the measuring is {written}, but {wanted} is needed here",
    ),
    hint=Text(
        zh="写成 valid 1 a、class 0.5、samples 12、spread 10 % 或 uncertainty 5 %",
        en="write valid 1 a, class 0.5, samples 12, spread 10 % or uncertainty 5 %",
    ),
)
