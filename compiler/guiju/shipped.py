"""Where the standards and the language reference that come with Guiju are."""

from functools import cache
from pathlib import Path


@cache
def standards_folder() -> Path:
    """Give the folder of the standards: inside the installed package, or of the checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "standards"
    return installed if installed.is_dir() else package.parents[1] / "standards"


def reference_folder() -> Path:
    """Give the folder of the language reference: in the installed package, or of the checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "reference"
    return installed if installed.is_dir() else package.parents[1] / "dsl" / "reference"
