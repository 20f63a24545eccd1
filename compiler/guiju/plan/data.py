"""The data that a standard asks for, as forms, schemas and readers know them."""

from collections.abc import Iterator
from fractions import Fraction

from guiju.plan.mentions import in_plain_words
from guiju_dsl.standard.constants import constant
from guiju_dsl.standard.expressions import (
    Expression,
    Number,
    OptionValue,
    YesNoValue,
    readings,
)
from guiju_dsl.standard.model import BoundStandard, Datum, Measuring, Process, Spread
from guiju_runtime import data_model as described
from guiju_runtime.messages import Text
from guiju_runtime.spread import stated_as

NOTHING = Text(zh="", en="")


def data_model(standard: BoundStandard) -> described.DataModel:
    """Describe the data that ``standard`` and its profiles ask for."""
    processes = {process.path: process for process in standard.rules.processes}
    stages = {stage.name: stage.label for stage in standard.rules.stages}
    data = {d.path: d for book in (standard.rules, *standard.profiles) for d in book.data}
    own = tuple(d for d in standard.rules.data) + tuple(
        d for path, d in data.items() if all(path != known.path for known in standard.rules.data)
    )
    return described.DataModel(
        standard=_identity(standard),
        sections=(
            described.Section(path="", label=Text(zh="产品", en="Product"), stage=NOTHING),
            *(
                described.Section(path=p.path, label=p.label, stage=stages.get(p.stage, NOTHING))
                for p in standard.rules.processes
            ),
            *(
                described.Section(path=s.identity.id, label=s.identity.title, stage=NOTHING)
                for s in standard.used
                if s.values
            ),
        ),
        groups=tuple(
            described.Group(path=g.path, label=g.label, clause=g.process)
            for p in standard.rules.processes
            for g in p.groups
            if g.low is None
        ),
        data=tuple(_datum(standard, d, processes.get(d.process)) for d in own),
        indicators=tuple(
            described.Indicator(
                name=i.name,
                label=i.label,
                levels=tuple(words for words, _ in i.levels),
                spreads=tuple(float(spread) for _, spread in i.levels),
            )
            for i in standard.indicators
        ),
        used=tuple(_used(standard, {d.path for d in own})),
    )


def _used(standard: BoundStandard, asked: set[str]) -> Iterator[described.UsedValue]:
    """Describe the data that results of other standards give."""
    for value in (value for other in standard.used for value in other.values):
        if value.path in asked:
            yield described.UsedValue(
                path=value.path, standard=value.standard, source=value.source, of=value.of
            )


def _identity(standard: BoundStandard) -> described.StandardIdentity:
    head = standard.identity
    return described.StandardIdentity(
        id=head.id, version=head.number, status=head.status, title=head.title, digest=head.digest
    )


def _datum(standard: BoundStandard, datum: Datum, process: Process | None) -> described.Datum:
    condition = datum.only_when or (process.only_when if process is not None else None)
    absent = datum.optional or datum.default is not None
    return described.Datum(
        path=datum.path,
        group=datum.group,
        label=datum.label,
        kind=datum.kind,
        unit=datum.unit.text,
        options=datum.options,
        clause=datum.process,
        needed="never" if absent else ("when" if condition is not None else "always"),
        condition=_in_words(standard, condition),
        default=_default(datum.default),
        amount=datum.amount,
        quality=datum.notes.quality,
        measured=datum.notes.measured,
        every=datum.notes.every,
        valid_years=_float(datum.valid_years),
        unique=datum.unique,
        confidential=datum.notes.confidential,
        spread=as_stated(datum.uncertainty),
        measuring=_measuring(datum.measuring),
        note=in_plain_words(standard, datum.notes.note),
    )


def as_stated(uncertainty: Spread | None) -> described.Stated | None:
    """Give what a standard states of a value as calculators take it."""
    if uncertainty is None:
        return None
    return stated_as(uncertainty.kind, tuple(float(number) for number in uncertainty.parameters))


def _measuring(asked: Measuring | None) -> described.Measuring | None:
    if asked is None:
        return None
    return described.Measuring(
        valid_years=_float(asked.valid_years),
        meter_class=_float(asked.meter_class),
        samples=asked.samples,
        spread=_float(asked.spread),
        uncertainty=_float(asked.uncertainty),
    )


def _float(number: Fraction | None) -> float | None:
    return float(number) if number is not None else None


def _default(value: Expression | None) -> str | None:
    """Give a default as text in the declared unit."""
    match value:
        case None:
            return None
        case Number():
            return value.written
        case OptionValue():
            return value.name
        case YesNoValue():
            return "yes" if value.value else "no"
        case _:
            number = constant(value)
            return str(float(number)) if number is not None else None


def _in_words(standard: BoundStandard, condition: Expression | None) -> Text:
    """Name what a condition depends on: the labels of the data that it reads."""
    if condition is None:
        return NOTHING
    labels = {d.path: d.label for d in standard.rules.data}
    paths = dict.fromkeys(r.path for r in readings(condition))
    known = [labels[path] for path in paths if path in labels]
    zh, en = "、".join(t.zh for t in known), ", ".join(t.en for t in known)
    return Text(zh=f"视{zh}而定", en=f"depends on {en}")
