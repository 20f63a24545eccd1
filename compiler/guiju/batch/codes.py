"""What can be wrong with a table of many declarations: GJ880 to GJ886."""

from guiju_runtime.messages import Code, Text

COLUMN_MISSING = Code(
    id="GJ880",
    slug="column-missing",
    message=Text(
        zh="表中没有“{label}”的列 {name}，每份申报都须给出",
        en="the table has no column {name} for {label}, which every declaration must give",
    ),
    hint=Text(zh="增加列 {name}，或核对列名", en="add the column {name}, or check the names"),
)

COLUMN_UNKNOWN = Code(
    id="GJ881",
    slug="column-unknown",
    message=Text(
        zh="列 {name} 不是该标准的数据，未读取",
        en="the column {name} is no datum of the standard and is not read",
    ),
    hint=Text(
        zh="{near}列名应为数据的路径",
        en="{near}a column is named by the path of its datum",
    ),
)

COLUMN_OF_OTHER_TYPE = Code(
    id="GJ882",
    slug="column-of-other-type",
    message=Text(
        zh="列 {name} 的类型为 {given}，应为{type}",
        en="the column {name} is of type {given}; it should be {type}",
    ),
    hint=Text(
        zh="按所列类型写该列：数用 float64 或 decimal，选项用 string，日期用 date32，"
        "分组用 list<struct>",
        en="write the column in that type: numbers as float64 or decimal, choices as string, "
        "dates as date32, groups as list<struct>",
    ),
)

COLUMN_OF_OTHER_UNIT = Code(
    id="GJ883",
    slug="column-of-other-unit",
    message=Text(
        zh="“{label}”的列以 {given} 计，不能换算为 {unit}",
        en="the column of {label} is in {given}, which does not convert into {unit}",
    ),
    hint=Text(
        zh="以 {unit} 或可换算的单位写该列，单位写在列名后的括号里，或列的元数据 unit 中",
        en="write the column in {unit} or a unit that converts, and say so in brackets behind its "
        "name or in its metadata, unit",
    ),
)

COLUMN_TWICE = Code(
    id="GJ884",
    slug="column-twice",
    message=Text(
        zh="列 {name} 有 {count} 个，不知道以哪个为准",
        en="there are {count} columns {name}, and nothing says which of them counts",
    ),
    hint=Text(zh="只留一个，其余删去或改名", en="keep one, and remove or rename the others"),
)

ROWS_IN_TEXT = Code(
    id="GJ885",
    slug="rows-do-not-fit-in-csv",
    message=Text(
        zh="CSV 的一格只有一个值，放不下分组的行：{groups} 没有行",
        en="a cell of CSV holds one value, not the rows of a group: {groups} have no rows",
    ),
    hint=Text(
        zh="把表写成 Parquet 或 Arrow，每个分组一列，如 {column}，类型为 list<struct>",
        en="write the table as Parquet or Arrow, with a list<struct> column for each group, "
        "such as {column}",
    ),
)

NO_COLUMN_KNOWN = Code(
    id="GJ886",
    slug="no-column-known",
    message=Text(
        zh="表的首行不是数据的名称：{given}",
        en="the first row of the table names no datum of the standard: {given}",
    ),
    hint=Text(
        zh="首行写列名，即数据的路径，如 {names}；删去上面的标题行；"
        "CSV 的分隔符用逗号、分号、制表符或竖线",
        en="let the first row name the columns by the paths of data, such as {names}; remove a "
        "title above it; part the cells of CSV by commas, semicolons, tabs or bars",
    ),
)

CODES = (
    COLUMN_MISSING,
    COLUMN_UNKNOWN,
    COLUMN_OF_OTHER_TYPE,
    COLUMN_OF_OTHER_UNIT,
    COLUMN_TWICE,
    ROWS_IN_TEXT,
    NO_COLUMN_KNOWN,
)
