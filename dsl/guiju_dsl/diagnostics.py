"""Diagnostics as values, and the outcome of a pass that carries them."""

from collections.abc import Callable
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from guiju_dsl.source import Span
from guiju_runtime.messages import Code, Language, Value, Values

T = TypeVar("T")
U = TypeVar("U")
Severity = Literal["error", "warning", "note"]


class Related(Struct, frozen=True, kw_only=True):
    """A second place that explains a diagnostic, with what stands there."""

    span: Span
    words: Value


class Diagnostic(Struct, frozen=True, kw_only=True):
    """A fault at a place.

    Attributes:
        values: names and units that fill the places of the code's message and hint.
        hint: False where this case has no way out to offer.
    """

    code: Code
    span: Span
    severity: Severity
    values: Values
    related: tuple[Related, ...]
    hint: bool

    def message(self, language: Language) -> str:
        """Say what is wrong in ``language``."""
        return self.code.message.filled(language, self.values)

    def way_out(self, language: Language) -> str:
        """Say what the author could do about it; empty where there is nothing to say."""
        return self.code.hint.filled(language, self.values) if self.hint else ""


def at(
    code: Code,
    span: Span,
    *,
    severity: Severity = "error",
    related: tuple[Related, ...] = (),
    hint: bool = True,
    **values: Value,
) -> Diagnostic:
    """Report ``code`` at ``span``; ``values`` fill its words."""
    return Diagnostic(
        code=code,
        span=span,
        severity=severity,
        values=tuple(values.items()),
        related=related,
        hint=hint,
    )


class Outcome(Struct, Generic[T], frozen=True):
    """What a pass gives: its product, absent if a diagnostic is an error, and its diagnostics."""

    product: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    def then(self, following: "Callable[[T], Outcome[U]]") -> "Outcome[U]":
        """Go on with the product, if there is one, and keep the diagnostics in order."""
        if self.product is None:
            return Outcome(None, self.diagnostics)
        after = following(self.product)
        return Outcome(after.product, self.diagnostics + after.diagnostics)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """Give the diagnostics that are errors."""
        return tuple(d for d in self.diagnostics if d.severity == "error")


def outcome(product: T, diagnostics: tuple[Diagnostic, ...]) -> Outcome[T]:
    """Give ``product`` unless one of ``diagnostics`` is an error."""
    failed = any(d.severity == "error" for d in diagnostics)
    return Outcome(None if failed else product, diagnostics)
