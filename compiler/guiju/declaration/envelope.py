"""The outer shape of a declaration, checked before anything is read from it."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from guiju_runtime.data_value import text_in
from guiju_runtime.declaration_header import not_a_mapping, unknown_name, wrong_text
from guiju_runtime.findings import Finding


def _scalar_text(given: object) -> object:
    """Let the digits of a number be a text: a site may be called 3."""
    text = text_in(given)
    return given if text is None else text


_Text = Annotated[str | None, BeforeValidator(_scalar_text)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Period(_Part):
    """First and last day of the reporting period; their reading reports what is no day."""

    begin: Any = Field(None, alias="from")
    end: Any = Field(None, alias="to")


class Header(_Part):
    """Who declares, where and for when."""

    company: _Text = None
    site: _Text = None
    period: Period | None = None
    region: _Text = None


class Envelope(_Part):
    """A declaration; what its data mean and what it builds on, only the standard knows."""

    standard: _Text = None
    digest: _Text = None
    declaration: Header | None = None
    use: Any = None
    data: dict[str, Any] | None = None


def faults_of_the_envelope(declaration: Mapping[Any, object]) -> tuple[Finding, ...]:
    """Report unknown names and values of a wrong kind outside the data."""
    try:
        Envelope.model_validate(declaration)
    except ValidationError as error:
        return tuple(
            _finding(fault["type"], fault["loc"], fault["input"]) for fault in error.errors()
        )
    return ()


def _finding(kind: str, location: tuple[int | str, ...], given: object) -> Finding:
    parts = [str(part) for part in location]
    if kind == "extra_forbidden":
        return unknown_name(".".join(parts[:-1]), parts[-1])
    path = ".".join(parts)
    return wrong_text(path, given) if kind == "string_type" else not_a_mapping(path, given)
