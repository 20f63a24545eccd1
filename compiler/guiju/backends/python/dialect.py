"""How code looks in Python."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from guiju.program import code as of
from guiju.program.code import Code, Function, Statement
from guiju.program.dialect import Dialect
from guiju.program.layout import Bracketed, Chain, Layout, Listed, Prefixed, flat, laid_out, width


def laid(code: Code) -> Layout:
    """Give code its look."""
    return code if isinstance(code, str) else LOOKS[type(code)](code)


def _all(items: tuple[Code, ...]) -> tuple[Layout, ...]:
    return tuple(map(laid, items))


def quoted(text: str) -> str:
    """Print a text in double quotes, or in single ones if that takes fewer strokes."""
    printed = repr(text)
    if printed[0] == '"' or text.count('"') > text.count("'"):
        return printed
    inner = printed[1:-1].replace("\\'", "'").replace('"', '\\"')
    return f'"{inner}"'


def _chain(code: Chain) -> Chain:
    return Chain(laid(code.first), tuple((sign, laid(part)) for sign, part in code.rest))


def _lambda(code: of.Lambda) -> Prefixed:
    start = f"lambda {code.parameter}: " if code.parameter else "lambda: "
    return Prefixed(start, laid(code.body), brackets=True)


def _mapping(code: of.Mapping) -> Listed:
    pairs = (Prefixed(f"{flat(laid(key))}: ", laid(value)) for key, value in code.pairs)
    return Listed("{", tuple(pairs), "}")


def _choice(code: of.Choice) -> Listed:
    inner = (Listed("{", _all(code.items), "}"),) if code.items else ()
    return Listed("frozenset(", inner, ")")


def _member(code: of.Member) -> Chain:
    sign = "not in" if code.negated else "in"
    return Chain(laid(code.value), ((sign, laid(code.options)),))


def _cases(code: of.Cases) -> Chain:
    """Print cases as ``a if c else b if d else e``."""
    parts: list[tuple[str, Layout]] = []
    for at, (condition, value) in enumerate(code.branches):
        parts += [("else", laid(value))] if at else []
        parts.append(("if", laid(condition)))
    return Chain(laid(code.branches[0][1]), (*parts, ("else", laid(code.last))))


LOOKS: dict[type, Callable[[Any], Layout]] = {
    Bracketed: lambda code: Bracketed(laid(code.inner)),
    Chain: _chain,
    of.Words: lambda code: quoted(code.text),
    of.Truth: lambda code: str(code.value),
    of.Nothing: lambda _: "None",
    of.Kept: lambda code: f"run[{quoted(code.path)}]",
    of.Call: lambda code: Listed(f"{code.name}(", _all(code.items), ")"),
    of.Argument: lambda code: Prefixed(f"{code.name}=", laid(code.value)),
    of.Lambda: _lambda,
    of.Several: lambda code: Listed("(", _all(code.items), ")", tuple_of_one=True),
    of.Numbers: lambda code: Listed("[", _all(code.items), "]"),
    of.Mapping: _mapping,
    of.Choice: _choice,
    of.Member: _member,
    of.Cases: _cases,
    of.Not: lambda code: Prefixed("not ", laid(code.inner)),
    of.Negative: lambda code: Prefixed("-", laid(code.inner)),
}


def constant(name: str, value: Code) -> str:
    """Print the definition of a constant."""
    return laid_out(Prefixed(f"{name} = ", laid(value)), 0, 0)


def function(function: Function) -> str:
    """Print a function."""
    lines = (f"def {function.name}(run: Run) -> None:", *_docstring(function.explained))
    return "\n".join((*lines, *_statements(function.body, 4)))


def _docstring(lines: Sequence[str]) -> Iterator[str]:
    title, *rest = map(words, lines)
    if not rest:
        yield f'    """{title}."""'
        return
    yield f'    """{title}.'
    yield ""
    yield from (f"    {line}" for line in rest)
    yield '    """'


def words(text: str) -> str:
    """Give ``text`` as it may stand in a docstring."""
    return text.replace("\\", "\\\\").replace('"""', "'''").rstrip()


def _statements(body: Sequence[Statement], indent: int) -> Iterator[str]:
    space = " " * indent
    for statement in body:
        match statement:
            case of.Do():
                yield f"{space}{laid_out(laid(statement.code), indent, indent)}"
            case of.Keep():
                kept = Prefixed(f"{statement.name} = ", laid(statement.code))
                yield f"{space}{laid_out(kept, indent, indent)}"
            case of.Unless():
                start = f"{space}if not "
                yield f"{start}{laid_out(laid(statement.condition), indent, width(start), 1)}:"
                yield f"{space}    return"
            case of.Loop():
                yield f"{space}for _ in run.rows({quoted(statement.group)}):"
                yield from _statements(statement.body, indent + 4)


def expression(code: Code) -> str:
    """Print code on one line."""
    return flat(laid(code))


PYTHON = Dialect(expression=expression, constant=constant, function=function)
