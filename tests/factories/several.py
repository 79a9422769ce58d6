"""An amending law on three acts: ferries, bridges and tunnels."""

from typing import Any

from amendments.models import Amendment, Section, Version
from tests.factories import law

BRIDGES = """LAW OF THE REPUBLIC OF CASPIA
On Bridges

Article 1. Tolls
1.1. The toll is 3 coins. It is paid on the bridge.
1.2. Cyclists cross free of charge.
"""
TUNNELS = """LAW OF THE REPUBLIC OF CASPIA
On Tunnels

Article 1. Lamps
1.1. A tunnel has 40 lamps.
1.2. The lamps burn at night.
"""


def make_acts(section: Section, drafter: Any) -> list[Version]:
    """The law on bridges and the law on tunnels, beside the law on ferries that every world has."""
    return [
        law.make_act(section, drafter, text=text, number=number)
        for text, number in ((BRIDGES, "11-L"), (TUNNELS, "12-L"))
    ]


def make_amendment(section: Section, ferries: Version, drafter: Any) -> Amendment:
    """An amendment on the three acts, with instructions on each."""
    others = make_acts(section, drafter)
    amendment = law.make_amendment(section, ferries, drafter, "Amending three laws", *others)
    law.add(amendment, drafter, "replace_number", "2.1", old="10", new="12")
    law.add(amendment, drafter, "replace_number", "1.1", place=2, old="3", new="5")
    law.add(amendment, drafter, "replace_words", "1.2", place=2, old="free of charge", new="at half toll")
    law.add(amendment, drafter, "replace_words", "1.2", place=3, old="at night", new="day and night")
    return amendment
