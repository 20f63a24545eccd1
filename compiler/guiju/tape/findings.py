"""Put on the tape what may be found about declarations that are not set aside."""

from collections.abc import Iterator

from guiju.plan.model import Collect
from guiju.tape.lowering import Lowering
from guiju.tape.model import Test
from guiju_dsl.standard import expressions as typed
from guiju_dsl.standard.expressions import Expression
from guiju_dsl.standard.model import Provision
from guiju_runtime.calculation_codes import UNVERIFIED_USED
from guiju_runtime.messages import Code
from guiju_runtime.testing import BY_FORCE


def tests_of(lowering: Lowering) -> Iterator[Test]:
    """Test every provision that can fail, then list the unverified values that took part."""
    for provision in lowering.rules.provisions:
        force = provision.force
        if force != "limit" and force in BY_FORCE and provision.condition is not None:
            yield from _test(lowering, provision, provision.condition, BY_FORCE[force][0])
    yield from _unverified_rows(lowering)
    yield from _unverified_defaults(lowering)


def _test(
    lowering: Lowering, provision: Provision, condition: Expression, code: Code
) -> Iterator[Test]:
    builder = lowering.builder
    held, absent = lowering.lowered(condition)
    fails = builder.both(builder.inverse(held), builder.inverse(absent))
    if fails == builder.no:
        return
    tested = _tested_value(condition)
    yield Test(
        code=code,
        path=provision.path,
        group=builder.nodes[fails].group,
        fails=fails,
        value=lowering.lowered(tested).value if tested is not None else None,
        oldest=lowering.oldest if _is_age_of_factors(tested) else None,
        row=-1,
    )


def _is_age_of_factors(tested: Expression | None) -> bool:
    return isinstance(tested, typed.Predeclared) and tested.name == "factor_age"


def _tested_value(condition: Expression) -> Expression | None:
    """Give the number that a condition is about, if it is about one."""
    match condition:
        case typed.InRange():
            return condition.value
        case typed.Compared():
            return condition.left
        case _:
            return None


def _unverified_rows(lowering: Lowering) -> Iterator[Test]:
    builder = lowering.builder
    where: dict[tuple[str, int], int] = {}
    for path, found, evaluated in lowering.used:
        table = lowering.tables[path]
        for number, row in enumerate(table.rows):
            if row.unverified or table.notes.unverified:
                here = builder.compared("same", found.row, builder.number(number))
                used = builder.for_declaration(builder.both(evaluated, here))
                key = path, number
                where[key] = builder.either(where.get(key, builder.no), used)
    for (path, number), used in where.items():
        if used != builder.no:
            yield Test(
                code=UNVERIFIED_USED, path=path, group="", fails=used, value=None, row=number
            )


def _unverified_defaults(lowering: Lowering) -> Iterator[Test]:
    builder = lowering.builder
    for step in lowering.rules.steps:
        if isinstance(step, Collect) and step.datum.notes.unverified and step.default is not None:
            taken = builder.for_declaration(lowering.values[step.path].defaulted)
            if taken != builder.no:
                yield Test(
                    code=UNVERIFIED_USED, path=step.path, group="", fails=taken, value=None, row=-1
                )
