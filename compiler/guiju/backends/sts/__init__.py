"""Numbered standard document → XML in the element names of NISO STS (ANSI/NISO Z39.102)."""

from guiju.backends.sts.write import figures, write

__all__ = ["figures", "write"]
