"""General rules, libraries and overrides come together in one standard."""

from guiju_dsl.names.declaring import walk
from guiju_dsl.names.items import block_of
from guiju_dsl.names.model import NamedStandard
from guiju_dsl.syntax import tree
from tests.names.resolving import faults, named

RULE = """standard rule "GB/T 1" { title "总则" }
clause general "一般要求" { shall be_clear: "应清楚。" }
quality { should data_quality: score <= 3 "得分不宜大于 3。" { source "原文" } }
process transport {
  data distance : km { primary  note "按运量加权。"  default 100 km  source "总则" }
}
"""


def condition_text(standard: NamedStandard, key: str) -> str:
    node = standard.declarations[key].node
    assert isinstance(node, tree.Provision)
    assert node.condition is not None
    span = node.condition.span
    return standard.sources[span.source].text[span.start : span.end]


def items_of(standard: NamedStandard, path: str) -> list[tree.Item]:
    block = block_of(standard.declarations[path].node)
    assert block is not None
    return list(block.items)


def test_what_the_general_rule_says_stands_before_what_the_standard_adds() -> None:
    standard = named('extends rule\nclause special "特殊要求" { }', rule=RULE)
    clauses = [d.name for d in walk(standard.top) if d.kind == "clause"]
    assert clauses == ["general", "special"]
    homes = [d.home for d in walk(standard.top) if d.kind == "clause"]
    assert homes == ["rule", "steel"]


def test_a_document_that_two_others_build_on_is_merged_once() -> None:
    library = "library factors { }\nlet ratio = 44 / 12"
    rule = 'standard rule "GB/T 1" { title "总则" }\nuse factors'
    standard = named("extends rule\nuse factors", rule=rule, factors=library)
    assert [d.path for d in standard.top if d.kind == "let"] == ["ratio"]


def test_an_override_inside_quality_tightens_a_provision_of_the_general_rule() -> None:
    standard = named(
        "extends rule\nquality { override data_quality { shall score <= 2 } }", rule=RULE
    )
    node = standard.declarations["provision:data_quality"].node
    assert isinstance(node, tree.Provision)
    assert node.force == "shall"
    assert condition_text(standard, "provision:data_quality") == "score <= 2"
    assert node.words is not None
    assert node.words.plain == "得分不宜大于 3。"
    [source] = [
        i for i in items_of(standard, "provision:data_quality") if isinstance(i, tree.Remark)
    ]
    assert source.words.plain == "原文"


def test_an_override_acts_wherever_it_stands_among_stages_quality_and_boundary() -> None:
    override = "override transport.distance { secondary }"
    for body in (
        override,
        f'stage supply "供应" {{ {override} }}',
        f"quality {{ {override} }}",
        f'boundary gate "大门" {{ {override} }}',
    ):
        standard = named(f"extends rule\n{body}", rule=RULE)
        flags = [
            i.kind for i in items_of(standard, "transport.distance") if isinstance(i, tree.Flag)
        ]
        assert flags == ["secondary"], body


def test_an_override_replaces_attributes_of_the_same_kind_and_leaves_the_rest() -> None:
    standard = named(
        'extends rule\noverride transport.distance { default 50 km  symbol "L" }', rule=RULE
    )
    items = items_of(standard, "transport.distance")
    defaults = [i.value for i in items if isinstance(i, tree.Attribute)]
    assert [
        (q.number, q.unit and q.unit.text) for q in defaults if isinstance(q, tree.Quantity)
    ] == [("50", "km")]
    notes = [i.words.plain for i in items if isinstance(i, tree.Remark)]
    assert notes == ["按运量加权。", "总则"]
    assert [i.words.plain for i in items if isinstance(i, tree.Symbol)] == ["L"]


def test_an_override_of_a_process_adds_and_replaces_its_members_by_name() -> None:
    standard = named(
        "extends rule\noverride transport { data distance : m  data load : t }", rule=RULE
    )
    distance = standard.declarations["transport.distance"].node
    assert isinstance(distance, tree.Data)
    assert distance.type.unit is not None
    assert distance.type.unit.text == "m"
    assert "transport.load" in standard.declarations


def test_the_remarks_of_one_kind_are_replaced_together() -> None:
    rule = 'standard rule "GB/T 1" { title "总则" }\ndata load : t { note "甲"  note "乙" }'
    standard = named('extends rule\noverride load { note "丙"  note "丁" }', rule=rule)
    notes = [i.words.plain for i in items_of(standard, "load") if isinstance(i, tree.Remark)]
    assert notes == ["丙", "丁"]


def test_an_override_of_nothing_is_reported_at_its_path() -> None:
    assert faults("extends rule\noverride transport.distanse { secondary }", rule=RULE) == [
        "unknown-override: transport.distanse"
    ]


def test_a_document_that_leads_back_through_another_is_reported_once() -> None:
    first = 'standard first "A" { title "甲" }\nextends second'
    second = 'standard second "B" { title "乙" }\nuse steel'
    steel = 'standard steel "C" { title "丙" }'
    assert faults("extends first", first=first, second=second, steel=steel) == [
        "circular-use: first"
    ]


def test_the_digest_depends_on_every_document() -> None:
    changed = RULE.replace("100 km", "101 km")
    assert named("extends rule", rule=RULE).digest != named("extends rule", rule=changed).digest
