"""A comparison as a paper: what is known of it in the words and figures that are printed."""

from fractions import Fraction

from guiju.comparing import words
from guiju.comparing.model import Compared, Comparison, Line
from guiju.documents.comparison import Row, ShownComparison, ShownEffects
from guiju.documents.comparison_report import comparison_report
from guiju.documents.model import Paper
from guiju.effects import Effects
from guiju.effects.figure import Ends, begins, figures, waterfall
from guiju.effects.model import Blocked, NoValue
from guiju.effects.rounding import adding_up, digits_for, rounded
from guiju.effects.words import BETWEEN, NEEDS_OTHERS, cited, said
from guiju_runtime.messages import Language
from guiju_runtime.result import data_digest


def paper_of(found: Comparison, language: Language) -> Paper:
    """Write the comparison in ``language``, under the head of the first standard."""
    return comparison_report(found.a.side.standard.plan, language, shown_of(found, language))


def ends_of(found: Comparison) -> Ends:
    """Say what stands at both ends of the waterfall."""
    start, end = found.titles
    return Ends(
        title=words.WATERFALL,
        start=start,
        end=end,
        unit=f"kgCO2e / {found.unit}",
    )


def shown_of(found: Comparison, language: Language) -> ShownComparison:
    """Give both sides in words and figures."""
    a = found.a
    calculation = a.result.calculation
    places = (calculation.reading.company, calculation.reading.site)
    return ShownComparison(
        product=a.product.label.in_language(language),
        site=" ".join(place for place in places if place),
        a=found.titles[0].in_language(language),
        b=found.titles[1].in_language(language),
        results=_results(found, language),
        parts={
            "by_stage": _parts(found, found.by_stage, language),
            "by_process": _parts(found, found.by_process, language),
            "by_gas": _parts(found, found.by_gas, language),
        },
        effects=shown_effects(found.effects, ends_of(found), language) if found.effects else None,
        demands={side: _demands(found, side, language) for side in ("a", "b")},
        apart=tuple((side.upper(), label.in_language(language)) for side, label in found.apart),
        findings=_findings(found, language),
        identity=_identity(found, language),
        remarks=tuple(one.in_language(language) for one in found.remarks()),
    )


def shown_effects(effects: Effects, ends: Ends, language: Language) -> ShownEffects:
    """Give effects in words and figures, with their waterfall."""
    digits = digits_for(effects.start, effects.end)
    onward = adding_up(effects.start, [one.onward for one in effects.effects], digits)
    back = adding_up(effects.start, [one.back for one in effects.effects], digits)
    value = effects.start
    start, end = rounded(effects.start, digits), rounded(effects.end, digits)
    rows: list[Row] = [(begins(effects, ends, language), "", "", "", figures(start))]
    for one, forth, behind in zip(effects.effects, onward, back, strict=True):
        value += one.onward
        rows.append(
            (
                said(effects, one.steps, language),
                cited(effects, one),
                figures(forth),
                figures(behind),
                figures(rounded(value, digits)),
            )
        )
    whole = figures(end - start)
    rows.append((ends.end.in_language(language), "", whole, whole, figures(end)))
    return ShownEffects(
        rows=tuple(rows),
        same=all(one.onward == one.back for one in effects.effects),
        blocked=tuple(_blocked(effects, one, language) for one in effects.blocked),
        made_first=tuple(_blocked(effects, one, language) for one in effects.made_first),
        svg=waterfall(effects, ends, language),
    )


def _blocked(effects: Effects, one: Blocked, language: Language) -> Row:
    found = one.why.findings if isinstance(one.why, NoValue) else one.why.diagnostics
    why = BETWEEN.in_language(language).join(
        f"{fault.message(language)}（{fault.code.id}）" for fault in found
    )
    return said(effects, one.steps, language), why or NEEDS_OTHERS.in_language(language)


def _results(found: Comparison, language: Language) -> tuple[Row, ...]:
    a, b = found.a, found.b
    digits = digits_for(*(one.cfp for one in (a, b) if one.cfp is not None))
    sides = zip("AB", found.titles, (a, b), strict=True)
    rows = [
        _result(f"{name}  {title.in_language(language)}", one, digits, language)
        for name, title, one in sides
    ]
    difference = found.difference
    if difference is not None and a.cfp is not None and b.cfp is not None:
        whole = figures(rounded(b.cfp, digits) - rounded(a.cfp, digits))
        rows.append(("B−A", found.unit or "", whole))
    return tuple(rows)


def _result(title: str, one: Compared, digits: int, language: Language) -> Row:
    value = figures(rounded(one.cfp / one.scale, digits)) if one.cfp is not None else "—"
    return title, one.product.unit_label.in_language(language), value


def _parts(found: Comparison, lines: tuple[Line, ...], language: Language) -> tuple[Row, ...]:
    values = [Fraction(v) for line in lines for v in (line.a, line.b) if v is not None]
    digits = digits_for(*values)
    rows = []
    for line in lines:
        a, b = (None if v is None else rounded(Fraction(v), digits) for v in (line.a, line.b))
        known = a is not None and b is not None and found.unit is not None
        rows.append(
            (
                line.label.in_language(language),
                "—" if a is None else figures(a),
                "—" if b is None else figures(b),
                figures(b - a) if known and a is not None and b is not None else "—",
            )
        )
    return tuple(rows)


def _demands(found: Comparison, side: str, language: Language) -> tuple[Row, ...]:
    return tuple(
        (
            words.KINDS[one.kind].in_language(language),
            one.words.in_language(language),
            one.detail.in_language(language),
        )
        for one in found.demands
        if one.side == side
    )


def _findings(found: Comparison, language: Language) -> tuple[Row, ...]:
    both = [one for one in found.a.findings if one in found.b.findings]
    sides = (("A, B", both), ("A", found.a.findings), ("B", found.b.findings))
    return tuple(
        (
            side,
            words.SEVERITIES[one.severity].in_language(language),
            one.code.id,
            message,
        )
        for side, findings in sides
        for one in findings
        if side == "A, B" or one not in both
        for message in (one.message(language),)
    )


def _identity(found: Comparison, language: Language) -> tuple[Row, ...]:
    """Say from what the results can be calculated again."""
    rows: dict[str, str] = {}
    for name, one in (("A", found.a), ("B", found.b)):
        identity = one.result.calculation.calculator.data_model.standard
        rows[f"{name}  {one.side.written}"] = f"{identity.version} {identity.digest}".strip()
    rows[words.DATA_DIGEST.in_language(language)] = data_digest(found.a.result.declaration)
    rows[words.ENGINE.in_language(language)] = found.a.result.calculation.calculator.engine
    return tuple(rows.items())
