"""The golden files' own rules."""

from pathlib import Path

import pytest

from tests.golden_files import compare_golden, write_golden


def test_a_written_golden_file_compares_equal(tmp_path: Path) -> None:
    golden = tmp_path / "炼焦" / "plan.txt"
    write_golden(golden, "碳平衡\n")
    compare_golden(golden, "碳平衡\n".encode())


def test_a_change_is_shown_line_by_line(tmp_path: Path) -> None:
    golden = tmp_path / "plan.txt"
    write_golden(golden, "a\nb\n")
    with pytest.raises(pytest.fail.Exception, match=r"(?s)-b.*\+c"):
        compare_golden(golden, "a\nc\n")


def test_a_lost_line_end_is_a_change(tmp_path: Path) -> None:
    golden = tmp_path / "plan.txt"
    write_golden(golden, "a\n")
    with pytest.raises(pytest.fail.Exception, match="last line end"):
        compare_golden(golden, "a")


def test_a_change_of_a_binary_file_is_shown_by_its_size(tmp_path: Path) -> None:
    golden = tmp_path / "form.xlsx"
    write_golden(golden, b"\xff\x00")
    with pytest.raises(pytest.fail.Exception, match="2 bytes before, 3 bytes now"):
        compare_golden(golden, b"\xff\x00\x01")


def test_a_missing_golden_file_fails_and_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="--update-golden"):
        compare_golden(tmp_path / "none.txt", "a")
