"""A table of declarations calculated twice: as it is, and with changes."""
