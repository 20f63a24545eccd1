"""How far a value may be off, in words for people."""

from dataclasses import dataclass
from typing import Literal

from guiju_runtime.messages import Text, same_words

SpreadKind = Literal["normal", "lognormal", "uniform", "triangular"]


@dataclass(frozen=True, slots=True)
class Spread:
    """The uncertainty that a standard states for a value.

    Attributes:
        kind: how the value is distributed.
        parameters: normal: half the 95 % interval as a ratio of the value; lognormal: g, with 95 %
            within the value ÷ g and × g; uniform: least and greatest; triangular: least, most
            likely and greatest [unit of the value].
    """

    kind: SpreadKind
    parameters: tuple[float, ...]

    def words(self, unit: str) -> Text:
        """Say it, with the ``unit`` of the value."""
        numbers = [f"{number:g}" for number in self.parameters]
        if self.kind == "normal":
            return same_words(f"±{self.parameters[0] * 100:g} %")
        if self.kind == "lognormal":
            return Text(zh=f"对数正态，÷/×{numbers[0]}", en=f"lognormal, ÷/× {numbers[0]}")
        between = " ~ ".join(numbers)
        if self.kind == "uniform":
            return Text(
                zh=f"均匀，{between} {unit}".strip(), en=f"uniform, {between} {unit}".strip()
            )
        return Text(
            zh=f"三角，{between} {unit}".strip(), en=f"triangular, {between} {unit}".strip()
        )
