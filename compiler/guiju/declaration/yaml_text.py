"""Read YAML as texts, lists and mappings: no types guessed, no tags, no bombs."""

import yaml
from msgspec import Struct

from guiju.declaration.codes import KEY_TWICE, TAG_REFUSED, TEXT_NOT_YAML
from guiju.declaration.limits import DEEPEST, MOST_VALUES, too_deep, too_many_values
from guiju.declaration.yaml_reasons import (
    CONTROL_CHARACTER,
    FULL_COLON,
    NAME_NOT_TEXT,
    NAME_WITH_FULL_COLON,
    NO_ANCHOR,
    SECOND_DOCUMENT,
    beside_full_width,
    in_both_languages,
    of_full_width,
)
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Text

_NOTHING = ("", "~", "null", "Null", "NULL")
_PLAIN_TAGS = tuple(f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq"))


def from_yaml(text: str) -> tuple[object, tuple[Finding, ...]]:
    """Read ``text``; every scalar stays as written, empty and ``null`` are None.

    A value is given only without findings.
    """
    unprintable = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if unprintable:
        return None, (_not_printable(text, unprintable.start()),)
    builder = _Builder(text)
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except _RefusedError as refused:
        return None, (*builder.findings, refused.found)
    except yaml.YAMLError as error:
        return None, (*builder.findings, _not_yaml(error, text))
    return builder.root, tuple(builder.findings)


class _RefusedError(Exception):
    def __init__(self, found: Finding) -> None:
        super().__init__(found.code.id)
        self.found = found


class _Open(Struct):
    """A list or mapping that is being read.

    Attributes:
        before: values counted when it began; the difference to the end is its size.
        name: the name whose value comes next, or None where a name comes next.
    """

    inside: dict[str, object] | list[object]
    anchor: str | None
    before: int
    name: str | None


class _Builder:
    """Puts the events of a YAML parser together without recursion, counting as it goes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.root: object = None
        self.findings: list[Finding] = []
        self._open: list[_Open] = []
        self._anchored: dict[str, tuple[object, int]] = {}
        self._counted = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._begin_document(event)
        elif isinstance(event, yaml.AliasEvent):
            self._take_alias(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()

    def _begin_document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _RefusedError(_at(event, SECOND_DOCUMENT))

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        self._refuse_tag(event)
        is_nothing = event.implicit[0] and event.value in _NOTHING
        self._count(1)
        if event.anchor:
            self._anchored[event.anchor] = (event.value, 1)
        if self._takes_a_name():
            self._take_name(event)
        else:
            self._put(None if is_nothing else event.value)

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        if event.anchor not in self._anchored:
            raise _RefusedError(_at(event, NO_ANCHOR))
        value, size = self._anchored[event.anchor]
        self._count(size)
        if self._takes_a_name():
            raise _RefusedError(_at(event, NAME_NOT_TEXT))
        self._put(value)

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        self._refuse_tag(event)
        if self._takes_a_name():
            raise _RefusedError(_at(event, NAME_NOT_TEXT))
        inside: dict[str, object] | list[object] = []
        if isinstance(event, yaml.MappingStartEvent):
            inside = {}
        self._put(inside)
        self._open.append(_Open(inside, event.anchor, self._counted, None))
        self._count(1)
        if len(self._open) > DEEPEST:
            raise _RefusedError(too_deep())

    def _end(self) -> None:
        ended = self._open.pop()
        if ended.anchor:
            self._anchored[ended.anchor] = (ended.inside, self._counted - ended.before)

    def _takes_a_name(self) -> bool:
        if not self._open:
            return False
        last = self._open[-1]
        return isinstance(last.inside, dict) and last.name is None

    def _take_name(self, event: yaml.ScalarEvent) -> None:
        last = self._open[-1]
        last.name = event.value
        if isinstance(last.inside, dict) and event.value in last.inside:
            self.findings.append(_named_twice(event))
        if FULL_COLON in event.value and self._ends_the_pair(event):
            self.findings.append(_at(event, NAME_WITH_FULL_COLON))

    def _ends_the_pair(self, event: yaml.ScalarEvent) -> bool:
        """Tell whether an unquoted name has neither colon nor value behind it."""
        if not event.implicit[0] or event.end_mark is None:
            return False
        return self._text[event.end_mark.index :].lstrip()[:1] in (",", "}")

    def _put(self, value: object) -> None:
        if not self._open:
            self.root = value
            return
        last = self._open[-1]
        if isinstance(last.inside, list):
            last.inside.append(value)
        elif last.name is not None:
            last.inside.setdefault(last.name, value)
            last.name = None

    def _count(self, values: int) -> None:
        self._counted += values
        if self._counted > MOST_VALUES:
            raise _RefusedError(too_many_values())

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.tag is not None and event.tag not in _PLAIN_TAGS:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")[:40]
            self.findings.append(finding(TAG_REFUSED, "", line=_line(event), tag=tag))


def _line(event: yaml.Event) -> str:
    return str(event.start_mark.line + 1) if event.start_mark else "?"


def _column(event: yaml.Event) -> str:
    return str(event.start_mark.column + 1) if event.start_mark else "?"


def _named_twice(event: yaml.ScalarEvent) -> Finding:
    line = _line(event)
    where = Text(zh=f"第 {line} 行", en=f"in line {line}")
    return finding(KEY_TWICE, "", name=event.value[:40], where=where)


def _at(event: yaml.Event, reason: Text) -> Finding:
    line, column = _line(event), _column(event)
    return finding(TEXT_NOT_YAML, "", line=line, column=column, reason=reason)


def _not_printable(text: str, offset: int) -> Finding:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return finding(TEXT_NOT_YAML, "", line=str(line), column=str(column), reason=CONTROL_CHARACTER)


def _not_yaml(error: yaml.YAMLError, text: str) -> Finding:
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    reason = in_both_languages(problem)
    if mark and (wide := of_full_width(text.split("\n"), mark.line, mark.column)):
        reason = beside_full_width(reason, *wide)
    return finding(
        TEXT_NOT_YAML,
        "",
        line=str(mark.line + 1) if mark else "?",
        column=str(mark.column + 1) if mark else "?",
        reason=reason,
    )
