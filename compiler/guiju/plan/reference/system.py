"""The whole product system as one dense linear system, and its transpose.

A process has one part for what its products share alike, and one for each input that they share
in another way. The burden of a part with all that it draws is T = E + M T, where M[p][q] is what p
takes of q, as a ratio of its period. What a unit of a product takes of each part is L = d + Mᵗ L.
"""

from fractions import Fraction

from msgspec import Struct, field

from guiju.plan.reference.bounded import largest, smallest
from guiju.plan.reference.matrices import Matrix, identity_less, solved, transposed
from guiju.plan.reference.model import Added, Drawn, Made, Place, State
from guiju.plan.reference.terms import Terms
from guiju_runtime.calculation_codes import SINGULAR_LOOP, SOURCE_NOT_RUNNING, ZERO_OUTPUT

LARGEST_LEVEL = 10**12
"""A loop that gives out less than this part of what it makes counts as giving out nothing."""


class System(Struct, kw_only=True):
    """The system of one rule book; None has no value.

    Attributes:
        covered: share of its need that a limited draw gets, by place.
        rates: what a unit of a product flow takes of each part of its process, by part and flow.
        totals: burden of each part with all that it draws [kgCO2e].
        intensities: kgCO2e for each unit of a product flow.
        takes: what the first of two parts takes of the second.
        unsized: whether an excluded process has no value, hence the exclusions no known size.
    """

    state: State
    terms: Terms
    covered: dict[Place, Fraction | None] = field(default_factory=dict)
    rates: dict[tuple[str, str], Fraction | None] = field(default_factory=dict)
    totals: dict[str, Fraction | None] = field(default_factory=dict)
    intensities: dict[str, Fraction | None] = field(default_factory=dict)
    takes: dict[tuple[str, str], Fraction | None] = field(default_factory=dict)
    unsized: bool = False

    @property
    def excluded(self) -> frozenset[str]:
        """Give the processes that contribute nothing at all."""
        return self.state.outline.excluded

    def value(self, added: Added) -> Fraction | None:
        """Give what a contribution adds, only the uncovered rest of a limited draw."""
        if not added.contribution.rest:
            return added.value
        part = self.covered.get((added.contribution.flow, added.row), Fraction(0))
        if part == 1:
            return Fraction(0)
        return None if part is None or added.value is None else added.value * (1 - part)

    def level(self, demand: dict[str, Fraction]) -> dict[str, Fraction]:
        """Give how much of each part's period a demand on parts takes."""
        names = [part for part in self.parts() if self.totals.get(part) is not None]
        matrix = transposed(self.matrix(names))
        right = [demand.get(name, Fraction(0)) for name in names]
        found = solved(identity_less(matrix), right)
        assert found is not None, "a loop that gives nothing out was found before"
        return dict(zip(names, found, strict=True))

    def parts(self, *processes: str) -> tuple[str, ...]:
        """Give the parts of processes, or of all."""
        plans = [p for p in self.state.plan.processes if not processes or p.path in processes]
        return tuple(part for p in plans for part in (p.path, *(a.flow for a in p.apart)))

    def demand(self, flow: str, amount: Fraction) -> dict[str, Fraction] | None:
        """Give what an amount of a product flow takes of each part of its process."""
        rates = {part: rate for (part, of), rate in self.rates.items() if of == flow}
        if None in rates.values():
            return None
        return {part: amount * (rate or 0) for part, rate in rates.items()}

    def matrix(self, names: list[str]) -> Matrix:
        """Give what each of ``names`` takes of the period of each."""
        nothing = Fraction(0)
        return [[self.takes.get((a, b)) or nothing for b in names] for a in names]


def system_of(state: State, terms: Terms) -> System:
    """Solve the system of a rule book."""
    system = System(state=state, terms=terms)
    _cover(system)
    _rate(system)
    drawn = _taken(system)
    for term, amount in drawn:
        for part in system.parts(term.draw.supplier):
            pair = term.draw.part, part
            taken = _times(amount, system.rates.get((part, term.draw.source)))
            system.takes[pair] = _plus(system.takes.get(pair, Fraction(0)), taken)
    _total(system)
    for made in terms.made:
        total = system.totals[made.part]
        carried = _times(system.rates[made.part, made.flow], total)
        before = system.intensities.get(made.flow, Fraction(0))
        system.intensities[made.flow] = _plus(before, carried)
        if made.amount == 0 and total != 0 and _bears(made, terms.made):
            report_zero_output(system, made.flow)
    for term, _ in drawn:
        _report_dry_source(system, term)
    return system


def _bears(made: Made, among: tuple[Made, ...]) -> bool:
    """Tell whether a share is known to bear anything; an unknown one is where nothing is made."""
    if made.share is not None:
        return made.share != 0
    return all(other.amount == 0 for other in among if other.part == made.part)


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
    left = largest([supply - firm, Fraction(0)])
    return smallest([left / need, Fraction(1)]) if need > 0 else Fraction(1)


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
        system.rates[made.part, made.flow] = rate


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
    """Solve T = E + M T for all parts whose burden and draws have a value."""
    parts = system.parts()
    own = {part: _own(system, part) for part in parts}
    unknown = _unknown(system, own)
    names = [part for part in parts if part not in unknown]
    found = solved(
        identity_less(system.matrix(names)), [own[name] or Fraction(0) for name in names]
    )
    assert found is not None, "a loop that gives nothing out was found before"
    system.totals = {**dict.fromkeys(parts), **dict(zip(names, found, strict=True))}


def _own(system: System, part: str) -> Fraction | None:
    added = [a for a in system.terms.added if a.contribution.part == part]
    return _sum([system.value(a) for a in added if not a.contribution.excluded])


def _unknown(system: System, own: dict[str, Fraction | None]) -> set[str]:
    """Find the parts without value: by their own burden, their draws, their loop."""
    unknown = {part for part, value in own.items() if value is None}
    gone = set(system.parts(*system.excluded)) if system.excluded else set()
    links = [(a, b, part) for (a, b), part in system.takes.items() if b not in gone]
    unknown |= {user for user, _, part in links if part is None}
    loops = [set(system.parts(*loop)) for loop in system.state.plan.loops]
    linked = [loop for loop in loops if any(_is_inner(system, pair, loop) for pair in system.takes)]
    for loop in linked:
        if _is_stuck(system, [p for p in own if p in loop]):
            unknown |= loop
    while True:
        users = {user for user, supplier, part in links if part != 0 and supplier in unknown}
        whole = {part for loop in linked if loop & unknown for part in loop}
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
    loops = system.state.plan.loops
    first = next(members[0] for members in loops if set(system.parts(*members)) == set(loop))
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
