"""Tables of a study report: what the footprint hangs on, and how sure it is."""

from guiju.documents.drafting import Drafting
from guiju.documents.example_annex import number
from guiju.documents.model import Table
from guiju.documents.study import Study, Sureness
from guiju.documents.study_tables import LARGEST, Rows, made
from guiju.documents.study_words import amount, input_words, share

MOVED_HEADS = (
    ("name", 0.34), ("value", 0.13), ("unit", 0.13), ("lower", 0.14), ("upper", 0.14),
    ("elasticity", 0.12),
)  # fmt: skip
VARIANCE_HEADS = (("name", 0.5), ("spread", 0.3), ("of_variance", 0.2))


def tables(drafting: Drafting, study: Study) -> list[Table]:
    """Give the tables that there is something for; one without rows is not shown."""
    sureness = study.sureness if isinstance(study.sureness, Sureness) else None
    heads = (("item", 0.6), ("value", 0.4))
    figures = interval(drafting, study, sureness) if sureness is not None else ()
    variance = contributions(drafting, sureness) if sureness is not None else ()
    return [
        made(drafting, "moved", MOVED_HEADS, moved(drafting, study)),
        made(drafting, "uncertainty", heads, figures),
        made(drafting, "variance", VARIANCE_HEADS, variance),
    ]


def moved(drafting: Drafting, study: Study) -> Rows:
    """Give the footprint with each of the strongest inputs lower and higher by a tenth."""
    return [
        (
            input_words(drafting, one.input),
            number(one.input.value),
            drafting.phrases.symbol(one.input.unit),
            amount(one.lower) if one.lower is not None else "",
            amount(one.higher) if one.higher is not None else "",
            f"{one.elasticity:.3f}".replace("-", "−"),
        )
        for one in study.moved[:LARGEST]
    ]


def interval(drafting: Drafting, study: Study, found: Sureness) -> Rows:
    """Give the interval and how it was found."""
    said = drafting.say
    way = (
        said("by_draws", found.samples, said("sampler_word", found.sampler), found.seed)
        if found.samples
        else said("by_first_order")
    )
    values = [
        ("way", way),
        ("footprint", said("in_kgco2e", amount(study.result["cfp"]))),
        ("median", said("in_kgco2e", amount(found.median))),
        ("interval", said("in_kgco2e", said("low_to_high", amount(found.low), amount(found.high)))),
        ("deviation", said("in_kgco2e", amount(found.deviation))),
        ("exact", str(found.exact)),
    ]
    values += [("without_value", str(found.without_value))] if found.without_value else []
    return [(said("uncertainty_item", name), value) for name, value in values]


def contributions(drafting: Drafting, found: Sureness) -> Rows:
    """Give what the largest inputs add to the variance, then the others together."""
    listed = found.contributions[:LARGEST]
    rows = [
        (
            input_words(drafting, one.input),
            drafting.text(one.spread),
            share(one.share, 1),
        )
        for one in listed
    ]
    others = sum(one.share for one in found.contributions[LARGEST:])
    return [*rows, (drafting.say("others"), "", share(others, 1))] if others else rows
