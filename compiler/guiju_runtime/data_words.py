"""Words about data: what is expected, what is given, which name was meant."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from guiju_runtime.data_model import Datum
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Text, same_words

_LONGEST = 40
_MOST_NAMES = 8
_KINDS = {
    "year": Text(zh="年份，如 2024", en="a year such as 2024"),
    "date": Text(zh="日期，如 2025-12-31", en="a date such as 2025-12-31"),
    "text": Text(zh="文字", en="text"),
    "yes_no": Text(zh="是或否", en="yes or no"),
}
CONFIDENTIAL = Text(zh="（保密）", en="(confidential)")
_OF_VALUES = ("given", "readings")
"""Words of findings that repeat what was given."""
QUALITY = {
    "primary": Text(zh="初级数据", en="primary datum"),
    "site": Text(zh="现场数据", en="site datum"),
    "secondary": Text(zh="次级数据", en="secondary datum"),
    "": Text(zh="收集的数据", en="datum"),
}
WITHHELD = Text(zh="保密，不单列", en="confidential, not shown by itself")
DEFAULT = Text(zh="缺省值", en="default")
FACTOR = Text(zh="因子", en="factor")
UNVERIFIED = Text(zh="未核实", en="unverified")
_EXAMPLES = {"year": "2024", "date": "2025-12-31", "text": "…", "yes_no": "yes"}


def expected(datum: Datum) -> Text:
    """Say what kind of value ``datum`` takes."""
    if datum.kind == "number":
        return expected_number(datum.unit)
    if datum.kind == "choice":
        names = option_names(datum)
        return Text(zh=f"以下之一：{names.zh}", en=f"one of {names.en}")
    return _KINDS[datum.kind]


def expected_number(unit: str) -> Text:
    """Say that a number in ``unit`` is expected."""
    if unit:
        return Text(zh=f"以 {unit} 计的数", en=f"a number in {unit}")
    return Text(zh="数", en="a number")


def example_of(datum: Datum) -> str:
    """Give a line that could stand for ``datum``."""
    name = datum.path.rpartition(".")[2]
    if datum.kind == "number":
        return f"{name}: 120 {datum.unit}".rstrip()
    if datum.kind == "choice":
        return f"{name}: {datum.options[0][0]}" if datum.options else f"{name}: …"
    return f"{name}: {_EXAMPLES[datum.kind]}"


def option_names(datum: Datum) -> Text:
    """List the options of a choice, each with its label where that differs."""
    zh = [_labelled(name, label.zh, "（{}）") for name, label in datum.options]
    en = [_labelled(name, label.en, " ({})") for name, label in datum.options]
    return Text(zh="、".join(zh), en=", ".join(en))


def _labelled(name: str, label: str, brackets: str) -> str:
    return name if label in ("", name) else name + brackets.format(label)


def described(given: object) -> Text:
    """Say what is given, cut to a readable length."""
    if given is None:
        return Text(zh="空白", en="nothing")
    if isinstance(given, dict):
        return Text(zh="一组“名称: 值”", en="a set of “name: value”")
    if isinstance(given, list | tuple):
        return Text(zh="一个列表", en="a list")
    if isinstance(given, bool):
        return Text(zh="是" if given else "否", en="yes" if given else "no")
    words = quoted(given)
    return Text(zh=f"“{words}”", en=f"“{words}”")


def quoted(given: object) -> str:
    """Give the text of a scalar on one line, cut to a readable length."""
    words = printed(given)
    plain = "".join(letter if letter.isprintable() else " " for letter in words[: _LONGEST * 2])
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"


def printed(given: object) -> str:
    """Give the text of a scalar; of anything else the name of its type."""
    if isinstance(given, str):
        return given
    try:
        return str(given)
    except ValueError:
        return "10^…"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that was probably meant."""
    from difflib import get_close_matches  # late: most names are right

    folded = {word.casefold(): word for word in known}
    close = get_close_matches(name[: _LONGEST * 2].casefold(), folded, n=1)
    return folded[close[0]] if close else None


def did_you_mean(near: str | None) -> Text:
    """Ask whether ``near`` was meant; no words without one."""
    if near is None:
        return same_words("")
    return Text(zh=f"是否指 {near}？", en=f"did you mean {near}? ")


def listed(names: Sequence[str]) -> Text:
    """List names, the first few of many."""
    some = names[:_MOST_NAMES]
    more = Text(zh="等", en=", …") if len(names) > len(some) else same_words("")
    return Text(zh="、".join(some) + more.zh, en=", ".join(some) + more.en)


def told(found: Finding, datum: Datum) -> Finding:
    """Give a finding about ``datum`` without its value, if that is confidential."""
    if not datum.confidential:
        return found
    values = ((name, CONFIDENTIAL if name in _OF_VALUES else v) for name, v in found.values)
    return replace(found, values=tuple(values))


def now(words: str, en: str = "") -> Text:
    """Say what a value is that a finding is about; ``en`` where the words differ."""
    return Text(zh=f"（现为 {words}）", en=f" (it is {en or words})")
