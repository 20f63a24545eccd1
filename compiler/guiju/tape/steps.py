"""Put the steps of a rule book on the tape: data as given, formulas in order."""

from fractions import Fraction

from guiju.plan.model import Collect, Compute, Series, Step
from guiju.tape.alternatives import first_tier
from guiju.tape.lowering import UNREAD, Kept, Lowered, Lowering
from guiju.tape.model import Columns, Kind
from guiju_dsl.standard.expressions import Expression, Preferred
from guiju_dsl.standard.model import Provision
from guiju_runtime.data_model import Datum
from guiju_runtime.messages import Text
from guiju_runtime.series import MOST_ROWS, NEARLY_WHOLE

KINDS: dict[str, Kind] = {
    "number": "number",
    "year": "number",
    "choice": "word",
    "yes_no": "truth",
}


class Steps:
    """The steps of one rule book on a tape.

    Attributes:
        running: where each process runs.
        unused: where data are given that nobody asks for.
    """

    def __init__(
        self, lowering: Lowering, columns: Columns, data: dict[str, Datum], limits: list[Provision]
    ) -> None:
        """Begin with no step done."""
        self.lowering = lowering
        self.builder = lowering.builder
        self.columns = columns
        self.data = data
        self.limits = limits
        self.running: dict[str, int] = {}
        self.unused: dict[str, int] = {}

    def put(self) -> None:
        """Put every step on the tape, then what whole processes must satisfy."""
        rules = self.lowering.rules
        guards = {process.path: process.only_when for process in rules.processes}
        for step in rules.steps:
            self.lowering.values[step.path] = self.kept(step)
        for path, guard in guards.items():
            self.running[path] = self._applies(guard)
        for limit in self.limits:
            self._require(limit)

    def _applies(self, condition: Expression | None) -> int:
        return self.builder.yes if condition is None else self.lowering.holds(condition)

    def kept(self, step: Step) -> Kept:
        """Put one step on the tape."""
        if isinstance(step, Series):
            return self._series(step)
        applies = self._applies(step.only_when)
        if isinstance(step, Collect):
            return self._collected(step, applies)
        with self.lowering.only(applies):
            return self._computed(step, applies)

    def _series(self, step: Series) -> Kept:
        """Make the rows of a series; bounds that cannot be counted set the declaration aside."""
        builder = self.builder
        guards = (p.only_when for p in self.lowering.rules.processes if p.path == step.process)
        runs = self._applies(next(guards, None))
        with self.lowering.only(runs):
            first, last = self._whole(step.low), self._whole(step.high)
            length = builder.minus(last, first)
            most = builder.number(MOST_ROWS)
            self.lowering.fault(builder.compared("at_most", most, length))
        none = builder.minus(first, builder.one)
        index = builder.series(step.path, first, builder.where(runs, last, none))
        return Kept(value=index, there=builder.yes, defaulted=builder.no, zero=False, tier=None)

    def _whole(self, bound: Expression) -> int:
        """Give the whole number that a bound nearly is."""
        builder, value = self.builder, self.lowering.number(bound)
        known = builder.constant(value)
        if isinstance(known, Fraction) and known.denominator == 1:
            return value
        whole = builder.applied("round", value)
        apart = builder.applied("abs", builder.minus(value, whole))
        near = builder.number(Fraction(NEARLY_WHOLE))
        self.lowering.fault(builder.inverse(builder.compared("at_most", apart, near)))
        return whole

    def _collected(self, step: Collect, applies: int) -> Kept:
        """Give a datum: its default where none is given; missing, it sets the declaration aside."""
        builder, datum = self.builder, self.data[step.path]
        given = self._given(datum)
        self._note_unused(datum, builder.both(given, builder.inverse(applies)))
        value = self._value(datum) if given != builder.no else self._nothing(datum)
        there, defaulted = given, builder.no
        if step.default is not None:
            defaulted = builder.both(applies, builder.inverse(given))
            with self.lowering.only(defaulted):
                default = self._default(step.default, datum)
            value = builder.where(given, value, default) if given != builder.no else default
            there = applies
        elif datum.needed != "never":
            builder.set_aside(builder.both(applies, builder.inverse(given)), datum.group)
            there = applies
        if step.zero_if_absent:
            value = builder.where(there, value, builder.zero)
        return Kept(
            value=value, there=there, defaulted=defaulted, zero=step.zero_if_absent, tier=None
        )

    def _default(self, formula: Expression, datum: Datum) -> int:
        """Give a default; a number stays apart where inputs do."""
        default = self.lowering.number(formula)
        if self.builder.apart and isinstance(self.builder.constant(default), Fraction):
            return self.builder.make("default", (default,), "number", datum.group, datum.path)
        return default

    def _note_unused(self, datum: Datum, given: int) -> None:
        """Note data that nobody asked for; where whole rows are, the declaration is set aside."""
        if given == self.builder.no:
            return
        if datum.group:
            self.builder.set_aside(given, datum.group)
            return
        self.unused[datum.path] = given

    def _value(self, datum: Datum) -> int:
        if datum.kind in UNREAD:
            return self.builder.zero
        return self.builder.make("value", (), KINDS[datum.kind], datum.group, datum.path)

    def _nothing(self, datum: Datum) -> int:
        """Give what stands where a datum has no value."""
        if datum.kind == "yes_no":
            return self.builder.no
        return self.builder.no_word if datum.kind == "choice" else self.builder.zero

    def _given(self, datum: Datum) -> int:
        """Tell where a datum is given, as far as it is not known before."""
        if datum.path in self.columns.full:
            return self.builder.yes
        if datum.path not in self.columns.present:
            return self.builder.no
        return self.builder.make("given", (), "truth", datum.group, datum.path)

    def _computed(self, step: Compute, applies: int) -> Kept:
        builder = self.builder
        tier = None
        if isinstance(step.value, Preferred) and step.kind not in UNREAD:
            tier, found = first_tier(self.lowering, step.value)
        elif step.kind in UNREAD:
            kind = UNREAD[step.kind]
            zh, en = f"得出{kind.zh}的公式 {step.path}", f"the formula {step.path} of {kind.en}"
            found = self.lowering.unread(Text(zh=zh, en=en), step.kind)
        else:
            found = self.lowering.lowered(step.value)
        value, there = found.value, builder.both(applies, builder.inverse(found.absent))
        if step.zero_if_absent:
            self.lowering.fault(found.absent)
            value = builder.where(applies, value, builder.zero)
            there = applies
        return Kept(
            value=value, there=there, defaulted=builder.no, zero=step.zero_if_absent, tier=tier
        )

    def _require(self, limit: Provision) -> None:
        """Set declarations aside whose values are outside a limit."""
        if limit.condition is None:
            return
        kept = self.lowering.values.get(limit.tested)
        runs = self.running.get(limit.place, self.builder.yes)
        with self.lowering.only(kept.there if kept is not None else runs):
            held = self._held(limit.condition)
            self.lowering.fault(self.builder.inverse(held))

    def _held(self, condition: Expression) -> int:
        """Tell where a limit holds, or cannot be tested since something it reads is absent."""
        found: Lowered = self.lowering.lowered(condition)
        return self.builder.either(found.value, found.absent)
