"""Pass 3: check units, kinds and rules; give the standard as one typed value."""

from guiju_dsl.diagnostics import Diagnostic, Outcome, outcome
from guiju_dsl.names.model import NamedStandard, ProfileNames, label_of, text_of
from guiju_dsl.standard import parts, processes, provisions, tables
from guiju_dsl.standard.checks import CHECKS
from guiju_dsl.standard.examples import examples
from guiju_dsl.standard.model import NO_TEXT, BoundStandard, RuleBook
from guiju_dsl.standard.typing import Typing
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text


def from_names(names: NamedStandard) -> Outcome[BoundStandard]:
    """Give the checked standard."""
    types = Typing(names)
    head = parts.identity(names.head, names.digest)
    inherited = [parts.identity(h, "") for h in names.heads if h.kind == "standard"]
    gwp = next((i.gwp for i in reversed(inherited) if i.gwp), "")
    rules = _rules(types, "", NO_TEXT, gwp, ())
    profiles, faults = _profiles(names, types, gwp)
    standard = BoundStandard(
        names=names,
        identity=head,
        rules=rules,
        profiles=profiles,
        boundary=parts.boundary(types),
        indicators=tuple(parts.indicators(types)),
        terms=tuple(parts.terms(types)),
        cites=tuple(parts.cites(types)),
        adopted=tuple(i for i in inherited if i.id != head.id),
        clauses=tuple(provisions.clauses(types, rules.provisions)),
        examples=tuple(examples(types)),
    )
    found = [*types.faults, *faults]
    if not found:
        found = [diagnostic for check in CHECKS for diagnostic in check(standard)]
    return outcome(standard, _once(found))


def _once(faults: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Give each fault once, in the order of the text."""
    unique = {(f.code.id, f.span): f for f in faults}
    return tuple(sorted(unique.values(), key=lambda fault: fault.span))


def _profiles(
    names: NamedStandard, types: Typing, gwp: str
) -> tuple[tuple[RuleBook, ...], list[Diagnostic]]:
    books: list[RuleBook] = []
    faults: list[Diagnostic] = []
    for profile in names.profiles:
        own = Typing(profile.standard)
        books.append(_rules(own, profile.name, _label(profile), profile.gwp or gwp, _excluded(profile)))
        faults += own.faults
    return tuple(books), faults


def _label(profile: ProfileNames) -> Text:
    node = profile.declaration.node
    return label_of(node.label if isinstance(node, tree.Named) else None, profile.name)


def _excluded(profile: ProfileNames) -> tuple[tuple[str, Text], ...]:
    return tuple((path, text_of(words)) for path, words in profile.excluded)


def _rules(
    types: Typing, name: str, label: Text, gwp: str, excluded: tuple[tuple[str, Text], ...]
) -> RuleBook:
    formulas = tuple(processes.formulas(types))
    results = {d.path for d in types.names.declarations.values() if d.kind == "result"}
    return RuleBook(
        name=name,
        label=label,
        gwp=gwp,
        excluded=excluded,
        stages=tuple(parts.stages(types)),
        processes=tuple(processes.processes(types)),
        data=tuple(processes.data(types)),
        formulas=tuple(f for f in formulas if f.path not in results),
        results=tuple(f for f in formulas if f.path in results),
        products=tuple(parts.products(types)),
        tables=tuple(tables.tables(types)),
        gwp_sets=tuple(tables.gwp_sets(types)),
        provisions=tuple(provisions.provisions(types)),
    )
