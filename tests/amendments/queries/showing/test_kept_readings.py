"""Sealed texts are read once for all readers, and what may change of them is that of the present request."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from amendments.models import Version
from amendments.queries.languages.shown_texts import AUTHENTIC_ONLY, shown_texts
from amendments.queries.showing import kept_readings
from amendments.queries.showing.kept_readings import kept_redline, kept_text
from amendments.queries.showing.readings import Pieces, redline_of, text_of
from tests.factories import law

pytestmark = pytest.mark.django_db


@pytest.fixture
def after(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    return law.text_in(law.seal(world.amendment, world.drafter))


def queries(read):
    with CaptureQueriesContext(connection) as found:
        reading = read()
    return len(found), reading


def test_the_second_reading_asks_nothing_and_says_the_same(world, after):
    for kept, made in (
        (lambda: kept_text(world.base, AUTHENTIC_ONLY), lambda: text_of(world.base)),
        (lambda: kept_redline(world.base, after, AUTHENTIC_ONLY), lambda: redline_of(world.base, after)),
    ):
        first, again = queries(kept), queries(kept)
        assert first[0] > 0
        assert again[0] == 0
        assert first[1] == again[1] == made()


def test_the_act_is_that_of_the_present_request(world, after):
    kept_text(world.base, AUTHENTIC_ONLY)
    fresh = Version.objects.get(pk=world.base.pk)
    fresh.instrument.title = "Another title"
    assert kept_text(fresh, AUTHENTIC_ONLY).after.instrument.title == "Another title"
    assert kept_text(world.base, AUTHENTIC_ONLY).after.instrument.title != "Another title"


def words(version, *, wants_authentic=False):
    shown = shown_texts([version], "az", wants_authentic=wants_authentic)
    reading = kept_text(version, shown)
    return " ".join(run.text for row in reading.rows for run in row.text)


def test_a_new_translation_is_read_and_the_authentic_words_stay(world):
    assert "qəpik" not in words(world.base)
    law.translate(world.base, world.drafter, "2.1", "Haqq 10 qəpikdir.")
    assert "10 qəpik" in words(world.base)
    law.translate(world.base, world.drafter, "2.1", "Ödəniş 10 qəpikdir.")
    assert "Ödəniş" in words(world.base)
    assert "qəpik" not in words(world.base, wants_authentic=True)


def test_translations_are_not_read_again(world):
    law.translate(world.base, world.drafter, "2.1", "Haqq 10 qəpikdir.")
    words(world.base)
    assert queries(lambda: words(world.base))[0] == 1  # which translation is the newest


def room_for(reading, monkeypatch):
    """An empty memory for this text alone. The library sets the size when the memory is made."""
    kept_readings.forget()
    monkeypatch.setattr(
        kept_readings._kept, "_Cache__maxsize", len(reading.rows) + len(reading.apparatus) + 1
    )


def test_the_longest_unread_text_goes_when_the_memory_is_full(world, after, monkeypatch):
    room_for(kept_text(after, AUTHENTIC_ONLY), monkeypatch)
    kept_text(world.base, AUTHENTIC_ONLY)
    kept_text(after, AUTHENTIC_ONLY)
    assert queries(lambda: kept_text(after, AUTHENTIC_ONLY))[0] == 0
    assert queries(lambda: kept_text(world.base, AUTHENTIC_ONLY))[0] > 0


def test_a_text_longer_than_the_memory_is_read_each_time(world, monkeypatch):
    kept_readings.forget()
    monkeypatch.setattr(kept_readings._kept, "_Cache__maxsize", 3)
    assert kept_text(world.base, AUTHENTIC_ONLY) == kept_text(world.base, AUTHENTIC_ONLY)
    assert queries(lambda: kept_text(world.base, AUTHENTIC_ONLY))[0] > 0


def test_pieces_never_grow_beyond_their_number():
    pieces = Pieces(3)
    for number in range(10):
        pieces[number] = str(number)
    assert len(pieces) <= 3
    assert pieces[9] == "9"
