"""Which language the command speaks."""

import pytest

from guiju.cli.arguments import COMMANDS
from tests.cli.conftest import Guiju


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("zh_CN.UTF-8", "找不到文件"),
        ("zh_TW", "找不到文件"),
        ("en_US.UTF-8", "there is no file"),
        ("en_GB", "there is no file"),
        ("C", "找不到文件"),
        ("C.UTF-8", "找不到文件"),
        ("POSIX", "找不到文件"),
        ("tlh_001", "找不到文件"),
        ("", "找不到文件"),
    ],
)
def test_the_locale_decides(
    guiju: Guiju, monkeypatch: pytest.MonkeyPatch, locale: str, words: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    assert words in guiju("check", "no.pcr").err


def test_the_stronger_variable_of_the_locale_decides(
    guiju: Guiju, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert "there is no file" in guiju("check", "no.pcr").err


@pytest.mark.parametrize(
    "words",
    [
        ("--lang", "en", "check", "no.pcr"),
        ("check", "--lang", "en", "no.pcr"),
        ("check", "no.pcr", "--lang", "en"),
        ("check", "no.pcr", "--lang=en"),
        ("--lang", "zh", "check", "no.pcr", "--lang", "en"),
    ],
    ids=" ".join,
)
def test_lang_stands_before_or_after_the_command_and_beats_the_locale(
    guiju: Guiju, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "there is no file" in guiju(*words).err


def test_help_is_in_the_language_too(guiju: Guiju) -> None:
    assert "计算一份或多份申报" in guiju("--help").out
    assert "calculate declarations" in guiju("--help", "--lang", "en").out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_both_languages(guiju: Guiju, command: str) -> None:
    assert f"usage: guiju {command}" in guiju(command, "--help", "--lang", "en").out
    assert f"用法：guiju {command}" in guiju(command, "--help").out


def test_a_per_cent_sign_in_help_is_a_per_cent_sign(guiju: Guiju) -> None:
    assert "95 % interval" in guiju("calc", "--help", "--lang", "en").out


@pytest.mark.parametrize(
    ("words", "chinese", "english"),
    [
        ((), "缺少 COMMAND", "the following arguments are required: COMMAND"),
        (("biuld",), "COMMAND 不能是 'biuld'", "argument COMMAND: invalid choice: 'biuld'"),
        (("calc", "lime.pcr"), "缺少 DATA", "the following arguments are required: DATA"),
        (("check", "a", "--fast"), "不认识 --fast", "unrecognized arguments: --fast"),
        (("check", "a", "--format", "xml"), "--format 不能是", "argument --format: invalid choice"),
        (("build", "a", "-o"), "-o/--output 后面缺少一个值", "-o/--output: expected one argument"),
        (("check", "a", "--verbose=1"), "--verbose 不带值", "--verbose: ignored explicit argument"),
        (("build", "lime.pcr", "-o", "x", "--only", "nonsense"), "build 不产出", "build makes no"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
@pytest.mark.usefixtures("lime")
def test_wrong_use_ends_with_2_and_says_what_is_wrong(
    guiju: Guiju, words: tuple[str, ...], chinese: str, english: str
) -> None:
    for language, expected in (("zh", chinese), ("en", english)):
        done = guiju("--lang", language, *words)
        assert done.code == 2
        assert done.out == ""
        assert expected in done.err
