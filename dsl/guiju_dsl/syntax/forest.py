"""Read a standard with everything that it uses and extends."""

from collections.abc import Callable, Iterable, Iterator

from guiju_dsl.diagnostics import Diagnostic, Outcome, outcome
from guiju_dsl.source import SourceText
from guiju_dsl.syntax.cache import NO_CACHE, Cache
from guiju_dsl.syntax.from_text import from_text
from guiju_dsl.syntax.tree import Extends, File, Forest, Path, Use


def from_source(
    source: SourceText,
    find: Callable[[str], SourceText | None],
    cache: Cache = NO_CACHE,
    known: Callable[[], Iterable[str]] = tuple,
) -> Outcome[Forest]:
    """Read ``source`` and, each once, the sources that it names, directly or not.

    Args:
        find: gives the source of a name, None if there is none; raises nothing.
        cache: where trees of unchanged sources are kept.
        known: names that ``find`` knows, for the message on one that it does not.
    """
    first = from_text(source, cache)
    found = list(first.diagnostics)
    files = {source.name: first.product}
    others: dict[str, File] = {}
    asked: set[str] = set()
    waiting = [first.product]
    while waiting:
        for path in _named_sources(waiting.pop(0)):
            if path.text in asked:
                continue
            asked.add(path.text)
            text = find(path.text)
            if text is None:
                found.append(_unknown(path, tuple(known())))
                continue
            if text.name not in files:
                read = from_text(text, cache)
                found += read.diagnostics
                files[text.name] = read.product
                waiting.append(read.product)
            file = files[text.name]
            if file is not None:
                others[path.text] = file
    if first.product is None:
        return Outcome(None, tuple(found))
    return outcome(Forest(main=first.product, others=tuple(others.items())), tuple(found))


def _named_sources(file: File | None) -> Iterator[Path]:
    for item in file.items if file else ():
        if isinstance(item, Use):
            yield from item.paths
        elif isinstance(item, Extends):
            yield item.path


def _unknown(path: Path, known: tuple[str, ...]) -> Diagnostic:
    from guiju_dsl.syntax.unknown_source import unknown_source  # late: mostly every source is there

    return unknown_source(path, known)
