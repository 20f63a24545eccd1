"""The rules of a profile one by one, and the standard under some of them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from guiju.changes.words import Wording
from guiju.comparing import words
from guiju.effects import Step
from guiju_dsl.names.gases import set_in_force
from guiju_dsl.names.items import label_words
from guiju_dsl.names.model import NamedStandard, label_of
from guiju_dsl.standard.model import NO_TEXT, BoundStandard
from guiju_dsl.syntax import tree
from guiju_runtime.messages import Text

Key = tuple[str, str]
NAME = "rules_of_this_step"


class Rule(Struct, frozen=True, kw_only=True):
    """One thing that a profile says.

    Attributes:
        key: what it is about: its kind and a path.
        item: as a profile would say it alone.
        said: what the author wrote of it, for telling whether two rules are the same.
        words: the same with labels in place of names.
    """

    key: Key
    item: tree.Item
    said: str
    words: Text


def rules_of(names: NamedStandard, profile: str) -> dict[Key, Rule]:
    """Give what a profile says, one rule for each thing, in the order of the text."""
    found = next((p for p in names.profiles if p.name == profile), None)
    if found is None:
        return {}
    rules = _rules(found.declaration.items, (), found.standard)
    return {rule.key: rule for rule in rules}


def _rules(
    items: Sequence[tree.Item], above: tuple[tree.Name, ...], names: NamedStandard
) -> Iterator[Rule]:
    for item in items:
        match item:
            case tree.Exclude():
                for path in item.paths:
                    alone = replace(item, paths=(path,))
                    yield Rule(key=("exclude", path.text), item=alone, said="", words=NO_TEXT)
            case tree.Named(kind="gwp") if item.name is not None:
                yield Rule(key=("gwp", ""), item=item, said=item.name.text, words=NO_TEXT)
            case tree.Override():
                yield Rule(
                    key=("override", item.path.text),
                    item=item,
                    said=names.written(item.block.span),
                    words=words.joined([Wording(names).of(one) for one in item.block.items]),
                )
            case tree.Group():
                yield from _rules(item.block.items, (*above, *item.path.parts), names)
            case tree.Row():
                yield from _fixed(item, above, names)
            case _:
                pass


def _fixed(item: tree.Row, above: tuple[tree.Name, ...], names: NamedStandard) -> Iterator[Rule]:
    key = item.keys[0]
    if isinstance(key.value, tree.Path) and not isinstance(item.value, tree.Words):
        path = replace(key.value, parts=(*above, *key.value.parts))
        alone = replace(item, keys=(replace(key, value=path),))
        yield Rule(
            key=("row", path.text),
            item=alone,
            said=names.written(item.value.span),
            words=Wording(names).of(item.value),
        )


class Between(Struct, frozen=True, kw_only=True):
    """The way from the rules of one profile to those of another, in steps.

    Attributes:
        keys: what each step changes.
    """

    standard: BoundStandard
    before: dict[Key, Rule]
    after: dict[Key, Rule]
    keys: tuple[Key, ...]

    def steps(self) -> tuple[Step, ...]:
        """Say what each step changes."""
        return tuple(Step(id=key[1] or key[0], words=self._words(key)) for key in self.keys)

    def rules_after(self, taken: Sequence[int]) -> tuple[tree.Item, ...]:
        """Give what a profile says after the steps of these numbers."""
        changed = {self.keys[step] for step in taken}
        every = {**self.before, **self.after}
        chosen = (
            (self.after if key in changed or key not in self.keys else self.before).get(key)
            for key in every
        )
        return tuple(rule.item for rule in chosen if rule is not None)

    def _words(self, key: Key) -> Text:
        kind, path = key
        new = self.after.get(key)
        if kind == "exclude":
            sentence = words.LEAVES_OUT if new is not None else words.COUNTS
            return words.filled(sentence, what=named(path, self.standard))
        if kind == "gwp":
            chosen = new.said if new is not None else set_in_force(self.standard.names)
            return words.filled(words.POTENTIALS, what=label_at(chosen, self.standard.names))
        if new is None:
            return words.filled(words.AS_STANDARD, what=named(path, self.standard))
        sentence = words.FIXES if kind == "row" else words.CHANGES
        return words.filled(sentence, what=named(path, self.standard), said=new.words)


def between(standard: BoundStandard, a: str, b: str) -> Between:
    """Give the way from profile ``a`` to profile ``b``; an empty name is the standard itself."""
    before, after = rules_of(standard.names, a), rules_of(standard.names, b)
    differing = tuple(
        key
        for key in {**before, **after}
        if key not in before or key not in after or before[key].said != after[key].said
    )
    return Between(standard=standard, before=before, after=after, keys=differing)


def under(forest: tree.Forest, rules: tuple[tree.Item, ...]) -> tree.Forest:
    """Give the standard with one more profile, ``NAME``, that says ``rules``."""
    main = forest.main
    place = next(item for item in main.items if isinstance(item, tree.Document)).span
    profile = tree.Named(
        span=place,
        kind="profile",
        name=tree.Name(span=place, text=NAME),
        label=None,
        block=tree.Block(span=place, items=rules),
    )
    return replace(forest, main=replace(main, items=(*main.items, profile)))


def named(path: str, standard: BoundStandard) -> Text:
    """Name a stage, process, flow, or all inputs or emissions of a process."""
    names = standard.names
    stages = {stage.name: stage.label for stage in standard.rules.stages}
    if path in stages:
        return stages[path]
    process, _, rest = path.partition(".")
    whole = label_at(process, names)
    if not rest:
        return whole
    if rest in words.ALL_OF and path not in names.declarations:
        return words.filled(words.ALL_OF[rest], process=whole)
    return words.filled(words.OF_PROCESS, process=whole, what=label_at(path, names))


def label_at(path: str, names: NamedStandard) -> Text:
    """Give the label of a declared thing, or its path."""
    found = names.declarations.get(path)
    return label_of(label_words(found.node), found.name) if found is not None else words.same(path)
