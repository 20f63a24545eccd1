"""Questions with the answers that follow from reading them: ours and z3 must give the same.

Each asks whether its condition can hold in the little standard below.
"""

from dataclasses import dataclass

from guiju_dsl.standard.proving import Facts, facts_of
from guiju_dsl.standard.proving.facts import Assumed
from tests.checked_standard.checking import checked

STANDARD = """
data route : choice { coal, gas, green }
choice grades { fine, coarse }
data grade : choice grades
data dear : yes_no
data cheap : yes_no
data made : year
data opened : date
data moisture : % { limit 0 .. 100 % }
data heat : GJ/t
data own_factor : kgCO2e/t { only when route is green }
data measured_heat : GJ/t { optional }
let dry : % = 100 % - moisture
let burns : yes_no = route is coal or route is gas
let fuel : choice { solid, fluid } = when route is coal then solid otherwise fluid
factor low : GJ/t by grades { source "a"  fine = 10  coarse = 20 }
factor high : GJ/t by grades { source "a"  fine = 15  coarse = 30 }
process plant {
  output product_a : t
  input ore : t { factor 1 kgCO2e/t }
  input ash : t { factor 1 kgCO2e/t }
}
"""


@dataclass(frozen=True)
class Asked:
    """A condition, whether it can hold, and whether our own procedure decides it."""

    condition: str
    possible: bool
    ours: bool = True


QUESTIONS = (
    # choices
    Asked("route is coal and route is gas", False),
    Asked("route is coal and grade is fine", True),
    Asked("route is not coal and route is not gas and route is not green", False),
    Asked("route in [coal, gas] and route is not coal", True),
    Asked("route in [coal, gas] and route is green", False),
    # yes and no
    Asked("dear and not dear", False),
    Asked("(dear or cheap) and not dear", True),
    Asked("(dear or cheap) and not dear and not cheap", False),
    # what is given
    Asked("given measured_heat and not given measured_heat", False),
    Asked("not given measured_heat", True),
    Asked("not given heat", False),  # it must be given
    Asked("given own_factor and route is coal", False),  # it exists with green only
    Asked("not given own_factor and route is green", False),
    Asked("given own_factor", True),
    # numbers
    Asked("heat < 10 and heat > 10", False),
    Asked("heat <= 10 and heat >= 10", True),
    Asked("heat <= 10 and heat >= 10 and heat != 10", False),
    Asked("heat > 10 and heat < 10.5", True),
    Asked("heat < 10 GJ/t and heat > 10_000 MJ/t", False),
    Asked("heat = 10 within 1 and heat > 11", False),
    Asked("heat = 10 within 1 and heat > 10.9", True),
    Asked("2 * heat + 1 GJ/t < 5 and heat >= 2 GJ/t", False),
    Asked("2 * heat + 1 GJ/t <= 5 and heat >= 2 GJ/t", True),
    Asked("plant.ore < 0 t", False),  # an amount
    Asked("heat < 0 GJ/t", True),
    Asked("moisture > 100 %", False),  # outside its limit
    Asked("moisture = 100 %", True),
    Asked("dry > 60 % and moisture > 40 %", False),
    Asked("dry > 60 % and moisture > 39 %", True),
    # years and days
    Asked("made > 2_023 and made < 2_024", False),
    Asked("made > 2_023 and made < 2_025", True),
    Asked("made - 1 a >= 2_023 and made <= 2_023", False),
    Asked("year > made and year < made", False),
    Asked("opened is 2024-01-01 and opened is 2024-01-02", False),
    Asked("opened is not 2024-01-01", True),
    Asked("opened < 2024-01-02 and opened > 2024-01-01", False),
    Asked("opened > 2024-02-28 and opened < 2024-03-01", True),  # the leap day
    Asked("opened > 2023-02-28 and opened < 2023-03-01", False),
    Asked("opened in 2024-01-01 .. 2024-06-30 and opened is 2024-07-01", False),
    Asked("opened <= 2024-01-01 and opened is not 2024-01-01", True),
    # formulas
    Asked("burns and route is green", False),
    Asked("not burns and route is green", True),
    Asked("fuel is solid and route is gas", False),
    Asked("fuel is fluid and route is gas", True),
    # tables
    Asked("grade is fine and heat < low[grade] and heat > high[grade]", False),
    Asked("heat > low[grade] and heat <= high[grade]", True),
    Asked("heat <= 10 and heat > low[grade]", False),
    # two numbers in one comparison
    Asked("plant.ore < plant.ash and plant.ash < plant.ore", False),
    Asked("plant.ore < plant.ash", True),
    Asked("plant.ore + plant.ash < 0 t", False),
    Asked("plant.ore > 2 * plant.ash and plant.ash > 3 t", True, ours=False),
    Asked("plant.ore > 2 * plant.ash and plant.ash > 3 t and plant.ore < 5 t", False, ours=False),
    Asked("plant.ore / plant.ash > 3 and plant.ore / plant.ash < 2", False),
    Asked("plant.ore / plant.ash > 3 and plant.ore < plant.ash", False, ours=False),
    Asked("plant.ore * heat > 6 GJ and plant.ore <= 2 t and heat <= 2 GJ/t", False, ours=False),
    Asked("plant.ore * heat > 6 GJ and plant.ore <= 2 t", True, ours=False),
    Asked("min(plant.ore, plant.ash) > 2 t and plant.ore < 1 t", False, ours=False),
)


def asked(question: Asked) -> tuple[tuple[Assumed, ...], Facts]:
    """Put the condition of a question."""
    body = f"{STANDARD}let answer : yes_no = {question.condition}"
    bound = checked(body)
    [value] = [f.value for f in bound.rules.formulas if f.path == "answer"]
    return ((value, True),), facts_of(bound, bound.rules)
