"""The report of a carbon footprint study: one declaration under a standard, as a paper."""

from collections.abc import Sequence

from guiju.documents.drafting import Drafting, title_segments
from guiju.documents.from_plan import identity
from guiju.documents.manuscript import clauses
from guiju.documents.model import Block, Paper
from guiju.documents.other_annexes import gwp_set
from guiju.documents.scope_chapters import exclusions
from guiju.documents.scope_chapters import things as of_scope
from guiju.documents.study import Study
from guiju.documents.study_data import data_tables, factors
from guiju.documents.study_figures import figures
from guiju.documents.study_sureness import tables as of_sureness
from guiju.documents.study_tables import tables
from guiju.documents.study_words import amount
from guiju.plan.model import CalculationPlan
from guiju_runtime.messages import Language


def study_report(plan: CalculationPlan, language: Language, study: Study) -> Paper:
    """Write the report of ``study`` in ``language``; its numbers are those of the result."""
    drafting = Drafting(plan, language)
    head = drafting.standard.identity
    product = product_words(drafting, study)
    data = data_tables(drafting, study)
    shown = [
        *tables(drafting, study),
        *of_sureness(drafting, study),
        factors(drafting, study),
    ]
    pictures = figures(drafting, study)
    manuscript = written(
        drafting,
        study,
        [(label, table.id) for label, table in data],
        {table.id.removeprefix("table.study_") for table in shown if table.rows},
    )
    things: dict[str, tuple[Block, ...]] = {
        table.id: (table,) for table in (*shown, *(table for _, table in data))
    }
    things.update({id: (one,) for id, one in pictures.items()})
    things.update(of_scope(drafting))
    return Paper(
        language=language,
        title=drafting.say("study_title"),
        lines=tuple(line for line in (product, study.company, study.site) if line),
        head=head.number,
        identity=identity(plan),
        clauses=clauses(manuscript, things),
    )


def written(
    drafting: Drafting, study: Study, data: Sequence[tuple[str, str]], shown: set[str]
) -> str:
    """Fill the template.

    Args:
        data: label and table of each process; ``shown``: the tables that have rows.
    """
    head = drafting.standard.identity
    return drafting.phrases.fill(
        "study",
        company=study.company,
        product=product_words(drafting, study),
        number=head.number,
        title=drafting.say("title_separator").join(title_segments(drafting)),
        unit=unit_words(drafting, study),
        cfp=footprint_words(study),
        quality=study.result["quality"],
        boundary=drafting.text(drafting.standard.boundary.text),
        exclusions=exclusions(drafting),
        data=data,
        shown=shown,
        stands=study.result["cfp"] is not None,
        conforming=study.result["conforming"],
        blank=drafting.say("to_be_written"),
        biogenic=biogenic(study),
        gwp=potentials(drafting),
        unsure=study.sureness if isinstance(study.sureness, str) else "",
        defaults=sum(one.default for one in study.data),
        unverified=sum(one.unverified for one in study.factors),
    )


def potentials(drafting: Drafting) -> str:
    """Name the set of potentials in force; empty where factors in CO2e need none."""
    name = drafting.plan.rules.gwp_set
    return drafting.text(gwp_set(drafting, name).label) if name else ""


def product_words(drafting: Drafting, study: Study) -> str:
    """Name the product that the footprint is of."""
    labels = {p.name: drafting.text(p.label) for p in drafting.rules.products}
    return drafting.phrases.cell(labels[study.result["product"]])


def unit_words(drafting: Drafting, study: Study) -> str:
    """Give the declared or functional unit in words."""
    name = study.result["product"]
    label = drafting.text(drafting.meanings.outcomes[name].label)
    return drafting.say("amount_of", drafting.meanings.declared(name), label)


def footprint_words(study: Study) -> str:
    """Give the footprint [kgCO2e], or nothing where it has no value."""
    cfp = study.result["cfp"]
    return amount(cfp) if cfp is not None else ""


def biogenic(study: Study) -> str:
    """Give the biogenic CO2 that stands beside the footprint, or nothing."""
    beside = study.result["biogenic_co2"]
    return f"{amount(beside)} kgCO2e" if beside else ""
