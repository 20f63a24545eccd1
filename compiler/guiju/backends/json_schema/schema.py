"""Describe the file of a declaration as a JSON Schema, draft 2020-12."""

from collections.abc import Iterable

from msgspec import Struct, field

from guiju.backends.json_schema.values import (
    DAY_TEXT,
    Schema,
    both,
    described,
    examples,
    said_of_a_value,
    scalar,
    units,
)
from guiju_runtime.data_model import DataModel, Datum, Group
from guiju_runtime.data_names import words_beside

DRAFT = "https://json-schema.org/draft/2020-12/schema"


class Branch(Struct, kw_only=True):
    """A part of the paths: a datum, a group, or what stands above them.

    Attributes:
        supplied: whether a declaration for another standard may give the datum.
    """

    words: str
    datum: Datum | None = None
    supplied: bool = False
    group: Group | None = None
    below: "dict[str, Branch]" = field(default_factory=dict)

    def is_needed(self) -> bool:
        """Tell whether every declaration must have it; a group may have no rows."""
        if self.group is not None:
            return False
        own = self.datum
        always = own is not None and own.needed == "always" and own.default is None
        always = always and not self.supplied
        return always or any(branch.is_needed() for branch in self.below.values())


def to_schema(model: DataModel) -> dict[str, object]:
    """Describe a declaration for the standard of ``model``, written as YAML or JSON.

    Units, conditions and plausibility are for the calculation to check; the schema knows names,
    kinds, choices and what is always needed.
    """
    standard = model.standard
    return {
        "$schema": DRAFT,
        "$id": f"urn:guiju:{standard.id}",
        "title": both(standard.title),
        "description": f"{standard.version} ({standard.status})",
        "x-standard": {
            "id": standard.id,
            "version": standard.version,
            "status": standard.status,
            "digest": standard.digest,
        },
        "type": "object",
        "properties": {
            "standard": {"const": standard.id},
            "digest": {"const": standard.digest},
            "declaration": {"$ref": "#/$defs/declaration"},
            **attached(model),
            "data": inside(tree_of(model), "数据 · data"),
        },
        "required": ["standard", "declaration", "data"],
        "additionalProperties": False,
        "$defs": {"declaration": header(), **said_of_a_value(model.indicators)},
    }


def attached(model: DataModel) -> Schema:
    """Describe the declarations for other standards: each the path of a file, or the whole."""
    standards = dict.fromkeys(value.standard for value in model.used)
    if not standards:
        return {}
    one: Schema = {"type": ["string", "object"]}
    words = "所附的申报 · declarations for other standards"
    return {
        "use": {
            "type": "object",
            "description": words,
            "properties": dict.fromkeys(standards, one),
            "additionalProperties": False,
        }
    }


def header() -> Schema:
    """Describe who declares, where and for when."""
    day: Schema = {"type": "string", "pattern": DAY_TEXT, "examples": ["2025-12-31"]}
    text: Schema = {"type": ["string", "number"]}
    return {
        "type": "object",
        "description": "申报信息 · who declares, where and for when",
        "properties": {
            "company": {**text, "description": "企业 · company"},
            "site": {**text, "description": "厂址 · site"},
            "region": {**text, "description": "地区 · region"},
            "period": {
                "type": "object",
                "description": "统计期 · reporting period",
                "properties": {"from": day, "to": day},
                "required": ["from", "to"],
                "additionalProperties": False,
            },
        },
        "required": ["period"],
        "additionalProperties": False,
    }


def tree_of(model: DataModel) -> Branch:
    """Arrange the data by the parts of their paths."""
    root = Branch(words="")
    for section in model.sections:
        if section.path:
            at(root, section.path).words = both(section.label)
    for group in model.groups:
        branch = at(root, group.path)
        branch.group, branch.words = group, both(group.label)
    for datum in model.data:
        at(root, datum.path).datum = datum
    for value in model.used:
        at(root, value.path).supplied = True
    return root


def at(branch: Branch, path: str) -> Branch:
    """Give the branch at ``path``, made where it is not there yet."""
    for part in path.split("."):
        branch = branch.below.setdefault(part, Branch(words=part))
    return branch


def schema_of(branch: Branch) -> Schema:
    """Describe what stands at ``branch``."""
    if branch.group is not None:
        rows = inside(branch, branch.words)
        return {"type": "array", "description": branch.words, "items": rows}
    if branch.datum is None:
        return inside(branch, branch.words)
    return value(branch, branch.datum)


def inside(branch: Branch, words: str) -> Schema:
    """Describe a mapping of what stands below ``branch``."""
    return {
        "type": "object",
        "description": words,
        "properties": {name: schema_of(below) for name, below in branch.below.items()},
        **required(name for name, below in branch.below.items() if below.is_needed()),
        "additionalProperties": False,
    }


def required(names: Iterable[str]) -> Schema:
    """Name what is required, if anything is."""
    listed = list(names)
    return {"required": listed} if listed else {}


def value(branch: Branch, datum: Datum) -> Schema:
    """Describe a value, bare or with what is said of it and the properties below it."""
    bare = scalar(datum)
    below = branch.below.items()
    words = [word for word in words_beside(datum) if word not in ("value", "mean")]
    either = [word for word in words_beside(datum) if word in ("value", "mean")]
    needed = datum.needed == "always" and datum.default is None
    own = either if needed and len(either) == 1 else []
    full: Schema = {
        "type": "object",
        "properties": {
            **dict.fromkeys(either, bare),
            **{name: {"$ref": f"#/$defs/{name}"} for name in words},
            **{name: schema_of(property_) for name, property_ in below},
        },
        **required([*own, *(name for name, property_ in below if property_.is_needed())]),
        **({} if own or not needed else {"oneOf": [required([word]) for word in either]}),
        "additionalProperties": False,
    }
    needs_more = any(property_.is_needed() for _, property_ in below)
    return {
        "description": described(datum),
        **({"x-unit": datum.unit, "x-units": units(datum)} if units(datum) else {}),
        "examples": examples(datum),
        **(full if needs_more else {"anyOf": [bare, full]}),
    }
