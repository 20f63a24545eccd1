"""Diagnostics of elements, clauses, annexes, tables, figures and formulas: GJ710 to GJ729."""

from guiju_runtime.messages import Code, Text

ELEMENT_MISSING = Code(
    id="GJ710",
    slug="element-missing",
    message=Text(zh="没有{element}", en="{element} is missing"),
    hint=Text(zh="补上{element}", en="add what is missing"),
)
ELEMENT_MISPLACED = Code(
    id="GJ711",
    slug="element-misplaced",
    message=Text(zh="{element}在{other}之后", en="{element} stands after {other}"),
    hint=Text(zh="移到{other}之前", en="move it before {other}"),
)
TITLE_OF_ELEMENT = Code(
    id="GJ712",
    slug="wrong-title-of-element",
    message=Text(zh="{element}的标题是“{given}”", en="the title of {element} is “{given}”"),
    hint=Text(zh="改为“{expected}”", en="write “{expected}”"),
)
NUMBER_ON_ELEMENT = Code(
    id="GJ713",
    slug="unnumbered-element-numbered",
    message=Text(
        zh="{element}的标题带编号 {number}", en="the title of {element} carries the number {number}"
    ),
    hint=Text(zh="删去编号，{element}不编号", en="take the number out: {element} has none"),
)
CLAUSE_OUT_OF_SERIES = Code(
    id="GJ714",
    slug="clause-number-out-of-series",
    message=Text(
        zh="条款编号 {number} 不连续，前一个是 {before}",
        en="clause {number} is out of series; the one before is {before}",
    ),
    hint=Text(
        zh="改为 {expected}，或补上缺少的条款", en="write {expected}, or add what is missing"
    ),
)
ONLY_CLAUSE = Code(
    id="GJ715",
    slug="only-clause-of-its-layer",
    message=Text(zh="{above} 只有一个条 {number}", en="{number} is the only clause in {above}"),
    hint=Text(zh="并入 {above}，或再分一条", en="make it part of {above}, or part it in two"),
)
SOME_TITLED = Code(
    id="GJ716",
    slug="titles-for-some-clauses",
    message=Text(
        zh="{number} {is_titled}标题，而同层的 {other} {is_other}",
        en="{number} has {is_titled} title, but {other} beside it has {is_other}",
    ),
    hint=Text(
        zh="同一层次的条全部有标题，或全部没有", en="give all clauses of one layer a title, or none"
    ),
)
TITLE_PUNCTUATED = Code(
    id="GJ717",
    slug="title-ends-with-mark",
    message=Text(zh="标题“{title}”以“{mark}”结尾", en="the title “{title}” ends with “{mark}”"),
    hint=Text(zh="删去“{mark}”", en="take “{mark}” out"),
)
HANGING_PARAGRAPH = Code(
    id="GJ718",
    slug="hanging-paragraph",
    message=Text(
        zh="{number} 的标题和 {below} 之间有悬置段",
        en="a paragraph hangs between the title of {number} and {below}",
    ),
    hint=Text(
        zh="给它编号，如 {below} 通则，其后的条顺延",
        en="give it a number, such as {below} General, and count on from there",
    ),
)
TOO_DEEP = Code(
    id="GJ719",
    slug="clause-too-deep",
    message=Text(zh="{number} 是第 {depth} 层的条", en="{number} is a clause of layer {depth}"),
    hint=Text(
        zh="条最多五层（第 6 个数为止），把内容上移",
        en="clauses have five layers at most (six figures): move it up",
    ),
)
ANNEX_HEAD = Code(
    id="GJ720",
    slug="annex-head-malformed",
    message=Text(zh="附录{letter}的标识是“{given}”", en="the head of annex {letter} is “{given}”"),
    hint=Text(
        zh="分三行写：附录{letter}、（规范性）或（资料性）、标题",
        en="write three lines: 附录{letter}, （规范性） or （资料性）, the title",
    ),
)
ANNEX_UNMENTIONED = Code(
    id="GJ721",
    slug="annex-not-mentioned",
    message=Text(zh="正文没有提到附录{letter}", en="the text nowhere mentions annex {letter}"),
    hint=Text(
        zh="在条款中写“见附录{letter}”或“应符合附录{letter}的规定”",
        en="write 见附录{letter} or 应符合附录{letter}的规定 in a clause",
    ),
)
ANNEX_ORDER = Code(
    id="GJ722",
    slug="annexes-out-of-order",
    message=Text(
        zh="附录{letter}排在附录{other}之后，而正文先提到它",
        en="annex {letter} follows annex {other}, but the text mentions it first",
    ),
    hint=Text(
        zh="按正文提到的先后编排附录",
        en="put the annexes in the order in which the text mentions them",
    ),
)
ANNEX_FORCE = Code(
    id="GJ723",
    slug="annex-of-other-force",
    message=Text(
        zh="附录{letter}是{given}，正文的提法是“{words}”",
        en="annex {letter} is {given}, but the text says “{words}”",
    ),
    hint=Text(
        zh="规范性附录写“应符合/按附录{letter}”，资料性附录写“见附录{letter}”",
        en="follow a normative annex (应符合附录{letter}), see an informative one (见附录{letter})",
    ),
)
CAPTION_OUT_OF_SERIES = Code(
    id="GJ724",
    slug="caption-out-of-series",
    message=Text(
        zh="{kind}{number} 不连续，应为 {expected}",
        en="{kind}{number} is out of series: {expected} is next",
    ),
    hint=Text(zh="改为 {kind}{expected}", en="write {kind}{expected}"),
)
CAPTION_MALFORMED = Code(
    id="GJ725",
    slug="caption-malformed",
    message=Text(
        zh="题注“{given}”的写法不合规定", en="the caption “{given}” is not written as captions are"
    ),
    hint=Text(
        zh="写作“{expected}”：编号后空一个汉字，末尾不加标点",
        en="write “{expected}”: one full-width space behind the number, no mark at the end",
    ),
)
NOT_MENTIONED = Code(
    id="GJ726",
    slug="not-mentioned-before",
    message=Text(zh="{thing} 在出现之前没有提到", en="{thing} is not mentioned before it stands"),
    hint=Text(zh="在它之前的条款中写“见{thing}”", en="write 见{thing} in a clause before it"),
)
CAPTION_MISSING = Code(
    id="GJ727",
    slug="table-or-figure-without-title",
    message=Text(zh="这个{kind}没有编号和标题", en="this {kind} has no number and title"),
    hint=Text(zh="{way}", en="{way}"),
)
CAPTION_PLACE = Code(
    id="GJ728",
    slug="caption-on-wrong-side",
    message=Text(zh="{caption} 在{kind}的{side}", en="{caption} stands {side} the {kind}"),
    hint=Text(zh="{way}", en="{way}"),
)
FORMULA_UNNUMBERED = Code(
    id="GJ729",
    slug="formula-without-number",
    message=Text(zh="公式没有编号", en="the formula has no number"),
    hint=Text(zh="在右端编号，如（1）", en="number it at the right end, as in （1）"),
)
