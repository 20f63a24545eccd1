"""The LALR table of the grammar as plain data: made by lark once, kept between processes."""

from pathlib import Path
from typing import Any

from msgspec import Struct

from guiju_dsl.syntax.keywords import KEYWORDS, TYPE_WORDS

END = "$END"
Children = tuple[int | None, ...]


class Rule(Struct, frozen=True, kw_only=True):
    """One expansion of a rule.

    Attributes:
        origin: the rule.
        length: how many symbols it takes.
        builder: name of the function that makes its value; empty where the only child is the value.
        children: which of its symbols are handed over; None is an optional one left out.
        spliced: those of ``children`` that are lists of repeated things, to be joined in.
        repeated: True for a rule that lark made for ``*`` or ``+``; its value is a list.
    """

    origin: str
    length: int
    builder: str
    children: Children
    spliced: tuple[int, ...]
    repeated: bool


class ParseTable(Struct, frozen=True, kw_only=True):
    """States with their actions; state 0 or more is a shift, -1 - r a reduction by rule r.

    Attributes:
        actions: by state, by terminal.
        gotos: by state, by rule.
    """

    start: int
    end: int
    actions: tuple[dict[str, int], ...]
    gotos: tuple[dict[str, int], ...]
    rules: tuple[Rule, ...]


def grammar_text() -> str:
    """Give the grammar, the terminals of keywords declared."""
    grammar = Path(__file__).with_name("guiju.lark").read_text("utf-8")
    return f"{grammar}\n%declare {' '.join((*KEYWORDS, *TYPE_WORDS))}\n"


def table_from_grammar() -> ParseTable:
    """Compile the grammar; takes some tenths of a second."""
    from lark import Lark
    from lark.grammar import Rule as LarkRule
    from lark.lexer import TerminalDef

    compiled = Lark(grammar_text(), parser="lalr", maybe_placeholders=True)
    data, memo = compiled.memo_serialize([TerminalDef, LarkRule])
    table = data["parser"]["parser"]
    numbers = {key: at for at, key in enumerate(k for k in memo if "expansion" in memo[k])}
    rules = tuple(_rule(memo[key]) for key in numbers)
    size = max(table["states"]) + 1
    names: dict[int, str] = table["tokens"]
    terminals = {name for name in names.values() if name.isupper() or name == END}
    actions: list[dict[str, int]] = [{} for _ in range(size)]
    gotos: list[dict[str, int]] = [{} for _ in range(size)]
    for state, row in table["states"].items():
        for token, (reduces, argument) in row.items():
            name = names[token]
            into = actions if name in terminals else gotos
            into[state][name] = -1 - numbers[argument["@"]] if reduces else argument
    return ParseTable(
        start=table["start_states"]["start"],
        end=table["end_states"]["start"],
        actions=tuple(actions),
        gotos=tuple(gotos),
        rules=rules,
    )


def _rule(rule: dict[str, Any]) -> Rule:
    expansion, options = rule["expansion"], rule["options"]
    origin = rule["origin"]["name"]
    kept = [at for at, symbol in enumerate(expansion) if not symbol.get("filter_out")]
    single = options["expand1"] and not rule["alias"] and len(kept) == 1
    empty = options["empty_indices"] or [False] * len(expansion)
    return Rule(
        origin=origin,
        length=len(expansion),
        builder="" if single else rule["alias"] or origin,
        children=_children(kept, empty),
        spliced=tuple(at for at in kept if expansion[at]["name"].startswith("__")),
        repeated=origin.startswith("__"),
    )


def _children(kept: list[int], empty: list[bool]) -> Children:
    """Put None where an optional symbol is left out; ``empty`` has True for each of those."""
    children: list[int | None] = []
    at = 0
    for left_out in empty:
        if left_out:
            children.append(None)
        else:
            if at in kept:
                children.append(at)
            at += 1
    return tuple(children)
