"""The calculator in the page of a standard: filled in with its example, in both languages."""

import re
from pathlib import Path

import pytest

from guiju.backends.model import Artifact
from guiju.backends.site.live import LiveCalculator, calculator
from guiju.site_pages import page_of
from guiju_runtime.messages import Language
from tests.batch.tables import standard
from tests.house import ROOT
from tests.javascript import engines
from tests.javascript.engines import browse, needs_chromium

ASSETS = ROOT / "compiler" / "guiju" / "backends" / "site" / "assets"
CLICK = """<script>
addEventListener("load", () => document.querySelector(".gj-tools button").click());
</script>"""


def opened(slug: str, language: Language, folder: Path, script: str) -> str:
    """Open the calculator of a page in Chromium; give the page as it is then."""
    chosen = standard(slug)
    assets, place = folder / "assets", folder / slug
    for path in (assets, place):
        path.mkdir()
    for file in ASSETS.glob("calculator-*.js"):
        (assets / file.name).write_bytes(file.read_bytes())
    for name in engines.slugs_of([(slug, "", language)]):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "calculator.js").write_text(engines.calculator(name), "utf-8")
    made = (Artifact("calculator.js", b""),)
    live = page_of(chosen, made, language).live
    assert live is not None
    text = f'<!doctype html><meta charset="utf-8"><body>{calculator(live, language)}{script}'
    (place / "index.html").write_text(text, "utf-8")
    return browse(place / "index.html", folder / "profile", "--dump-dom")


def shown(page: str, of: str) -> str:
    """Give the text of the first element of a class."""
    found = re.search(rf'class="{of}"[^>]*>([^<]*)<', page)
    assert found is not None, page[-2000:]
    return found[1]


@needs_chromium
def test_the_example_of_aluminium_is_filled_in_and_gives_the_published_total(
    tmp_path: Path,
) -> None:
    """12 724.771 kgCO2e for 1 t, as the standard's example expects."""
    page = opened("electrolytic_aluminium", "zh", tmp_path, CLICK)
    assert shown(page, "gj-cfp") == "12,724.77"
    assert shown(page, "gj-cfp-unit") == "kgCO2e / 1 t"
    assert shown(page, "gj-badge gj-conforming") == "符合要求"
    assert "氧化铝生产" in page


@needs_chromium
def test_results_of_another_standard_come_with_the_example(tmp_path: Path) -> None:
    """2 007.284 kgCO2e for 1 t of urea from natural gas, of the ammonia that is attached."""
    page = opened("urea", "en", tmp_path, CLICK)
    assert shown(page, "gj-cfp") == "2,007.284"
    assert "Findings" in page


@needs_chromium
def test_an_empty_form_says_what_is_missing(tmp_path: Path) -> None:
    page = opened("electrolytic_aluminium", "en", tmp_path, "")
    assert shown(page, "gj-cfp") == "—"
    assert "GJ801" in page
    assert "is missing" in page


def test_a_page_without_the_calculator_has_no_place_for_it() -> None:
    assert page_of(standard("coal"), ()).live is None


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_example_cannot_close_its_script(language: Language) -> None:
    hostile = {"declaration": {"site": "</script><script>alert(1)</script>"}}
    live = LiveCalculator(standard="coal", others=(), example=hostile)
    assert "alert(1)</script>" not in calculator(live, language)
    assert "\n" not in calculator(live, language)
