"""Tables of a study report: what came of the declaration, and what speaks for it."""

from collections.abc import Mapping, Sequence
from typing import Any

from guiju.documents.drafting import Drafting
from guiju.documents.example_annex import number, shown
from guiju.documents.model import Table
from guiju.documents.study import Study
from guiju.documents.study_words import amount, flow_words, gas_words, joined, line_words, share
from guiju_runtime.messages import Text
from guiju_runtime.withholding import TOGETHER

Rows = Sequence[tuple[str, ...]]
LARGEST = 10
"""Contributions that are listed one by one."""
CHANGE = 0.1
"""By how much a contribution is changed to show what the result depends on."""


def tables(drafting: Drafting, study: Study) -> list[Table]:
    """Give every table but those of the data; one without rows is not shown."""
    result = study.result
    whole = result["cfp"] or 0.0
    labels = drafting.meanings.labels
    stages = {stage.name: stage.label for stage in drafting.rules.stages}

    def parts(id: str, head: str, pairs: list[tuple[str, float]]) -> Table:
        total = drafting.say("total")
        rows = [(label, amount(value), share(value, whole)) for label, value in pairs]
        rows += [(total, amount(whole), share(whole, whole))] if pairs else []
        return made(drafting, id, ((head, 0.5), ("kgco2e", 0.28), ("per_cent", 0.22)), rows)

    return [
        made(drafting, "general", (("item", 0.3), ("content", 0.7)), general(drafting, study)),
        parts("by_stage", "stage", named(drafting, stages, given(study, "stage"))),
        parts("by_process", "process", named(drafting, labels, given(study, "process"))),
        parts("by_gas", "gas", [(gas_words(drafting, n), v) for n, v in given(study, "gas")]),
        parts(
            "by_origin",
            "origin",
            [(origin_words(drafting, n), v) for n, v in given(study, "origin") if v],
        ),
        by_flow(drafting, study),
        allocation(drafting, study),
        quality(drafting, study),
        profiles(drafting, study),
        further(drafting, study),
        sensitivity(drafting, study),
        findings(drafting, study),
        made(drafting, "identity", (("item", 0.3), ("content", 0.7)), identity(drafting, study)),
    ]


def made(
    drafting: Drafting,
    id: str,
    heads: tuple[tuple[str, float], ...],
    rows: Rows,
    wordy: tuple[int, ...] = (),
) -> Table:
    """Build the table of that name; its heads and its title are phrases."""
    last = (len(heads) - 1,) if heads[-1][0] in {"content", "source", "words"} else ()
    return drafting.table(
        f"table.study_{id}",
        drafting.say(f"study_{id}"),
        [(drafting.say("study_head", name), share) for name, share in heads],
        rows,
        wordy=(*wordy, *last),
    )


def named(
    drafting: Drafting, labels: Mapping[str, Text], values: list[tuple[str, float]]
) -> list[tuple[str, float]]:
    """Give values with labels in place of names."""
    return [(joined(drafting, name, labels), value) for name, value in values]


def origin_words(drafting: Drafting, name: str) -> str:
    """Name an origin, or those that are shown together."""
    return TOGETHER.join(drafting.say("origin_word", part) for part in name.split(TOGETHER))


def given(study: Study, kind: str) -> list[tuple[str, float]]:
    """Give one breakdown of the result."""
    return list(study.result[f"by_{kind}"].items())


def general(drafting: Drafting, study: Study) -> Rows:
    """Say whose study it is, of what, when and by which document."""
    unknown = drafting.say("unknown")
    first, last = study.period
    names = {p.name: drafting.text(p.label) for p in drafting.rules.products}
    values = (
        ("company", study.company or unknown),
        ("site", study.site or unknown),
        ("region", study.region.replace("_", " ") or unknown),
        ("product", names[study.result["product"]]),
        ("period", drafting.say("from_to", first, last) if first else unknown),
        ("document", drafting.standard.identity.number),
    )
    return [(drafting.say("study_item", name), value) for name, value in values]


def identity(drafting: Drafting, study: Study) -> Rows:
    """Say from what the result can be calculated again."""
    standard = study.result["standard"]
    values = (
        ("document", standard["version"]),
        ("status", drafting.say("status_word", standard["status"])),
        ("standard_digest", standard["digest"]),
        ("data_digest", study.result["data_digest"]),
        ("engine", study.result["engine"]),
    )
    return [(drafting.say("study_item", name), value) for name, value in values]


def allocation(drafting: Drafting, study: Study) -> Table:
    """Give the shares of products that share a burden."""
    rows = [
        (flow_words(drafting, flow.rpartition(" / ")[2]), number(value))
        for flow, value in study.result["allocation"].items()
        if value is not None and value != 1
    ]
    return made(drafting, "allocation", (("name", 0.6), ("share", 0.4)), rows)


def quality(drafting: Drafting, study: Study) -> Table:
    """Give the figures of data quality, and what was left out."""
    values = {name: value for name, value in study.result["quality"].items() if value is not None}
    rows = [
        (
            drafting.say("predeclared_label", name),
            drafting.say("percent", f"{value * 100:.2f}")
            if name.endswith("share")
            else number(value),
        )
        for name, value in values.items()
    ]
    return made(drafting, "quality", (("item", 0.6), ("value", 0.4)), rows)


def by_flow(drafting: Drafting, study: Study) -> Table:
    """List the largest contributions."""
    whole = study.result["cfp"] or 0.0
    rows = [
        (line_words(drafting, one), amount(one["value"]), share(one["value"], whole))
        for one in largest(study)
    ]
    return made(drafting, "by_flow", (("name", 0.5), ("kgco2e", 0.28), ("per_cent", 0.22)), rows)


def largest(study: Study) -> list[dict[str, Any]]:
    """Give the largest contributions, credits among them."""
    flows = [one for one in study.result["by_flow"] if one["value"]]
    return sorted(flows, key=lambda one: -abs(one["value"]))[:LARGEST]


def profiles(drafting: Drafting, study: Study) -> Table:
    """Give the result under other rules beside that of the standard."""
    found = study.result["profiles"]
    whole = study.result["cfp"]
    own = [(drafting.say("under_this_document"), amount(whole) if whole is not None else "")]
    rows = [
        (one["label"][drafting.language], amount(one["cfp"]))
        for one in found.values()
        if one["cfp"] is not None
    ]
    return made(
        drafting, "profiles", (("rules", 0.6), ("kgco2e", 0.4)), [*own, *rows] if rows else []
    )


def further(drafting: Drafting, study: Study) -> Table:
    """Give the further result lines of the standard."""
    rows = []
    for path, one in study.result["results"].items():
        thing = drafting.symbols.things.get(path)
        if thing is not None and one["value"] is not None:
            value = shown(drafting, thing, one["value"])
            rows.append((drafting.text(thing.label), value, drafting.phrases.symbol(one["unit"])))
    return made(drafting, "further", (("item", 0.5), ("value", 0.25), ("unit", 0.25)), rows)


def sensitivity(drafting: Drafting, study: Study) -> Table:
    """Say how the result moves with each large contribution, in which it is linear."""
    whole = study.result["cfp"] or 0.0
    rows = [
        (
            line_words(drafting, one),
            amount(whole - CHANGE * abs(one["value"])),
            amount(whole + CHANGE * abs(one["value"])),
            share(CHANGE * abs(one["value"]), whole),
        )
        for one in largest(study)[:5]
    ]
    heads = (("name", 0.4), ("lower", 0.22), ("upper", 0.22), ("change", 0.16))
    return made(drafting, "sensitivity", heads, rows)


def findings(drafting: Drafting, study: Study) -> Table:
    """List the findings with their clauses."""
    rows = [
        (
            drafting.say("severity_word", one["severity"]),
            one["code"],
            one["clause"] or "",
            one["message"],
        )
        for one in study.result["findings"]
    ]
    heads = (("severity", 0.12), ("code", 0.12), ("clause", 0.13), ("words", 0.63))
    return made(drafting, "findings", heads, rows)
