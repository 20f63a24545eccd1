"""``guiju new``: a standard to start from, which compiles and calculates as it is."""

import argparse
import sys
from pathlib import Path

from guiju import files
from guiju.cli import words
from guiju.cli.arguments import UNITS
from guiju.cli.output import asked, filled, say
from guiju.command_codes import ALREADY_THERE, NOT_A_NAME, CommandFault, cannot_write
from guiju.starting import Place, Wanted, can_be_name, places_to_fill, started
from guiju.workspace import names_of_shipped
from guiju_dsl.syntax.printing.original import Keywords
from guiju_runtime.messages import Language, Text


def run(options: argparse.Namespace, language: Language) -> int:
    """Write the new standard into a folder of its name, and say what to fill in next."""
    name = options.name.replace("-", "_")
    if not can_be_name(name):
        raise CommandFault(NOT_A_NAME, name=options.name)
    folder = Path(name)
    if folder.exists():
        raise CommandFault(ALREADY_THERE, file=folder.as_posix())
    artifacts = started(_wanted(options, name, language))
    try:
        files.write_all(folder, artifacts)
    except OSError as fault:
        raise cannot_write(str(fault.filename or folder), fault) from fault
    for artifact in artifacts:
        say(filled(words.WRITTEN, language, file=(folder / artifact.path).as_posix()))
    _say_what_is_next(folder, artifacts[0].path, artifacts[0].content.decode(), language)
    return 0


def _wanted(options: argparse.Namespace, name: str, language: Language) -> Wanted:
    """Take what the command line says, and ask for the rest where a person sits at a terminal."""
    asks = sys.stdin is not None and sys.stdin.isatty()
    spoken = name.replace("_", " ")
    own = Text(
        zh=spoken if not spoken.isascii() else words.A_PRODUCT.zh,
        en=spoken if spoken.isascii() else words.A_PRODUCT.en,
    )
    like, zh, en, unit = options.like, options.zh, options.en, options.unit
    if asks and not like and not (zh and en and unit):
        known = names_of_shipped()
        say(filled(words.SHIPPED, language, names=", ".join(known)))
        like = asked(words.ASK_LIKE.in_language(language), "", ("", *known))
    if asks:
        zh = zh or asked(words.ASK_ZH.in_language(language), own.zh)
        en = en or asked(words.ASK_EN.in_language(language), own.en)
    if asks and not like:
        unit = unit or asked(words.ASK_UNIT.in_language(language), UNITS[0], UNITS)
    keywords: Keywords = options.keywords or ("keep" if like else language)
    return Wanted(
        name=name,
        like=like,
        product=Text(zh=_plain(zh or own.zh), en=_plain(en or own.en)),
        unit=unit or UNITS[0],
        keywords=keywords,
    )


def _plain(words_given: str) -> str:
    """Give words that can stand between quotation marks in one line."""
    return " ".join(words_given.replace('"', "'").replace("{", "(").replace("}", ")").split())


def _say_what_is_next(folder: Path, file: str, text: str, language: Language) -> None:
    say("")
    say(words.NEXT.in_language(language))
    for kind, why in words.TO_FILL.items():
        places = [place for place in places_to_fill(text) if place.kind == kind]
        if places:
            say(f"  {why.in_language(language)}")
        for place in places:
            say(f"    {(folder / file).as_posix()}:{place.line}  {_shown(place)}")
    say("")
    say(filled(words.THEN, language, folder=folder.as_posix()))


def _shown(place: Place) -> str:
    """Give the first words of a place on one line."""
    whole = " ".join(place.words.split())
    return whole if len(whole) <= LONGEST else f"{whole[:LONGEST]}…"


LONGEST = 70
