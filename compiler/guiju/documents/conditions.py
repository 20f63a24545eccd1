"""Conditions in the words of the document."""

from guiju.documents.inlines import in_letters, in_words_of_a_formula
from guiju.documents.symbols import Symbols, bare
from guiju_dsl.standard import expressions as e

COMPARISONS = {
    "<": "less", "<=": "at_most", ">": "more", ">=": "at_least", "=": "equal", "!=": "unequal",
}  # fmt: skip
OF_DAYS = {"<": "before", "<=": "not_after", ">": "after", ">=": "not_before"}

AFTER = {"*": "+-", "-": "+-", "+": ""}
"""Signs of what needs brackets behind a sign."""


def behind_brace(node: e.Expression, symbols: Symbols) -> str:
    """Say a condition as it stands within a formula."""
    return in_words_of_a_formula(in_words(node, symbols))


def in_words(node: e.Expression, symbols: Symbols) -> str:
    """Say a condition, or a value that stands in one."""
    phrases = symbols.phrases
    match bare(node):
        case e.Both(operator=operator, left=left, right=right):
            return phrases.say(operator + "_", in_words(left, symbols), in_words(right, symbols))
        case e.Inverse(operand=operand):
            return inverse(operand, symbols)
        case e.IsGiven(path=path):
            return phrases.say("given", label_at(path, symbols))
        case e.Reading(kind="yes_no", path=path):
            return phrases.say("yes_", label_at(path, symbols))
        case e.IsOneOf() as one_of:
            return membership(one_of, symbols)
        case e.Compared() | e.InRange() as compared:
            return comparison(compared, symbols)
        case other:
            return value_in_words(other, symbols)


def inverse(operand: e.Expression, symbols: Symbols) -> str:
    """Say that something does not hold."""
    phrases = symbols.phrases
    match operand:
        case e.IsGiven(path=path):
            return phrases.say("not_given", label_at(path, symbols))
        case e.Reading(path=path):
            return phrases.say("no_", label_at(path, symbols))
        case _:
            return phrases.say("not_", in_words(operand, symbols))


def comparison(node: e.Compared | e.InRange, symbols: Symbols) -> str:
    """Say how a value lies to another, or between two."""
    days = isinstance(node.value if isinstance(node, e.InRange) else node.left, e.DayOf)
    if isinstance(node, e.InRange):
        parts = (in_words(part, symbols) for part in (node.value, node.low, node.high))
        return symbols.phrases.say("between_days" if days else "between", *parts)
    left, right = in_words(node.left, symbols), in_words(node.right, symbols)
    said = OF_DAYS if days and node.operator in OF_DAYS else COMPARISONS
    return symbols.phrases.say(said[node.operator], left, right)


def membership(node: e.IsOneOf, symbols: Symbols) -> str:
    """Say that a choice has one of some values, or none of them."""
    phrases = symbols.phrases
    value = bare(node.value)
    if isinstance(value, e.Reading) and value.kind == "yes_no" and len(node.options) == 1:
        option = node.options[0]
        yes = isinstance(option, e.YesNoValue) and option.value != node.negated
        return phrases.say("yes_" if yes else "no_", label_at(value.path, symbols))
    options = [option_words(option, value, symbols) for option in node.options]
    return phrases.say("is_none" if node.negated else "is_one", in_words(value, symbols), options)


def option_words(option: e.Expression, value: e.Expression, symbols: Symbols) -> str:
    """Name a member of a choice by its label."""
    if isinstance(option, e.OptionValue) and isinstance(value, e.Reading):
        labels = dict(symbols.things[value.path].options)
        if option.name in labels:
            return symbols.phrases.text(labels[option.name])
    return in_words(option, symbols)


def label_at(path: str, symbols: Symbols) -> str:
    """Give the label of the value at a path; of which row, where two rows are compared."""
    thing, say = symbols.things[path], symbols.phrases.say
    label = symbols.phrases.text(thing.label)
    if thing.group not in symbols.matched:
        return label
    group = symbols.phrases.text(symbols.matched[thing.group])
    return say("of_row", group, symbols.row_of(thing.group), label)


def value_in_words(node: e.Expression, symbols: Symbols) -> str:
    """Say a value by its labels; arithmetic in signs."""
    match node:
        case e.Arithmetic():
            return arithmetic(node, symbols)
        case e.Number():
            return number_words(node, symbols)
        case e.OptionValue(name=name) | e.DateValue(text=name):
            return name
        case e.Parameter(name=name):
            return name.replace("_", "-")
        case e.Called(function=path):
            return symbols.phrases.text(symbols.functions[path].label)
        case e.Cases():
            return cases(node, symbols)
        case _:
            return labelled(node, symbols)


def cases(node: e.Cases, symbols: Symbols) -> str:
    """Say which value holds in which case."""
    said = [(in_words(value, symbols), in_words(test, symbols)) for test, value in node.branches]
    if node.otherwise is not None:
        said.append((in_words(node.otherwise, symbols), symbols.phrases.say("otherwise")))
    return symbols.phrases.say("cases", said)


def arithmetic(node: e.Arithmetic, symbols: Symbols) -> str:
    """Say a ratio in words, other arithmetic in signs."""
    say = symbols.phrases.say
    if node.operator == "/":
        sides = (in_words(side, symbols) for side in (node.left, node.right))
        return say("ratio", *sides)
    if node.operator == "^":
        base = part(node.left, "+-*/^", symbols)
        return f"{base}^{{{in_letters(in_words(node.right, symbols))}}}"
    loose = "+-" if node.operator == "*" else ""
    left = part(node.left, loose, symbols)
    return say("signed", left, node.operator, part(node.right, AFTER[node.operator], symbols))


def part(node: e.Expression, apart: str, symbols: Symbols) -> str:
    """Say a part of a formula, in brackets if it is joined by a sign of ``apart``."""
    said = in_words(node, symbols)
    inner = bare(node)
    loose = isinstance(inner, e.Arithmetic) and inner.operator in apart
    return symbols.phrases.say("in_brackets", said) if loose else said


def labelled(node: e.Expression, symbols: Symbols) -> str:
    """Say a value that has a label, or that it is calculated."""
    phrases = symbols.phrases
    match node:
        case e.Reading(path=path):
            return label_at(path, symbols)
        case e.TableLookup(table=table):
            return phrases.text(symbols.tables[table].label)
        case e.Predeclared(name=name):
            return phrases.say("predeclared_label", name)
        case e.ProductOutcome(product=product):
            return phrases.say("outcome_label", phrases.text(symbols.products[product]))
        case e.YesNoValue(value=value):
            return phrases.say("yes_word" if value else "no_word")
        case _:
            return phrases.say("some_value")


def number_words(number: e.Number, symbols: Symbols) -> str:
    """Print a constant with its unit; nought only with a sign of parts, as 0 %."""
    digits = number.written.replace("_", "")
    unit = symbols.phrases.symbol(number.unit.text)
    if unit == "%":
        return symbols.phrases.say("percent", digits)
    if unit in {"", "‰"}:
        return digits + unit
    return f"{digits} {unit}" if number.value else digits
