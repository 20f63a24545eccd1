"""The profile that a command shows."""

from guiju.cli import words
from guiju.command_codes import UNKNOWN_PROFILE, CommandFault
from guiju.library import Standard


def profile_is_known(standard: Standard, name: str) -> None:
    """See that a standard has the profile asked for.

    Raises:
        CommandFault: it has not.
    """
    known = [profile.name for profile in standard.plan.profiles]
    if name and name not in known:
        raise CommandFault(
            UNKNOWN_PROFILE,
            standard=standard.id,
            name=name,
            known=", ".join(known) or words.NO_PROFILES,
        )
