"""The table of concordance as of the text that is shown, and the days of its plans."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from rights.values import Degree
from tests.rights.concordance_rows import keys_of, write


@pytest.fixture
def drafter(client, office):
    client.force_login(office.world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    return client


def page(client, url, **query):
    return " ".join(client.get(url, query).content.decode().split())


def test_counts_comments_and_the_filter_are_those_of_the_text_that_is_shown(office, client):
    world = office.world
    changed = write(office, world.base, "2.1", articles="1", comment="Ten coins are dear.")
    same = write(office, world.base, "2.2", articles="2", comment="Rowers row.")
    none = write(office, world.base, articles="3", degree=Degree.NONE)
    url = reverse("concordance:rows")
    for text, unassessed, partial in ((world.base, 0, [changed, same]), (world.text, 1, [same])):
        query = {"text": str(text.pk)}
        table = client.get(url, query).context["table"]
        assert table.unassessed == unassessed
        assert table.counts == ((Degree.PARTIAL, len(partial)), (Degree.NONE, 1))
        lines = client.get(url, query | {"degree": "partial"}).context["lines"]
        assert [line.row for line in lines] == partial
        shown = page(client, url, **query)
        assert ("Ten coins are dear." in shown) == (changed in partial)
        assert ("<strong>1</strong> not assessed" in shown) == bool(unassessed)
        assert "Rowers row." in shown
    assert none in [line.row for line in client.get(url).context["lines"]]


def test_a_deadline_that_is_over_is_marked_while_something_is_to_be_done(office, drafter):
    url = reverse("concordance:rows")
    hub = reverse("amendments:provision", args=keys_of(office.world.text, "2.1"))
    for degree, day, is_marked in (
        (Degree.PARTIAL, date(2026, 1, 31), True),
        (Degree.PARTIAL, localdate(), False),
        (Degree.FULL, date(2026, 1, 31), False),
    ):
        row = write(office, office.world.text, "2.1", degree=degree, deadline=day)
        for shown in (url, row.url, hub):
            assert ("overdue" in page(drafter, shown)) == is_marked, (degree, day, shown)
        row.removed_at = row.written_at
        row.save()
