"""Markdown: its metadata are no law, and a heading that became words of a provision stops."""

import pytest

from amendments.importers import load_act
from amendments.importers.swallowed_headings import swallowed
from tests.amendments.renderers.word.documents import scheme_of

METADATA = '---\ntitle: "Lamps Act"\nstatus: in_force\n---\n'
LAWS = {
    "az": "# Lampalar haqqında\n\n##### Maddə 1. Məqsəd\n\n1.1. Lampa yanır.\n\n##### Rüsum haqqında\n\n1.2. Rüsum var.\n",
    "en": "# Lamps Act\n\n##### 1 Aim\n\n**1.**—(1) A lamp burns.\n\n##### Of fees\n\n(2) A fee is due.\n",
    "ru": "# О лампах\n\n##### Статья 1. Цель\n\n1. Лампа горит.\n\n##### О сборе\n\n2. Сбор есть.\n",
}


@pytest.mark.parametrize("language", LAWS)
def test_metadata_are_left_out_and_headings_are_known(language):
    imported = load_act("act.md", (METADATA + LAWS[language]).encode())
    assert imported.text == LAWS[language]
    assert [str(each) for each in imported.notices] == [
        "2 lines of metadata at the top of the file were left out."
    ]
    parsed = scheme_of(language).parse(imported.text)
    (lost,) = swallowed(imported.headings, imported.text, parsed)
    assert lost.stops
    assert lost.line == 7


@pytest.mark.parametrize("top", ["---\n", "---\n\nA rule above\n---\n", "---\ntitle: never closed\n"])
def test_a_rule_without_metadata_is_text(top):
    imported = load_act("act.md", (top + LAWS["en"]).encode())
    assert imported.text == top + LAWS["en"]
    assert not imported.notices
