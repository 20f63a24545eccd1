"""Read a declaration, and those that it builds on, from whatever files they came in."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from guiju import declaration, workspace
from guiju.command_codes import CommandFault
from guiju.files import is_table
from guiju.plan.model import CalculationPlan
from guiju.table_codes import TABLE_OF_MANY
from guiju.table_row import TableRow, declaration_of
from guiju_runtime.attaching import of_attached, standards_of
from guiju_runtime.findings import Finding

Declaration = Mapping[str, object]
Found = tuple[Declaration | None, tuple[Finding, ...]]
Others = Callable[[str], CalculationPlan]
"""Gives the plan of a standard whose results are used."""


def declared(
    plan: CalculationPlan, data: str | Path | Declaration | TableRow, others: Others
) -> Found:
    """Give the declaration that ``data`` are, None if a file holds none, and the file's faults.

    Raises:
        CommandFault: a file cannot be read, lies outside the project, or is a table of many.
    """
    if isinstance(data, Mapping):
        return data, ()
    if isinstance(data, TableRow):
        return declaration_of(plan.data_model, data)
    return _in_file(plan, Path(data), others)


def _in_file(plan: CalculationPlan, path: Path, others: Others) -> Found:
    """Read a file.

    What it names under ``use`` by the path of a file, beside which it lies, stands in it then.
    """
    if is_table(path.name):
        raise CommandFault(TABLE_OF_MANY, file=path.name)
    content = workspace.read(path)
    if content[:2] == b"PK" or path.suffix.lower() in (".xlsx", ".xlsm", ".xls"):
        from guiju.declaration_form import from_workbook

        found, findings = from_workbook(path.name, content, plan.data_model)
    else:
        found, findings = declaration.from_text(path.name, content)
    if found is None:
        return found, findings
    place = workspace.workspace_of(path)
    return _with_files(plan, found, findings, place.beside, others)


def _with_files(
    plan: CalculationPlan,
    found: Declaration,
    findings: tuple[Finding, ...],
    beside: Callable[[str], Path],
    others: Others,
) -> Found:
    """Put the declarations that ``found`` names by path where it names them."""
    use = found.get("use")
    if not isinstance(use, Mapping):
        return found, findings
    read = dict(use)
    for name, inside in use.items():
        if isinstance(inside, str) and name in standards_of(plan.data_model):
            read[name], more = declared(others(name), beside(inside), others)
            findings += tuple(of_attached(name, fault) for fault in more)
    return {**found, "use": read}, findings


def with_attached(
    plan: CalculationPlan, found: Declaration, pool: Sequence[Declaration], others: Others
) -> Declaration:
    """Attach declarations of ``pool`` to ``found`` where it names none for their standard."""
    use = found.get("use") or {}
    if not isinstance(use, Mapping):
        return found
    more = {
        name: with_attached(others(name), one, pool, others)
        for name in standards_of(plan.data_model)
        for one in pool
        if one.get("standard") == name and name not in use
    }
    return {**found, "use": {**use, **more}} if more else found
