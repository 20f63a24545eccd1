"""Build the nested mapping of a declaration from paths with dots."""


def placed(tree: dict[str, object], path: str, value: object) -> None:
    """Put ``value`` at ``path``; a value that has others below it stands under ``value``."""
    *above, last = path.split(".")
    for part in above:
        below = tree.get(part)
        if not isinstance(below, dict):
            below = {} if below is None else {"value": below}
            tree[part] = below
        tree = below
    there = tree.get(last)
    if isinstance(there, dict):
        there.update(value if isinstance(value, dict) else {"value": value})
    else:
        tree[last] = value
