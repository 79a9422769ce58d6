"""The preview of a long act is read by the worker, and its page waits for it."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from amendments.provisions.provision_errors import BadNumber
from amendments.views.cms import importing
from tests.amendments.views.cms.test_importing import ROWBOATS, URL, particulars, upload


@pytest.fixture
def worker(monkeypatch):
    """A worker that takes up what is asked for when it is told to."""
    monkeypatch.setattr(importing, "MOST_READ_AT_ONCE", 5)
    asked = []
    real = importing.read_act
    monkeypatch.setattr(importing, "read_act", SimpleNamespace(enqueue=asked.append))
    return SimpleNamespace(asked=asked, work=lambda: [real.func(asked.pop()) for _ in list(asked)])


def test_a_long_act_is_read_by_the_worker_while_its_page_waits(drafter, stage, worker):
    text = ROWBOATS.replace("10 coins", "13 coins\u200b")
    page = drafter.post(reverse(URL), particulars(stage, file=upload(text), preview="1"))
    assert page.context["draft"] is None
    assert "is read in the background" in page.content.decode()
    assert 'data-reads-again="1"' in page.content.decode()
    sent = particulars(stage, text=page.context["form"]["text"].value(), preview="1", waited="1")
    page = drafter.post(reverse(URL), sent)
    assert 'data-reads-again="2"' in page.content.decode()
    assert len(worker.asked) == 1  # once
    worker.work()
    shown = drafter.post(reverse(URL), sent | {"waited": "2"}).content.decode()
    assert "8 articles, parts and points" in shown
    assert "1 invisible character" in shown  # what was said of the file
    assert "data-reads-again" not in shown


def test_a_page_that_waits_in_vain_stops_asking_and_says_why(drafter, stage, worker):
    sent = particulars(stage, text=ROWBOATS.replace("10 coins", "14 coins"), preview="1", waited="19")
    shown = drafter.post(reverse(URL), sent).content.decode()
    assert "no worker is running" in shown
    assert "data-reads-again" not in shown


def test_a_long_text_that_no_scheme_can_read_is_refused_by_its_page(drafter, stage, worker, monkeypatch):
    def refuse(_text):
        raise BadNumber("?")

    monkeypatch.setattr("amendments.worker.tasks.scheme_for", lambda *_: SimpleNamespace(parse=refuse))
    monkeypatch.setattr(importing, "scheme_for", lambda *_: SimpleNamespace(parse=refuse))
    sent = particulars(stage, text=ROWBOATS.replace("10 coins", "15 coins"), preview="1")
    drafter.post(reverse(URL), sent)
    worker.work()
    page = drafter.post(reverse(URL), sent | {"waited": "1"})
    assert page.context["form"].non_field_errors()
    assert not page.context["waited"]
    assert worker.asked == []  # it is not read in vain a second time


def test_a_reading_that_breaks_off_is_not_asked_for_again_and_again(drafter, stage, worker, monkeypatch):
    def break_off(_text):
        raise ZeroDivisionError

    sent = particulars(stage, text=ROWBOATS.replace("10 coins", "16 coins"), preview="1")
    with monkeypatch.context() as broken:
        broken.setattr("amendments.worker.tasks.scheme_for", lambda *_: SimpleNamespace(parse=break_off))
        drafter.post(reverse(URL), sent)
        with pytest.raises(ZeroDivisionError):  # the worker logs it
            worker.work()
    page = drafter.post(reverse(URL), sent | {"waited": "1"})
    assert page.context["draft"] is not None  # the page has read it itself
    assert worker.asked == []
