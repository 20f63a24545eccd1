"""``guiju test`` says why an example has no result, or another than is expected."""

from pathlib import Path

from tests.cli.conftest import Guiju
from tests.cli.lime import PLANT


def test_an_example_without_a_result_lists_the_errors_of_its_data(lime: Path, guiju: Guiju) -> None:
    incomplete = PLANT.replace("    limestone: 90000 t\n", "")
    (lime / "plant.yaml").write_text(incomplete, encoding="utf-8")
    done = guiju("test", "lime.pcr", "--lang", "en")
    assert done.code == 1
    assert "lime.shaft_kiln: error[GJ801] burning.limestone: " in done.err
    assert "hint: " in done.err


def test_an_example_with_another_result_and_no_error_lists_none(lime: Path, guiju: Guiju) -> None:
    more = PLANT.replace("limestone: 90000 t", "limestone: 95000 t")
    (lime / "plant.yaml").write_text(more, encoding="utf-8")
    done = guiju("test", "lime.pcr", "--lang", "en")
    assert done.code == 1
    assert "error[" not in done.err
