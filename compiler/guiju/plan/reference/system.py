"""The whole product system as one dense linear system, and its transpose.

The burden of a process with all that it draws is T = E + M T, where M[p][q] is the part of the
period of q that p takes. What one unit of a product takes of each process is L = d + Mᵗ L.
"""

from fractions import Fraction

from msgspec import Struct, field

from guiju.plan.reference.matrices import Matrix, identity_less, solved, transposed
from guiju.plan.reference.model import Added, Drawn, Place, State
from guiju.plan.reference.terms import Terms
from guiju_runtime.calculation_codes import SINGULAR_LOOP, SOURCE_NOT_RUNNING, ZERO_OUTPUT

LARGEST_LEVEL = 10**12
"""A loop that gives out less than this part of what it makes counts as giving out nothing."""


class System(Struct, kw_only=True):
    """The system of one rule book; None has no value.

    Attributes:
        covered: share of its need that a limited draw gets, by place.
        rates: part of its process's period that one unit of a product flow takes.
        totals: burden of each process with all that it draws [kgCO2e].
        intensities: kgCO2e for each unit of a product flow.
        takes: part of the period of its second process that the first takes.
        unsized: whether an excluded process has no value, hence the exclusions no known size.
    """

    state: State
    terms: Terms
    covered: dict[Place, Fraction | None] = field(default_factory=dict)
    rates: dict[str, Fraction | None] = field(default_factory=dict)
    totals: dict[str, Fraction | None] = field(default_factory=dict)
    intensities: dict[str, Fraction | None] = field(default_factory=dict)
    takes: dict[tuple[str, str], Fraction | None] = field(default_factory=dict)
    unsized: bool = False

    @property
    def excluded(self) -> set[str]:
        """Give the processes that contribute nothing at all."""
        return {process.path for process in self.state.plan.processes if process.excluded}

    def value(self, added: Added) -> Fraction | None:
        """Give what a contribution adds, only the uncovered rest of a limited draw."""
        if not added.contribution.rest:
            return added.value
        part = self.covered.get((added.contribution.flow, added.row), Fraction(0))
        if part == 1:
            return Fraction(0)
        return None if part is None or added.value is None else added.value * (1 - part)

    def level(self, demand: dict[str, Fraction]) -> dict[str, Fraction]:
        """Give how much of each process's period a demand on processes takes."""
        names = [p.path for p in self.state.plan.processes if self._takes_part(p.path)]
        matrix = transposed(self.matrix(names))
        right = [demand.get(name, Fraction(0)) for name in names]
        found = solved(identity_less(matrix), right)
        assert found is not None, "a loop that gives nothing out was found before"
        return dict(zip(names, found, strict=True))

    def _takes_part(self, process: str) -> bool:
        return self.totals.get(process) is not None

    def matrix(self, names: list[str]) -> Matrix:
        """Give what each of ``names`` takes of the period of each."""
        return [[self.takes.get((a, b)) or Fraction(0) for b in names] for a in names]


def system_of(state: State, terms: Terms) -> System:
    """Solve the system of a rule book."""
    system = System(state=state, terms=terms)
    _cover(system)
    _rate(system)
    drawn = _taken(system)
    for term, amount in drawn:
        rate = system.rates.get(term.draw.source)
        pair = term.process, term.draw.supplier
        system.takes[pair] = _plus(system.takes.get(pair, Fraction(0)), _times(amount, rate))
    _total(system)
    for made in terms.made:
        total = system.totals[made.process]
        system.intensities[made.flow] = _times(system.rates[made.flow], total)
        if made.amount == 0 and total != 0 and made.share != 0:
            report_zero_output(system, made.flow)
    for term, _ in drawn:
        _report_dry_source(system, term)
    return system


def _times(left: Fraction | None, right: Fraction | None) -> Fraction | None:
    return None if left is None or right is None else left * right


def _plus(left: Fraction | None, right: Fraction | None) -> Fraction | None:
    return None if left is None or right is None else left + right


def _cover(system: System) -> None:
    """Let firm draws come first; the limited ones share pro rata what is left of the source."""
    terms, unknown = system.terms, system.state.unknown
    made = {made.flow: made.amount for made in terms.made}
    for term in terms.drawn:
        if not term.draw.limited:
            continue
        source = term.draw.source
        same = [t for t in terms.drawn if t.draw.source == source]
        need = _sum([t.amount for t in same if t.draw.limited])
        firm = _sum([t.amount for t in same if not t.draw.limited])
        supply = None if term.draw.supplier in unknown else made.get(source, Fraction(0))
        system.covered[term.draw.flow, term.row] = _part(supply, firm, need)


def _part(supply: Fraction | None, firm: Fraction | None, need: Fraction | None) -> Fraction | None:
    if supply is None or firm is None or need is None:
        return None
    left = max(supply - firm, Fraction(0))
    return Fraction(1) if left >= need else left / need


def _sum(values: list[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if len(known) == len(values) else None


def _rate(system: System) -> None:
    for made in system.terms.made:
        rate = None
        if made.amount and made.share is not None:
            rate = made.share / made.amount
        if rate is None and made.process in system.excluded:
            rate = Fraction(0)
            system.unsized = True
        system.rates[made.flow] = rate


def _taken(system: System) -> list[tuple[Drawn, Fraction | None]]:
    """Give the draws with what each truly takes of its source."""
    parts = {
        id(term): system.covered[term.draw.flow, term.row] if term.draw.limited else Fraction(1)
        for term in system.terms.drawn
    }
    return [
        (term, _times(term.amount, parts[id(term)]))
        for term in system.terms.drawn
        if parts[id(term)] != 0
    ]


def _total(system: System) -> None:
    """Solve T = E + M T for all processes whose burden and draws have a value."""
    processes = [process.path for process in system.state.plan.processes]
    own = {process: _own(system, process) for process in processes}
    unknown = _unknown(system, own)
    names = [process for process in processes if process not in unknown]
    found = solved(
        identity_less(system.matrix(names)), [own[name] or Fraction(0) for name in names]
    )
    assert found is not None, "a loop that gives nothing out was found before"
    system.totals = {**dict.fromkeys(processes), **dict(zip(names, found, strict=True))}


def _own(system: System, process: str) -> Fraction | None:
    added = [a for a in system.terms.added if a.process == process]
    return _sum([system.value(a) for a in added if not a.contribution.excluded])


def _unknown(system: System, own: dict[str, Fraction | None]) -> set[str]:
    """Find the processes without value: by their own burden, their draws, their loop."""
    unknown = {process for process, value in own.items() if value is None}
    links = [(a, b, part) for (a, b), part in system.takes.items() if b not in system.excluded]
    unknown |= {user for user, _, part in links if part is None}
    loops = [set(loop) for loop in system.state.plan.loops]
    linked = [loop for loop in loops if any(_is_inner(system, pair, loop) for pair in system.takes)]
    for loop in linked:
        if _is_stuck(system, [p for p in own if p in loop]):
            unknown |= loop
    while True:
        users = {user for user, supplier, part in links if part != 0 and supplier in unknown}
        whole = {process for loop in linked if loop & unknown for process in loop}
        if users | whole <= unknown:
            return unknown
        unknown |= users | whole


def _is_inner(system: System, pair: tuple[str, str], loop: set[str]) -> bool:
    return system.takes[pair] != 0 and set(pair) <= loop


def _is_stuck(system: System, loop: list[str]) -> bool:
    """Tell whether a loop takes at least what it makes, and report it."""
    inner = [part for pair, part in system.takes.items() if set(pair) <= set(loop)]
    if None in inner:
        return False
    levels = solved(identity_less(system.matrix(loop)), [Fraction(1) for _ in loop])
    if levels is not None and all(0 < level < LARGEST_LEVEL for level in levels):
        return False
    first = next(members[0] for members in system.state.plan.loops if set(members) == set(loop))
    system.state.found.add((SINGULAR_LOOP.id, first))
    return True


def report_zero_output(system: System, flow: str) -> None:
    """Report a product that is asked for but was not made."""
    if flow.partition(".")[0] not in system.excluded:
        system.state.found.add((ZERO_OUTPUT.id, flow))


def _report_dry_source(system: System, term: Drawn) -> None:
    draw = term.draw
    amounts = {made.flow: made.amount for made in system.terms.made}
    if draw.supplier in system.excluded:
        return
    if draw.source in amounts:
        if amounts[draw.source] == 0:
            report_zero_output(system, draw.source)
    elif draw.supplier not in system.state.unknown:
        place = system.state.shown((draw.flow, term.row))
        system.state.found.add((SOURCE_NOT_RUNNING.id, place))
