"""Everything stands where it means something."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.items import NAMED, key_text
from guiju_dsl.names.model import NamedStandard
from guiju_dsl.names.near import near
from guiju_dsl.source import Span
from guiju_dsl.standard.attributes import FIELDS, value_text
from guiju_dsl.standard.codes import GIVEN_TWICE, MISPLACED_ITEM
from guiju_dsl.standard.note_model import NO_TEXT
from guiju_dsl.standard.places import (
    ALLOWED,
    CALCULATED,
    FIELDS_OF,
    NEEDED,
    SELECTED_SET,
    once_word,
    place_of,
    word_of,
)
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.keywords import KEYWORDS
from guiju_runtime.messages import Text, same_words
from guiju_runtime.spread import SPREADS

MOST_PLACES = 4
CLASS = Text(zh="数据类别", en="the class of data")
PLACES_IN_WORDS = {
    "file": Text(zh="文件顶层", en="at the top level of a file"),
    "row": Text(zh="行的花括号里", en="in the braces of a row"),
    "provision": Text(zh="条文的花括号里", en="in the braces of a provision"),
}


def everything_has_its_place(names: NamedStandard) -> Iterator[Diagnostic]:
    """Report items of the standard, and of what it builds on, where they mean nothing."""
    yield from _misplaced(names.main.items, "file")
    yield from _misplaced(names.head.block.items, names.head.kind)
    for declaration in names.declarations.values():
        yield from _misplaced(declaration.items, place_of(declaration.node))


def _misplaced(items: tuple[tree.Item, ...], place: str) -> Iterator[Diagnostic]:
    allowed = ALLOWED.get(place, frozenset())
    yield from _given_twice(items, place)
    for item in items:
        word = word_of(item)
        if isinstance(item, tree.Field):
            yield from _unknown_field(item, place)
        elif word not in allowed:
            yield _misplaced_item(item, word, _place_in_words(place), _elsewhere(word, place))
        elif _lacks(items, word, place):
            yield _of_nothing(item, word, place)
        elif isinstance(item, tree.Row) and item.block is not None and place in ("factor", "gwp"):
            yield from _misplaced(item.block.items, "row")
        elif isinstance(item, tree.Measured) and item.block is not None:
            yield from _misplaced(item.block.items, "measured")
        elif isinstance(item, tree.GivenData) and item.block is not None:
            yield from _of_given(item.block.items)


def _of_given(items: tuple[tree.Item, ...]) -> Iterator[Diagnostic]:
    """Report what is said of given values and means nothing."""
    for item in items:
        match item:
            case tree.Row(block=tree.Block() as block):
                yield from _misplaced(block.items, "given")
            case tree.Group():
                yield from _of_given(item.block.items)
            case _:
                pass


def _misplaced_item(item: tree.Item, word: str, place: Text, way: Text) -> Diagnostic:
    words = _item_in_words(item, word)
    return at(
        MISPLACED_ITEM, _first_words(item), item=words, place=place, way=way, hint=bool(way.zh)
    )


def _lacks(items: tuple[tree.Item, ...], word: str, place: str) -> bool:
    """Tell whether an item says something of another that is not there."""
    needed = NEEDED.get(word, "")
    return needed in ALLOWED.get(place, ()) and all(word_of(item) != needed for item in items)


def _of_nothing(item: tree.Item, word: str, place: str) -> Diagnostic:
    around, needed = _place_in_words(place), _keyword(NEEDED[word])
    return _misplaced_item(
        item,
        word,
        Text(zh=f"没有{needed.zh}的{around.zh}", en=f"{around.en} without {needed.en}"),
        Text(zh=f"写上{needed.zh}，或删去它", en=f"write {needed.en}, or remove it"),
    )


def _given_twice(items: tuple[tree.Item, ...], place: str) -> Iterator[Diagnostic]:
    """Report what may stand there only once, at its second place."""
    seen: set[str] = set()
    for item in items:
        word = once_word(item, place)
        if word and word in seen:
            name = CLASS if word == "class of data" else _item_in_words(item, word_of(item))
            yield at(GIVEN_TWICE, _first_words(item), item=name, place=_place_in_words(place))
        seen.add(word)


def _unknown_field(field: tree.Field, place: str) -> Iterator[Diagnostic]:
    known = FIELDS_OF.get(place, ())
    name = field.name.text
    if FIELDS.get(name, name) in known:
        return
    way = _way_of_field(field, known, place)
    yield _misplaced_item(field, name, _place_in_words(place), way)


def _way_of_field(field: tree.Field, known: tuple[str, ...], place: str) -> Text:
    """Say what may have been meant by a field that means nothing, or what can stand there."""
    name = field.name.text
    if name in SPREADS and "uncertainty" in ALLOWED.get(place, ()):
        said = f"{name}({', '.join(value_text(value).en for value in field.values)})"
        keyword = _keyword("uncertainty")
        return Text(zh=f"写成 {keyword.zh} {said}", en=f"write {keyword.en} {said}")
    likely = near(name, [*known, *(zh for zh, en in FIELDS.items() if en in known)])
    if likely:
        return Text(zh=f"是否为 {likely}？", en=f"did you mean {likely}?")
    listed = ", ".join(known)
    return (
        Text(zh=f"这里可以写 {listed}", en=f"what can stand here: {listed}") if known else NO_TEXT
    )


def _first_words(item: tree.Item) -> Span:
    """Give the place of an item from its keyword to its name."""
    if isinstance(item, NAMED) and item.name is not None:
        return item.span.to(item.name.span)
    if isinstance(item, tree.Field):
        return item.name.span
    return item.span


def _item_in_words(item: tree.Item, word: str) -> Text:
    match item:
        case tree.Row():
            return same_words(f"{key_text(item.keys[0])} = …")
        case tree.Group():
            return same_words(f"{item.path.text} {{ … }}")
        case tree.Field():
            return same_words(item.name.text)
        case tree.Level():
            return Text(zh="等级", en="a level")
        case _:
            return _keyword(word)


def _keyword(word: str) -> Text:
    """Give the keyword of an item in both languages."""
    plain = "gwp" if word == SELECTED_SET else word.removesuffix(" of")
    keyword = KEYWORDS[plain.replace(" ", "_").upper()]
    return Text(zh=keyword.zh, en=keyword.en)


def _place_in_words(place: str) -> Text:
    if place in PLACES_IN_WORDS:
        return PLACES_IN_WORDS[place]
    keyword = _keyword(place.removesuffix(CALCULATED))
    if place.endswith(CALCULATED):
        return Text(zh=f"有公式的{keyword.zh}里", en=f"in {keyword.en} with a formula")
    return Text(zh=f"{keyword.zh}里", en=f"in {keyword.en}")


def _elsewhere(word: str, place: str) -> Text:
    """Say where an item may stand, or that an amount with a formula is not collected."""
    collected = place.removesuffix(CALCULATED)
    if word in ALLOWED.get(collected, ()):
        return Text(
            zh="有公式的量不收集：删去它，或删去公式",
            en="an amount with a formula is not collected: remove this, or the formula",
        )
    places = [
        _place_in_words(place)
        for place in ALLOWED
        if word in ALLOWED[place] and not place.endswith(CALCULATED)
    ]
    listed = places[:MOST_PLACES]
    if not listed:
        return Text(zh="", en="")
    return Text(
        zh=f"它可以写在{'、'.join(place.zh for place in listed)}",
        en=f"it can stand {' or '.join(place.en for place in listed)}",
    )
