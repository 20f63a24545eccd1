"""The architecture page says what the code does."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.house import ROOT, product_files, settings, shown

PAGE = (ROOT / "compiler" / "ARCHITECTURE.md").read_text(encoding="utf-8")
LAYER_ROW = re.compile(r"^\| `(?P<layer>guiju[\w.]*)` \| (?P<codes>[^|]+) \|", re.MULTILINE)
CODES_OF_LAYER = {
    row["layer"]: set(re.findall(r"GJ\d", row["codes"])) for row in LAYER_ROW.finditer(PAGE)
}
STAGES = {
    "dsl/guiju_dsl/syntax": ("tree.py", "from_text.py"),
    "dsl/guiju_dsl/names": ("model.py", "from_syntax.py"),
    "dsl/guiju_dsl/standard": ("model.py", "from_names.py"),
    "compiler/guiju/graph": ("model.py", "from_standard.py"),
    "compiler/guiju/plan": ("model.py", "from_graph.py"),
}


def layers() -> list[set[str]]:
    """Read the layers of the import contract, lowest first; one entry may hold several."""
    contracts = settings()["tool"]["importlinter"]["contracts"]
    [contract] = [contract for contract in contracts if contract["type"] == "layers"]
    return [set(re.findall(r"[\w.]+", layer)) for layer in reversed(contract["layers"])]


def module(path: Path) -> str:
    """Name the module of a product file."""
    inside = path.relative_to(ROOT).parts[1:]
    return ".".join(inside).removesuffix(".py").removesuffix(".__init__")


def layer_of(name: str) -> str | None:
    """Name the layer of the page that a module belongs to."""
    homes = [layer for layer in CODES_OF_LAYER if f"{name}.".startswith(f"{layer}.")]
    return max(homes, key=len, default=None)


def test_the_page_lists_the_layers_in_the_order_of_the_import_contract() -> None:
    left = list(CODES_OF_LAYER)
    for together in layers():
        assert set(left[: len(together)]) == together
        left = left[len(together) :]
    assert left == []


def test_every_module_belongs_to_a_layer() -> None:
    homeless = {
        name
        for name in map(module, product_files())
        if layer_of(name) is None and name not in {"guiju", "guiju_dsl"}
    }
    assert homeless == set()


def test_every_layer_exists() -> None:
    modules = set(map(module, product_files()))
    assert set(CODES_OF_LAYER) - modules == set()


@pytest.mark.parametrize("named", sorted(set(re.findall(r"`([\w.]+/[\w./]*|Makefile)`", PAGE))))
def test_a_file_that_the_page_names_exists(named: str) -> None:
    assert (ROOT / named).exists()


@pytest.mark.parametrize("folder", STAGES)
def test_a_stage_holds_its_model_its_pass_and_its_codes(folder: str) -> None:
    stage = ".".join(folder.split("/")[1:])
    codes = ("codes.py",) if CODES_OF_LAYER[stage] else ()
    needed = (*STAGES[folder], *codes)
    assert [name for name in needed if not (ROOT / folder / name).is_file()] == []
    assert f"`{folder}`" in PAGE


def test_the_passes_run_in_the_order_of_the_layers() -> None:
    flow = (ROOT / "compiler" / "guiju" / "pipeline.py").read_text(encoding="utf-8")
    passes = re.findall(r"\b(\w+)\.from_(?:source|syntax|names|standard|graph)\b", flow)
    order = [layer.rpartition(".")[2] for layer in CODES_OF_LAYER]
    assert set(passes) >= {"syntax", "names", "standard", "graph", "plan"}
    assert passes == sorted(passes, key=order.index)


def test_the_first_digit_of_a_code_leads_to_its_folder() -> None:
    astray = [
        f"{shown(path)}: {code}"
        for path in product_files()
        for code in codes_in(path)
        if code[:3] not in CODES_OF_LAYER.get(layer_of(module(path)) or "", set())
    ]
    assert astray == []


def test_no_code_is_given_twice() -> None:
    given = Counter(code for path in product_files() for code in codes_in(path))
    assert [code for code, times in given.items() if times > 1] == []


def codes_in(path: Path) -> list[str]:
    """List the ids of the diagnostics that a file declares."""
    declares = path.stem.endswith("codes")
    return re.findall(r'"(GJ\d{3})"', path.read_text(encoding="utf-8")) if declares else []
