"""The version of this program, as every product and result of it says."""

VERSION = "0.1.0"
ENGINE = f"guiju {VERSION}"
