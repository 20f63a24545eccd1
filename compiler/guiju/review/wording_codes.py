"""Diagnostics of wording: foreword, cover, verbs, lists, notes, tables: GJ730 to GJ751."""

from guiju_runtime.messages import Code, Text

WORDING_DIFFERS = Code(
    id="GJ730",
    slug="fixed-wording-differs",
    message=Text(
        zh="与规定的文字不同：应为“{expected}”", en="the fixed wording differs: it is “{expected}”"
    ),
    hint=Text(zh="照录规定的文字", en="take the fixed wording as it is"),
)
WORDING_MISSING = Code(
    id="GJ731",
    slug="fixed-wording-missing",
    message=Text(
        zh="{where}缺少规定的文字“{expected}”",
        en="the fixed wording “{expected}” is missing from {where}",
    ),
    hint=Text(zh="照录规定的文字", en="add it as it is"),
)
FOREWORD_ORDER = Code(
    id="GJ732",
    slug="foreword-out-of-order",
    message=Text(
        zh="前言中“{given}”在“{other}”之后", en="in the foreword “{given}” comes after “{other}”"
    ),
    hint=Text(zh="移到“{other}”之前", en="move it before “{other}”"),
)
CHANGE_VERB = Code(
    id="GJ733",
    slug="change-without-its-verb",
    message=Text(
        zh="主要技术变化没有用“增加了”“更改了”或“删除了”开头",
        en="a technical change does not begin with 增加了, 更改了 or 删除了",
    ),
    hint=Text(zh="写作“增加了……（见X.X）；”等", en="write 增加了……（见X.X）； and the like"),
)
SELF_REFERENCE = Code(
    id="GJ734",
    slug="old-self-reference",
    message=Text(zh="自称用了“{given}”", en="the document calls itself {given}"),
    hint=Text(zh="改为“本文件”", en="write 本文件"),
)
COVER_MISSING = Code(
    id="GJ735",
    slug="cover-datum-missing",
    message=Text(zh="封面没有{datum}", en="the cover has no {datum}"),
    hint=Text(zh="补上，如“{example}”", en="add it, as in “{example}”"),
)
COVER_MALFORMED = Code(
    id="GJ736",
    slug="cover-datum-malformed",
    message=Text(
        zh="封面的{datum}“{given}”写法不合规定",
        en="the {datum} on the cover, “{given}”, is not written as it must be",
    ),
    hint=Text(zh="写作“{example}”", en="write it like “{example}”"),
)
COVER_DISAGREES = Code(
    id="GJ737",
    slug="differs-from-cover",
    message=Text(
        zh="{what}是“{given}”，封面上是“{expected}”",
        en="{what} is “{given}”, but the cover has “{expected}”",
    ),
    hint=Text(zh="两处写成一样", en="make both the same"),
)
MODAL_OUT_OF_PLACE = Code(
    id="GJ738",
    slug="modal-verb-out-of-place",
    message=Text(zh="{zone}中用了“{given}”", en="{zone} uses {given}"),
    hint=Text(zh="改为陈述，或移到条款中", en="state a fact, or move it to a clause"),
)
FORBIDDEN_VERB = Code(
    id="GJ739",
    slug="verb-not-of-annex-c",
    message=Text(zh="用了“{given}”", en="“{given}” is no verb of annex C"),
    hint=Text(zh="改为“{expected}”", en="write {expected}"),
)
VAGUE_WORD = Code(
    id="GJ740",
    slug="vague-word",
    message=Text(zh="“{given}”无法判定是否符合", en="whether “{given}” is met cannot be told"),
    hint=Text(zh="给出可以核实的数值或条件", en="give a value or a condition that can be verified"),
)
LEGAL_CONTENT = Code(
    id="GJ741",
    slug="legal-content",
    message=Text(
        zh="“{given}”属于合同或法律的内容", en="“{given}” belongs to a contract or the law"
    ),
    hint=Text(
        zh="删去，标准不规定责任和处罚",
        en="take it out: a standard lays down no liability or penalty",
    ),
)
UNFINISHED = Code(
    id="GJ742",
    slug="unfinished-mark",
    message=Text(
        zh="留有未完成的标记“{given}”", en="the mark “{given}” of unfinished text is left"
    ),
    hint=Text(zh="写完这一处", en="finish this place"),
)
LEFTOVER = Code(
    id="GJ743",
    slug="leftover-of-template",
    message=Text(
        zh="留有模板的提示或失效的域“{given}”",
        en="the prompt or broken field “{given}” of a template is left",
    ),
    hint=Text(zh="删去它，或更新域", en="take it out, or update the field"),
)
VAGUE_REFERENCE = Code(
    id="GJ744",
    slug="vague-cross-reference",
    message=Text(zh="用“{given}”提示", en="the text refers by “{given}”"),
    hint=Text(
        zh="写“见”加条款编号，如“见5.2”", en="write 见 and the number of the clause, as in 见5.2"
    ),
)
LIST_LEAD = Code(
    id="GJ745",
    slug="list-without-lead-in",
    message=Text(
        zh="列项没有引导语，或引导语“{given}”不以“：”或“。”结尾",
        en="the list has no lead-in, or “{given}” does not end with ： or 。",
    ),
    hint=Text(
        zh="在列项前写引导语，如“包括下列内容：”",
        en="write a lead-in before the list, such as 包括下列内容：",
    ),
)
ITEM_MARK = Code(
    id="GJ746",
    slug="list-item-mark",
    message=Text(
        zh="列项“{given}”应以“{expected}”结尾", en="the item “{given}” must end with {expected}"
    ),
    hint=Text(zh="改为“{expected}”", en="end it with {expected}"),
)
ONE_ITEM = Code(
    id="GJ747",
    slug="list-of-one-item",
    message=Text(zh="列项只有一项", en="the list has one item only"),
    hint=Text(zh="写成段，或再列一项", en="make it a paragraph, or add an item"),
)
NOTE_NUMBER = Code(
    id="GJ748",
    slug="note-out-of-series",
    message=Text(zh="{given} 的编号应为“{expected}”", en="{given} must be {expected}"),
    hint=Text(zh="改为“{expected}”", en="write {expected}"),
)
CELL_STOP = Code(
    id="GJ749",
    slug="cell-ends-with-stop",
    message=Text(
        zh="表中文字“{given}”以句号结尾", en="the words “{given}” in a table end with a full stop"
    ),
    hint=Text(zh="删去句号", en="take the full stop out"),
)
CELL_EMPTY = Code(
    id="GJ750",
    slug="cell-empty",
    message=Text(
        zh="表的第 {row} 行第 {column} 列是空的",
        en="the cell in row {row}, column {column} of the table is empty",
    ),
    hint=Text(zh="填上内容；不适用的填“—”", en="fill it in; write — where nothing applies"),
)
SERIAL_COLUMN = Code(
    id="GJ751",
    slug="serial-number-column",
    message=Text(zh="表有“序号”一列", en="the table has a column of serial numbers"),
    hint=Text(zh="删去这一列", en="take the column out"),
)
