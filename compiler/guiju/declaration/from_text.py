"""Read the file of a declaration: YAML or JSON, in the encodings that people save."""

from collections.abc import Mapping
from pathlib import PurePath

from guiju.declaration.codes import NOT_TEXT
from guiju.declaration.envelope import faults_of_the_envelope
from guiju.declaration.json_text import from_json
from guiju.declaration.limits import LONGEST_FILE, too_many_bytes
from guiju_runtime.declaration_header import not_a_mapping
from guiju_runtime.findings import Finding, finding

_BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_ENCODINGS = ("utf-8", "gb18030")


def from_text(name: str, content: bytes) -> tuple[dict[str, object] | None, tuple[Finding, ...]]:
    """Read ``content`` of the file called ``name``: JSON if its name ends so, else YAML.

    Numbers of YAML stay the text that was written, those of JSON become decimals: nothing is
    rounded, and what the standard asks for decides what they mean.

    Returns:
        The declaration, absent where a finding is an error; and the findings.
    """
    if len(content) > LONGEST_FILE:
        return None, (too_many_bytes(),)
    text = _decoded(content)
    if text is None:
        return None, (finding(NOT_TEXT, ""),)
    is_json = PurePath(name).suffix.lower() == ".json"
    value, findings = from_json(text) if is_json else _from_yaml(text)
    if findings:
        return None, findings
    if not isinstance(value, Mapping):
        return None, (not_a_mapping("", value),)
    findings = faults_of_the_envelope(value)
    return (None if findings else dict(value)), findings


def _from_yaml(text: str) -> tuple[object, tuple[Finding, ...]]:
    """Import the YAML parser only for YAML."""
    from guiju.declaration.yaml_text import from_yaml

    return from_yaml(text)


def _decoded(content: bytes) -> str | None:
    marked = [code for mark, code in _BYTE_ORDER_MARKS.items() if content.startswith(mark)]
    for encoding in marked or _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
