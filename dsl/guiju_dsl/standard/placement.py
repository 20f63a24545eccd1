"""Everything stands where it means something."""

from collections.abc import Iterator

from guiju_dsl.diagnostics import Diagnostic, at
from guiju_dsl.names.items import NAMED, key_text
from guiju_dsl.names.model import NamedStandard
from guiju_dsl.names.near import near
from guiju_dsl.source import Span
from guiju_dsl.standard.attributes import FIELDS
from guiju_dsl.standard.codes import MISPLACED_ITEM
from guiju_dsl.standard.places import ALLOWED, FIELDS_OF, SELECTED_SET, place_of, word_of
from guiju_dsl.syntax import tree
from guiju_dsl.syntax.keywords import KEYWORDS
from guiju_runtime.messages import Text, same_words

MOST_PLACES = 4
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
    for item in items:
        word = word_of(item)
        if isinstance(item, tree.Field):
            yield from _unknown_field(item, place)
        elif word not in allowed:
            yield at(
                MISPLACED_ITEM,
                _first_words(item),
                item=_item_in_words(item, word),
                place=_place_in_words(place),
                way=_elsewhere(word),
                hint=bool(_elsewhere(word).zh),
            )
        elif isinstance(item, tree.Row) and item.block is not None and place in ("factor", "gwp"):
            yield from _misplaced(item.block.items, "row")


def _unknown_field(field: tree.Field, place: str) -> Iterator[Diagnostic]:
    known = FIELDS_OF.get(place, ())
    name = field.name.text
    if FIELDS.get(name, name) in known:
        return
    spellings = [*known, *(zh for zh, en in FIELDS.items() if en in known)]
    likely = near(name, spellings)
    listed = ", ".join(known)
    yield at(
        MISPLACED_ITEM,
        field.name.span,
        item=same_words(name),
        place=_place_in_words(place),
        way=Text(
            zh=f"是否为 {likely}？" if likely else f"这里可以写 {listed}",
            en=f"did you mean {likely}?" if likely else f"what can stand here: {listed}",
        ),
        hint=bool(known),
    )


def _first_words(item: tree.Item) -> Span:
    """Give the place of an item from its keyword to its name."""
    if isinstance(item, NAMED) and item.name is not None:
        return item.span.to(item.name.span)
    return item.span


def _item_in_words(item: tree.Item, word: str) -> Text:
    match item:
        case tree.Row():
            return same_words(f"{key_text(item.keys[0])} = …")
        case tree.Group():
            return same_words(f"{item.path.text} {{ … }}")
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
    keyword = _keyword(place)
    return Text(zh=f"{keyword.zh}里", en=f"in {keyword.en}")


def _elsewhere(word: str) -> Text:
    """Say where an item may stand."""
    places = [_place_in_words(place) for place in ALLOWED if word in ALLOWED[place]]
    listed = places[:MOST_PLACES]
    if not listed:
        return Text(zh="", en="")
    return Text(
        zh=f"它可以写在{'、'.join(place.zh for place in listed)}",
        en=f"it can stand {' or '.join(place.en for place in listed)}",
    )
