"""Whoever is accepted late sees the late end everywhere; the ways beside commenting stand where people come to."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.models import Amendment
from amendments.states import State
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.ask_late import AskLate
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.decline_late import DeclineLate
from consultations.actions.submissions.sign_off_submission import SignOffSubmission
from consultations.actions.submissions.submit import Submit
from consultations.letters.due_letters import write_due
from consultations.models import LateAcceptance, Round
from consultations.queries.my_tasks.ahead import dates_for
from consultations.queries.my_tasks.waiting import tasks_for
from consultations.times.zoned_times import moment
from tests.factories import consultation as make

UNTIL = timezone.now().replace(microsecond=0) + 3 * make.DAY


@pytest.fixture
def draft_comment(world):
    """What the author of the NGO has written, and nobody has sent."""
    return make.draft(world.round, world.ngo_author, world.ngo, make.content())


@pytest.fixture
def closed(world):
    """The round of the world, closed before anybody has sent anything."""
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    return world.round


@pytest.fixture
def accepted(world, closed):
    """The NGO may still send for three days."""
    AcceptLate(closed, world.ngo, UNTIL, actor=Actor.now(world.secretary, reason="A storm.")).execute()
    return closed


def tasks(person):
    return [(task.title, task.deadline) for task in tasks_for(person, timezone.now())]


def pages(world):
    """Where the people of an institution look for the end of a round."""
    return {
        "round": world.round.url,
        "redline": world.draft.redline_url,
        "amendment": world.amendment.url,
        "list": reverse("consultations:list"),
        "mine": reverse("consultations:mine"),
        "form": reverse("consultations:comment_on_document", args=[world.round.pk]),
    }


def test_what_was_not_sent_in_time_waits_for_whoever_can_ask(world, draft_comment, closed):
    number = draft_comment.submission.reference
    missed = (f"{number} was not sent before the round closed", None)
    assert missed in tasks(world.ngo_focal)
    assert missed not in tasks(world.ngo_author)
    assert missed not in tasks(world.body_focal)
    AskLate(closed, world.ngo, actor=Actor.now(world.ngo_focal, reason="A storm.")).execute()
    assert missed not in tasks(world.ngo_focal)


def test_what_was_not_sent_is_not_named_when_it_could_change_nothing(world, draft_comment, closed):
    Amendment.objects.update(state=State.WITHDRAWN)
    assert tasks(world.ngo_focal) == []


@pytest.mark.parametrize("person", ["ngo_focal", "ngo_author"])
def test_every_page_names_the_late_end(client, world, accepted, person):
    client.force_login(getattr(world, person))
    for name, address in pages(world).items():
        assert moment(UNTIL) in client.get(address).content.decode(), name


@pytest.mark.parametrize("person", ["body_focal", "citizen", "secretary", None])
def test_others_see_the_round_closed(client, world, accepted, person):
    """Only the secretary is told of the end of another, beside its name."""
    if person:
        client.force_login(getattr(world, person))
    shown = client.get(world.round.url).content.decode()
    assert (moment(UNTIL) in shown) is (person == "secretary")
    assert "closed, accepted late" not in shown


@pytest.mark.parametrize("state", [State.SIGNED, State.IN_FORCE, State.WITHDRAWN, State.REJECTED])
def test_my_work_names_no_late_end_when_the_way_of_the_amendment_is_over(world, accepted, state):
    assert [day.at for day in dates_for(world.ngo_focal, timezone.now())] == [UNTIL]
    Amendment.objects.filter(pk=world.amendment.pk).update(state=state)
    assert dates_for(world.ngo_focal, timezone.now()) == []
    assert tasks(world.ngo_focal) == []


@pytest.mark.parametrize("asker", ["body_focal", "citizen"])
def test_the_link_beside_a_request_chooses_who_asked(client, world, closed, asker):
    body = world.body if asker == "body_focal" else None
    row = AskLate(closed, body, actor=Actor.now(getattr(world, asker), reason="A storm.")).execute()
    client.force_login(world.secretary)
    manage = reverse("consultations:manage_round", args=[closed.pk])
    address = reverse("consultations:round_step", args=[closed.pk, "accept-late"])
    key = str(row.institution_id or row.pk)
    assert f'href="{address}?institution={key}"' in client.get(manage).content.decode()
    assert client.get(address, {"institution": key}).context["form"]["institution"].value() == key


@pytest.mark.parametrize("asker", ["ngo_focal", "citizen"])
def test_a_request_is_declined_beside_it_and_who_asked_reads_why_and_asks_again(client, world, closed, asker):
    body = world.ngo if asker == "ngo_focal" else None
    row = AskLate(closed, body, actor=Actor.now(getattr(world, asker), reason="A storm.")).execute()
    client.force_login(world.secretary)
    manage = reverse("consultations:manage_round", args=[closed.pk])
    address = reverse("consultations:round_step", args=[closed.pk, "decline-late"])
    assert f'href="{address}?request={row.pk}"' in client.get(manage).content.decode()
    assert client.get(address, {"request": row.pk}).context["form"]["asked"].value() == str(row.pk)
    assert client.post(address, {"asked": row.pk, "reason": ""}).status_code == 422
    page = client.post(address, {"asked": row.pk, "reason": "No storm was reported."}, follow=True)
    assert "Those who asked are told" in page.content.decode()
    assert "No storm was reported." in page.content.decode()
    assert address not in page.content.decode()
    client.force_login(getattr(world, asker))
    ask = reverse("consultations:ask_late", args=[closed.pk, world.ngo.pk])
    if body is None:
        ask = reverse("consultations:ask_late_oneself", args=[closed.pk])
    shown = client.get(closed.url).content.decode()
    assert "No storm was reported." in shown
    assert ask in shown
    refused = client.post(ask, {"reason": "A storm."})
    assert "Ask again with a new one." in refused.content.decode()
    client.post(ask, {"reason": "A flood."})
    assert "The secretary is asked to accept late" in client.get(closed.url).content.decode()


def test_others_do_not_read_why_a_request_was_declined(client, world, closed):
    row = AskLate(closed, world.ngo, actor=Actor.now(world.ngo_focal, reason="A storm.")).execute()
    actor = Actor.now(world.secretary, reason="No storm was reported.")
    DeclineLate(closed, row, actor=actor).execute()
    for person in ("body_focal", "citizen", None):
        if person:
            client.force_login(getattr(world, person))
        else:
            client.logout()
        for page in (closed.url, reverse("consultations:list")):
            assert "No storm was reported." not in client.get(page).content.decode()
    client.force_login(world.ngo_focal)
    assert "No storm was reported." in client.get(reverse("consultations:mine")).content.decode()


def test_a_late_request_waits_for_the_secretary_until_the_way_is_over(world, closed):
    AskLate(closed, world.body, actor=Actor.now(world.body_focal, reason="A storm.")).execute()
    asked = "asks to be accepted late"
    assert any(asked in title for title, _end in tasks(world.secretary))
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.SIGNED)
    assert not any(asked in title for title, _end in tasks(world.secretary))


@pytest.mark.parametrize("person", ["ngo_focal", "ngo_author"])
def test_the_acceptance_is_a_task_until_something_is_begun_and_after_that_the_draft_is(
    world, accepted, person
):
    task = ("Harbour Legal Aid is accepted late: send the comments", UNTIL)
    assert tasks(getattr(world, person)) == [task]
    assert task not in tasks(world.body_focal)
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    assert tasks(world.ngo_author) == [(f"Finish your draft {comment.reference}", UNTIL)]
    make.ask(comment.submission, world.ngo_author)
    reference = comment.submission.reference
    assert tasks(world.ngo_focal) == [(f"Sign off and submit {reference} for Harbour Legal Aid", UNTIL)]
    make.send(comment.submission, world.ngo_focal)
    assert tasks(world.ngo_focal) == tasks(world.ngo_author) == []


def test_a_person_is_accepted_late_too(world, closed):
    row = AskLate(closed, None, actor=Actor.now(world.citizen, reason="Ill.")).execute()
    AcceptLate(closed, row, UNTIL, actor=Actor.now(world.secretary, reason="A storm.")).execute()
    assert tasks(world.citizen) == [("You are accepted late: send your comments", UNTIL)]


def test_the_late_end_is_a_date_ahead(world, accepted):
    found = [day for day in dates_for(world.ngo_focal, timezone.now()) if day.at == UNTIL]
    assert [day.title for day in found] == ["Late comments on Draft 1 close"]
    assert UNTIL not in [day.at for day in dates_for(world.body_focal, timezone.now())]


def test_the_mail_that_asks_for_the_sign_off_names_the_late_end(world, accepted):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    make.ask(comment.submission, world.ngo_author)
    mail.outbox.clear()
    write_due(timezone.now())
    (asked,) = [message for message in mail.outbox if "Send them by" in message.body]
    assert asked.to == [world.ngo_focal.email]
    assert moment(UNTIL).partition(" (")[0] in asked.body


def test_an_acceptance_that_is_over_can_be_asked_for_again(client, world, closed):
    late = AcceptLate(closed, world.ngo, UNTIL, actor=Actor.now(world.secretary, reason="A storm.")).execute()
    LateAcceptance.objects.filter(pk=late.pk).update(until=timezone.now() - make.DAY)
    client.force_login(world.ngo_focal)
    ask = reverse("consultations:ask_late", args=[closed.pk, world.ngo.pk])
    for page in (closed.url, reverse("consultations:mine")):
        assert ask in client.get(page).content.decode()
    client.post(ask, {"reason": "Another storm."})
    assert "Harbour Legal Aid asks to be accepted late" in [title for title, _end in tasks(world.secretary)]
    assert "The secretary is asked" in client.get(closed.url).content.decode()


@pytest.mark.parametrize(
    ("person", "nil", "late"),
    [
        ("ngo_focal", True, True),
        ("ngo_author", False, False),
        ("stranger_focal", False, False),
        ("citizen", False, False),
        ("secretary", False, False),
        (None, False, False),
    ],
)
def test_the_page_of_the_round_offers_a_nil_return_and_a_late_acceptance(client, world, person, nil, late):
    """Of the NGO, to whoever sends for it: while the round is open, and after it."""
    if person:
        client.force_login(getattr(world, person))
    keys = [world.round.pk, world.ngo.pk]
    shown = client.get(world.round.url).content.decode()
    assert (reverse("consultations:nil_return", args=keys) in shown) is nil
    assert reverse("consultations:ask_late", args=keys) not in shown
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    shown = client.get(world.round.url).content.decode()
    assert reverse("consultations:nil_return", args=keys) not in shown
    assert (reverse("consultations:ask_late", args=keys) in shown) is late
    alone = reverse("consultations:ask_late_oneself", args=[world.round.pk])
    assert (f'"{alone}"' in shown) is (person in {"citizen", "ngo_focal", "ngo_author", "stranger_focal"})


def test_who_has_written_something_is_offered_no_nil_return(client, world):
    make.draft(world.round, world.ngo_author, world.ngo, make.content())
    client.force_login(world.ngo_focal)
    nil = reverse("consultations:nil_return", args=[world.round.pk, world.ngo.pk])
    assert nil not in client.get(world.round.url).content.decode()


def test_each_silent_institution_of_a_person_is_a_task(world):
    """The answer of one does not hide that the other is silent."""
    make.join(world.secretary, world.body, world.ngo_focal, "focal_point")
    make.draft(world.round, world.ngo_author, world.ngo, make.content())
    assert (f"Answer {world.round}, or send a nil return", world.round.closes) in tasks(world.ngo_focal)


def test_what_its_author_left_out_on_purpose_is_not_named_after_the_round(world, client):
    """Until somebody writes on it: then it was meant to be sent."""
    make.draft(world.round, world.ngo_author, world.ngo, make.content())
    kept = make.draft(world.round, world.ngo_author, world.ngo, make.content(rationale="Not yet."))
    SignOffSubmission(kept.submission, actor=Actor.now(world.ngo_focal), leave_out=[kept.pk]).execute()
    Submit(kept.submission, actor=Actor.now(world.ngo_focal)).execute()
    kept.refresh_from_db()
    client.force_login(world.ngo_focal)
    page = client.get(reverse("consultations:submission", args=[kept.submission.pk])).content.decode()
    assert "not part of the sign-off" not in page  # nobody has signed the rest
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    assert tasks(world.ngo_focal) == []


def test_what_was_left_out_and_changed_afterwards_is_named(world):
    make.draft(world.round, world.ngo_author, world.ngo, make.content())
    kept = make.draft(world.round, world.ngo_author, world.ngo, make.content(rationale="Not yet."))
    SignOffSubmission(kept.submission, actor=Actor.now(world.ngo_focal), leave_out=[kept.pk]).execute()
    Submit(kept.submission, actor=Actor.now(world.ngo_focal)).execute()
    kept.refresh_from_db()
    make.draft(world.round, world.ngo_author, world.ngo, make.content(rationale="Now."), comment=kept)
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    number = kept.submission.reference
    assert tasks(world.ngo_focal) == [(f"{number} was not sent before the round closed", None)]


def test_a_hearing_lies_ahead_also_when_its_round_was_closed_early(world):
    hearing = timezone.now().replace(microsecond=0) + 2 * make.DAY
    Round.objects.update(hearing_at=hearing)
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    assert [day.at for day in dates_for(world.ngo_focal, timezone.now())] == [hearing]
