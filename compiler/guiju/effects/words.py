"""What is said of effects wherever they are shown."""

from typing import Final

from guiju.changes import Change
from guiju.effects.model import Effect, Effects
from guiju_runtime.messages import Language, Text

NEEDS_OTHERS: Final = Text(
    zh="离开未计入的改变不能成立",
    en="cannot stand without changes that are not counted in",
)
BETWEEN: Final = Text(zh="；", en="; ")
REST: Final = Text(zh="其余差别", en="other differences")
ADDED: Final = Text(zh="增加{what}", en="adds {what}")
REMOVED: Final = Text(zh="删除{what}", en="removes {what}")
RENAMED: Final = Text(zh="{what}改名", en="renames {what}")
CHANGED: Final = Text(zh="{what}：{how}", en="{what}: {how}")
INTO: Final = Text(zh="{of} {old} → {new}", en="{of} {old} → {new}")
NOTHING: Final = Text(zh="无", en="none")
MOST_TOLD: Final = 3
LONGEST: Final = 48


def said(effects: Effects, steps: tuple[int, ...], language: Language) -> str:
    """Say what changes; several that only stand together are said in one."""
    between = BETWEEN.in_language(language)
    return between.join(effects.steps[step].words.in_language(language) for step in steps)


def cited(effects: Effects, one: Effect) -> str:
    """Give the numbers of the clauses that change."""
    return ", ".join(dict.fromkeys(n for step in one.steps for n in effects.steps[step].clauses))


def in_short(change: Change) -> Text:
    """Say a change in a few words."""
    sentences = {"added": ADDED, "removed": REMOVED, "renamed": RENAMED}
    if change.kind in sentences:
        return _filled(sentences[change.kind], what=change.label)
    told = [
        _filled(INTO, of=one.of, old=_short(one.old), new=_short(one.new))
        for one in change.differences[:MOST_TOLD]
    ]
    more = "…" if len(change.differences) > MOST_TOLD else ""
    how = Text(zh="，".join(t.zh for t in told) + more, en=", ".join(t.en for t in told) + more)
    return _filled(CHANGED, what=change.label, how=how)


def _short(words: Text | None) -> Text:
    if words is None:
        return NOTHING
    return Text(zh=_cut(words.zh), en=_cut(words.en))


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"


def _filled(sentence: Text, **values: Text) -> Text:
    values_of = tuple(values.items())
    return Text(zh=sentence.filled("zh", values_of), en=sentence.filled("en", values_of))
