"""The command ``guiju``: exit code 0 is fine, 1 findings or diagnostics that are errors, 2 wrong use."""

import sys
from collections.abc import Sequence
from importlib import import_module

from guiju.cli.arguments import parser
from guiju.cli.output import complain, language_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit code.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    given = words[words.index("--lang") + 1] if "--lang" in words[:-1] else None
    language = language_of(given)
    options = parser(language).parse_args(words)
    from guiju.command_codes import CommandFault

    command = import_module(f"guiju.cli.commands.{options.command}")
    try:
        code: int = command.run(options, language)
    except CommandFault as fault:
        complain(fault.to_text(language))
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        return 130
    return code
