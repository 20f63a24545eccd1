"""Where the standards that come with Guiju are."""

from pathlib import Path


def standards_folder() -> Path:
    """Give the folder of the standards: inside the installed package, or of the checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "standards"
    return installed if installed.is_dir() else package.parents[1] / "standards"
