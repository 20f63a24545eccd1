"""Read a declaration from whatever file it came in."""

from collections.abc import Mapping
from pathlib import Path

from guiju import declaration, workspace
from guiju.plan.model import CalculationPlan
from guiju_runtime.findings import Finding


def declared(
    plan: CalculationPlan, path: Path
) -> tuple[Mapping[str, object] | None, tuple[Finding, ...]]:
    """Give the declaration in the file at ``path``, None if it holds none, and the file's faults.

    Raises:
        CommandFault: the file cannot be read.
    """
    content = workspace.read(path)
    if content[:2] == b"PK" or path.suffix.lower() in (".xlsx", ".xlsm", ".xls"):
        from guiju.declaration_form import from_workbook

        found, findings = from_workbook(path.name, content, plan.data_model)
    else:
        found, findings = declaration.from_text(path.name, content)
    return found, findings
