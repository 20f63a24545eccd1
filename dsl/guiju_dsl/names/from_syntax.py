"""Pass 2: merge the documents, declare every thing, give every name its meaning."""

from collections.abc import Iterator
from hashlib import sha256

from guiju_dsl.diagnostics import Diagnostic, Outcome, Related, at, outcome
from guiju_dsl.names.circles import definitions_end
from guiju_dsl.names.codes import CIRCULAR_USE, DUPLICATE_NAME, HIDDEN_NAME, UNKNOWN_OVERRIDE
from guiju_dsl.names.declaring import declared, walk
from guiju_dsl.names.lookup import Index, key_of, outward
from guiju_dsl.names.merging import HomedItem, head_of, in_order, overridden, paths_of
from guiju_dsl.names.model import Declaration, NamedStandard, ProfileNames
from guiju_dsl.names.near import near
from guiju_dsl.names.references import Resolver
from guiju_dsl.syntax import tree
from guiju_runtime.messages import same_words


def from_syntax(forest: tree.Forest) -> Outcome[NamedStandard]:
    """Give the standard with all that it builds on merged in and every name resolved."""
    files = tuple(in_order(forest))
    homed = tuple(HomedItem(item, name) for name, file in files for item in file.items)
    overrides = tuple(h.item for h in homed if isinstance(h.item, tree.Override))
    items, lost = overridden(homed, overrides)
    standard, faults = _named(forest, files, items)
    faults = (*_lost_overrides(lost, standard), *_circular_uses(forest), *faults)
    profiles, more = _profiles(forest, files, items, standard)
    whole = NamedStandard(
        head=standard.head,
        heads=standard.heads,
        main=standard.main,
        sources=standard.sources,
        digest=standard.digest,
        top=standard.top,
        declarations=standard.declarations,
        references=standard.references,
        uses=standard.uses,
        profiles=profiles,
    )
    return outcome(whole, _once((*faults, *more)))


def _once(faults: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Give each fault once, though each profile finds it again."""
    return tuple({(f.code.id, f.span): f for f in faults}.values())


def _named(
    forest: tree.Forest, files: tuple[tuple[str, tree.File], ...], items: tuple[HomedItem, ...]
) -> tuple[NamedStandard, tuple[Diagnostic, ...]]:
    top = declared(items)
    index = Index(walk(top))
    resolver = Resolver(index)
    for declaration in walk(top):
        resolver.declaration(declaration)
    heads = tuple(head for _, file in files if (head := head_of(file)) is not None)
    digest = sha256("".join(f"{name}\0{file.source.digest}\0" for name, file in files).encode())
    standard = NamedStandard(
        head=heads[-1],
        heads=heads,
        main=forest.main,
        sources={file.source.name: file.source for _, file in files},
        digest=digest.hexdigest(),
        top=top,
        declarations=index.by_path,
        references=resolver.references,
        uses=tuple(i for i in forest.main.items if isinstance(i, tree.Use | tree.Extends)),
        profiles=(),
    )
    faults = (
        *_duplicates(index),
        *_hidden(index),
        *resolver.faults,
        *definitions_end(index.by_path, resolver.references),
    )
    return standard, faults


def _duplicates(index: Index) -> Iterator[Diagnostic]:
    for first, second in index.duplicates:
        name = getattr(second.node, "name", None) or second.node
        first_name = getattr(first.node, "name", None) or first.node
        related = Related(span=first_name.span, words=same_words(first.path))
        yield at(DUPLICATE_NAME, name.span, name=second.path, related=(related,))


def _hidden(index: Index) -> Iterator[Diagnostic]:
    for path, declaration in index.by_path.items():
        if declaration.kind not in ("data", "let") or "." not in path:
            continue
        for scope in tuple(outward(path.rpartition(".")[0]))[1:]:
            outer = f"{scope}.{declaration.name}" if scope else declaration.name
            found = index.by_path.get(outer)
            if found is not None and found.kind in ("data", "let"):
                span = getattr(declaration.node, "name", declaration.node).span
                yield at(HIDDEN_NAME, span, name=path, outer=outer)


def _lost_overrides(
    lost: tuple[tree.Override, ...], standard: NamedStandard
) -> Iterator[Diagnostic]:
    for override in lost:
        known = [key.partition(":")[2] or key for key in standard.declarations]
        likely = near(override.path.text, known)
        yield at(
            UNKNOWN_OVERRIDE,
            override.path.span,
            name=override.path.text,
            near=likely,
            hint=bool(likely),
        )


def _circular_uses(forest: tree.Forest) -> Iterator[Diagnostic]:
    """Report the ``use`` or ``extends`` of the main file that leads back to it."""
    head = head_of(forest.main)
    own = head.name.text if head is not None else ""
    others = dict(forest.others)

    def reaches(name: str, seen: set[str]) -> bool:
        if name == own or name in seen or name not in others:
            return name == own
        seen.add(name)
        paths = (path for item in others[name].items for path in paths_of(item))
        return any(reaches(path.text, seen) for path in paths)

    for item in forest.main.items:
        for path in paths_of(item):
            if reaches(path.text, set()):
                yield at(CIRCULAR_USE, path.span, name=path.text)


def _profiles(
    forest: tree.Forest,
    files: tuple[tuple[str, tree.File], ...],
    items: tuple[HomedItem, ...],
    standard: NamedStandard,
) -> tuple[tuple[ProfileNames, ...], tuple[Diagnostic, ...]]:
    """Give each profile with the standard as it is under it."""
    profiles, faults = [], []
    for declaration in standard.declarations.values():
        if declaration.kind != "profile":
            continue
        overrides = tuple(i for i in declaration.items if isinstance(i, tree.Override))
        variant = standard
        if overrides:
            changed, lost = overridden(items, overrides)
            variant, more = _named(forest, files, changed)
            faults += [*_lost_overrides(lost, standard), *more]
        profiles.append(_profile(declaration, variant))
    return tuple(profiles), tuple(faults)


def _profile(declaration: Declaration, variant: NamedStandard) -> ProfileNames:
    selects = (i for i in declaration.items if isinstance(i, tree.Named) and i.kind == "gwp")
    gwp = next((i.name.text for i in selects if i.name is not None), "")
    excluded = tuple(
        (path.text, item.because)
        for item in declaration.items
        if isinstance(item, tree.Exclude)
        for path in item.paths
    )
    return ProfileNames(
        name=declaration.name,
        declaration=declaration,
        gwp=gwp,
        excluded=excluded,
        standard=variant,
    )


