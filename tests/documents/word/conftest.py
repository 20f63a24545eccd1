"""The samples as Word files, written once."""

import pytest

from guiju.backends.docx import write
from guiju.documents.numbering import number
from tests.documents.sample import SAMPLE_EN, SAMPLE_ZH
from tests.documents.word.reading import WordFile, opened


@pytest.fixture(scope="package")
def chinese_bytes() -> bytes:
    return write(SAMPLE_ZH, number(SAMPLE_ZH))


@pytest.fixture(scope="package")
def chinese(chinese_bytes: bytes) -> WordFile:
    return opened(chinese_bytes)


@pytest.fixture(scope="package")
def english() -> WordFile:
    return opened(write(SAMPLE_EN, number(SAMPLE_EN)))
