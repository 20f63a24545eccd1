"""The public library: compile a standard, calculate declarations."""

from __future__ import annotations

import types
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from guiju import pipeline, workspace
from guiju.command_codes import NOT_CALCULABLE, CommandFault
from guiju.files import cache
from guiju_dsl.diagnostics import Diagnostic
from guiju_dsl.source import SourceText
from guiju_runtime.findings import Finding
from guiju_runtime.messages import Language

if TYPE_CHECKING:
    from guiju.plan.model import CalculationPlan
    from guiju_runtime.calculating import Calculation


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
        return f"kgCO2e per {self.calculation.calculator.products[0].unit}"

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
    """

    plan: CalculationPlan
    warnings: tuple[Diagnostic, ...]
    place: workspace.Workspace
    module: types.ModuleType

    @property
    def id(self) -> str:
        """Give the id of the standard: its slug."""
        return self.plan.data_model.standard.id

    def calculate(
        self, data: str | Path | Mapping[str, object], *, accept_other_digest: bool = False
    ) -> Result:
        """Calculate one declaration: a YAML, JSON or Excel file, or a mapping of that shape.

        Raises:
            CommandFault: the file cannot be read.
        """
        from guiju.declared import declared
        from guiju_runtime.calculating import calculate

        found: tuple[Finding, ...] = ()
        given: Mapping[str, object] | None
        if isinstance(data, Mapping):
            given = data
        else:
            given, found = declared(self.plan, Path(data))
        declaration = given if given is not None else {}
        calculation = calculate(
            self.module.CALCULATOR, declaration, accept_other_digest=accept_other_digest
        )
        # A file that holds no declaration lacks everything: its own fault says it all.
        more = calculation.findings if given is not None else ()
        calculation.findings = tuple(dict.fromkeys((*found, *more)))
        return Result(calculation=calculation, declaration=declaration)


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
    plan = outcome.product
    if plan is None:
        raise CompileError((*place.faults, *outcome.diagnostics), place.texts)
    if not plan.rules.outcomes:
        raise CommandFault(NOT_CALCULABLE, name=plan.data_model.standard.id)
    return Standard(
        plan=plan, warnings=outcome.diagnostics, place=place, module=calculator_of(plan)
    )


def calculator_of(plan: CalculationPlan) -> types.ModuleType:
    """Give the generated calculator of a plan as a module: what users embed is what runs here."""
    from guiju.backends.python.module import to_module

    module = types.ModuleType("calculator")
    exec(compile_text(to_module(plan)), module.__dict__)
    return module


def compile_text(text: str) -> types.CodeType:
    """Compile the text of a generated module."""
    import builtins

    code: types.CodeType = builtins.compile(text, "calculator.py", "exec")
    return code
