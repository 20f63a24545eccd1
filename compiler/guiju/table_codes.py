"""Faults of tables of many declarations, as files: GJ921 to GJ923."""

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

CODES = (OUTPUT_NOT_NAMED, OUTPUT_IS_INPUT, NOT_A_TABLE)
