"""Pass 2: merge the documents, declare every thing, give every name its meaning."""

from collections.abc import Iterator
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from guiju_dsl.diagnostics import Diagnostic, Outcome, outcome
from guiju_dsl.names.circles import definitions_end
from guiju_dsl.names.clashes import (
    names_are_given_once,
    no_name_is_hidden,
    overrides_are_of_something,
    uses_end,
)
from guiju_dsl.names.clause_places import clauses_have_places
from guiju_dsl.names.declaring import Declaring, walk
from guiju_dsl.names.gases import gases_have_potentials
from guiju_dsl.names.kept import changed_rules, rules_of
from guiju_dsl.names.lookup import Index, index_of, indices_of
from guiju_dsl.names.mentions import names_are_known, sets_are_known
from guiju_dsl.names.merging import HomedItem, head_of, in_order, used_standards
from guiju_dsl.names.model import Declaration, NamedStandard, ProfileNames, Reference
from guiju_dsl.names.overriding import overridden, overrides_in
from guiju_dsl.names.profiles import profile_names, under_profile
from guiju_dsl.names.qualifying import called_by_library
from guiju_dsl.names.references import Resolver, unknown
from guiju_dsl.names.signatures import same_signatures
from guiju_dsl.names.texts import texts_speak_of_known_things
from guiju_dsl.source import Span
from guiju_dsl.syntax import tree


def from_syntax(forest: tree.Forest) -> Outcome[NamedStandard]:
    """Give the standard with all that it builds on merged in and every name resolved."""
    files = tuple(in_order(forest))
    merged = tuple(HomedItem(item, name) for name, file in files for item in file.items)
    homed = called_by_library(merged, heads_of(files))
    overrides = tuple(o for _, file in files for o in overrides_in(file.items))
    items, lost = overridden(homed, overrides)
    declaring = Declaring()
    used, of_used = _used(forest)
    named = _named(declaring.declared(items), used, None)
    standard = _standard(forest, files, named, used)
    rules = rules_of(standard.heads)
    changed = changed_rules(homed, items, rules, named.index, named.references)
    standard = replace(standard, changed=tuple(changed))
    under = [_profile(d, items, declaring, standard) for d in _profiles(named)]
    whole = replace(standard, profiles=tuple(profile for profile, _ in under))
    faults = (
        *overrides_are_of_something(lost, named.index),
        *of_used,
        *named.faults,
        *sets_are_known(standard.heads, named.index),
        *clauses_have_places(named.index),
        *(fault for _, file in files for fault in texts_speak_of_known_things(file, named.index)),
        *(fault for _, found in under for fault in found),
        *gases_have_potentials(whole, named.index),
    )
    return outcome(whole, _once(faults))


def _used(
    forest: tree.Forest,
) -> tuple[dict[str, NamedStandard], tuple[Diagnostic, ...]]:
    """Give the standards whose results are used, each with its own names, and their errors."""
    circles = tuple(uses_end(forest))
    if circles:
        return {}, circles
    found = {
        name: from_syntax(tree.Forest(main=file, others=forest.others))
        for name, file in used_standards(forest).items()
    }
    errors = (d for one in found.values() for d in one.diagnostics if d.severity == "error")
    known = {name: one.product for name, one in found.items() if one.product is not None}
    return known, tuple(errors)


def _once(faults: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Give each fault once, though each profile finds it again."""
    return tuple({(f.code.id, f.span): f for f in faults}.values())


class _Named(Struct, frozen=True):
    """Declarations with what their names mean, before they become a standard."""

    top: tuple[Declaration, ...]
    index: Index
    references: dict[Span, Reference]
    faults: tuple[Diagnostic, ...]


def _named(
    top: tuple[Declaration, ...], used: dict[str, NamedStandard], like: NamedStandard | None
) -> _Named:
    """Resolve the names of ``top``; what it shares with ``like`` is resolved there already."""
    index = Index(walk(top), indices_of(used))
    shared = like is not None and same_signatures(index.by_path, like.declarations)
    known = like if shared else None
    resolver = Resolver(index, references=dict(known.references) if known is not None else {})
    faults: list[Diagnostic] = [*names_are_given_once(index), *no_name_is_hidden(index)]
    for path, declaration in index.by_path.items():
        if known is None or known.declarations[path] is not declaration:
            resolver.declaration(declaration)
            faults += names_are_known(declaration, index)
    faults += resolver.faults
    faults += definitions_end(index.by_path, resolver.references)
    return _Named(top, index, resolver.references, tuple(faults))


def heads_of(files: tuple[tuple[str, tree.File], ...]) -> tuple[tree.Document, ...]:
    """Give the heads of ``files``, that of the standard last."""
    return tuple(head for _, file in files if (head := head_of(file)) is not None)


def _standard(
    forest: tree.Forest,
    files: tuple[tuple[str, tree.File], ...],
    named: _Named,
    used: dict[str, NamedStandard],
) -> NamedStandard:
    heads = heads_of(files)
    texts = [(name, file.source.digest) for name, file in files]
    texts += [(name, standard.digest) for name, standard in used.items()]
    digest = sha256("".join(f"{name}\0{text}\0" for name, text in texts).encode())
    return NamedStandard(
        head=heads[-1],
        heads=heads,
        main=forest.main,
        sources={file.source.name: file.source for _, file in files},
        digest=digest.hexdigest(),
        top=named.top,
        declarations=named.index.by_path,
        references=named.references,
        uses=tuple(i for i in forest.main.items if isinstance(i, tree.Use | tree.Extends)),
        profiles=(),
        changed=(),
        used=used,
    )


def _profiles(named: _Named) -> Iterator[Declaration]:
    return (d for d in named.index.by_path.values() if d.kind == "profile")


def _profile(
    declaration: Declaration,
    items: tuple[HomedItem, ...],
    declaring: Declaring,
    standard: NamedStandard,
) -> tuple[ProfileNames, tuple[Diagnostic, ...]]:
    """Give a profile with the standard as it is under it, and what was found on the way."""
    changed, lost, missing = under_profile(declaration, items)
    index = index_of(standard)
    found = (
        *overrides_are_of_something(lost, index),
        *(unknown(path, set(standard.declarations)) for path in missing),
    )
    if changed is items:
        return profile_names(declaration, standard), found
    named = _named(declaring.declared(changed), standard.used, standard)
    variant = replace(
        standard,
        top=named.top,
        declarations=named.index.by_path,
        references=named.references,
    )
    return profile_names(declaration, variant), (*found, *named.faults)
