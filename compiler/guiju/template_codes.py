"""What a template for Word lacks: GJ956 to GJ958; the documents are made all the same."""

from guiju_runtime.messages import Code, Text

TEMPLATE_LACKS_STYLES = Code(
    id="GJ956",
    slug="template-lacks-styles",
    message=Text(
        zh="模板 {file} 没有 {count} 个样式：{names}；这些处用规矩自己的样式",
        en="the template {file} lacks {count} styles: {names}; there the styles of Guiju are used",
    ),
    hint=Text(
        zh="在模板中添上这些样式，或把这些名称写作已有样式的别名",
        en="add them to the template, or name them as aliases of styles that it has",
    ),
)
TEMPLATE_FIELD_UNKNOWN = Code(
    id="GJ957",
    slug="template-field-unknown",
    message=Text(
        zh="模板 {file} 的域 {names} 没有可填的内容，照原样留下",
        en="nothing fills the fields {names} of the template {file}; they stay as they are",
    ),
    hint=Text(zh="可用的域：{known}", en="fields are {known}"),
)
TEMPLATE_WITHOUT_COVER = Code(
    id="GJ958",
    slug="template-without-cover",
    message=Text(
        zh="模板 {file} 的首节没有域，封面用规矩自己的",
        en="no field stands in the first section of {file}; the cover is that of Guiju",
    ),
    hint=Text(
        zh="把封面放在单独的一节，写上域，如 {example}；可用的域：{known}",
        en="give the cover a section of its own, with fields such as {example}; there are {known}",
    ),
)
CODES = (TEMPLATE_LACKS_STYLES, TEMPLATE_FIELD_UNKNOWN, TEMPLATE_WITHOUT_COVER)
