"""Who takes out or back late, for another reason, is told by whom and when it was done, and finds the words again."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from rights.actions.concordance.remove_row import RemoveRow
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.evidencing.remove_evidence import RemoveEvidence
from rights.actions.issues.cover_provisions import AddProvisions, RemoveProvision
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.recommended_steps.take_back_recommendation_reply import TakeBackRecommendationReply
from rights.actions.replies.ask_reply import AskReply
from rights.actions.replies.give_reply import GiveReply
from rights.actions.replies.take_back_reply import TakeBackReply
from rights.models import Recommendation
from rights.values import EvidenceKind
from tests.rights.concordance_rows import write
from tests.rights.conftest import content, issue, passage
from tests.rights.pages import signed_in, text_of

KEPT = '<p class="muted small">This was not sent. Your words were:</p> <p>Late words.</p>'
FIRST = "First words."


def _row(office, opinion):
    row = write(office, office.world.text, "2.1")
    person = office.world.drafter
    step = RemoveRow(row, actor=office.act(person, reason=FIRST))
    return person, step, reverse("concordance:remove_row", args=[row.pk]), {}


def _evidence(office, opinion):
    words = EvidenceContent(EvidenceKind.VISIT, "spring 2026", "Nobody spoke the language.")
    row = AddEvidence(office.issue, words, actor=office.act()).execute()
    step = RemoveEvidence(row, actor=office.act(reason=FIRST))
    return office.analyst, step, reverse("rights:remove_evidence", args=[row.pk]), {}


def _provision(office, opinion):
    key = passage(office.world.base, "2.2").provision
    AddProvisions(office.issue, [key], actor=office.act()).execute()
    step = RemoveProvision(office.issue, key, actor=office.act(reason=FIRST))
    url = reverse("rights:remove_provision", args=[office.issue.pk])
    return office.analyst, step, url, {"provision": key}


def _reply(office, opinion):
    led = EditIssue(office.issue, content(lead=office.world.body), 1, actor=office.act()).execute()
    due, focal = timezone.localdate() + timedelta(days=9), office.world.body_focal
    asked = AskReply(led, "Why ten coins?", due, actor=office.act()).execute()
    seen = GiveReply(asked, "Because.", actor=office.act(focal)).execute().replied_at.isoformat()
    step = TakeBackReply(asked, seen, actor=office.act(focal, reason=FIRST))
    return focal, step, reverse("rights:take_request_back", args=[asked.pk]), {"seen": seen}


def _recommendation_reply(office, opinion):
    row = Recommendation.objects.get(opinion=issue(office, opinion))
    focal = office.world.body_focal
    given = ReplyToRecommendation(row, "Because.", actor=office.act(focal)).execute()
    step = TakeBackRecommendationReply(row, given.pk, actor=office.act(focal, reason=FIRST))
    return focal, step, reverse("rights:take_reply_back", args=[row.pk]), {"seen": given.pk}


@pytest.mark.parametrize("prepared", [_row, _evidence, _provision, _reply, _recommendation_reply])
def test_what_is_out_already_is_told_with_the_person_and_the_day(office, opinion, client, prepared):
    person, step, url, chosen = prepared(office, opinion)
    step.execute()
    steps = ModelLogEntry.objects.count()
    answer = signed_in(client, person).post(url, {**chosen, "reason": "Late words."})
    page = text_of(answer)
    assert answer.status_code == 422
    assert f"{person} has taken this" in page
    assert f"already, on {timezone.localdate().day} " in page
    assert page.count(KEPT) == 1
    assert ModelLogEntry.objects.count() == steps
    second = client.post(url, {**chosen, "reason": FIRST})  # the second click
    assert second.status_code == 302
    assert ModelLogEntry.objects.count() == steps


def test_a_row_that_is_out_is_shown_to_nobody_who_did_not_write_it(office, client):
    row = write(office, office.world.text, "2.1")
    RemoveRow(row, actor=office.act(office.world.drafter, reason=FIRST)).execute()
    url = reverse("concordance:remove_row", args=[row.pk])
    assert signed_in(client, office.world.body_focal).post(url, {"reason": "Late."}).status_code == 404


def test_words_that_come_after_a_newer_reply_are_kept(office, opinion, client):
    focal, step, url, chosen = _reply(office, opinion)
    step.execute()
    GiveReply(step.instance, "Because of it.", actor=office.act(focal)).execute()
    page = text_of(signed_in(client, focal).post(url, {**chosen, "reason": "Late words."}))
    assert "has taken this back already" in page
    assert page.count(KEPT) == 1
