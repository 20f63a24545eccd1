"""A standard with what it uses and extends."""

from collections.abc import Callable

import pytest

from guiju_dsl.source import SourceText
from guiju_dsl.syntax import Cache, cache, from_source, from_text


def finder(texts: dict[str, str]) -> Callable[[str], SourceText | None]:
    def find(name: str) -> SourceText | None:
        return SourceText(name=f"{name}.pcr", text=texts[name]) if name in texts else None

    return find


MAIN = SourceText(name="main.pcr", text="standard main { }\nextends rule\nuse f.one, f.two\n")


def test_each_source_is_read_once_under_its_name() -> None:
    texts = {
        "rule": "standard rule { }\nuse f.one",
        "f.one": "library f.one { }",
        "f.two": "library f.two { }\nuse f.one",
    }
    outcome = from_source(MAIN, finder(texts))
    assert outcome.product is not None
    assert [name for name, _ in outcome.product.others] == ["rule", "f.one", "f.two"]


def test_sources_that_use_each_other_are_read_and_left_to_the_next_stage() -> None:
    texts = {
        "rule": "standard rule { }\nuse main",
        "main": MAIN.text,
        "f.one": "library f.one { }\nuse f.two",
        "f.two": "library f.two { }\nuse f.one",
    }
    outcome = from_source(MAIN, finder(texts))
    assert outcome.product is not None
    assert dict(outcome.product.others)["main"] is outcome.product.main


def test_a_source_that_is_not_found_is_reported_where_it_is_named() -> None:
    outcome = from_source(MAIN, finder({"rule": "standard rule { }", "f.one": "library f.one { }"}))
    assert outcome.product is None
    (fault,) = outcome.diagnostics
    assert (fault.code.slug, fault.span.start, fault.hint) == ("unknown-source", 42, False)


def test_a_name_near_to_a_known_one_is_offered() -> None:
    source = SourceText(name="m.pcr", text="standard main { }\nuse factors.chian")
    outcome = from_source(source, finder({}), known=lambda: ("factors.china", "gbt_24067"))
    assert outcome.diagnostics[0].way_out("en") == "did you mean `factors.china`?"


def test_faults_of_all_sources_are_reported_together() -> None:
    texts = {"rule": "standard rule { }\nlet = 1", "f.one": "library f.one {", "f.two": ""}
    outcome = from_source(MAIN, finder(texts))
    assert [(fault.span.source, fault.code.slug) for fault in outcome.diagnostics] == [
        ("rule.pcr", "unexpected-word"),
        ("f.one.pcr", "unclosed-block"),
        ("f.two.pcr", "missing-head"),
    ]


class Drawer:
    """A cache in memory that counts what it gave and what it was given."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.given: list[str] = []
        self.saved: list[str] = []

    def load(self, key: str) -> bytes | None:
        content = self.kept.get(key)
        if content is not None:
            self.given.append(key)
        return content

    def save(self, key: str, content: bytes) -> None:
        self.kept[key] = content
        self.saved.append(key)

    @property
    def cache(self) -> Cache:
        return Cache(load=self.load, save=self.save)


def test_an_unchanged_source_is_taken_from_the_cache() -> None:
    drawer = Drawer()
    first = from_text(MAIN, drawer.cache)
    made = list(drawer.saved)
    again = from_text(MAIN, drawer.cache)
    assert again == first
    assert drawer.given[-1:] == [key for key in made if key.startswith("file-")]
    assert drawer.saved == made


def test_the_table_of_the_grammar_is_taken_from_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    drawer = Drawer()
    monkeypatch.setattr(cache, "_TABLES", {})
    from_text(MAIN, drawer.cache)
    made = list(drawer.saved)
    monkeypatch.setattr(cache, "_TABLES", {})
    other = SourceText(name="other.pcr", text=MAIN.text)
    from_text(other, drawer.cache)
    assert [key for key in drawer.saved[len(made) :] if key.startswith("table-")] == []


def test_a_changed_or_renamed_source_is_read_anew() -> None:
    drawer = Drawer()
    from_text(MAIN, drawer.cache)
    drawer.given.clear()
    changed = SourceText(name=MAIN.name, text=f"{MAIN.text}\n")
    renamed = SourceText(name="other.pcr", text=MAIN.text)
    for source in (changed, renamed):
        file = from_text(source, drawer.cache).product
        assert file is not None
        assert file.source == source
    assert drawer.given == []


def test_a_damaged_entry_is_made_again() -> None:
    drawer = Drawer()
    expected = from_text(MAIN, drawer.cache)
    for damage in (b"", b"\x80\x05garbage", b"cos\nsystem\n(S'true'\ntR."):
        for key in drawer.kept:
            drawer.kept[key] = damage
        assert from_text(MAIN, drawer.cache) == expected


def test_a_faulty_source_is_not_kept() -> None:
    drawer = Drawer()
    from_text(SourceText(name="x.pcr", text="standard {"), drawer.cache)
    assert [key for key in drawer.kept if key.startswith("file-")] == []
