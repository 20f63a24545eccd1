"""Read what two rule books are asked for."""

from pathlib import Path

from guiju.command_codes import UNKNOWN_PROFILE, CommandFault
from guiju.comparing.model import Side
from guiju.library import Standard
from guiju.library import compile as compiled
from guiju.question_codes import COMPARED_WITH_ITSELF
from guiju.workspace import standard_path
from guiju_dsl.names.near import near
from guiju_runtime.messages import Text

AT = "@"


def sides_of(a: str, b: str, none: Text) -> tuple[Side, Side]:
    """Compile two rule books, each ``STANDARD`` or ``STANDARD@PROFILE``.

    ``@PROFILE`` alone as ``b`` is a profile of the standard of ``a``.

    Args:
        none: what stands for no profiles in a message.

    Raises:
        CompileError: a standard has errors.
        CommandFault: there is no such standard or profile, or both are the same.
    """
    first, second = parted(a), parted(b)
    second = (second[0] or first[0], second[1])
    paths = [standard_path(path).resolve() for path, _ in (first, second)]
    standard = compiled(first[0])
    if paths[0] == paths[1] and first[1] == second[1]:
        profiles = (one.name for one in standard.plan.profiles if one.name != first[1])
        raise CommandFault(COMPARED_WITH_ITSELF, name=a, profile=next(profiles, "PROFILE"))
    other = standard if paths[0] == paths[1] else compiled(second[0])
    return (
        _side(a, standard, first[1], none),
        _side(b if not b.startswith(AT) else f"{first[0]}{b}", other, second[1], none),
    )


def parted(written: str) -> tuple[str, str]:
    """Part ``standard@profile``; a file whose name has an ``@`` in it is one."""
    if AT not in written or Path(written).exists():
        return written, ""
    path, _, profile = written.rpartition(AT)
    return path, profile


def _side(written: str, standard: Standard, profile: str, none: Text) -> Side:
    known = [one.name for one in standard.plan.profiles]
    if profile and profile not in known:
        likely = near(profile, known)
        raise CommandFault(
            UNKNOWN_PROFILE,
            standard=standard.id,
            name=profile,
            known=likely or ", ".join(known) or none,
        )
    return Side(written=written, standard=standard, profile=profile)
