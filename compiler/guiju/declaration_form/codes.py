"""What can be wrong with a filled Excel form: GJ870 to GJ879."""

from guiju_runtime.messages import Code, Text

NOT_A_WORKBOOK = Code(
    id="GJ870",
    slug="form-not-xlsx",
    message=Text(
        zh="{name} 不是 .xlsx 工作簿：{reason}", en="{name} is no .xlsx workbook: {reason}"
    ),
    hint=Text(
        zh="在 Excel 或 WPS 中打开，有密码的去掉密码，另存为“Excel 工作簿（*.xlsx）”",
        en="open it in Excel or WPS, take off any password, save it as “Excel Workbook (*.xlsx)”",
    ),
)

WORKBOOK_TOO_LARGE = Code(
    id="GJ871",
    slug="form-too-large",
    message=Text(
        zh="{name} 超出一份表单的限度：{place}多于 {limit}",
        en="{name} is larger than a form can be: {place} holds over {limit}",
    ),
    hint=Text(
        zh="把数据填入新下载的表单；多份申报用 Parquet 文件",
        en="fill in a fresh form; put many declarations into a Parquet file",
    ),
)

ENTITY_IN_WORKBOOK = Code(
    id="GJ872",
    slug="entity-in-form",
    message=Text(
        zh="{name} 的部件 {part} 含有 DTD 或实体声明，表单中不用",
        en="part {part} of {name} declares a DTD or entities, which no form has",
    ),
    hint=Text(zh="把数据填入新下载的表单", en="fill in a fresh form"),
)

MACROS_IN_WORKBOOK = Code(
    id="GJ873",
    slug="macro-in-form",
    message=Text(zh="{name} 含有宏（{part}）", en="{name} contains macros ({part})"),
    hint=Text(
        zh="另存为不含宏的“Excel 工作簿（*.xlsx）”",
        en="save it as “Excel Workbook (*.xlsx)”, which has none",
    ),
)

FORMULA_IN_CELL = Code(
    id="GJ874",
    slug="formula-in-form",
    message=Text(
        zh="工作表“{sheet}”单元格 {cell}（{label}）是公式",
        en="cell {cell} of sheet “{sheet}” ({label}) is a formula",
    ),
    hint=Text(
        zh="复制该单元格，以“选择性粘贴：数值”粘回",
        en="copy the cell and paste it back as values only",
    ),
)

NO_NUMBER_IN_CELL = Code(
    id="GJ875",
    slug="text-in-number-cell",
    message=Text(
        zh="工作表“{sheet}”单元格 {cell}（{label}）应为数，所填的是{given}",
        en="cell {cell} of sheet “{sheet}” ({label}) takes a number, not {given}",
    ),
    hint=Text(
        zh="只填数，如 1340；单位在单位格中选择，说明写在来源格",
        en="write the number alone, such as 1340; unit and source have cells of their own",
    ),
)

NOT_A_FORM = Code(
    id="GJ876",
    slug="workbook-not-a-form",
    message=Text(
        zh="{name} 不是由规矩生成的数据表单：缺少{missing}",
        en="{name} is no data form made by Guiju: {missing} is missing",
    ),
    hint=Text(
        zh="运行 guiju build {standard}，把数据填入其中的 form.xlsx；多份申报的表格另存为 CSV",
        en="run guiju build {standard} and fill in its form.xlsx; save a table of many "
        "declarations as CSV",
    ),
)

WORKBOOK_DAMAGED = Code(
    id="GJ877",
    slug="form-damaged",
    message=Text(zh="{name} 的部件 {part} 已损坏，无法读取", en="part {part} of {name} is damaged"),
    hint=Text(
        zh="在 Excel 或 WPS 中打开并修复，再另存一次",
        en="open it in Excel or WPS, let it repair the file, and save it again",
    ),
)

CODES = (
    NOT_A_WORKBOOK,
    WORKBOOK_TOO_LARGE,
    ENTITY_IN_WORKBOOK,
    MACROS_IN_WORKBOOK,
    FORMULA_IN_CELL,
    NO_NUMBER_IN_CELL,
    NOT_A_FORM,
    WORKBOOK_DAMAGED,
)
"""All codes of forms, in the order of their ids."""
