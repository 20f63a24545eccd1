"""The public library: compile a standard, calculate declarations."""

from __future__ import annotations

import builtins
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from guiju import pipeline, workspace
from guiju.command_codes import ATTACHED_TWICE, NOT_CALCULABLE, CommandFault
from guiju.files import cache
from guiju.table_row import TableRow
from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.source import SourceText
from guiju_runtime.attaching import standards_of
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Language

if TYPE_CHECKING:
    from guiju.plan.model import CalculationPlan
    from guiju.tape.function import Function
    from guiju_runtime.calculating import Calculation
    from guiju_runtime.calculator import Calculator
    from guiju_runtime.given import Reading
    from guiju_runtime.tables import Table


Data = str | Path | Mapping[str, object] | TableRow
"""A declaration: a file, a row of a table, or a mapping of the shape that a file has."""


class CompileError(Exception):
    """A standard that has errors.

    Attributes:
        diagnostics: all of them; ``sources`` the texts that they point into.
    """

    def __init__(
        self, diagnostics: tuple[Diagnostic, ...], sources: Mapping[str, SourceText]
    ) -> None:
        """Keep the diagnostics and the texts."""
        from guiju_dsl.report import to_text

        words = [to_text(d, sources.get(d.span.source), "en") for d in diagnostics]
        super().__init__("\n".join(words))
        self.diagnostics = diagnostics
        self.sources = sources


class Result(Struct, frozen=True, kw_only=True):
    """The footprint of one declaration.

    Attributes:
        calculation: everything that was calculated.
        declaration: what was declared.
    """

    calculation: Calculation
    declaration: Mapping[str, object]

    @property
    def cfp(self) -> float | None:
        """Give the footprint [kgCO2e per unit of the first product]; None if it has no value."""
        value: float | None = self.to_dict("en")["cfp"]
        return value

    @property
    def unit(self) -> str:
        """Give what ``cfp`` is for, such as ``kgCO2e per 1 t``."""
        return f"kgCO2e per {self.calculation.calculator.products[0].unit.en}"

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what a reviewer must see."""
        return self.calculation.findings

    def to_dict(self, language: Language = "zh") -> dict[str, Any]:
        """Give the result as plain data, in the shape in which results are exchanged."""
        from guiju_runtime.result import to_plain

        return to_plain(self.calculation, self.declaration, language)


class Standard(Struct, frozen=True, kw_only=True):
    """A compiled standard.

    Attributes:
        plan: all that it calculates.
        warnings: diagnostics that are no errors.
        place: the project that it is from.
        others: the standards whose results it uses, by id, as far as they were asked for.
    """

    plan: CalculationPlan
    warnings: tuple[Diagnostic, ...]
    place: workspace.Workspace
    module: types.ModuleType
    others: dict[str, Standard] = {}

    def __reduce__(self) -> tuple[Callable[..., Standard], tuple[object, ...]]:
        """Let a standard go to another process, which makes its calculator again."""
        return standard_of, (self.plan, self.place, self.warnings)

    @property
    def id(self) -> str:
        """Give the id of the standard: its slug."""
        return self.plan.data_model.standard.id

    def other(self, name: str) -> Standard:
        """Give a standard whose results this one uses; compiled when it is first asked for.

        Raises:
            CompileError: it has errors.
            CommandFault: there is no such standard.
        """
        if name not in self.others:
            path = self.place.path_of(name)
            self.others[name] = compile(path if path is not None else name)
        return self.others[name]

    def calculate(
        self,
        data: Data,
        *,
        attached: Sequence[Mapping[str, object]] = (),
        accept_other_digest: bool = False,
        factors: Mapping[str, Table] | None = None,
    ) -> Result:
        """Calculate one declaration: a YAML, JSON or Excel file, or a mapping of that shape.

        Args:
            attached: declarations for standards whose results are used, for those that ``data``
                itself names none for.
            accept_other_digest: calculate what was declared for another text of the standard.
            factors: tables that stand in place of those of the standard, by path.

        Raises:
            CommandFault: the file cannot be read.
        """
        given, found = self.declared(data)
        if given is not None:
            given = self._with_attached(given, attached)
        return self._result(given, found, accept_other_digest, factors)

    def calculate_all(
        self, data: Iterable[Data], *, accept_other_digest: bool = False
    ) -> list[tuple[Data, Result]]:
        """Calculate several declarations together.

        Those for a standard whose results are used are attached to the rest; what may be claimed
        once is claimed in one of them.

        Raises:
            CommandFault: a file cannot be read, or two are for one standard whose results are used.
        """
        from guiju_runtime.claims import claimed_twice

        read = [(one, *self.declared(one)) for one in data]
        pool = self._pool([given for _, given, _ in read if given is not None])
        results = []
        for one, given, found in read:
            if given is None or not any(given is other for other in pool):
                whole = self._with_attached(given, pool) if given is not None else None
                results.append((one, self._result(whole, found, accept_other_digest)))
        claims = claimed_twice((r.declaration, r.calculation) for _, r in results)
        for (_, result), claimed in zip(results, claims, strict=True):
            every = dict.fromkeys((*result.calculation.findings, *claimed))
            result.calculation.findings = tuple(every)
        return results

    def _pool(self, given: list[Mapping[str, object]]) -> list[Mapping[str, object]]:
        """Give the declarations for standards whose results are used; none if all are."""
        if len(given) < 2:
            return []
        used = used_by(self)
        pool = [one for one in given if one.get("standard") in used]
        ids = [str(one.get("standard")) for one in pool]
        if len(pool) == len(given):
            return []
        if len(set(ids)) < len(ids):
            twice = next(name for name in ids if ids.count(name) > 1)
            raise CommandFault(ATTACHED_TWICE, standard=twice, user=self.id)
        return pool

    def read(self, declaration: Mapping[str, object]) -> Reading[float]:
        """Read a declaration: values in declared units, and what is wrong with them."""
        from guiju_runtime.calculating import reading_of

        return reading_of(self.module.CALCULATOR, declaration, self._calculator)

    def function(self, *asked: str) -> Function:
        """Give a function from a declaration that was read to numbers alone, for many one by one.

        It says nothing of how they come about, of provisions or of the quality of data; where
        anything is the matter it gives None, and ``calculate`` says what.

        Args:
            asked: names as columns of a table have them, such as ``by_gas.CF4``; all by default.
        """
        from guiju.tape.function import function_of_plan

        return function_of_plan(self.plan, asked)

    def _with_attached(
        self, given: Mapping[str, object], pool: Sequence[Mapping[str, object]]
    ) -> Mapping[str, object]:
        from guiju.declared import with_attached

        return with_attached(self.plan, given, pool, self._plan)

    def declared(self, data: Data) -> tuple[Mapping[str, object] | None, tuple[Finding, ...]]:
        """Give the declaration that ``data`` are, None if a file holds none, and its faults.

        Raises:
            CommandFault: the file cannot be read.
        """
        from guiju.declared import declared

        return declared(self.plan, data, self._plan)

    def _plan(self, name: str) -> CalculationPlan:
        return self.other(name).plan

    def _calculator(self, name: str) -> Calculator:
        calculator: Calculator = self.other(name).module.CALCULATOR
        return calculator

    def _result(
        self,
        given: Mapping[str, object] | None,
        found: tuple[Finding, ...],
        accept_other_digest: bool,
        factors: Mapping[str, Table] | None = None,
    ) -> Result:
        from guiju_runtime.calculating import calculate

        declaration = given if given is not None else {}
        calculation = calculate(
            self.module.CALCULATOR,
            declaration,
            accept_other_digest=accept_other_digest,
            others=self._calculator,
            factors=factors or {},
        )
        # A file that holds no declaration lacks everything: its own fault says it all.
        more = calculation.findings if given is not None else ()
        calculation.findings = tuple(dict.fromkeys((*found, *more)))
        return Result(calculation=calculation, declaration=declaration)


def used_by(standard: Standard) -> set[str]:
    """Give the ids of the standards whose results ``standard`` uses, directly or not."""
    direct = set(standards_of(standard.plan.data_model))
    return direct | {name for one in direct for name in used_by(standard.other(one))}


def compile(name: str | Path) -> Standard:  # noqa: A001  the library's word for it
    """Compile a standard: a ``.pcr`` file, its folder, or the name of one that ships.

    Raises:
        CompileError: it has errors.
        CommandFault: there is no such standard, or it declares no product.
    """
    place = workspace.workspace_of(workspace.standard_path(str(name)))
    source = place.source()
    if source is None:
        raise CompileError(tuple(place.faults), place.texts)
    outcome = pipeline.compile_standard(source, place.find, cache(), place.known)
    if (plan := outcome.product) is None:
        raise CompileError((*place.faults, *outcome.diagnostics), place.texts)
    return standard_of(plan, place, outcome.diagnostics)


def standard_of(
    plan: CalculationPlan, place: workspace.Workspace, warnings: tuple[Diagnostic, ...]
) -> Standard:
    """Give a standard that calculates from its plan.

    Raises:
        CommandFault: it declares no product.
    """
    if not plan.rules.outcomes:
        raise CommandFault(NOT_CALCULABLE, name=plan.data_model.standard.id)
    return Standard(plan=plan, warnings=warnings, place=place, module=calculator_of(plan))


def calculator_of(plan: CalculationPlan) -> types.ModuleType:
    """Give the generated calculator of a plan as a module: what users embed is what runs here."""
    from guiju.backends.python.module import to_module
    from guiju.documents.kept_templates import keep_templates

    keep_templates(cache())
    module = types.ModuleType("calculator")
    exec(builtins.compile(to_module(plan), "calculator.py", "exec"), module.__dict__)
    return module
