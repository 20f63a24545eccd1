"""Conditions in the words of the document."""

from guiju.documents.symbols import Symbols, bare
from guiju.documents.unit_words import unit_symbol
from guiju_dsl.standard import expressions as e

COMPARISONS = {
    "<": "less", "<=": "at_most", ">": "more", ">=": "at_least", "=": "equal", "!=": "unequal",
}  # fmt: skip


def in_words(node: e.Expression, symbols: Symbols) -> str:  # noqa: C901  one case a kind of node
    """Say a condition, or a value that stands in one."""
    phrases = symbols.phrases
    match bare(node):
        case e.Both(operator=operator, left=left, right=right):
            return phrases.say(operator + "_", in_words(left, symbols), in_words(right, symbols))
        case e.Inverse(operand=e.IsGiven(path=path)):
            return phrases.say("not_given", phrases.text(symbols.things[path].label))
        case e.Inverse(operand=e.Reading(path=path)):
            return phrases.say("no_", phrases.text(symbols.things[path].label))
        case e.Inverse(operand=operand):
            return phrases.say("not_", in_words(operand, symbols))
        case e.IsGiven(path=path):
            return phrases.say("given", phrases.text(symbols.things[path].label))
        case e.Reading(kind="yes_no", path=path):
            return phrases.say("yes_", phrases.text(symbols.things[path].label))
        case e.IsOneOf() as one_of:
            return membership(one_of, symbols)
        case e.Compared(operator=operator, left=left, right=right):
            name = COMPARISONS[operator]
            return phrases.say(name, in_words(left, symbols), in_words(right, symbols))
        case e.InRange(value=value, low=low, high=high):
            parts = (in_words(part, symbols) for part in (value, low, high))
            return phrases.say("between", *parts)
        case other:
            return value_in_words(other, symbols)


def membership(node: e.IsOneOf, symbols: Symbols) -> str:
    """Say that a choice has one of some values, or none of them."""
    phrases = symbols.phrases
    value = bare(node.value)
    if isinstance(value, e.Reading) and value.kind == "yes_no" and len(node.options) == 1:
        option = node.options[0]
        yes = isinstance(option, e.YesNoValue) and option.value != node.negated
        return phrases.say("yes_" if yes else "no_", label_of(value, symbols))
    options = [option_words(option, value, symbols) for option in node.options]
    return phrases.say("is_none" if node.negated else "is_one", in_words(value, symbols), options)


def option_words(option: e.Expression, value: e.Expression, symbols: Symbols) -> str:
    """Name a member of a choice by its label."""
    if isinstance(option, e.OptionValue) and isinstance(value, e.Reading):
        labels = dict(symbols.things[value.path].options)
        if option.name in labels:
            return symbols.phrases.text(labels[option.name])
    return in_words(option, symbols)


def label_of(node: e.Reading, symbols: Symbols) -> str:
    """Give the label of what is read."""
    return symbols.phrases.text(symbols.things[node.path].label)


def value_in_words(node: e.Expression, symbols: Symbols) -> str:  # noqa: C901  one case a kind of node
    """Say a value by its labels; arithmetic in signs."""
    phrases = symbols.phrases
    match node:
        case e.Reading():
            return label_of(node, symbols)
        case e.Number() as number:
            return number_words(number)
        case e.Predeclared(name=name):
            return phrases.say("predeclared_label", name)
        case e.ProductOutcome(product=product):
            return phrases.say("outcome_label", product)
        case e.YesNoValue(value=value):
            return phrases.say("yes_word" if value else "no_word")
        case e.OptionValue(name=name) | e.DateValue(text=name):
            return name
        case e.Arithmetic(operator="/", left=left, right=right):
            return phrases.say("ratio", in_words(left, symbols), in_words(right, symbols))
        case e.Arithmetic(operator=operator, left=left, right=right):
            sign = {"+": "＋", "-": "－", "*": "×", "^": "^"}[operator]
            return in_words(left, symbols) + sign + in_words(right, symbols)
        case e.TableLookup(table=table):
            return phrases.text(symbols.tables[table].label)
        case _:
            return phrases.say("some_value")


def number_words(number: e.Number) -> str:
    """Print a constant with its unit."""
    digits = number.written.replace("_", "")
    unit = unit_symbol(number.unit.text)
    if not unit:
        return digits
    return f"{digits}{unit}" if unit in {"%", "‰"} else f"{digits} {unit}"
