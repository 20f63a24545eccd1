"""Faults of tables of many declarations, as files: GJ921 to GJ924, GJ930."""

from guiju_runtime.messages import Code, Text

OUTPUT_NOT_NAMED = Code(
    id="GJ921",
    slug="output-not-named",
    message=Text(
        zh="{file} 含多份申报，未指明结果写到哪个文件",
        en="{file} holds many declarations, and no file for their results is named",
    ),
    hint=Text(
        zh="加 -o FILE，文件名以下列之一结尾：{endings}",
        en="add -o FILE, ending in one of {endings}",
    ),
)
OUTPUT_IS_INPUT = Code(
    id="GJ923",
    slug="output-is-the-table",
    message=Text(
        zh="结果会写在正在读的 {file} 上",
        en="the results would be written over {file}, which is read",
    ),
    hint=Text(zh="-o 另写一个文件名", en="name another file with -o"),
)
A_PIPE = Text(
    zh="这是管道或设备，只能读一遍；先写成文件",
    en="it is a pipe or a device, which is read once; write a file first",
)
NOT_A_TABLE = Code(
    id="GJ922",
    slug="not-a-table",
    message=Text(
        zh="{file} 读不出表格：{reason}", en="{file} is not a table that can be read: {reason}"
    ),
    hint=Text(
        zh="核对文件的格式与结尾是否一致，或重新导出",
        en="check that the file is what its ending says, or write it again",
    ),
)

TABLE_OF_MANY = Code(
    id="GJ924",
    slug="table-of-many-declarations",
    message=Text(
        zh="{file} 是多份申报的表，这里要的是一份申报",
        en="{file} is a table of many declarations, and one declaration is wanted here",
    ),
    hint=Text(
        zh="加 --row N 问其中一行（从 0 数，同结果和发现的 row 列），或把它写成 YAML、JSON 或"
        " Excel 表单；整张表用 guiju calc STANDARD {file} -o FILE，加 --audit 得每一行的全部中间值",
        en="ask about one row with --row N, counted from 0 like row in results and findings, or "
        "write it as YAML, JSON or the Excel form; guiju calc STANDARD {file} -o FILE calculates "
        "them all, with --audit every intermediate value of each row",
    ),
)
NO_SUCH_ROW = Code(
    id="GJ930",
    slug="no-such-row-in-table",
    message=Text(
        zh="{file} 有 {rows} 份申报，没有第 {row} 行（从 0 数）",
        en="{file} has {rows} declarations, and no row {row}, counted from 0",
    ),
    hint=Text(
        zh="写小于 {rows} 的行号，即结果和发现中 row 列的数",
        en="write a number less than {rows}, as the column row of results and findings has it",
    ),
)

CODES = (OUTPUT_NOT_NAMED, OUTPUT_IS_INPUT, NOT_A_TABLE, TABLE_OF_MANY, NO_SUCH_ROW)
