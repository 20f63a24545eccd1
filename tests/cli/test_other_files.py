"""Files that are not what a command expects, and places where nothing can be read or written."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Guiju
from tests.cli.lime import LIME


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("words", "code", "zh", "en"),
    [
        (("check", "no.pcr"), "GJ901", "no.pcr", "no.pcr"),
        (("calc", "lime.pcr", "no.yaml"), "GJ901", "no.yaml", "no.yaml"),
        (("calc", "no/lime.pcr", "plant.yaml"), "GJ901", "no/lime.pcr", "no/lime.pcr"),
        (("calc", "lime.pcr", "empty"), "GJ903", "这是文件夹", "it is a folder"),
        (("calc", "lime.pcr", "plant.yaml/x"), "GJ903", "不是文件夹", "not a folder"),
        (("check", "empty"), "GJ904", ".pcr", ".pcr"),
        (("calc", "empty", "plant.yaml"), "GJ904", ".pcr", ".pcr"),
        (("check", "electrolytic_aluminum"), "GJ905", "electrolytic_alumin", "there is"),
        (("check", "steel"), "GJ905", "electrolytic_aluminium", "electrolytic_aluminium"),
        (("explain", "lime.pcr", "plant.yaml", "burning.CO3"), "GJ907", "CO2", "CO2"),
        (("calc", "gbt_24067", "plant.yaml"), "GJ908", "没有声明产品", "declares no product"),
        (("calc", "lime.pcr", "plant.yaml", "--profile", "eu"), "GJ909", "eu", "eu"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_file_or_name_that_is_not_there(
    lime: Path, guiju: Guiju, words: tuple[str, ...], language: str, code: str, zh: str, en: str
) -> None:
    (lime / "empty").mkdir()
    done = guiju(*words, "--lang", language)
    assert done.code == 1
    assert done.out == ""
    assert done.err.startswith(f"error[{code}]: ")
    assert (zh if language == "zh" else en) in done.err
    assert {"zh": "建议：", "en": "hint: "}[language] in done.err


def test_a_folder_that_only_has_the_name_of_a_standard_is_none(here: Path, guiju: Guiju) -> None:
    """As that of the products of a build; a folder of sources is still taken before the name."""
    (here / "cement" / "site").mkdir(parents=True)
    (here / "cement" / "data.schema.json").write_text("{}")
    for words in (("check", "cement"), ("calc", "cement", "a.csv", "--outputs", "list")):
        assert guiju(*words).code == 0
    (here / "cement" / "mine.pcr").write_text("", encoding="utf-8")
    for words in (("check", "cement"), ("graph", "cement")):
        assert "error[GJ110]" in guiju(*words).err


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "GJ110"), (b"\x00\xff\xfe\x00" * 50, "GJ1"), (b"PK\x03\x04\x14\x00\x00\x08", "GJ1")],
    ids=["empty", "binary", "a Word document"],
)
def test_check_of_what_is_no_standard(here: Path, guiju: Guiju, content: bytes, code: str) -> None:
    (here / "standard.pcr").write_bytes(content)
    done = guiju("check", "standard.pcr")
    assert done.code == 1
    assert f"error[{code}" in done.err
    assert "standard.pcr" in done.err


def test_a_word_document_is_no_declaration(lime: Path, guiju: Guiju) -> None:
    (lime / "plant.docx").write_bytes(b"PK\x03\x04\x14\x00\x06\x00\x08\x00 and more")
    done = guiju("calc", "lime.pcr", "plant.docx")
    assert done.code == 1
    assert done.err.startswith("error[GJ8")
    assert done.err.count("error[") == 1


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03", b"\xff\xd8\xff\xe0" * 9])
def test_no_declaration_is_read_from_other_bytes(lime: Path, guiju: Guiju, content: bytes) -> None:
    (lime / "plant.yaml").write_bytes(content)
    done = guiju("calc", "lime.pcr", "plant.yaml")
    assert done.code == 1
    assert done.err.startswith("error[GJ8")
    assert done.err.count("error[") == 1


def test_a_file_over_64_mib_is_not_read(lime: Path, guiju: Guiju) -> None:
    with (lime / "plant.yaml").open("wb") as stream:
        stream.truncate(64 * 1024 * 1024 + 1)
    done = guiju("calc", "lime.pcr", "plant.yaml", "--lang", "en")
    assert done.code == 1
    assert "error[GJ903]" in done.err
    assert "64 MiB" in done.err


WRITERS = (
    ("calc", "lime.pcr", "plant.yaml"),
    ("graph", "lime.pcr"),
    ("graph", "lime.pcr", "--format", "json"),
)


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_a_result_is_written_whole_into_folders_that_are_made(
    lime: Path, guiju: Guiju, words: tuple[str, ...]
) -> None:
    assert guiju(*words, "-o", "新 文件夹/结果").code == 0
    assert [path.name for path in (lime / "新 文件夹").iterdir()] == ["结果"]
    assert (lime / "新 文件夹" / "结果").stat().st_size > 100


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
@pytest.mark.parametrize("place", ["folder", "plant.yaml/result", "/proc/no/result"])
def test_where_nothing_can_be_written_nothing_is(
    lime: Path, guiju: Guiju, words: tuple[str, ...], place: str
) -> None:
    (lime / "folder").mkdir()
    before = sorted(lime.rglob("*"))
    done = guiju(*words, "-o", place, "--lang", "en")
    assert done.code == 1
    assert "error[GJ906]" in done.err
    assert place in done.err
    assert sorted(lime.rglob("*")) == before


def test_what_stood_there_is_replaced_and_keeps_its_rights(lime: Path, guiju: Guiju) -> None:
    result = lime / "result.json"
    result.write_text("old", encoding="utf-8")
    result.chmod(0o600)
    assert guiju("calc", "lime.pcr", "plant.yaml", "-o", "result.json").code == 0
    assert result.read_text(encoding="utf-8").startswith("{")
    assert result.stat().st_mode & 0o777 == 0o600


def test_a_link_is_written_through(lime: Path, guiju: Guiju) -> None:
    (lime / "results").mkdir()
    (lime / "latest.json").symlink_to("results/1.json")
    assert guiju("calc", "lime.pcr", "plant.yaml", "-o", "latest.json").code == 0
    assert (lime / "latest.json").is_symlink()
    assert (lime / "results" / "1.json").read_text(encoding="utf-8").startswith("{")


def test_a_pipe_is_written_to_and_stays_a_pipe(lime: Path, guiju: Guiju) -> None:
    os.mkfifo(lime / "pipe")
    reading = os.open(lime / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert guiju("calc", "lime.pcr", "plant.yaml", "-o", "pipe").code == 0
        assert os.read(reading, 1) == b"{"
    finally:
        os.close(reading)
    assert (lime / "pipe").is_fifo()


def test_fmt_leaves_a_file_with_errors_as_it_is(lime: Path, guiju: Guiju) -> None:
    broken = LIME.rstrip()[:-1]
    (lime / "lime.pcr").write_text(broken, encoding="utf-8")
    assert guiju("fmt", "lime.pcr").code == 1
    assert (lime / "lime.pcr").read_text(encoding="utf-8") == broken
