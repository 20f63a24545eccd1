"""What can be wrong with the file of a declaration: GJ830 to GJ839."""

from guiju_runtime.messages import Code, Text

TEXT_NOT_YAML = Code(
    id="GJ830",
    slug="file-not-yaml",
    message=Text(
        zh="第 {line} 行第 {column} 列不合 YAML 写法：{reason}",
        en="line {line}, column {column} is not YAML: {reason}",
    ),
    hint=Text(
        zh="核对缩进、冒号后的空格、成对的引号和括号",
        en="check indents, the space after each colon, pairs of quotes and brackets",
    ),
)

TEXT_NOT_JSON = Code(
    id="GJ831",
    slug="file-not-json",
    message=Text(
        zh="第 {line} 行第 {column} 列不合 JSON 写法：{reason}",
        en="line {line}, column {column} is not JSON: {reason}",
    ),
    hint=Text(
        zh="核对逗号、双引号和成对的括号", en="check commas, double quotes and pairs of brackets"
    ),
)

KEY_TWICE = Code(
    id="GJ832",
    slug="key-given-twice",
    message=Text(
        zh="“{name}”在同一处写了两次，第二次在{where}",
        en="“{name}” is written twice at one place, again {where}",
    ),
    hint=Text(
        zh="只留一处；多行数据写作列表，每行以“- ”开头",
        en="keep one; for rows write a list, each beginning with “- ”",
    ),
)

TAG_REFUSED = Code(
    id="GJ833",
    slug="tag-in-data",
    message=Text(
        zh="第 {line} 行带有标记 {tag}，数据文件中不用标记",
        en="line {line} carries the tag {tag}; data take no tags",
    ),
    hint=Text(zh="删去 {tag}，只写值", en="leave {tag} out and write the value alone"),
)

FILE_TOO_LARGE = Code(
    id="GJ834",
    slug="file-too-large",
    message=Text(
        zh="文件超出一份申报的限度：多于 {limit} {measure}",
        en="more than one declaration can hold: over {limit} {measure}",
    ),
    hint=Text(
        zh="展开少用的锚点（& 和 *），或把多份申报放进 Parquet 文件",
        en="write out anchors (& and *), or put many declarations into a Parquet file",
    ),
)

NOT_TEXT = Code(
    id="GJ835",
    slug="file-not-text",
    message=Text(
        zh="文件不是 UTF-8 或 GB 18030 编码的文字", en="the file is no text in UTF-8 or GB 18030"
    ),
    hint=Text(
        zh="另存为 UTF-8 编码的 YAML 或 JSON；Excel 表单按 .xlsx 读取",
        en="save it as YAML or JSON in UTF-8; an Excel form is read as .xlsx",
    ),
)

CODES = (TEXT_NOT_YAML, TEXT_NOT_JSON, KEY_TWICE, TAG_REFUSED, FILE_TOO_LARGE, NOT_TEXT)
"""All codes of declaration files, in the order of their ids."""
