"""Print constant data as Python literals that people can read."""

from dataclasses import fields, is_dataclass

WIDTH = 100


def literal(value: object, indent: int = 0, room: int = WIDTH) -> str:
    """Print ``value``, over several lines where one is too long."""
    flat = _flat(value)
    if len(flat) + indent <= room:
        return flat
    inner = " " * (indent + 4)
    end = " " * indent
    if is_dataclass(value) and not isinstance(value, type):
        parts = [
            f"{inner}{f.name}={literal(getattr(value, f.name), indent + 4)},\n"
            for f in fields(value)
        ]
        return f"{type(value).__name__}(\n{''.join(parts)}{end})"
    if isinstance(value, tuple):
        parts = [f"{inner}{literal(part, indent + 4)},\n" for part in value]
        return f"(\n{''.join(parts)}{end})"
    if isinstance(value, dict):
        parts = [f"{inner}{_flat(k)}: {literal(v, indent + 4)},\n" for k, v in value.items()]
        return f"{{\n{''.join(parts)}{end}}}"
    return flat


def _flat(value: object) -> str:
    """Print ``value`` on one line."""
    if is_dataclass(value) and not isinstance(value, type):
        parts = ", ".join(f"{f.name}={_flat(getattr(value, f.name))}" for f in fields(value))
        return f"{type(value).__name__}({parts})"
    if isinstance(value, tuple):
        inner = ", ".join(_flat(part) for part in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flat(k)}: {_flat(v)}" for k, v in value.items()) + "}"
    if isinstance(value, frozenset):
        inner = ", ".join(_flat(part) for part in sorted(value))
        return f"frozenset({{{inner}}})" if value else "frozenset()"
    return _quoted(value) if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    """Print a text with double quotes, as the rest of the module has them."""
    printed = repr(text)
    if printed[0] == "'" and '"' not in text and "\\'" not in printed:
        return f'"{printed[1:-1]}"'
    return printed
