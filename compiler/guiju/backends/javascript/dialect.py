"""How code looks in JavaScript."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from guiju.program import code as of
from guiju.program.code import Bracketed, Chain, Code, Function, Statement
from guiju.program.dialect import Dialect
from guiju.program.layout import Layout, Listed, Prefixed, flat, laid_out, width

NAMES = {
    "abs": "absolute",
    "math.exp": "exponential",
    "math.log": "logarithm",
    "math.sqrt": "root",
    "Limit": "limit",
    "Tier": "tier",
}
"""What the runtime calls otherwise than in other languages, besides the humps of its names."""
SIGNS = {"and": "&&", "or": "||", "==": "===", "!=": "!=="}
NUMBER = re.compile(r"-?[0-9.]+(?:e-?[0-9]+)?")


def laid(code: Code) -> Layout:
    """Give code its look."""
    return code if isinstance(code, str) else LOOKS[type(code)](code)


def _all(items: Sequence[Code]) -> tuple[Layout, ...]:
    return tuple(map(laid, items))


def quoted(text: str) -> str:
    """Print a text in double quotes."""
    return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028")


def name_of(name: str) -> str:
    """Give the name that the runtime has for something."""
    return NAMES.get(name, re.sub(r"_([a-z])", lambda found: found[1].upper(), name))


def _chain(code: Chain) -> Layout:
    """Print a chain; dividing by what may be 0 is a call."""
    first, rest = laid(code.first), list[tuple[str, Layout]]()
    for sign, part in code.rest:
        if sign == "/" and not _is_number(part):
            above = Chain(first, tuple(rest)) if rest else first
            below = part.inner if isinstance(part, Bracketed) else part
            first, rest = Listed("divided(", (_open(above), laid(below)), ")"), []
        else:
            rest.append((SIGNS.get(sign, sign), laid(part)))
    return Chain(first, tuple(rest)) if rest else first


def _is_number(code: Code) -> bool:
    found = isinstance(code, str) and NUMBER.fullmatch(code)
    return bool(found) and float(str(code)) != 0


def _open(layout: Layout) -> Layout:
    return layout.inner if isinstance(layout, Bracketed) else layout


def _call(code: of.Call) -> Layout:
    """Print a call, arguments by name as one object behind the others."""
    named = tuple(item for item in code.items if isinstance(item, of.Argument))
    if code.record:
        return Listed("{", _all(named), "}", space=" ")
    others = tuple(item for item in code.items if not isinstance(item, of.Argument))
    options = (Listed("{", _all(named), "}", space=" "),) if named else ()
    return Listed(f"{name_of(code.name)}(", (*_all(others), *options), ")")


def _lambda(code: of.Lambda) -> Layout:
    body = laid(code.body)
    return Prefixed(f"({code.parameter}) => ", body, brackets=True)


def _mapping(code: of.Mapping) -> Layout:
    pairs = (Prefixed(f"{_key(key)}: ", laid(value)) for key, value in code.pairs)
    return Listed("mapOf({", tuple(pairs), "})", space=" ")


def _key(code: Code) -> str:
    """Print the key of a mapping; one of several parts as one text."""
    if isinstance(code, of.Several):
        return quoted(" ".join(part.text for part in code.items if isinstance(part, of.Words)))
    return flat(laid(code))


def _member(code: of.Member) -> Layout:
    options = flat(Listed("[", _all(code.options.items), "]"))
    found = Listed(f"{options}.includes(", (_open(laid(code.value)),), ")")
    return Prefixed("!", found) if code.negated else found


def _cases(code: of.Cases) -> Chain:
    """Print cases as ``c ? a : d ? b : e``."""
    (first, value), *others = code.branches
    parts: list[tuple[str, Layout]] = [("?", laid(value))]
    for condition, then in others:
        parts += [(":", laid(condition)), ("?", laid(then))]
    return Chain(laid(first), (*parts, (":", laid(code.last))))


LOOKS: dict[type, Callable[[Any], Layout]] = {
    Bracketed: lambda code: Bracketed(laid(code.inner)),
    Chain: _chain,
    of.Words: lambda code: quoted(code.text),
    of.Truth: lambda code: "true" if code.value else "false",
    of.Nothing: lambda _: "null",
    of.Kept: lambda code: f"run.at({quoted(code.path)})",
    of.Call: _call,
    of.Argument: lambda code: Prefixed(f"{code.name}: ", laid(code.value)),
    of.Lambda: _lambda,
    of.Several: lambda code: Listed("[", _all(code.items), "]"),
    of.Numbers: lambda code: Listed("[", _all(code.items), "]"),
    of.Mapping: _mapping,
    of.Choice: lambda code: Listed("new Set([", _all(code.items), "])"),
    of.Member: _member,
    of.Cases: _cases,
    of.Not: lambda code: Prefixed("!", laid(code.inner)),
    of.Negative: lambda code: Prefixed("-", laid(code.inner)),
}


def constant(name: str, value: Code) -> str:
    """Print the definition of a constant."""
    return f"{laid_out(Prefixed(f'const {name} = ', laid(value)), 0, 0, 1)};"


def function(function: Function) -> str:
    """Print a function."""
    title, *rest = function.explained
    about = (f"{title}.", "", *rest) if rest else (f"{title}.",)
    anew = frozenset(_set_anew(function.body))
    lines = (*comment(about), f"function {function.name}(run) {{")
    return "\n".join((*lines, *_statements(function.body, 4, anew), "}"))


def comment(lines: Sequence[str]) -> Iterator[str]:
    """Print lines as a comment on what follows."""
    yield "/**"
    yield from (f" * {line}".rstrip().replace("*/", "* /") for line in lines)
    yield " */"


def _set_anew(body: Sequence[Statement]) -> Iterator[str]:
    for statement in body:
        if isinstance(statement, of.Keep) and statement.anew:
            yield statement.name
        elif isinstance(statement, of.Loop):
            yield from _set_anew(statement.body)


def _statements(body: Sequence[Statement], indent: int, anew: frozenset[str]) -> Iterator[str]:
    space = " " * indent
    for statement in body:
        match statement:
            case of.Do():
                yield f"{space}{laid_out(laid(statement.code), indent, indent, 1)};"
            case of.Keep():
                first = "let " if statement.name in anew else "const "
                start = "" if statement.anew else first
                kept = Prefixed(f"{start}{statement.name} = ", laid(statement.code))
                yield f"{space}{laid_out(kept, indent, indent, 1)};"
            case of.Unless():
                start = f"{space}if (!"
                condition = laid_out(laid(statement.condition), indent, width(start), 10)
                yield f"{start}{condition}) return;"
            case of.Loop():
                yield f"{space}for (const _ of run.rows({quoted(statement.group)})) {{"
                yield from _statements(statement.body, indent + 4, anew)
                yield f"{space}}}"


def expression(code: Code) -> str:
    """Print code on one line."""
    return flat(laid(code))


JAVASCRIPT = Dialect(expression=expression, constant=constant, function=function)
