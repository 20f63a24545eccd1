"""Look into an .xlsx before anything opens it: what no form holds is refused, in bounded time."""

from guiju.declaration_form.codes import (
    ENTITY_IN_WORKBOOK,
    MACROS_IN_WORKBOOK,
    NOT_A_WORKBOOK,
    WORKBOOK_DAMAGED,
    WORKBOOK_TOO_LARGE,
)
from guiju.office_package import Limits, Parts, Refusal, parts_with_entities, unpacked
from guiju_runtime.findings import Finding, finding
from guiju_runtime.messages import Text, Value

LIMITS = Limits(
    file=8 * 1024 * 1024,
    inside=32 * 1024 * 1024,
    parts=500,
    old=Text(zh="是旧版 .xls", en="it is an old .xls"),
)
NEEDED = ("[Content_Types].xml", "xl/workbook.xml")
NO_WORKBOOK_IN_IT = Text(zh="压缩包内没有工作簿", en="there is no workbook in the package")


def parts_of(name: str, content: bytes) -> tuple[Parts, tuple[Finding, ...]]:
    """Unpack the workbook called ``name``; no parts where it is refused."""
    parts = unpacked(content, LIMITS)
    if isinstance(parts, Refusal):
        return {}, (refused(name, parts),)
    faults = faults_of(name, parts)
    return ({} if faults else parts), faults


def refused(name: str, why: Refusal) -> Finding:
    """Report a package that is not read."""
    match why.kind:
        case "too-large":
            return too_large(name, why.place, why.limit)
        case "damaged":
            return damaged(name, why.part)
        case _:
            return finding(NOT_A_WORKBOOK, "", name=name, reason=why.reason)


def faults_of(name: str, parts: Parts) -> tuple[Finding, ...]:
    """Report macros, declarations of entities, and a package that is no workbook."""
    if any(part not in parts for part in NEEDED):
        return (finding(NOT_A_WORKBOOK, "", name=name, reason=NO_WORKBOOK_IN_IT),)
    macros = [part for part in parts if part.lower().endswith("vbaproject.bin")]
    if not macros and b"macroEnabled" in parts["[Content_Types].xml"]:
        macros = ["[Content_Types].xml"]
    return (
        *(finding(MACROS_IN_WORKBOOK, "", name=name, part=part) for part in macros[:1]),
        *(
            finding(ENTITY_IN_WORKBOOK, "", name=name, part=part)
            for part in parts_with_entities(parts)[:3]
        ),
    )


def too_large(name: str, place: Text, limit: Value) -> Finding:
    """Report more than a form can hold."""
    return finding(WORKBOOK_TOO_LARGE, "", name=name, place=place, limit=limit)


def damaged(name: str, part: str) -> Finding:
    """Report a part that cannot be read."""
    return finding(WORKBOOK_DAMAGED, "", name=name, part=part)
