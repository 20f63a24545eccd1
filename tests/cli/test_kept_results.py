"""What is kept between commands is what would be made, and a damaged piece of it is made again."""

import pytest
from jinja2 import DictLoader, Environment

from guiju import kept as kept_module
from guiju.documents.kept_templates import KeptTemplates
from guiju.graph.model import Component
from guiju.graph.supply_order import in_supply_order
from guiju_dsl.syntax import Cache

HARM = b"cos\nsystem\n(S'touch harm'\ntR."
PROCESSES = ("sinter", "iron", "steel", "power")
SUPPLIES = (("sinter", "iron"), ("iron", "steel"), ("power", "iron"), ("iron", "power"))
ORDER = (
    Component(processes=("sinter",), loop=False),
    Component(processes=("iron", "power"), loop=True),
    Component(processes=("steel",), loop=False),
)


class Kept(dict[str, bytes]):
    """A cache in memory that counts what was found."""

    found = 0

    def cache(self) -> Cache:
        return Cache(load=self.load, save=self.__setitem__)

    def load(self, key: str) -> bytes | None:
        self.found += key in self
        return self.get(key)


@pytest.fixture(params=["whole", "damaged", "shortened"])
def kept(request: pytest.FixtureRequest) -> tuple[Kept, str]:
    """A cache, and what becomes of it between two commands."""
    return Kept(), request.param


def again(kept: Kept, damage: str) -> Cache:
    """Give the cache to a second command."""
    for key, content in kept.items():
        kept[key] = {"whole": content, "damaged": HARM, "shortened": content[:-1]}[damage]
    return kept.cache()


def test_suppliers_come_before_their_users(kept: tuple[Kept, str]) -> None:
    assert in_supply_order(PROCESSES, SUPPLIES, kept[0].cache()) == ORDER
    assert in_supply_order(PROCESSES, SUPPLIES, again(*kept)) == ORDER
    assert kept[0].found == 1


def test_other_links_are_ordered_anew(kept: tuple[Kept, str]) -> None:
    cache = kept[0].cache()
    in_supply_order(PROCESSES, SUPPLIES, cache)
    parts = in_supply_order(PROCESSES, SUPPLIES[:3], cache)
    assert [part.processes for part in parts] == [("sinter",), ("power",), ("iron",), ("steel",)]


def test_a_template_says_the_same_when_it_was_kept(kept: tuple[Kept, str]) -> None:
    assert said("{{ 3 * 4 }} t", kept[0].cache()) == "12 t"
    assert said("{{ 3 * 4 }} t", again(*kept)) == "12 t"
    assert kept[0].found == 1
    assert said("{{ 3 * 5 }} t", kept[0].cache()) == "15 t"


def test_what_is_made_of_the_same_is_looked_up(
    kept: tuple[Kept, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_module, "KEEPING", kept_module.Keeping())
    assert kept_module.kept("figure", b"a", b"one".upper) == b"ONE"
    kept_module.keep_in(kept[0].cache(), "this program")
    assert kept_module.kept("figure", b"a", b"two".upper) == b"TWO"
    kept_module.keep_in(again(*kept), "this program")
    expected = b"TWO" if kept[1] == "whole" else b"THREE"
    assert kept_module.kept("figure", b"a", b"three".upper) == expected


def test_another_program_and_other_words_make_it_anew(
    kept: tuple[Kept, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_module, "KEEPING", kept_module.Keeping())
    kept_module.keep_in(kept[0].cache(), "this program")
    assert kept_module.kept("figure", b"a", b"one".upper) == b"ONE"
    assert kept_module.kept("figure", b"b", b"two".upper) == b"TWO"
    kept_module.keep_in(kept[0].cache(), "the next program")
    assert kept_module.kept("figure", b"a", b"three".upper) == b"THREE"


def said(template: str, cache: Cache) -> str:
    templates = KeptTemplates()
    templates.kept = cache
    loader = DictLoader({"one": template})
    return Environment(loader=loader, bytecode_cache=templates).get_template("one").render()
