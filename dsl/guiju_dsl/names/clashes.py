"""One name, one thing; and what cannot be overridden or used."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, Related, at
from guiju_dsl.names.codes import CIRCULAR_USE, DUPLICATE_NAME, HIDDEN_NAME, UNKNOWN_OVERRIDE
from guiju_dsl.names.items import name_span
from guiju_dsl.names.lookup import Index, outward
from guiju_dsl.names.merging import head_of, paths_of
from guiju_dsl.names.near import near
from guiju_dsl.syntax import tree
from guiju_runtime.messages import same_words

HIDING = ("data", "let")


def names_are_given_once(index: Index) -> Iterator[Diagnostic]:
    """Report the second of two things with one name."""
    for first, second in index.duplicates:
        related = Related(span=name_span(first.node), words=same_words(first.path))
        yield at(DUPLICATE_NAME, name_span(second.node), name=second.path, related=(related,))


def no_name_is_hidden(index: Index) -> Iterator[Diagnostic]:
    """Report a datum or formula with the name of another further out."""
    for path, declaration in index.by_path.items():
        if declaration.kind not in HIDING or "." not in path:
            continue
        around = path.rpartition(".")[0]
        for scope in outward(around.rpartition(".")[0]):
            outer = f"{scope}.{declaration.name}" if scope else declaration.name
            found = index.by_path.get(outer)
            if found is not None and found.kind in HIDING:
                yield at(HIDDEN_NAME, name_span(declaration.node), name=path, outer=outer)


def overrides_are_of_something(
    lost: tuple[tree.Override, ...], index: Index
) -> Iterator[Diagnostic]:
    """Report overrides that name nothing."""
    for override in lost:
        known = [key.partition(":")[2] or key for key in index.by_path]
        likely = near(override.path.text, known)
        span = override.path.span
        yield at(UNKNOWN_OVERRIDE, span, name=override.path.text, near=likely, hint=bool(likely))


def uses_end(forest: tree.Forest) -> Iterator[Diagnostic]:
    """Report the ``use`` or ``extends`` of the main file that leads back to it."""
    head = head_of(forest.main)
    own = head.name.text if head is not None else ""
    others = dict(forest.others)

    def leads_back(name: str, seen: set[str]) -> bool:
        if name == own or others.get(name) is forest.main:
            return True
        if name in seen or name not in others:
            return False
        seen.add(name)
        paths = (path for item in others[name].items for path in paths_of(item))
        return any(leads_back(path.text, seen) for path in paths)

    for item in forest.main.items:
        for path in paths_of(item):
            if leads_back(path.text, set()):
                yield at(CIRCULAR_USE, path.span, name=path.text)
