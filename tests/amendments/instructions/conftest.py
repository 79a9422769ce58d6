import json
from pathlib import Path

import pytest

from amendments.instructions.operations import from_json
from amendments.provisions.tree import Element, Kind, Tree

DEMO = Path(__file__).resolve().parents[3] / "site" / "portal" / "demo" / "data"
KINDS = (Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT)


def act(*provisions):
    """A small act from (number, text) or (number, heading, text); numbers say what lies under what."""
    return Tree(tuple(_element(*provision) for provision in provisions))


def _element(number, *words):
    heading, text = words if len(words) == 2 else ("", *words)
    parent = number.rpartition(".")[0]
    eid = f"{'art' if not parent else 'item'}_{number}"
    return Element(
        key=number,
        kind=KINDS[number.count(".")],
        number=number,
        eid=eid,
        heading=heading,
        text=text,
        parent=parent,
    )


def texts(tree):
    return {element.number: element.text for element in tree}


def demo_tree(provisions):
    elements = act(*((p["num"], p["heading"], p["text"]) for p in provisions))
    repealed = {p["num"] for p in provisions if p.get("repealed")}
    return Tree(
        tuple(
            Element(**{**{f: getattr(e, f) for f in e.__slots__}, "repealed": e.number in repealed})
            for e in elements
        )
    )


def demo_drafts():
    """Every draft of the demonstration: (name, base, operations, what they must give)."""
    for name in ("amendment_versions", "amendment_open"):
        data = json.loads((DEMO / f"{name}.json").read_text(encoding="utf-8"))
        base = demo_tree(data["base"]["provisions"])
        for version in data["versions"]:
            operations = [from_json(instruction) for instruction in version["instructions"]]
            yield pytest.param(base, operations, version["result"], id=f"{name}-{version['label']}")
