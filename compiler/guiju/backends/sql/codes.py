"""What SQL cannot express."""

from guiju_runtime.messages import Code, Text

ROWS_NOT_MATCHED = Code(
    id="GJ601",
    slug="rows-not-matched-in-sql",
    message=Text(
        zh="SQL 不能把 {inner} 的各行与 {outer} 的每一行匹配，没有生成语句",
        en="SQL cannot match the rows of {inner} with each row of {outer}: there is no statement",
    ),
    hint=Text(
        zh="成批计算用 guiju calc，或用生成的 Python、JavaScript 计算器",
        en="calculate tables with guiju calc, or use the calculator in Python or JavaScript",
    ),
)
