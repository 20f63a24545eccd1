"""Title, issuer and identity in the properties of the file; no clock."""

from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from guiju.backends.docx.elements import clean
from guiju.documents.model import StandardDocument
from guiju.documents.printing import title_of

CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
PROPERTY_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def put_properties(word: Document, document: StandardDocument) -> None:
    """Write title, number, issuer and identity of ``document`` into the properties of the file."""
    package = word.part.package
    written = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
    for child in list(written):
        written.remove(child)
    core = package.core_properties
    core.title = clean(title_of(document))
    core.subject = clean(document.cover.number)
    if document.cover.issuer:
        core.author = clean(document.cover.issuer)
    core.identifier = clean(document.identity.id)
    core.version = clean(document.identity.version)
    core.content_status = clean(document.identity.status)
    core.language = "zh-CN" if document.language == "zh" else "en-GB"
    add_custom(word, document)


def add_custom(word: Document, document: StandardDocument) -> None:
    """Add the part with the identity, a property a field."""
    identity = document.identity
    values = {
        "guiju.id": identity.id,
        "guiju.version": identity.version,
        "guiju.status": identity.status,
        "guiju.digest": identity.digest,
        "guiju.engine": identity.engine,
    }
    package = word.part.package
    name = PackURI("/docProps/custom.xml")
    part = Part(name, CUSTOM_TYPE, custom_xml(values).encode(), package)
    package.relate_to(part, CUSTOM_RELATION)


def custom_xml(values: dict[str, str]) -> str:
    """Write custom properties; their numbers begin at 2."""
    properties = "".join(
        f'<property fmtid="{PROPERTY_SET}" pid="{place}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{escape(clean(value))}</vt:lpwstr></property>"
        for place, (name, value) in enumerate(values.items(), 2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'docPropsVTypes">{properties}</Properties>'
    )
