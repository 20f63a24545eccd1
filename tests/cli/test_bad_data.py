"""Faults of a declaration: code, place, cause and way out, in both languages, and no number."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import Guiju
from tests.cli.lime import PLANT

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a declaration says, and what is said of it.

    Attributes:
        zh: words of the Chinese message and of its hint; ``en`` those of the English one.
    """

    name: str
    text: str
    code: str
    path: str
    zh: tuple[str, ...]
    en: tuple[str, ...]


FAULTS = (
    Fault(
        name="a missing datum",
        text=PLANT.replace("    limestone: 90000 t\n", ""),
        code="GJ801",
        path="burning.limestone",
        zh=("缺少石灰石", "以 t 计的数"),
        en=("limestone is missing", "a number in t"),
    ),
    Fault(
        name="a negative amount",
        text=PLANT.replace("6000000 m3", "-6000000 m3"),
        code="GJ806",
        path="burning.natural_gas",
        zh=("-6000000 m3", "不小于 0"),
        en=("-6000000 m3", "0 or more"),
    ),
    Fault(
        name="an unknown choice",
        text=PLANT.replace("shaft", "shft"),
        code="GJ807",
        path="burning.kiln",
        zh=("shft", "shaft（竖窑）", "rotary（回转窑）"),
        en=("shft", "did you mean shaft?", "rotary (rotary kiln)"),
    ),
    Fault(
        name="a zero output",
        text=PLANT.replace("50000 t", "0 t"),
        code="GJ851",
        path="burning.quicklime",
        zh=("石灰", "为 0"),
        en=("quicklime is 0",),
    ),
    Fault(
        name="a unit of another kind",
        text=PLANT.replace("2500 MWh", "2500 t"),
        code="GJ804",
        path="burning.electricity",
        zh=("MWh", "不能换算", "kWh"),
        en=("MWh", "converts", "kWh"),
    ),
    Fault(
        name="words where a number is asked for",
        text=PLANT.replace("90000 t", "many"),
        code="GJ802",
        path="burning.limestone",
        zh=("many", "limestone: "),
        en=("many", "limestone: "),
    ),
    Fault(
        name="a name that the standard does not know",
        text=PLANT.replace("limestone:", "limestones:"),
        code="GJ808",
        path="burning",
        zh=("limestones", "是否指 limestone？"),
        en=("limestones", "did you mean limestone?"),
    ),
    Fault(
        name="a year without a factor",
        text=PLANT.replace("2024-", "2019-"),
        code="GJ852",
        path="burning.electricity",
        zh=("全国电力平均碳足迹因子", "2019"),
        en=("national average electricity carbon footprint factor", "2019"),
    ),
    Fault(
        name="another standard's declaration",
        text=PLANT.replace("standard: lime", "standard: cement"),
        code="GJ813",
        path="standard",
        zh=("cement", "lime"),
        en=("cement", "lime"),
    ),
    Fault(
        name="a list",
        text="- 1\n- 2\n",
        code="GJ821",
        path="",
        zh=("列表", "standard"),
        en=("a list", "standard"),
    ),
    Fault(name="words", text="铝", code="GJ821", path="", zh=("铝",), en=("铝",)),
    Fault(name="nothing", text="", code="GJ821", path="", zh=("空",), en=("nothing",)),
    Fault(name="a YAML bomb", text=BOMB, code="GJ834", path="", zh=("锚点",), en=("anchors",)),
    Fault(
        name="endless brackets",
        text="[" * 20_000,
        code="GJ834",
        path="",
        zh=("嵌套",),
        en=("nest",),
    ),
    Fault(
        name="a tag that would run code",
        text=PLANT.replace("shaft", "!!python/object/apply:os.system [exit]"),
        code="GJ833",
        path="",
        zh=("第 8 行", "os.system"),
        en=("line 8", "os.system"),
    ),
    Fault(
        name="an open quote",
        text=PLANT.replace("shaft", '"shaft'),
        code="GJ830",
        path="",
        zh=("引号",),
        en=("quote",),
    ),
)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_calc_reports(lime: Path, guiju: Guiju, fault: Fault, language: str) -> None:
    assert fault.text != PLANT
    (lime / "plant.yaml").write_text(fault.text, encoding="utf-8")
    done = guiju("calc", "lime.pcr", "plant.yaml", "--lang", language)
    assert done.code == 1
    assert done.err.startswith(f"error[{fault.code}]{' ' * bool(fault.path)}{fault.path}: ")
    assert done.err.count("error[") == 1
    for words in fault.zh if language == "zh" else fault.en:
        assert words in done.err
    assert sorted(path.name for path in lime.iterdir()) == ["lime.pcr", "plant.yaml"]


@pytest.mark.parametrize("fault", FAULTS[:4], ids=lambda fault: fault.name)
def test_the_result_says_so_as_json_too(lime: Path, guiju: Guiju, fault: Fault) -> None:
    (lime / "plant.yaml").write_text(fault.text, encoding="utf-8")
    plain = json.loads(guiju("calc", "lime.pcr", "plant.yaml", "--format", "json").out)
    assert plain["conforming"] is False
    [finding] = plain["findings"]
    assert finding["severity"] == "error"
    assert (finding["code"], finding["path"]) == (fault.code, fault.path)
    assert finding["message"]
    assert finding["remedy"]


def test_an_unknown_choice_does_not_change_what_does_not_depend_on_it(
    lime: Path, guiju: Guiju
) -> None:
    (lime / "plant.yaml").write_text(PLANT.replace("shaft", "shft"), encoding="utf-8")
    plain = json.loads(guiju("calc", "lime.pcr", "plant.yaml", "--format", "json").out)
    assert plain["cfp"] == pytest.approx(1153.045, rel=1e-12)


def test_explain_shows_what_has_no_value_and_why(lime: Path, guiju: Guiju) -> None:
    text = PLANT.replace("    limestone: 90000 t\n", "")
    (lime / "plant.yaml").write_text(text, encoding="utf-8")
    done = guiju("explain", "lime.pcr", "plant.yaml", "burning.stone", "--lang", "en")
    assert done.code == 1
    assert "burning.stone: no value" in done.out
    assert "error[GJ801] burning.limestone" in done.err
