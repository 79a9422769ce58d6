"""A split provision is shown as the provisions into which it was split."""

import pytest

from amendments.provisions.english_scheme import ENGLISH
from amendments.redline.apart import split_apart
from amendments.redline.compare import compare
from amendments.redline.provision_redline import Mark

HEAD = "LAW\nOn Ferries\n\nArticle 1. Fares\n1.1. The fare is 10 coins.\n\nArticle 2. Entry into force\n"
BEFORE = f"{HEAD}This Law enters into force on the day of its publication. It is published within a week.\n"
WHOLE = (
    f"{HEAD}2.1. This Law enters into force on the day of its publication. It is published within a week.\n"
    "2.2. It ends with the year.\n"
)
HALVES = (
    f"{HEAD}2.1. This Law enters into force on the day of its publication.\n"
    "2.2. It is published within a month.\n"
)


def said(spans):
    return "".join(span.text if span.mark is Mark.KEPT else f"[{span.mark}{span.text}]" for span in spans)


@pytest.mark.parametrize("after", [WHOLE, HALVES])
def test_each_part_has_its_number_and_its_words(after):
    old, new = ENGLISH.parse(BEFORE).tree, ENGLISH.parse(after).tree
    items = [part for item in compare(old, new).provisions for part in split_apart(item, old, new)]
    shown = {item.after[0]: item for item in items if item.after}
    assert len(items) == len(shown) == len(new.elements)
    for element in new:
        item = shown[element.key]
        for field in ("heading", "text"):
            words = "".join(span.text for span in getattr(item, field) if span.mark is not Mark.DELETED)
            assert words == getattr(element, field)
    (first,) = new.numbered("2.1")
    assert said(shown[first.key].number) == "[+2.1]"
