"""Limits: which values they are about, and when all that they read is there."""

from collections.abc import Iterator

from msgspec import Struct

from guiju.plan.model import RulePlan
from guiju.plan.ordering import read_by
from guiju_dsl.standard.model import Provision


class Limits(Struct, frozen=True, kw_only=True):
    """The limits of a rule book.

    Attributes:
        limits: those on a value, each with the last step that it reads.
        requirements: those on a whole process.
    """

    limits: tuple[tuple[str, Provision], ...]
    requirements: tuple[Provision, ...]

    def own(self, path: str) -> Provision | None:
        """Give the first limit that can be tested with the step at ``path``."""
        return next((p for at, p in self.limits if at == path == p.tested), None)

    def after(self, path: str) -> Iterator[Provision]:
        """Give the other limits that can be tested after the step at ``path``."""
        own = self.own(path)
        return (limit for at, limit in self.limits if at == path and limit is not own)

    def of_process(self, process: str) -> Iterator[Provision]:
        """Give the limits on ``process`` as a whole."""
        return (limit for limit in self.requirements if limit.place == process)


def limits_of(rules: RulePlan) -> Limits:
    """Find for each limit of ``rules`` the step after which it can be tested."""
    place = {step.path: at for at, step in enumerate(rules.steps)}
    limits, requirements = [], []
    for provision in rules.provisions:
        if provision.force != "limit" or provision.condition is None:
            continue
        if not provision.tested:
            requirements.append(provision)
            continue
        read = (path for path in read_by(provision.condition) if path in place)
        last = max((provision.tested, *read), key=lambda path: place.get(path, -1))
        limits.append((last, provision))
    return Limits(limits=tuple(limits), requirements=tuple(requirements))
