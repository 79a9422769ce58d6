"""What a range cites: each article between its ends."""

import pytest

from amendments.queries.law.wording_citations import cited_by, cites
from tests.amendments.queries.law.test_wording_citations import (  # noqa: F401 - fixtures
    drafter,
    left,
    row,
    section,
    told,
)
from tests.factories import law

pytestmark = pytest.mark.django_db

BERTHS = """LAW OF THE REPUBLIC OF CASPIA
On Berths

Article 7. Berths
A berth is for a ship.

Article 7.1. Large ships
A large ship has two.

Article 7.2. Small ships
A small ship shares one.

Article 8. Fees
Of sections 7.1 to 8.2 none is free.

Article 8.1. Days
A day has 24 hours.

Article 8.2. Nights
Nor are Articles 7 to 8 free at night.
"""


def test_a_range_of_articles_with_points_is_of_these_and_of_no_part(section, drafter):  # noqa: F811
    berths = law.make_act(section, drafter, text=BERTHS, number="9-L")
    cited = {number: told(cited_by(drafter, row(berths, number))) for number in ("7", "7.2", "8.1", "8")}
    fees, nights = ("Article 8", "sections 7.1 to 8.2", ""), ("Article 8.2", "Articles 7 to 8", "")
    assert cited == {"7": [nights], "7.2": [fees], "8.1": [fees], "8": [nights]}
    assert [line.cited for line in cites(drafter, row(berths, "8"))] == [
        "Article 7.1",
        "Article 7.2",
        "Article 8.1",
        "Article 8.2",
    ]
    amendment = law.make_amendment(section, berths, drafter)
    law.add(amendment, drafter, "repeal", "7.2")
    assert left(drafter, amendment) == [("Article 7.2", "Article 8", "")]


LAKES = """LAW OF THE REPUBLIC OF CASPIA
On Lakes

Article 5. Lakes
1. A lake is water.
2. A pond is none.

Article 5.2. Boats
A boat is for rowing.

Article 5.3. Rafts
A raft is for resting.

Article 5.4. Ferries
A ferry is for crossing.

Article 6. Fees
{range} is for nothing.
"""


@pytest.mark.parametrize(
    "written",
    [
        "What is of Articles 5.2-5.4",
        "What is of Articles 5.2–5.4",
        "What is of sections 5.2-5.3 and 5.4",
        "What is of Articles 6 and 5.2-5.4",
    ],
)
def test_the_ends_of_a_range_are_articles_whatever_stands_between_them(section, drafter, written):  # noqa: F811
    lakes = law.make_act(section, drafter, text=LAKES.format(range=written), number="9-L")
    assert [line.cited for line in cites(drafter, row(lakes, "6"))] == [
        "Article 5.2",
        "Article 5.3",
        "Article 5.4",
    ]
    citing = {number: len(cited_by(drafter, row(lakes, number))) for number in ("5", "5.2", "5.3", "5.4")}
    assert citing == {"5": 0, "5.2": 1, "5.3": 1, "5.4": 1}
    amendment = law.make_amendment(section, lakes, drafter)
    law.add(amendment, drafter, "repeal", "art_5__para_2")
    assert left(drafter, amendment) == []
    law.add(amendment, drafter, "repeal", "art_5.2")
    assert [gone for gone, _, _ in left(drafter, amendment)] == ["Article 5.2"]


def test_nor_is_a_range_of_parts_of_the_article_that_stands_beside_it(section, drafter):  # noqa: F811
    text = LAKES.format(range="What is of Articles 5 and 5.2-5.4")
    lakes = law.make_act(section, drafter, text=text, number="9-L")
    cited = [line.cited for line in cites(drafter, row(lakes, "6"))]
    assert cited == ["Article 5", "Article 5.2", "Article 5.3", "Article 5.4"]
