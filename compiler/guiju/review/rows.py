"""The rows of the checklist of GB/T 1.1—2020, and how each is covered."""

from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from guiju_runtime.messages import Text

Tag = Literal["S", "T", "M"]
"""S seen in public copies, T measured from a public template, M from memory: it only warns."""
How = Literal["check", "built", "none"]
NOTE: Final = (
    "tests/documents/content/test_explanatory_note.py::test_every_section_is_there_in_order"
)


class Row(Struct, frozen=True, kw_only=True):
    """One row of the checklist.

    Attributes:
        clause: of GB/T 1.1—2020; empty where it is no rule of that standard.
        asks: what it asks for, in a few words.
        how: a check that runs on any draft; true by construction of what Guiju writes; or none.
        test: the test that shows it where it is built; the faults of its row where it is checked.
        why: why it is not covered, or not in all that Guiju writes; or empty.
    """

    tag: Tag
    clause: Text
    asks: Text
    how: How = "check"
    test: str = ""
    why: Text = Text(zh="", en="")


def _row(tag: Tag, clause: str, zh: str, en: str) -> Row:
    """Give a row that a check covers."""
    spoken = clause.replace("、", ", ").replace("附录", "annex ").replace("～", "–")
    return Row(tag=tag, clause=Text(zh=clause, en=spoken), asks=Text(zh=zh, en=en))


def _open(tag: Tag, clause: str, asks: Text, why: Text) -> Row:
    """Give a row that is not covered."""
    spoken = clause.replace("附录", "annex ")
    return Row(tag=tag, clause=Text(zh=clause, en=spoken), asks=asks, how="none", why=why)


def _note(zh: str, en: str) -> Row:
    """Give a section of the explanatory note, which Guiju writes."""
    none = Text(zh="", en="")
    return Row(tag="S", clause=none, asks=Text(zh=zh, en=en), how="built", test=NOTE)


ROWS: Final[dict[str, Row]] = {
    "EL-01": _row("S", "6.2、8.1", "封面", "cover"),
    "EL-02": _row("S", "8.2", "目次及其标题", "contents and its title"),
    "EL-03": _row("M", "8.3", "前言，不编号", "foreword, without a number"),
    "EL-04": _row(
        "S",
        "8.4",
        "引言，不编号；分部分的文件必备",
        "introduction, without a number; in every part of a series",
    ),
    "EL-05": _row("S", "8.5", "第1章 范围", "clause 1, scope"),
    "EL-06": _row("S", "8.6", "第2章 规范性引用文件", "clause 2, normative references"),
    "EL-07": _row("S", "8.7", "第3章 术语和定义", "clause 3, terms and definitions"),
    "EL-08": _row(
        "S",
        "8.8",
        "符号和缩略语在核心技术要素之前",
        "symbols and abbreviations before the subject itself",
    ),
    "EL-09": _row(
        "S", "8.9", "分类和编码在核心技术要素之前", "classification before the subject itself"
    ),
    "EL-10": _row(
        "S", "8.10", "总体要求在核心技术要素之前", "general requirements before the subject itself"
    ),
    "EL-11": _row("S", "8.11", "核心技术要素", "the subject itself"),
    "EL-12": _open(
        "S",
        "8.12",
        Text(zh="其他技术要素", en="other technical elements"),
        Text(
            zh="可选，内容不限，无可核查",
            en="optional and free in content: there is nothing to check",
        ),
    ),
    "EL-13": _row("M", "9.6", "附录按正文提及的先后编排", "annexes in the order of mention"),
    "EL-14": _row("S", "8.13", "参考文献，不编号", "bibliography, without a number"),
    "EL-15": _row("S", "8.14", "索引，不编号，在最后", "index, without a number, last"),
    "EL-16": _row("S", "9.13", "终结线", "end line"),
    "FX-01": _row("S", "8.3", "起草依据", "what it was drafted by"),
    "FX-02": _row("S", "8.3", "专利说明", "patent notice"),
    "FX-03": _row("S", "8.3", "提出和归口", "who proposed it"),
    "FX-04": _row("S", "8.3", "起草单位和起草人", "who drafted it"),
    "FX-05": _row("S", "8.3", "代替说明", "what it replaces"),
    "FX-06": _row(
        "S", "8.3", "主要技术变化用增加、更改、删除", "changes begin with 增加, 更改, 删除"
    ),
    "FX-07": _row("S", "8.3", "分部分文件的说明", "what series it is a part of"),
    "FX-08": _row("S", "8.3", "版本发布情况", "history of editions"),
    "FX-09": _row("S", "8.6", "规范性引用文件的引导语", "lead-in of clause 2"),
    "FX-10": _row("S", "8.6", "没有规范性引用文件时的文字", "words of an empty clause 2"),
    "FX-11": _row("S", "8.7", "术语的引导语", "lead-in of clause 3"),
    "FX-12": _row("S", "8.7", "引用的术语的引导语", "lead-in of borrowed terms"),
    "FX-13": _row("S", "8.7", "引用的和自有的术语的引导语", "lead-in of borrowed and own terms"),
    "FX-14": _row("S", "8.7", "没有术语时的文字", "words of an empty clause 3"),
    "FX-15": _row("S", "8.8", "符号和缩略语的引导语", "lead-in of symbols and abbreviations"),
    "FX-16": _row("S", "8.1", "征求意见稿和送审稿征集专利的文字", "request for patents on a draft"),
    "FX-17": _row("S", "8.7", "术语来源的写法", "form of the source of a term"),
    "FX-18": _row("S", "8.5", "范围第一句", "first sentence of the scope"),
    "FX-19": _row("S", "8.5", "范围：本文件适用于", "scope: what it applies to"),
    "FX-20": _row("S", "9.9", "式中：", "式中："),
    "FX-21": _row("M", "9.8", "表的单位在右上方", "unit of a table above its right end"),
    "FX-22": replace(
        _row("M", "9.8", "续表的写法", "title of a table that goes on"),
        why=Text(
            zh="生成的 PDF 在续表上写“表X（续）”；生成的 Word 只重复表头。Word 照原样重复表头行，"
            "没有找到只在后页显示的域：LibreOffice 不计算其中的 IF，Word 未能试验。"
            "按 PDF 的分页拆表，一改动或换字体就错位。页面定稿后可在 Word 中拆分表格补上",
            en="the PDF says so above each part that goes on; Word repeats the head alone. It "
            "repeats that row as it is, and no field was found that shows on later pages only: "
            "LibreOffice does not evaluate IF there, Word could not be tried. A table parted where "
            "the PDF breaks is wrong after an edit or in other fonts. Split it in Word when the "
            "pages are final",
        ),
    ),
    "FX-23": _open(
        "M",
        "附录D",
        Text(zh="引言中的专利声明", en="patent statement in the introduction"),
        Text(
            zh="附录D的原文没有见到，规定的文字和出现的条件都未核实，不作核查",
            en="annex D was not seen: neither its wording nor when it is asked for is verified",
        ),
    ),
    "FX-24": _row("S", "9.5", "自称“本文件”", "it calls itself 本文件"),
    "FW-ORD": _row("S", "8.3", "前言各段的次序", "order of the foreword"),
    "CV-01": _row("S", "8.1", "ICS 号", "ICS number"),
    "CV-02": _row("S", "8.1", "CCS 号", "CCS number"),
    "CV-03": _row("S", "8.1", "标准层次与编号相符", "kind of standard agrees with the number"),
    "CV-04": _row("S", "8.1", "文件编号", "number of the document"),
    "CV-05": _row("S", "8.1", "代替编号", "number replaced"),
    "CV-06": _row(
        "S", "8.1、6.1", "中文名称，与正文首页相同", "Chinese title, the same above clause 1"
    ),
    "CV-07": _row("S", "8.1", "英文名称", "English title"),
    "CV-08": _row("S", "8.1", "草案的完成日期", "day on which a draft was completed"),
    "CV-09": _row("S", "8.1", "发布和实施日期", "dates of issue and effect"),
    "CV-10": _row("S", "8.1", "发布机构", "issuer"),
    "PG-01": _row("T", "10.1", "纸张和页边距", "paper and margins"),
    "PG-02": _row("T", "10.1", "ICS、CCS 的字体字号", "type of ICS and CCS"),
    "PG-03": _row("T", "10.1", "标准层次的字体字号", "type of the kind of standard"),
    "PG-04": _row("T", "10.1", "编号的字体字号", "type of the number"),
    "PG-05": _row("T", "10.1", "封面中文名称的字体字号", "type of the title on the cover"),
    "PG-06": _row("T", "10.1", "英文名称的字体字号", "type of the English title"),
    "PG-07": _row("T", "10.1", "文稿说明的字体", "type of the lines of a draft"),
    "PG-08": _row("T", "10.1", "日期的字体字号", "type of the dates"),
    "PG-09": _row("T", "10.1", "发布机构的字体字号", "type of the issuer"),
    "PG-10": _row(
        "T",
        "10.1",
        "目次、前言、引言标题的字体字号",
        "type of the titles of contents, foreword, introduction",
    ),
    "PG-11": _row("T", "10.1", "正文首页名称的字体字号", "type of the title above clause 1"),
    "PG-12": _row("T", "10.1", "章标题", "chapter titles"),
    "PG-13": _row("T", "10.1", "条标题", "clause titles"),
    "PG-14": _row("T", "10.1", "无标题条", "clauses without title"),
    "PG-15": _row("T", "10.1", "段", "paragraphs"),
    "PG-16": _row("T", "10.1", "字母编号的列项", "items with letters"),
    "PG-17": _row("T", "10.1", "破折号列项", "items with dashes"),
    "PG-18": _row("T", "10.1", "注和示例", "notes and examples"),
    "PG-19": _row("T", "10.1", "表中文字", "text in tables"),
    "PG-20": _row("T", "10.1", "图题和表题", "titles of figures and tables"),
    "PG-21": Row(
        tag="T",
        clause=Text(zh="10.1", en="10.1"),
        asks=Text(zh="公式居中，编号在右端", en="formula in the middle, number at the right end"),
        how="built",
        test="tests/documents/word/test_page_and_type.py::test_pg_21_symbols_are_italic_and_the_number_is_at_the_right_end",
    ),
    "PG-22": _row("T", "10.1", "脚注", "footnotes"),
    "PG-23": _row("T", "10.1", "附录标识，另起一页", "heads of annexes, each on a new page"),
    "PG-24": _row("T", "10.1", "参考文献", "bibliography"),
    "PG-25": _row("T", "10.1", "页眉", "headers"),
    "PG-26": _row("T", "10.1", "页脚和页码", "footers and page numbers"),
    "PG-27": _row("T", "8.2、10.1", "目次的内容和字体", "entries and type of the contents"),
    "NB-01": _row("S", "7.2、7.3", "章条编号和标题", "numbers and titles of clauses"),
    "NB-02": _row("S", "7.4", "没有悬置段", "no hanging paragraph"),
    "NB-03": _row("S", "7.5", "列项", "lists"),
    "NB-04": _row("S", "8.7", "术语条目", "term entries"),
    "NB-05": _row("S", "8.8", "缩略语", "abbreviations"),
    "NB-06": _row("S", "9.6", "附录的标识和提及", "heads and mention of annexes"),
    "NB-07": _row(
        "S",
        "9.7～9.9",
        "图、表、公式的编号和提及",
        "numbers and mention of figures, tables, formulas",
    ),
    "NB-08": _row("S", "9.10、9.11", "注和示例的编号", "numbers of notes and examples"),
    "NB-09": _row("S", "8.13", "参考文献的编号", "numbers of the bibliography"),
    "NR-01": _row("S", "8.6", "引用文件的写法", "form of references"),
    "NR-02": _row("S", "8.6", "引用文件的次序", "order of references"),
    "NR-03": _row("S", "8.6", "注日期与否前后一致", "dated alike in text and clause 2"),
    "NR-04": _row("S", "8.6", "列出的和引用的相互对应", "listed if and only if cited"),
    "NR-05": _row("S", "9.5", "提示的写法", "form of cross-references"),
    "MV": _row(
        "S", "9.1、附录C", "不含模糊、法律和未完成的文字", "no vague, legal or unfinished words"
    ),
    "MV-01": _row("S", "附录C", "要求用应、不应", "requirements: 应, 不应"),
    "MV-02": _open(
        "S",
        "附录C",
        Text(zh="指示用祈使句", en="instructions: imperative"),
        Text(
            zh="汉语的祈使句没有形态标志，与省略主语的陈述同形，须读文意",
            en="a Chinese imperative looks like a statement without subject: it takes a reader",
        ),
    ),
    "MV-03": _row("S", "附录C", "推荐用宜、不宜", "recommendations: 宜, 不宜"),
    "MV-04": _row("S", "附录C", "允许用可、不必", "permissions: 可, 不必"),
    "MV-05": _row("S", "附录C", "能力用能、不能", "ability: 能, 不能"),
    "MV-06": _open(
        "S",
        "附录C",
        Text(zh="可能性用可能、不可能", en="possibility: 可能, 不可能"),
        Text(zh="“可能”处处可用，无可核查", en="allowed anywhere: there is nothing to check"),
    ),
    "MV-07": _open(
        "S",
        "附录C",
        Text(zh="一般陈述", en="statements"),
        Text(zh="处处可用，无可核查", en="allowed anywhere: there is nothing to check"),
    ),
    "TF-01": _row("S", "9.8", "表", "tables"),
    "TF-02": _row("S", "9.7", "图题在图的下方", "titles of figures below"),
    "TF-03": _row("S", "9.9", "公式和式中", "formulas and 式中"),
    "TF-04": _row("S", "9.13", "数值和单位", "values and units"),
    "TF-05": _row("S", "9.13", "数字和范围", "digits and ranges"),
    "TF-06": _row("S", "9.13", "连接号", "dashes"),
    "GS-01": _open(
        "S",
        "",
        Text(zh="团体的资格", en="standing of the association"),
        Text(zh="文本中看不出", en="the text does not show it"),
    ),
    "GS-02": _row("S", "8.1", "团体标准编号", "number of a group standard"),
    "GS-03": _open(
        "S",
        "",
        Text(zh="制定程序", en="procedure"),
        Text(zh="文本中看不出", en="the text does not show it"),
    ),
    "GS-04": _open(
        "M",
        "",
        Text(zh="不低于强制性国家标准", en="not below mandatory standards"),
        Text(
            zh="须与强制性标准的技术内容比较",
            en="it takes a comparison with the mandatory standards",
        ),
    ),
    "GS-05": Row(
        tag="S",
        clause=Text(zh="", en=""),
        asks=Text(
            zh="送审材料：编制说明、征求意见汇总处理表",
            en="files for review: drafting explanation, table of comments",
        ),
        how="built",
        test="tests/documents/word/test_comments.py::test_the_table_is_in_the_order_of_the_clauses",
    ),
    "BZ-01": _note("编制说明：工作简况", "drafting explanation: work done"),
    "BZ-02": _note("编制说明：主要内容的论据", "drafting explanation: grounds"),
    "BZ-03": _note("编制说明：试验和验证", "drafting explanation: trials"),
    "BZ-04": _note("编制说明：采用国际标准", "drafting explanation: international documents"),
    "BZ-05": _note("编制说明：与法规的关系", "drafting explanation: laws"),
    "BZ-06": _note("编制说明：重大分歧", "drafting explanation: disputes"),
    "BZ-07": _note("编制说明：强制或推荐", "drafting explanation: mandatory or not"),
    "BZ-08": _note("编制说明：贯彻措施", "drafting explanation: measures"),
    "BZ-09": _note("编制说明：废止现行标准", "drafting explanation: what to repeal"),
    "BZ-10": _note("编制说明：其他事项", "drafting explanation: other matters"),
}

MEMORY: Final = frozenset(id for id, row in ROWS.items() if row.tag == "M")
"""Rows that only warn."""
