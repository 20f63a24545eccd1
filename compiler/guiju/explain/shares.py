"""Primary share and score: means over the contributions, by the size of what each adds."""

from collections.abc import Iterator
from operator import mul

from msgspec import Struct
from msgspec.structs import replace

from guiju.explain.footprints import UNIT, Parts
from guiju.explain.model import Explanation, known
from guiju_runtime.burdens import Contribution
from guiju_runtime.data_words import DEFAULT, QUALITY, WITHHELD
from guiju_runtime.evidence import Evidence, Judge
from guiju_runtime.footprint import Weighted
from guiju_runtime.given import Place, shown
from guiju_runtime.messages import Text

PRIMARY_SHARE, SCORE = QUALITIES = ("primary_share", "score")
LABELS = {
    PRIMARY_SHARE: Text(zh="初级数据占比", en="share of primary data"),
    SCORE: Text(zh="数据质量评分", en="data quality score"),
}
HOW = {
    PRIMARY_SHARE: Text(
        zh="依据初级数据的贡献 ÷ 全部贡献（均取绝对值）",
        en="contributions from primary data ÷ all contributions, in absolute value",
    ),
    SCORE: Text(
        zh="各贡献的评分按其绝对值加权平均",
        en="mean of the scores of the contributions, weighted by their absolute values",
    ),
}
GROUPS = {
    True: Text(zh="依据初级数据的贡献", en="contributions from primary data"),
    False: Text(zh="依据非初级数据的贡献", en="contributions not from primary data"),
}
NO_DATA = Text(zh="没有申报的数据，计为初级", en="no datum behind it: counts as primary")
NO_TIER_DATA = Text(zh="所用层级不读数据", en="its tier reads no datum")


class Shares(Struct, frozen=True, kw_only=True):
    """Explains the quality of the data behind a footprint."""

    footprint: Parts
    judge: Judge

    def explained(self, name: str, path: str) -> Explanation:
        """Explain ``primary_share`` or ``score``."""
        found = self.footprint.found
        weighted = found.weighted if found.cfp == found.cfp else []
        ranked = sorted(weighted, key=lambda pair: -abs(pair[1]))
        parts = self._groups(ranked) if name == PRIMARY_SHARE else self._scores(ranked)
        return Explanation(
            path=path,
            label=LABELS[name],
            value=known(found.quality[name]),
            unit="",
            remarks=(HOW[name],),
            clause=name,
            parts=tuple(parts),
        )

    def _groups(self, ranked: Weighted) -> Iterator[Explanation]:
        """Give what counts as primary, and what does not; what is hidden stands in neither."""
        alone = self.footprint.open.stands_alone
        hidden = [pair for pair in ranked if not alone(pair[0])]
        for primary, label in GROUPS.items():
            of = [(c, v) for c, v in ranked if alone(c) and self._evidence(c).primary == primary]
            if not of:
                continue
            yield Explanation(
                path=f"{PRIMARY_SHARE}.{'primary' if primary else 'other'}",
                label=label,
                value=None if hidden else sum(abs(value) for _, value in of),
                unit=UNIT,
                remarks=(WITHHELD,) if hidden else (),
                clause=PRIMARY_SHARE,
                parts=tuple(self._flow(c, value) for c, value in of),
            )
        yield from (self._hidden(c, value) for c, value in hidden)

    def _flow(self, one: Contribution, value: float) -> Explanation:
        """Give a contribution with what makes it primary or not."""
        found = self.footprint.flow(one, value)
        return replace(found, remarks=(*found.remarks, *self._why(one)))

    def _hidden(self, one: Contribution, value: float) -> Explanation:
        return replace(self.footprint.flow(one, value), parts=())

    def _scores(self, ranked: Weighted) -> Iterator[Explanation]:
        """Give the score of each contribution, with its levels and its weight."""
        whole = sum(abs(value) for _, value in ranked)
        calculator = self.judge.run.calculator
        for one, value in ranked:
            if not self.footprint.open.stands_alone(one):
                yield self._hidden(one, value)
                continue
            levels = self._evidence(one).levels
            share = f"{abs(value) / whole:.1%}" if whole else "-"
            flow = self._flow(one, value)
            yield Explanation(
                path=flow.path,
                label=flow.label,
                value=sum(map(mul, calculator.weights, levels)) if calculator.weights else None,
                unit="",
                remarks=(Text(zh=f"权重 {share}", en=f"weight {share}"),),
                clause=flow.clause,
                parts=(*self._levels(levels), flow),
            )

    def _levels(self, levels: tuple[int, ...]) -> Iterator[Explanation]:
        """Give the level by each indicator, and what it weighs."""
        calculator = self.judge.run.calculator
        weights = calculator.weights or (0.0,) * len(levels)
        for indicator, weight, level in zip(calculator.indicators, weights, levels, strict=True):
            yield Explanation(
                path=indicator.name,
                label=indicator.label,
                value=float(level),
                unit="",
                remarks=(
                    Text(zh=f"权重 {weight:g}", en=f"weight {weight:g}"),
                    indicator.levels[level - 1],
                ),
                clause=indicator.name,
            )

    def _place(self, one: Contribution) -> Place:
        return Place(one.flow, one.row)

    def _evidence(self, one: Contribution) -> Evidence:
        return self.judge.of(self._place(one))

    def _why(self, one: Contribution) -> Iterator[Text]:
        """Say why a contribution counts as primary, or which data keep it from that."""
        decisive = self.judge.decisive(self._place(one))
        if not decisive:
            yield NO_DATA
            return
        wanting = [place for place, evidence in decisive.items() if not evidence.primary]
        if not wanting:
            count = len(decisive)
            yield Text(
                zh=f"初级：所依据的 {count} 项数据都是初级或现场数据",
                en=f"primary: all data behind it are primary or site data ({count})",
            )
        for place in sorted(wanting, key=lambda place: (place.datum, place.row or 0)):
            path, why = self._shown(place), self._class_of(place)
            yield Text(zh=f"非初级：{path}，{why.zh}", en=f"not primary: {path}, {why.en}")

    def _shown(self, place: Place) -> str:
        group = self.judge.run.index.groups.get(place.datum, "")
        return shown(group, place.row, place.datum)

    def _class_of(self, place: Place) -> Text:
        """Say of which class a datum is."""
        run = self.judge.run
        if place in run.defaults:
            return DEFAULT
        given = run.reading.about.get(place)
        if given is not None:
            return QUALITY[given.quality]
        return QUALITY[""] if place in run.collected else NO_TIER_DATA


def shares_of(footprint: Parts) -> Shares:
    """Give what explains the quality of the data behind a footprint."""
    return Shares(footprint=footprint, judge=Judge(footprint.found.network.run))
