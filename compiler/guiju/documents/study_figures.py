"""Charts of a study report: what each process, flow and gas adds."""

from collections.abc import Iterable

from guiju.documents.drafting import Drafting
from guiju.documents.model import Figure
from guiju.documents.study import Study
from guiju.documents.study_tables import largest
from guiju.documents.study_words import amount, gas_words, joined, line_words, share
from guiju.drawing.bars import Bar, to_svg


def figures(drafting: Drafting, study: Study) -> dict[str, Figure]:
    """Give the figures by id; none where there is no footprint."""
    result, labels = study.result, drafting.meanings.labels
    known = {stage.name: stage.label for stage in drafting.rules.stages}
    if result["cfp"] is None:
        return {}
    stages = [(joined(drafting, name, known), v) for name, v in result["by_stage"].items()]
    processes = [(joined(drafting, name, labels), v) for name, v in result["by_process"].items()]
    flows = [(line_words(drafting, one), one["value"]) for one in largest(study)]
    gases = [(gas_words(drafting, gas), value) for gas, value in result["by_gas"].items()]
    return {
        id: chart(drafting, id, title, pairs, result["cfp"])
        for id, title, pairs in (
            ("figure.study_stages", "study_by_stage_drawn", stages),
            ("figure.study_processes", "study_by_process", processes),
            ("figure.study_flows", "study_by_flow", flows),
            ("figure.study_gases", "study_by_gas", gases),
        )
        if pairs
    }


def chart(
    drafting: Drafting, id: str, title: str, pairs: Iterable[tuple[str, float]], whole: float
) -> Figure:
    """Draw one chart of contributions [kgCO2e]."""
    said = drafting.phrases.cell(drafting.say(title))
    bars = [
        Bar(
            label=drafting.phrases.cell(label),
            value=value,
            words=amount(value),
            share=drafting.say("percent", share(value, whole)),
        )
        for label, value in pairs
    ]
    return Figure(id=id, title=said, svg=to_svg(said, "kgCO2e", bars))
