"""The table of features that products demand, from the data kept beside the reference."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from reference_tables import code, table

HEAD = ("需要 · demanded", "写法 · construct", "章 · chapter", "测试 · test")


def features_page(data: Path, titles: Mapping[str, str]) -> str:
    """Write the page.

    Args:
        titles: title of each chapter by the name of its file.
    """
    features = yaml.safe_load(data.read_text(encoding="utf-8"))
    met = sum(bool(feature["tests"]) for feature in features)
    lines = ("# 语言的功能 · Features of the language", "", f"{met} / {len(features)}", "")
    return "\n".join([*lines, *table(HEAD, _rows(features, titles))]) + "\n"


def _rows(features: list[dict[str, Any]], titles: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    for feature in features:
        page = feature["page"]
        chapter = f"[{titles[page]}](../dsl/reference/{page})" if page else "尚无 · not yet"
        tests = [_link(test) for test in feature["tests"]]
        yield (
            f"{feature['zh']}<br>{feature['en']}",
            " ".join(map(code, feature["construct"])),
            chapter,
            "<br>".join(tests) or "尚无 · not yet",
        )


def _link(test: str) -> str:
    file, _, name = test.partition("::")
    return f"[{name}](../{file})"
