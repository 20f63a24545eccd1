"""The columns of the statement, each calculated once, in an order in which each can be."""

import itertools
from collections.abc import Iterator, Mapping

from msgspec import Struct

from guiju.backends.sql.levels import NONE, levels_of
from guiju.backends.sql.text import QUOTED, is_plain, name

ROW, KEY = "`#row`", "`#key`"
RECORD_GROUP = "`#group`"
OVER = f"OVER (PARTITION BY {ROW})"
"""All records of one declaration."""
LOOKS_OVER = " OVER ("
"""Stands in a column that looks over records."""


class Column(Struct, frozen=True, kw_only=True):
    """A column of the statement.

    Attributes:
        note: what it is, with its unit; empty for a column that only serves others.
    """

    name: str
    sql: str
    note: str


class Rows(Struct, frozen=True, kw_only=True):
    """Records that are added: the rows of a series, or pairs of the rows of two groups.

    Attributes:
        of: the group for each of whose records they are added; empty for each declaration.
        count: how many, a column; ``group`` and ``key`` the columns that tell them apart from
            here on; ``before`` those up to here.
    """

    path: str
    of: str
    count: str
    group: str
    key: str
    before: tuple[str, str]


class Section(Struct, kw_only=True):
    """Columns of one process, or of one purpose.

    Attributes:
        title: what it calculates, in words.
        rows: the records that it begins with, or none.
    """

    title: str
    rows: Rows | None
    columns: list[Column]


Level = list[tuple[str, Column]]
"""Columns that read nothing of each other; before the first of a section stands its title."""


class Stretch(Struct, frozen=True, kw_only=True):
    """Sections behind one another, over the same records.

    Attributes:
        title, rows: what the first of them begins with.
        pinned: the level of columns that stand in a certain one.
    """

    title: str
    rows: Rows | None
    sections: list[Section]
    pinned: Mapping[str, int] = NONE

    def reads(self) -> dict[str, list[str]]:
        """Give which of the others each column reads."""
        columns = [column for section in self.sections for column in section.columns]
        names = {column.name for column in columns}
        return {c.name: [n for n in QUOTED.findall(c.sql) if n in names] for c in columns}

    def over(self) -> frozenset[str]:
        """Give the columns that look over records."""
        columns = (column for section in self.sections for column in section.columns)
        return frozenset(column.name for column in columns if LOOKS_OVER in column.sql)

    def levels(self) -> Iterator[Level]:
        """Give the columns in as few levels as there can be; each reads only those before.

        Engines resolve a statement level by level, some of them a limited number of times, and
        sort all records once for each level with columns that look over them.
        """
        at = levels_of(self.reads(), self.over(), self.pinned)
        made: list[Level] = [[] for _ in range(1 + max(at.values(), default=-1))]
        for section in self.sections:
            told: set[int] = set()
            for column in section.columns:
                level = at[column.name]
                made[level].append(("" if level in told else section.title, column))
                told.add(level)
        yield from made


def lasting(stretches: list[Stretch], after: list[str]) -> Iterator[tuple[Stretch, list[set[str]]]]:
    """Give each stretch with what is read, by level, behind it; ``after`` reads what comes out."""
    read = set(QUOTED.findall(" ".join(after)))
    found: list[tuple[Stretch, list[set[str]]]] = []
    for stretch in reversed(stretches):
        behind: list[set[str]] = []
        for level in reversed(list(stretch.levels())):
            behind.append(set(read))
            read |= {part for _, column in level for part in QUOTED.findall(column.sql)}
        if stretch.rows is not None:
            rows = stretch.rows
            read |= {*QUOTED.findall(rows.count), *rows.before}
        found.append((stretch, behind[::-1]))
    yield from reversed(found)


class Columns:
    """All columns so far; the same formula is one column, whoever asks for it.

    Attributes:
        group: column that names the group whose row a record is; empty for a declaration.
        key: column with the number of the row, as text that sorts as the numbers do.
        identity: the columns that tell any record from all others.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.sections: list[Section] = []
        self.group, self.key = RECORD_GROUP, KEY
        self.identity: tuple[str, ...] = (ROW, RECORD_GROUP, KEY)
        self._known: dict[str, str] = {}
        self._pairs: dict[str, tuple[str, str, str]] = {}
        self._names = {"#row", "#group", "#key"}

    def section(self, title: str) -> None:
        """Let what follows stand under ``title``."""
        self.sections.append(Section(title=title, rows=None, columns=[]))

    def stretches(self) -> Iterator[Stretch]:
        """Give the sections, cut where records are added."""
        begins = [at for at, one in enumerate(self.sections) if at == 0 or one.rows is not None]
        for begin, end in itertools.pairwise([*begins, len(self.sections)]):
            first = self.sections[begin]
            yield Stretch(title=first.title, rows=first.rows, sections=self.sections[begin:end])

    def put(self, called: str, sql: str, note: str = "") -> str:
        """Give the column that holds ``sql``: a new one, or one that is there already."""
        if is_plain(sql):
            return sql
        if sql not in self._known:
            column = self._free(called)
            self._known[sql] = column
            self.sections[-1].columns.append(Column(name=column, sql=sql, note=note))
        return self._known[sql]

    def short(self, called: str, sql: str) -> str:
        """Give ``sql`` as it is if it is short, else a column that holds it."""
        return self.put(called, sql) if len(sql) > 60 else sql

    def series(self, path: str, label: str, count: str) -> str:
        """Add ``count`` records to each declaration; give what they are called."""
        return self._added(
            f"逐项 one record for each row of {path}", label, "", f"{path} {count}", count
        )

    def pairs(self, left: str, right: str) -> tuple[str, str, str]:
        """Add to each record of one group a record for each row of another.

        Returns:
            What they are called; the key of the row of the other group; how to take together all
            that one record of the first group is paired with.
        """
        known = f"{left} × {right}"
        if known not in self._pairs:
            over = f"OVER (PARTITION BY {', '.join(self.identity)})"
            title = f"成对 one record for each row of {left} with each row of {right}"
            here = f"CASE WHEN {self.is_group(right)} THEN 1 END"
            count = self.put(f"rows of {right}", f"COUNT({here}) {OVER}")
            label = self._added(title, known, left, known, count)
            self._pairs[known] = label, self.key, over
        return self._pairs[known]

    def _added(self, title: str, label: str, of: str, known: str, count: str) -> str:
        if known not in self._known:
            self._known[known] = label
            before = (self.group, self.key)
            self.group, self.key = self._free("#group"), self._free("#key")
            self.identity = (*self.identity, self.group, self.key)
            rows = Rows(
                path=label, of=of, count=count, group=self.group, key=self.key, before=before
            )
            self.sections.append(Section(title=title, rows=rows, columns=[]))
        return self._known[known]

    def is_group(self, label: str) -> str:
        """Tell whether a record is a row of a group, or, if ``label`` is empty, a declaration."""
        return f"{self.group} = '{label}'"

    def _free(self, called: str) -> str:
        """Give a name that no other column has; case does not tell names apart."""
        found, number = called, 1
        while found.lower() in self._names:
            number += 1
            found = f"{called} ({number})"
        self._names.add(found.lower())
        return name(found)
