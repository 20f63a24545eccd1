"""Diagnostics of a Word file as such: GJ780 to GJ785."""

from guiju_runtime.messages import Code, Text

NOT_DOCX = Code(
    id="GJ780",
    slug="draft-not-docx",
    message=Text(zh="{name} 不是 .docx 文件：{reason}", en="{name} is no .docx file: {reason}"),
    hint=Text(
        zh="在 Word 或 WPS 中打开，有密码的去掉密码，另存为“Word 文档（*.docx）”",
        en="open it in Word or WPS, take off any password, save it as “Word Document (*.docx)”",
    ),
)
TOO_LARGE = Code(
    id="GJ781",
    slug="draft-too-large",
    message=Text(
        zh="{name} 超出限度：{place}多于 {limit}",
        en="{name} is larger than a draft can be: {place} holds over {limit}",
    ),
    hint=Text(
        zh="压缩图片，或去掉嵌入的文件", en="compress the pictures, or take out what is embedded"
    ),
)
ENTITY = Code(
    id="GJ782",
    slug="entity-in-draft",
    message=Text(
        zh="{name} 的部件 {part} 含有 DTD 或实体声明，Word 文件中不用",
        en="part {part} of {name} declares a DTD or entities, which no Word file has",
    ),
    hint=Text(zh="在 Word 或 WPS 中打开，另存一份", en="open it in Word or WPS and save it again"),
)
DAMAGED = Code(
    id="GJ783",
    slug="draft-damaged",
    message=Text(zh="{name} 的部件 {part} 已损坏，无法读取", en="part {part} of {name} is damaged"),
    hint=Text(
        zh="在 Word 或 WPS 中打开并修复，再另存一次",
        en="open it in Word or WPS, let it repair the file, and save it again",
    ),
)
TRACKED = Code(
    id="GJ784",
    slug="changes-not-accepted",
    message=Text(
        zh="文件留有修订，按全部接受核查",
        en="the file holds tracked changes; it is checked as if all were accepted",
    ),
    hint=Text(zh="接受或拒绝全部修订", en="accept or refuse all changes"),
)
OTHER_LANGUAGE = Code(
    id="GJ785",
    slug="draft-in-another-language",
    message=Text(
        zh="文件不是中文或英文的，只核查这两种文字的文件",
        en="the draft is neither in Chinese nor in English, and only such drafts are checked",
    ),
    hint=Text(zh="核查中文文本", en="check the Chinese text"),
)
