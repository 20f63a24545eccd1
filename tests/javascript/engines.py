"""Generated JavaScript calculators, run by Node and by Chromium."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote

import pytest

from guiju.backends.javascript.module import to_module
from guiju.declaration.json_text import from_json
from guiju_runtime.calculating import calculate
from guiju_runtime.messages import Language
from guiju_runtime.result import to_plain
from tests.batch.tables import standard

Case = tuple[str, str, Language]
"""Id of a standard, a declaration as JSON, and the language of the findings."""

NODE, CHROMIUM = shutil.which("node"), shutil.which("chromium")
needs_node = pytest.mark.skipif(NODE is None, reason="Node is not here: apt install nodejs")
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="Chromium is not here: apt install chromium"
)


@cache
def calculator(slug: str) -> str:
    """Give the text of the JavaScript calculator of a standard that ships."""
    return to_module(standard(slug).plan)


def slugs_of(cases: Iterable[Case]) -> list[str]:
    """Give the standards of cases with those whose results they use."""
    used = {
        name
        for slug, _, _ in cases
        for name in (slug, *(one.standard for one in standard(slug).plan.data_model.used))
    }
    return sorted(used)


Program = tuple[str, Mapping[str, str], str, Language]
"""Text of a calculator, those of other standards by id, a declaration as JSON, a language."""


def by_node(cases: Sequence[Case]) -> list[dict[str, Any]]:
    """Calculate cases of standards that ship."""
    texts = {slug: calculator(slug) for slug in slugs_of(cases)}
    return run_by_node([(texts[slug], texts, text, language) for slug, text, language in cases])


def run_by_node(programs: Sequence[Program]) -> list[dict[str, Any]]:
    """Run calculators in one process of Node."""
    assert NODE is not None
    with TemporaryDirectory() as folder:
        texts = {text for program in programs for text in (program[0], *program[1].values())}
        files = {text: f"{folder}/{number}.js" for number, text in enumerate(sorted(texts))}
        for text, file in files.items():
            Path(file).write_text(text, "utf-8")
        given = [
            (files[text], {name: files[other] for name, other in others.items()}, data, language)
            for text, others, data, language in programs
        ]
        done = subprocess.run(
            [NODE, str(Path(__file__).with_name("calculate.cjs"))],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def by_python(case: Case) -> dict[str, Any]:
    """Calculate a case by the generated Python calculator."""
    slug, text, language = case
    declaration, faults = from_json(text)
    assert not faults
    assert isinstance(declaration, Mapping)
    chosen = standard(slug)
    found = calculate(
        chosen.module.CALCULATOR, declaration, others=lambda name: standard(name).module.CALCULATOR
    )
    return to_plain(found, declaration, language)


PAGE = """<!doctype html><meta charset="utf-8"><title>计算</title>
<body>
{scripts}
<script>
const cases = {cases};
const results = cases.map(([standard, text, language]) => {{
    const calculator = guiju.calculators[standard];
    return calculator.calculate(calculator.parse(text), language);
}});
const shown = document.createElement("pre");
shown.id = "results";
shown.textContent = encodeURIComponent(JSON.stringify(results));
document.body.append(shown);
</script>"""


def by_chromium(cases: Sequence[Case]) -> list[dict[str, Any]]:
    """Calculate cases in a page that is read from a disk."""
    slugs = slugs_of(cases)
    with TemporaryDirectory() as folder:
        for slug in slugs:
            Path(folder, f"{slug}.js").write_text(calculator(slug), "utf-8")
        scripts = "\n".join(f'<script src="{slug}.js"></script>' for slug in slugs)
        inside = json.dumps(cases).replace("<", "\\u003c")
        page = Path(folder, "page.html")
        page.write_text(PAGE.format(scripts=scripts, cases=inside), "utf-8")
        dumped = browse(page, Path(folder, "profile"), "--dump-dom")
    found = dumped.partition('<pre id="results">')[2].partition("</pre>")[0]
    results: list[dict[str, Any]] = json.loads(unquote(found))
    return results


def browse(page: Path, profile: Path, *options: str) -> str:
    """Open a page in Chromium without a window; give what it prints."""
    assert CHROMIUM is not None
    done = subprocess.run(
        [
            CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", f"--user-data-dir={profile}", *options, page.as_uri(),
        ],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "HOME": str(profile)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
