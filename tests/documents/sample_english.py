"""Clauses and the annex of the small English sample."""

from guiju.documents.mathematics import SumOver
from guiju.documents.model import Annex, Clause, Equation, Note, Table, Term
from tests.documents.sample_words import (
    columns,
    equal,
    explained,
    letters,
    paragraph,
    rows,
    symbol,
    times,
    words,
)

ENGLISH_CLAUSES = (
    Clause(
        id="scope",
        title="Scope",
        content=(
            paragraph(
                "This document specifies how to quantify the carbon footprint of electrolytic "
                "aluminium. It applies to primary ingot."
            ),
        ),
    ),
    Clause(
        id="references",
        title="Normative references",
        content=(paragraph("There are no normative references in this document."),),
    ),
    Clause(
        id="terms",
        title="Terms and definitions",
        content=(
            paragraph("For the purposes of this document, the following term applies."),
            Term(
                id="term_effect",
                zh="阳极效应",
                en="anode effect",
                definition=words(
                    "rise of cell voltage caused by a lack of dissolved alumina, releasing "
                    "perfluorocarbons"
                ),
                source="GB/T 32151.4, 3.2",
            ),
        ),
    ),
    Clause(
        id="quantification",
        title="Quantification",
        content=(
            Clause(
                id="quantification_total",
                title="Footprint",
                content=(
                    paragraph("The footprint shall be calculated by @{total}:"),
                    Equation(
                        id="total",
                        formula=equal(
                            symbol("E"),
                            SumOver(index="i", term=times(symbol("AD_i"), symbol("EF_i"))),
                        ),
                        where=(
                            explained("E", "is the footprint, in kgCO_{2}e/t"),
                            explained("AD_i", "is the activity i"),
                            explained("EF_i", "is its emission factor (see @{factors})"),
                        ),
                        meaning="cfp",
                    ),
                    Note(words=words("All gases are expressed as carbon dioxide equivalent.")),
                ),
            ),
            Clause(
                id="quantification_rules",
                title="Rules",
                content=(
                    paragraph("The following rules apply:"),
                    letters("data cover one year;", "site data are used for electrolysis."),
                ),
            ),
        ),
    ),
)

ENGLISH_ANNEXES = (
    Annex(
        id="factors",
        title="Emission factors",
        normative=False,
        content=(
            paragraph("Examples are given in @{factor_table}."),
            Table(
                id="factor_table",
                title="Emission factors",
                unit=words("Values in kilograms of CO_{2}e"),
                columns=columns(("Source", 0.5), ("Factor", 0.5)),
                rows=rows("electricity, 1 kWh|0.5777", "natural gas, 1 m^{3}|2.768"),
                notes=(words("Values are examples."),),
            ),
        ),
    ),
)
