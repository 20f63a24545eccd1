"""A filled Excel form in, the declaration as plain mappings and texts out, with findings."""

from guiju.declaration_form.from_workbook import from_workbook

__all__ = ["from_workbook"]
