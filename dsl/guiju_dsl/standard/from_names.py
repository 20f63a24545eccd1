"""Pass 3: check units, kinds and rules; give the standard as one typed value."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from guiju_dsl.diagnostics import Diagnostic, Outcome, outcome
from guiju_dsl.names.gases import set_in_force
from guiju_dsl.names.items import label_words
from guiju_dsl.names.model import NamedStandard, ProfileNames, label_of, text_of
from guiju_dsl.standard import heads
from guiju_dsl.standard.calculated import formulas
from guiju_dsl.standard.causes import causes
from guiju_dsl.standard.checks import CHECKS
from guiju_dsl.standard.collected import changed_data, data
from guiju_dsl.standard.examples import examples
from guiju_dsl.standard.formulas import FormulaTyping, Typing
from guiju_dsl.standard.functions import functions
from guiju_dsl.standard.gwp_sets import gwp_sets
from guiju_dsl.standard.indicators import indicators
from guiju_dsl.standard.model import NO_TEXT, BoundStandard, RuleBook
from guiju_dsl.standard.placement import everything_has_its_place
from guiju_dsl.standard.processes import processes
from guiju_dsl.standard.products import products
from guiju_dsl.standard.provisions import changed_provisions, clauses, provisions
from guiju_dsl.standard.tables import tables
from guiju_dsl.standard.used import used_standards, with_used_data


def from_names(names: NamedStandard) -> Outcome[BoundStandard]:
    """Give the checked standard."""
    types = FormulaTyping(names)
    rules = _rules(types)
    profiles = [_profile(profile, types, rules) for profile in names.profiles]
    inherited = [heads.identity(h, "") for h in names.heads if h.kind == "standard"]
    standard = BoundStandard(
        names=names,
        identity=heads.identity(names.head, names.digest),
        rules=rules,
        profiles=tuple(book for book, _ in profiles),
        boundary=heads.boundary(names),
        indicators=tuple(indicators(types)),
        terms=tuple(heads.terms(names)),
        cites=tuple(heads.cites(names)),
        adopted=tuple(i for i in inherited if i.id != names.head.name.text),
        clauses=tuple(clauses(types, rules.provisions)),
        examples=tuple(examples(types)),
        changed_provisions=tuple(changed_provisions(types)),
        changed_data=tuple(changed_data(types)),
        used=tuple(used_standards(types)),
    )
    found = [*types.faults, *(fault for _, own in profiles for fault in own.faults)]
    doubtful = types.doubtful.union(*(own.doubtful for _, own in profiles))
    found = list(causes(names, found, doubtful))
    found += everything_has_its_place(names)
    if not found:
        found = [diagnostic for check in CHECKS for diagnostic in check(standard)]
    return outcome(standard, _once(found))


def _once(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Give each fault once, in the order of the text."""
    unique = {(fault.code.id, fault.span): fault for fault in faults}
    return tuple(sorted(unique.values(), key=lambda fault: fault.span))


def _rules(types: Typing) -> RuleBook:
    """Check the rules of the standard itself, or of the standard as it is under a profile."""
    calculated = tuple(formulas(types))
    results = set(_results(types.names))
    rules = RuleBook(
        name="",
        label=NO_TEXT,
        gwp=set_in_force(types.names),
        excluded=heads.excluded(types.names),
        stages=tuple(heads.stages(types.names)),
        processes=tuple(processes(types)),
        data=tuple(data(types)),
        formulas=tuple(formula for formula in calculated if formula.path not in results),
        results=tuple(formula for formula in calculated if formula.path in results),
        functions=tuple(functions(types)),
        products=tuple(products(types)),
        tables=tuple(tables(types)),
        gwp_sets=tuple(gwp_sets(types)),
        provisions=tuple(provisions(types)),
    )
    return with_used_data(types, rules)


def _results(names: NamedStandard) -> Iterator[str]:
    return (path for path, found in names.declarations.items() if found.kind == "result")


def _profile(profile: ProfileNames, types: Typing, rules: RuleBook) -> tuple[RuleBook, Typing]:
    """Give the rules under a profile; what it leaves alone is that of the standard."""
    own = FormulaTyping(profile.standard, like=types)
    changes = profile.standard.declarations is not types.names.declarations
    book = replace(
        _rules(own) if changes else rules,
        name=profile.name,
        label=label_of(label_words(profile.declaration.node), profile.name),
        gwp=profile.gwp or rules.gwp,
        excluded=(
            *rules.excluded,
            *((path, text_of(words)) for path, words in profile.excluded),
        ),
    )
    return book, own
