"""A build is made again only when something has changed, and then gives the same bytes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Guiju, Said

Build = Callable[..., Said]
GUIJU = Path(sys.executable).with_name("guiju")


@pytest.fixture
def build(guiju: Guiju, lime: Path) -> Build:
    """Build the web text and the schema of the small standard."""
    assert (lime / "lime.pcr").is_file()

    def run(kinds: str = "page,schema") -> Said:
        done = guiju("--lang", "en", "build", "lime.pcr", "-o", "out", "--only", kinds)
        assert done.code == 0
        return done

    return run


def nothing_is_made(done: Said) -> bool:
    return "nothing has changed for lime" in done.out and "wrote" not in done.out


def test_a_second_build_makes_nothing_and_says_so(build: Build, lime: Path) -> None:
    assert "wrote out/lime/standard.en.md" in build().out
    times = {path: path.stat().st_mtime_ns for path in (lime / "out").rglob("*")}
    assert nothing_is_made(build())
    assert times == {path: path.stat().st_mtime_ns for path in (lime / "out").rglob("*")}


def test_what_is_kept_between_builds_gives_the_same_bytes(build: Build, lime: Path) -> None:
    made = []
    for _ in range(2):
        build("page,docx")
        files = (path for path in (lime / "out").rglob("*") if path.is_file())
        made.append({path.name: path.read_bytes() for path in files})
        shutil.rmtree(lime / "out")
    assert made[0] == made[1]
    kept = {path.name.partition("-")[0] for path in Path(os.environ["GUIJU_CACHE"]).rglob("*-*")}
    assert kept >= {"figure", "picture", "template", "order"}


def test_some_of_what_was_made_is_not_made_again(build: Build) -> None:
    build()
    assert nothing_is_made(build("schema"))
    assert "wrote" in build("schema,graph").out


def test_no_file_of_ours_lies_among_the_products(build: Build, lime: Path) -> None:
    build("schema")
    assert [path.name for path in (lime / "out" / "lime").iterdir()] == ["data.schema.json"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [("lime.pcr", '"石灰"', '"生石灰"'), ("plant.yaml", "90000", "90001")],
    ids=["the source", "the data of its example"],
)
def test_a_changed_input_is_built_again(
    build: Build, lime: Path, file: str, old: str, new: str
) -> None:
    given = lime / file
    text = given.read_text("utf-8")
    build()
    assert nothing_is_made(build())
    assert old in text
    given.write_text(text.replace(old, new), "utf-8")
    assert "wrote" in build().out
    assert nothing_is_made(build())


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_text("mine", "utf-8")])
def test_a_product_that_was_removed_or_changed_is_made_again(
    build: Build, lime: Path, spoil: Callable[[Path], object]
) -> None:
    build()
    product = lime / "out" / "lime" / "data.schema.json"
    content = product.read_bytes()
    spoil(product)
    assert "wrote" in build().out
    assert product.read_bytes() == content


def test_a_library_that_now_lies_nearer_is_built_with(build: Build, lime: Path) -> None:
    build("schema")
    general = lime / "general"
    general.mkdir()
    assert "wrote" in build("schema").out


def test_another_program_builds_again(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    build("schema")
    monkeypatch.setattr("guiju.stamps.program", lambda: "of tomorrow")
    assert "wrote" in build("schema").out


def test_a_stamp_that_cannot_be_read_costs_only_time(build: Build) -> None:
    build("schema")
    for stamp in (Path(os.environ["GUIJU_CACHE"]) / "guiju").glob("build-*"):
        stamp.write_bytes(b"{")
    assert "wrote" in build("schema").out


def test_libraries_in_a_folder_are_not_compiled_again(
    guiju: Guiju, lime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lime / "more.pcr").write_text('library more { title zh "因子" en "factors" }\n', "utf-8")
    words = ("--lang", "en", "build", ".", "-o", "out", "--only", "schema")
    assert guiju(*words).code == 0
    monkeypatch.setattr("guiju.cli.commands.build.compiled", None)
    assert nothing_is_made(guiju(*words))


def test_two_processes_at_two_times_write_the_same_bytes(guiju: Guiju, lime: Path) -> None:
    """One lays the languages out side by side, the other, which has threads, one by one."""
    kinds = ("--only", "docx,pdf,notes,forms,calculator,sql")
    environment = {**os.environ, "PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C"}
    words = [str(GUIJU), "build", "lime.pcr", "-o", "a", *kinds]
    subprocess.run(words, cwd=lime, env=environment, check=True, capture_output=True)
    assert guiju("build", "lime.pcr", "-o", "b", *kinds).code == 0
    of_a, of_b = (
        {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*.*")}
        for root in (lime / "a", lime / "b")
    )
    assert {name.rpartition(".")[2] for name in of_a} >= {"docx", "pdf", "xlsx", "py", "sql"}
    assert [name for name in of_a if of_a[name] != of_b.get(name)] == []
    assert of_a.keys() == of_b.keys()
