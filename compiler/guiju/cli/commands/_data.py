"""The one declaration that a command is about: a file, or a row of a table."""

import argparse
from pathlib import Path

from guiju.batch.endings import TABLE_ENDINGS
from guiju.command_codes import CommandFault
from guiju.files import is_table
from guiju.question_codes import OPTION_WITHOUT_EFFECT
from guiju.table_row import TableRow


def data_of(options: argparse.Namespace) -> Path | TableRow:
    """Give what ``DATA`` and ``--row`` mean.

    Raises:
        CommandFault: a row is asked of what is no table.
    """
    file = Path(options.data)
    if options.row is None:
        return file
    if not is_table(file.name):
        raise CommandFault(OPTION_WITHOUT_EFFECT, one="--row", other="|".join(TABLE_ENDINGS))
    return TableRow(table=file, number=options.row)
