"""The browser's way back to a form that was sent, and a second press: the form has another key then."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from rights.models import ConcordanceRow, Evidence, IssueNote, Opinion, Recommendation, RightsIssue
from tests.rights.concordance_rows import keys_of
from tests.rights.pages import signed_in, text_of


def to_open(office, _opinion):
    url = reverse("rights:open", args=keys_of(office.world.base, "2.2"))
    typed = {
        "title": "Fines",
        "severity": "high",
        "conformity": "does-not",
        "rights": ["B01"],
        "also": "1.2.1",
    }
    return RightsIssue, url, typed, {"title": "Fines of children"}


def to_compare(office, _opinion):
    url = reverse("concordance:write_row", args=[office.world.base.instrument_id])
    typed = {"treaty": "CRC", "articles": "3(1)", "summary": "Best interests", "degree": "partial"}
    typed |= {"provisions": "2.1", "rights": ["B01"]}
    return ConcordanceRow, f"{url}?text={office.world.base.pk}", typed, {"provisions": "2.1, 2.2"}


def to_draft_an_opinion(office, _opinion):
    typed = {"subject": f"amendment-{office.world.amendment.pk}", "title": "On fares", "language": "en"}
    return Opinion, reverse("rights:begin_opinion"), typed, {"title": "On fines"}


def to_recommend(office, opinion):
    typed = {"text": office.world.text.pk, "number": "2.2", "title": "No fines", "reasons": "Harsh."}
    return Recommendation, reverse("rights:write_recommendation", args=[opinion.pk]), typed, {"title": "Warn"}


def to_sum_up(office, _opinion):
    typed = {
        "kind": "visit",
        "period": "spring",
        "summary": "Queues.",
        "place": "",
        "cases": "1",
        "source": "",
    }
    return Evidence, reverse("rights:add_evidence", args=[office.issue.pk]), typed, {"cases": "2"}


def to_note(office, _opinion):
    typed = {"text": "Ask the border service."}
    return IssueNote, reverse("rights:note", args=[office.issue.pk]), typed, {"is_private": "on"}


REFUSED = [to_open, to_compare, to_draft_an_opinion, to_recommend, to_sum_up, to_note]


@pytest.mark.parametrize("journey", REFUSED, ids=lambda journey: journey.__name__)
def test_the_same_is_not_written_a_second_time_and_the_person_is_told(office, opinion, client, journey):
    model, url, typed, other = journey(office, opinion)
    analyst, before = signed_in(client, office.analyst), model.objects.count()
    first = analyst.post(url, {**typed, "key": uuid4()})
    assert first.status_code == 302
    again = analyst.post(url, {**typed, "key": uuid4()})
    assert (again.status_code, model.objects.count()) == (422, before + 1)
    assert re.search("If you mean another|Change that row|Raise its number of cases", text_of(again))
    words = typed.get("title") or typed.get("summary") or typed["text"]
    assert words in text_of(again)
    assert analyst.post(url, {**typed, **other, "key": uuid4()}).status_code == 302
    assert model.objects.count() == before + 2
