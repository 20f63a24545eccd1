"""Standards whose results are used: what is taken from each, as a datum of this standard."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from guiju_dsl.standard.attributes import NO_NOTES
from guiju_dsl.standard.formulas import Typing
from guiju_dsl.standard.heads import identity
from guiju_dsl.standard.model import Datum, RuleBook, UsedStandard, UsedValue
from guiju_dsl.standard.needs import need_of
from guiju_runtime.messages import Text

HOW_GIVEN: Final = Text(
    zh="附有按该文件编制的申报时，由其结果给出。",
    en="Given by the result of a declaration under that document where one is attached.",
)


def with_used_data(types: Typing, rules: RuleBook) -> RuleBook:
    """Give ``rules`` with a datum for each value of another standard that they read."""
    return replace(rules, data=(*rules.data, *_data(types, rules)))


def _data(types: Typing, rules: RuleBook) -> Iterator[Datum]:
    for value in types.used.values():
        need = need_of(value.path, rules)
        if need is None:
            continue
        yield Datum(
            path=value.path,
            label=value.label,
            kind=value.kind,
            unit=value.unit,
            options=(),
            process="",
            group="",
            optional=need.optional,
            default=None,
            only_when=need.only_when,
            valid_years=None,
            unique=False,
            uncertainty=None,
            measuring=None,
            amount=False,
            notes=replace(NO_NOTES, note=HOW_GIVEN),
            span=types.names.head.name.span,
        )


def used_standards(types: Typing) -> Iterator[UsedStandard]:
    """Give each standard in use with what is taken from it."""
    for name, standard in types.names.used.items():
        yield UsedStandard(
            identity=identity(standard.head, standard.digest), values=tuple(_of(types, name))
        )


def _of(types: Typing, standard: str) -> Iterator[UsedValue]:
    return (value for value in types.used.values() if value.standard == standard)
