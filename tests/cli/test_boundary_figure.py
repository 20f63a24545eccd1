"""``guiju graph``: the system boundary as a figure and as data."""

import json
from pathlib import Path
from xml.etree import ElementTree

from tests.cli.conftest import Guiju


def test_the_figure_is_svg_that_names_the_processes(guiju: Guiju) -> None:
    done = guiju("graph", "electrolytic_aluminium")
    root = ElementTree.fromstring(done.out)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "铝电解" in "".join(root.itertext())


def test_the_graph_as_data_lists_processes_in_supply_order(guiju: Guiju) -> None:
    plain = json.loads(guiju("graph", "electrolytic_aluminium", "--format", "json").out)
    order = [process["id"] for process in plain["processes"]]
    assert set(order) == {"refining", "anode_production", "power_supply", "electrolysis", "casting"}
    for before, after in (("refining", "electrolysis"), ("electrolysis", "casting")):
        assert order.index(before) < order.index(after)
    assert plain["standard"]["id"] == "electrolytic_aluminium"
    assert {"from": "refining.alumina", "to": "electrolysis.alumina", "limited": False} in plain[
        "links"
    ]


def test_a_file_holds_what_would_be_printed(lime: Path, guiju: Guiju) -> None:
    printed = guiju("graph", "lime.pcr").out
    assert guiju("graph", "lime.pcr", "-o", "边界.svg").out == ""
    assert (lime / "边界.svg").read_text(encoding="utf-8").rstrip() == printed.rstrip()
