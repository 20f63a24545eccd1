"""Every kind of formula, and what puts it on the tape."""

from guiju.tape import alternatives, conditions, numbers
from guiju.tape.lowering import Ways
from guiju_dsl.standard import expressions as typed

WAYS: Ways = {
    typed.Number: numbers.constant,
    typed.OptionValue: numbers.constant,
    typed.YesNoValue: numbers.constant,
    typed.Reading: numbers.reading,
    typed.Predeclared: numbers.measure,
    typed.ProductOutcome: numbers.measure,
    typed.TableLookup: numbers.lookup,
    typed.Converted: numbers.converted,
    typed.DayOf: conditions.day_of,
    typed.Arithmetic: numbers.arithmetic,
    typed.Opposite: numbers.opposite,
    typed.Applied: numbers.applied,
    typed.Called: lambda lowering, node: lowering.lowered(node.body),
    typed.Aggregate: numbers.aggregate,
    typed.IsGiven: conditions.given,
    typed.Compared: conditions.compared,
    typed.InRange: conditions.in_range,
    typed.IsOneOf: conditions.one_of,
    typed.Both: conditions.both,
    typed.Inverse: conditions.inverse,
    typed.Cases: alternatives.cases,
    typed.Preferred: alternatives.preferred,
}
