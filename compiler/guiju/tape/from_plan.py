"""Put a plan on a tape: the standard itself and its profiles, only what is asked for."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from guiju.plan.confidential import public
from guiju.plan.model import CalculationPlan, Compute, RulePlan
from guiju.plan.ordering import ordered
from guiju.tape.ages import oldest_row
from guiju.tape.builder import Builder
from guiju.tape.evidence import Evidence
from guiju.tape.findings import tests_of
from guiju.tape.footprints import Footprint, footprint_of
from guiju.tape.formulas import WAYS
from guiju.tape.lowering import Lowered, Lowering
from guiju.tape.model import Columns, Node, Output, Tape, Test
from guiju.tape.network import Network
from guiju.tape.steps import Steps
from guiju_runtime.calculation_codes import UNUSED_DATUM


class Book(Struct, frozen=True, kw_only=True):
    """One rule book on the tape."""

    lowering: Lowering
    steps: Steps
    network: Network
    footprints: Mapping[str, Footprint]


class Whole(Struct, frozen=True, kw_only=True):
    """All that a plan calculates, from which tapes are cut.

    Attributes:
        aside: the node that is true for a declaration that needs the calculator of single ones.
    """

    builder: Builder
    outputs: Mapping[str, Output]
    tests: tuple[Test, ...]
    aside: int

    def tape(self, asked: Iterable[str] | None = None) -> Tape:
        """Give the tape of what is asked, or of all outputs."""
        names = self.outputs if asked is None else [name for name in asked if name in self.outputs]
        wanted = {name: self.outputs[name] for name in names}
        return reached(self.builder, wanted, self.tests, self.aside)


def tape_of(
    plan: CalculationPlan,
    columns: Columns,
    asked: Iterable[str] | None = None,
    *,
    tested: bool = True,
    guarded: bool = True,
    apart: bool = False,
) -> Tape:
    """Give the tape of ``plan`` for ``columns``, as ``whole_of`` does.

    Args:
        asked: outputs wanted, or all of them; what they do not need is not calculated.
    """
    whole = whole_of(plan, columns, tested=tested, guarded=guarded, apart=apart)
    return whole.tape(asked)


def whole_of(
    plan: CalculationPlan,
    columns: Columns,
    *,
    tested: bool = True,
    guarded: bool = True,
    apart: bool = False,
) -> Whole:
    """Put ``plan`` on a builder of tapes for ``columns``.

    Args:
        tested: whether provisions are tested and unverified values listed.
        guarded: whether it is told which declarations cannot be calculated so.
        apart: whether factors and defaults stay apart from the constants, as inputs.

    Raises:
        Refused: with inputs apart, a tape cannot express something in it.
    """
    builder = Builder(apart=apart)
    main, *others = [
        book_of(plan, rules, builder, columns) for rules in (plan.rules, *plan.profiles)
    ]
    outputs = _outputs(plan, main, others)
    tests = (*_unused((main, *others), builder), *tests_of(main.lowering)) if tested else ()
    aside = builder.aside() if guarded else builder.no
    return Whole(builder=builder, outputs=outputs, tests=tests, aside=aside)


def _unused(books: tuple[Book, ...], builder: Builder) -> Iterator[Test]:
    """Give once what data nobody asks for, whichever rule book notes it."""
    fails: dict[str, int] = {}
    for book in books:
        for path, given in book.steps.unused.items():
            fails[path] = builder.either(fails.get(path, builder.no), given)
    for path, given in fails.items():
        yield Test(code=UNUSED_DATUM, path=path, group="", fails=given, value=None, row=-1)


def book_of(plan: CalculationPlan, rules: RulePlan, builder: Builder, columns: Columns) -> Book:
    """Put one rule book on a builder of tapes for ``columns``."""
    measures = {
        name: Lowered(builder.make("value", (), "number", "", name), builder.no)
        for name in ("year", "period")
    }
    lowering = Lowering(builder, rules, measures, WAYS)
    limits = [p for p in rules.provisions if p.force == "limit"]
    steps = Steps(lowering, columns, {d.path: d for d in plan.data_model.data}, limits)
    steps.put()
    network = Network(lowering, steps)
    evidence = Evidence(plan, lowering)
    footprints = {o.name: footprint_of(network, o, evidence) for o in rules.outcomes}
    return Book(lowering=lowering, steps=steps, network=network, footprints=footprints)


def _outputs(plan: CalculationPlan, main: Book, others: list[Book]) -> dict[str, Output]:
    """Name everything that a tape can give."""
    first = next(iter(main.footprints.values()))
    parts = {"cfp": first.cfp, "biogenic_co2": first.biogenic_co2, **first.parts}
    outputs = {name: Output(value=value, there=first.made) for name, value in parts.items()}
    for book in (main, *others):
        prefix = f"{book.lowering.rules.name}." if book.lowering.rules.name else ""
        for name, found in book.footprints.items():
            outputs |= _products(f"{prefix}{name}", found, main.lowering.builder.yes)
    outputs |= _quality(main.lowering.builder, first)
    _measure(main, first, outputs)
    for result in ordered(plan.rules.results):
        if isinstance(result, Compute):
            kept = main.lowering.values[result.path] = main.steps.kept(result)
            outputs[f"results.{result.path}"] = Output(value=kept.value, there=kept.there)
    return {name: outputs[name] for name in public(plan, outputs)}


def _products(name: str, found: Footprint, always: int) -> dict[str, Output]:
    return {
        f"{name}.cfp": Output(value=found.cfp, there=found.made),
        f"{name}.intensity": Output(value=found.intensity, there=found.made),
        f"{name}.reference_flow": Output(value=found.reference_flow, there=always),
    }


def _quality(builder: Builder, found: Footprint) -> dict[str, Output]:
    there = builder.both(found.made, found.weighed)
    quality = {"primary_share": Output(value=found.primary_share, there=there)}
    if found.score is not None:
        quality["score"] = Output(value=found.score, there=there)
    return quality


def _measure(main: Book, first: Footprint, outputs: Mapping[str, Output]) -> None:
    """Give the main rule book what results and provisions may ask."""
    builder, measures = main.lowering.builder, main.lowering.measures
    for name, output in outputs.items():
        if name not in first.parts:
            measures[name] = Lowered(output.value, builder.inverse(output.there))
    nothing = builder.no
    if first.excluded_total != builder.zero:
        sized = builder.inverse(builder.compared("same", first.cfp, builder.zero))
        nothing = builder.inverse(builder.both(first.made, sized))
    measures["excluded_largest"] = Lowered(first.excluded_largest, nothing)
    measures["excluded_total"] = Lowered(first.excluded_total, nothing)
    measures["data_age"] = Lowered(builder.zero, builder.no)
    main.lowering.oldest = oldest_row(main.lowering)
    age = builder.minus(measures["year"].value, builder.applied("round", main.lowering.oldest))
    measures["factor_age"] = Lowered(age, builder.no)


def reached(
    builder: Builder, outputs: dict[str, Output], tests: tuple[Test, ...], aside: int
) -> Tape:
    """Keep the nodes that something asked for reads, in order."""
    stops = tuple(truth for _, truth in builder.stops)
    whole = Tape(
        nodes=tuple(builder.nodes),
        words=builder.words,
        outputs=outputs,
        tests=tests,
        aside=aside,
        stops=stops,
    )
    wanted = whole.kept()
    for place in reversed(range(len(builder.nodes))):
        if place in wanted:
            node = builder.nodes[place]
            wanted.update(node.arguments)
            groups = (node.group, str(node.payload))
            wanted.update(builder.made[group] for group in groups if group in builder.made)
    moved = {old: new for new, old in enumerate(sorted(wanted))}
    return Tape(
        nodes=tuple(_moved(builder.nodes[old], moved) for old in moved),
        words=builder.words,
        outputs={
            name: Output(value=moved[output.value], there=moved[output.there])
            for name, output in outputs.items()
        },
        tests=tuple(
            replace(
                test,
                fails=moved[test.fails],
                value=moved[test.value] if test.value is not None else None,
                oldest=moved[test.oldest] if test.oldest is not None else None,
            )
            for test in tests
        ),
        aside=moved[aside],
        stops=tuple(moved[truth] for truth in stops if truth in moved),
    )


def _moved(node: Node, moved: Mapping[int, int]) -> Node:
    return replace(node, arguments=tuple(moved[place] for place in node.arguments))
