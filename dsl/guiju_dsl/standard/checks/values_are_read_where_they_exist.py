"""What may be absent is read only where its absence is provided for."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.standard.codes import MAY_BE_ABSENT
from guiju_dsl.standard.expressions import IsGiven, Reading
from guiju_dsl.standard.model import BoundStandard
from guiju_dsl.standard.proving import Case, Facts, case_where
from guiju_dsl.standard.proving.facts import Assumed
from guiju_dsl.standard.proving.visits import every_visit
from guiju_dsl.standard.proving.words import when_in_words
from guiju_dsl.standard.proving.written import place_of
from guiju_runtime.messages import Text

MAY_BE_MISSING = Text(zh="可以不填", en="may be absent")
FOR_OPTIONAL = Text(
    zh="写成 prefer {name} else …，或给它 default",
    en="write prefer {name} else …, or give it a default",
)
FOR_GUARDED = Text(
    zh="在它不存在时另写取值：when … then … otherwise …",
    en="say what holds where it does not exist: when … then … otherwise …",
)
LENIENT = ("only when", "shall", "should", "may", "expect", "limit")
"""A condition on what is absent does not hold; a provision about it is not tested."""


def values_are_read_where_they_exist(standard: BoundStandard) -> Iterator[Diagnostic]:
    """Report formulas that read an optional value, or one under a condition, outside of it.

    Amounts are 0 where they do not exist, and may be read everywhere.
    """
    for facts, visit in every_visit(standard):
        node = visit.node
        if not isinstance(node, Reading) or visit.optional or visit.role in LENIENT:
            continue
        if facts.is_amount(node.path) or node.path == visit.of:
            continue
        for needed in _needed(node, facts):
            case = case_where((*visit.under, (needed[0], not needed[1])), facts)
            if case is not None and case.certain:
                optional = isinstance(needed[0], IsGiven)
                yield at(
                    MAY_BE_ABSENT,
                    place_of(standard.names, visit, node.path),
                    name=node.path,
                    why=MAY_BE_MISSING if optional else _absent(case),
                    way=_filled(FOR_OPTIONAL if optional else FOR_GUARDED, node.path),
                )
                break


def _needed(node: Reading, facts: Facts) -> Iterator[Assumed]:
    """Give what must hold for a value to be there."""
    yield from facts.existence(node.path)
    datum = facts.data.get(node.path)
    if datum is not None and datum.optional:
        yield IsGiven(path=node.path, group=node.group), True


def _absent(case: Case) -> Text:
    """Say when a value does not exist."""
    words = when_in_words(case)
    return Text(zh=f"在{words.zh}时不存在", en=f"does not exist {words.en}")


def _filled(words: Text, name: str) -> Text:
    return Text(zh=words.zh.format(name=name), en=words.en.format(name=name))
