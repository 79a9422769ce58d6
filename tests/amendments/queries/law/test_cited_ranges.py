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
