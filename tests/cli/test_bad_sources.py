"""Faults of a standard that its author makes: code, place, cause and way out, in both languages."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import Guiju
from tests.cli.lime import LIME


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A change that makes the standard wrong, and what is said of it.

    Attributes:
        zh: words of the Chinese message and of its hint; ``en`` those of the English one.
    """

    name: str
    old: str
    new: str
    code: str
    place: str
    zh: tuple[str, ...]
    en: tuple[str, ...]

    @property
    def source(self) -> str:
        assert LIME.count(self.old) == 1, self.old
        return LIME.replace(self.old, self.new)


FAULTS = (
    Fault(
        name="a misspelt name",
        old="natural_gas * gas_burning",
        new="natural_gaz * gas_burning",
        code="GJ201",
        place="17:47",
        zh=("natural_gaz", "natural_gas？"),
        en=("natural_gaz", "did you mean natural_gas?"),
    ),
    Fault(
        name="a wrong unit",
        old="natural_gas * gas_burning",
        new="limestone * gas_burning",
        code="GJ301",
        place="17:47",
        zh=("t·kgCO2/m3", "这里需要 t"),
        en=("t·kgCO2/m3", "t is needed here"),
    ),
    Fault(
        name="carbon where carbon dioxide is needed",
        old="limestone * 44 / 100",
        new="limestone * 12 tC/t",
        code="GJ301",
        place="19:57",
        zh=("tC", "44 / 12"),
        en=("tC", "44 / 12"),
    ),
    Fault(
        name="a missing brace at the end",
        old="44 / 100\n  }\n}\n",
        new="44 / 100\n  }\n",
        code="GJ106",
        place="10:1",
        zh=("stage manufacturing", "没有关闭", "补上 }"),
        en=("stage manufacturing", "not closed", "add }"),
    ),
    Fault(
        name="a missing brace inside",
        old="44 / 100\n  }\n",
        new="44 / 100\n",
        code="GJ106",
        place="11:3",
        zh=("process burning", "没有关闭"),
        en=("process burning", "not closed"),
    ),
    Fault(
        name="two outputs without allocation",
        old="    input electricity",
        new='    output dust zh "石灰粉" en "lime dust" : t { primary }\n    input electricity',
        code="GJ316",
        place="11:11",
        zh=("quicklime、dust", "allocate by mass"),
        en=("quicklime, dust", "allocate by mass"),
    ),
    Fault(
        name="a factor for a year that does not exist",
        old="grid_footprint[year]",
        new="grid_footprint[1999]",
        code="GJ306",
        place="13:78",
        zh=("grid_footprint", "1999", "2023, 2024"),
        en=("grid_footprint", "1999", "2023, 2024"),
    ),
    Fault(
        name="a definition in a circle",
        old="natural_gas * gas_burning",
        new='again\n    let again zh "又" en "again" : t = burnt',
        code="GJ203",
        place="17:47",
        zh=("burning.burnt → burning.again",),
        en=("burning.burnt → burning.again",),
    ),
    Fault(
        name="use of a path",
        old="use factors.china_fuels",
        new="use ../../secret, factors.china_fuels",
        code="GJ115",
        place="6:5",
        zh=("名称", "项目"),
        en=("not the path of a file", "project"),
    ),
    Fault(
        name="use of a path that begins with dots",
        old="use factors.china_fuels",
        new="use ..secret, factors.china_fuels",
        code="GJ115",
        place="6:5",
        zh=("名称", "项目"),
        en=("not the path of a file", "project"),
    ),
    Fault(
        name="use of a library that is not there",
        old="use factors.china_fuels",
        new="use factors.china_fuel",
        code="GJ114",
        place="6:5",
        zh=("factors.china_fuel", "factors.china_fuels"),
        en=("factors.china_fuel", "did you mean `factors.china_fuels`"),
    ),
    Fault(
        name="data of an example outside the project",
        old='given "plant.yaml"',
        new='given "../../etc/passwd"',
        code="GJ902",
        place="24:9",
        zh=("../../etc/passwd", "之外"),
        en=("../../etc/passwd", "outside the project"),
    ),
    Fault(
        name="data of an example at an absolute path",
        old='given "plant.yaml"',
        new='given "/etc/passwd"',
        code="GJ902",
        place="24:9",
        zh=("/etc/passwd", "之外"),
        en=("/etc/passwd", "outside the project"),
    ),
    Fault(
        name="data of an example that are not there",
        old='given "plant.yaml"',
        new='given "plants.yaml"',
        code="GJ901",
        place="24:9",
        zh=("找不到文件 plants.yaml",),
        en=("there is no file plants.yaml",),
    ),
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_check_reports(lime: Path, guiju: Guiju, fault: Fault, language: str) -> None:
    (lime / "lime.pcr").write_text(fault.source, encoding="utf-8")
    done = guiju("check", "lime.pcr", "--lang", language)
    assert done.code == 1
    first = done.err.split("\n\n")[0]
    assert first.startswith(f"error[{fault.code}]: ")
    assert f" --> lime.pcr:{fault.place}\n" in first
    for words in fault.zh if language == "zh" else fault.en:
        assert words in first
    assert sorted(path.name for path in lime.iterdir()) == ["lime.pcr", "plant.yaml"]


@pytest.mark.parametrize(
    "words",
    [
        ("calc", "lime.pcr", "plant.yaml"),
        ("explain", "lime.pcr", "plant.yaml"),
        ("test", "lime.pcr"),
        ("graph", "lime.pcr", "-o", "graph.svg"),
        ("build", "lime.pcr", "-o", "out"),
    ],
    ids=lambda words: words[0],
)
def test_no_command_goes_on_with_a_standard_that_has_errors(
    lime: Path, guiju: Guiju, words: tuple[str, ...]
) -> None:
    (lime / "lime.pcr").write_text(FAULTS[0].source, encoding="utf-8")
    done = guiju(*words)
    assert done.code == 1
    assert "error[GJ201]" in done.err
    assert "lime.pcr:17:47" in done.err
    assert sorted(path.name for path in lime.iterdir()) == ["lime.pcr", "plant.yaml"]


def test_all_faults_of_a_file_show_in_one_run(lime: Path, guiju: Guiju) -> None:
    text = LIME.replace("* gas_burning", "* gas_burnin").replace("[year]", "[yaer]")
    (lime / "lime.pcr").write_text(text, encoding="utf-8")
    done = guiju("check", "lime.pcr")
    assert done.err.count("error[GJ201]") == 2
    assert "lime.pcr:13:" in done.err
    assert "lime.pcr:17:" in done.err
    assert "2 处错误" in done.err


def test_a_library_behind_a_link_out_of_the_project_is_not_read(lime: Path, guiju: Guiju) -> None:
    secret = lime.parent / "secret.pcr"
    secret.write_text("library factors.secret { }\n", encoding="utf-8")
    (lime / "factors").mkdir()
    (lime / "factors" / "secret.pcr").symlink_to(secret)
    text = LIME.replace("use factors.china_fuels", "use factors.secret, factors.china_fuels")
    (lime / "lime.pcr").write_text(text, encoding="utf-8")
    done = guiju("check", "lime.pcr", "--lang", "en")
    assert done.code == 1
    assert "error[GJ902]" in done.err
    assert "factors/secret.pcr" in done.err


def test_an_example_behind_a_link_out_of_the_project_is_not_read(lime: Path, guiju: Guiju) -> None:
    outside = (lime / "plant.yaml").rename(lime.parent / "plant.yaml")
    (lime / "plant.yaml").symlink_to(outside)
    for command in ("check", "test"):
        done = guiju(command, "lime.pcr")
        assert done.code == 1
        assert "error[GJ902]" in done.err
