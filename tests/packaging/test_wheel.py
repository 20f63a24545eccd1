"""What the wheel holds."""

import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.house import PRODUCT, ROOT, project_files, settings


@pytest.fixture(scope="session")
def contents(wheel: Path) -> dict[str, bytes]:
    """Read the files of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_holds_every_file_of_the_three_packages(contents: dict[str, bytes]) -> None:
    expected = {
        path.relative_to(package.parent).as_posix()
        for package in PRODUCT
        for path in project_files()
        if package in path.parents
    }
    assert expected - set(contents) == set()


def test_the_standards_travel_inside_the_package_byte_for_byte(contents: dict[str, bytes]) -> None:
    standards = {
        f"guiju/{path.relative_to(ROOT).as_posix()}": path.read_bytes()
        for path in project_files()
        if ROOT / "standards" in path.parents and path.suffix in {".pcr", ".yaml"}
    }
    assert "guiju/standards/electrolytic_aluminium/electrolytic_aluminium.pcr" in standards
    shipped = {name: content for name, content in contents.items() if "standards/" in name}
    assert standards.items() <= shipped.items()
    assert not [name for name in shipped if name.endswith(".py")]


def test_the_wheel_holds_nothing_else(contents: dict[str, bytes]) -> None:
    assert {name.split("/")[0] for name in contents} == {
        "guiju",
        "guiju_dsl",
        "guiju_runtime",
        f"guiju-{settings()['project']['version']}.dist-info",
    }
    assert not [name for name in contents if "__pycache__" in name or "tests/" in name]


def test_the_licences_of_guiju_and_of_its_fonts_are_in_the_wheel(
    contents: dict[str, bytes],
) -> None:
    licences = b"".join(
        content for name, content in contents.items() if "LICENSE" in name or "OFL" in name
    )
    assert b"Apache License" in licences
    assert b"SIL OPEN FONT LICENSE" in licences.upper()


def test_the_description_is_the_readme(contents: dict[str, bytes]) -> None:
    [metadata] = [content for name, content in contents.items() if name.endswith("/METADATA")]
    description = message_from_bytes(metadata).get_payload()
    assert isinstance(description, str)
    assert "make demo" in description
