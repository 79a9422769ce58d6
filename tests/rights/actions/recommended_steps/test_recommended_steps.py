"""What follows from an issued recommendation: it is taken, replied to, followed text by text, and closed."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.errors import NotAllowed
from amendments.models import Instruction
from amendments.redline.provision_redline import Mark
from consultations.letters.due_letters import write_due
from consultations.models import Letter
from consultations.rules.outcome import Outcome
from rights.actions.answers.assess_text import AssessText
from rights.actions.issuing.edit_opinion import EditOpinion, OpinionContent
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.recommended_steps.take_recommendation import TakeRecommendation
from rights.errors import (
    AnsweredMeanwhile,
    NoReply,
    NotALaterText,
    NothingToTake,
    NotIssuedYet,
    RepliedAlready,
    TakenAlready,
    TooLong,
)
from rights.errors.of_follow_up import StandsInText
from rights.models import Opinion, Recommendation, RecommendationInstruction
from rights.my_work import RightsWork
from rights.opinion_letters import RemindReplies
from rights.values import LONGEST, Conformity, FollowUpValue
from tests.factories import law
from tests.rights.actions.recommended_steps.conftest import follow, story
from tests.rights.conftest import issue
from tests.rights.drafts import next_draft, released
from tests.rights.pages import signed_in, text_of

WORDING = "The fare is five coins."


@pytest.mark.whole
def test_a_wording_becomes_a_proposed_instruction_once(office, row):
    world = office.world
    for person in (office.head, world.citizen, world.ngo_focal, world.chair, world.admin):
        with pytest.raises(NotAllowed):
            TakeRecommendation(row, WORDING, actor=office.act(person)).execute()
    drafter = office.act(world.drafter)
    with pytest.raises(NothingToTake):
        TakeRecommendation(row, " ", actor=drafter).execute()
    taken = TakeRecommendation(row, WORDING, actor=drafter).execute()
    assert (taken.status, taken.reason) == (Instruction.Status.PROPOSED, "Because of children.")
    assert TakeRecommendation(row, WORDING, actor=drafter).execute() == taken
    link = RecommendationInstruction.objects.get()
    assert (link.instruction, link.as_recommended) == (taken, True)
    otherwise = TakeRecommendation(row, "The fare is six coins.", actor=office.act(world.secretary))
    with pytest.raises(TakenAlready):
        otherwise.execute()
    WithdrawInstruction(taken, actor=office.act(world.drafter, reason="No.")).execute()
    other = otherwise.execute()
    assert not other.recommendation_links.get().as_recommended


def test_nothing_is_taken_of_an_opinion_that_is_not_issued(office, opinion):
    row = opinion.recommendations.get()
    with pytest.raises(NotAllowed):
        TakeRecommendation(row, WORDING, actor=office.act(office.world.drafter)).execute()
    with pytest.raises(NotIssuedYet):
        ReplyToRecommendation(row, "So.", actor=office.act(office.world.body_focal)).execute()
    with pytest.raises(NotIssuedYet):
        follow(office, row, office.world.text)


@pytest.mark.whole
def test_an_instruction_names_the_recommendation_from_which_it_came(office, row, client):
    world = office.world
    taken = TakeRecommendation(row, WORDING, actor=office.act(world.drafter)).execute()
    words = f"From recommendation 1 of the opinion {row.opinion.number} of the Ombudsman"
    drafter = signed_in(client, world.drafter)
    workspace = reverse("amendments_admin:workspace", args=[world.amendment.pk])
    page = text_of(drafter.get(workspace))
    assert words in page
    assert row.url in page
    assert words in text_of(
        drafter.get(reverse("amendments_admin:instruction", args=[world.amendment.pk, taken.pk]))
    )
    TakeInstruction(taken, actor=office.act(world.drafter)).execute()
    assert words in text_of(drafter.get(workspace))
    first = Instruction.objects.exclude(pk=taken.pk).filter(amended_act=taken.amended_act).first()
    Instruction.objects.filter(pk=taken.pk).update(status=Instruction.Status.FOLDED, folded_into=first)
    assert words in text_of(drafter.get(workspace))  # also where another instruction says its words


@pytest.mark.whole
def test_only_the_addressee_replies_once_and_readers_of_the_opinion_read_it(office, row, client):
    world = office.world
    for person in (world.body_author, world.ngo_focal, world.drafter, office.head):
        with pytest.raises(NotAllowed):
            ReplyToRecommendation(row, "So.", actor=office.act(person)).execute()
    with pytest.raises(NoReply):
        ReplyToRecommendation(row, " ", actor=office.act(world.body_focal)).execute()
    focal = signed_in(client, world.body_focal)
    url = reverse("rights:reply_to_recommendation", args=[row.pk])
    assert "Reply for Border Service" in text_of(focal.get(row.opinion.url))
    (task,) = RightsWork().tasks(world.body_focal, timezone.now())
    assert task.title.startswith("Reply to 1 recommendation of HRO-")
    assert focal.post(url, {"text": " "}).status_code == 422
    assert focal.post(url, {"text": "We agree."}).status_code == 302
    assert focal.post(url, {"text": "Or not."}).status_code == 422
    assert "Or not." not in text_of(focal.get(row.opinion.url))
    with pytest.raises(RepliedAlready):
        ReplyToRecommendation(row, "Or not.", actor=office.act(world.body_focal)).execute()
    client.logout()
    assert "We agree." in text_of(client.get(row.opinion.url))
    assert not RightsWork().tasks(world.body_focal, timezone.now())


@pytest.mark.whole
def test_each_later_text_is_compared_with_the_recommended_words(office, row):
    assert story(office, row).texts == ()
    next_draft(office, "20 coins", "30 coins")
    next_draft(office, "The fare is 30 coins. It is paid before the crossing.", WORDING)
    assert [(text.name, text.outcome) for text in story(office, row).texts] == [
        ("Draft 2", Outcome.NOT_REFLECTED),
        ("Draft 3", Outcome.VERBATIM),
    ]


def test_words_that_stand_in_a_text_are_not_called_refused_without_a_word(office, row):
    text = next_draft(office, "The fare is 20 coins. It is paid before the crossing.", WORDING)
    with pytest.raises(StandsInText):
        follow(office, row, text, FollowUpValue.NOT_ACCEPTED)
    follow(office, row, text, FollowUpValue.NOT_ACCEPTED, note="Another article takes it away.")


@pytest.mark.whole
def test_the_office_answers_for_each_text_and_the_adopted_one_closes_the_follow_up(office, row, client):
    second = next_draft(office, "20 coins", "30 coins")
    with pytest.raises(NotALaterText):
        follow(office, row, office.world.base)
    with pytest.raises(NotAllowed):
        FollowUpRecommendation(
            row, second, FollowUpValue.ACCEPTED, actor=office.act(office.world.secretary)
        ).execute()
    (task,) = [one for one in RightsWork().tasks(office.analyst, timezone.now()) if "became" in one.title]
    assert task.detail == "Draft 2"
    analyst = signed_in(client, office.analyst)
    page = text_of(analyst.get(row.opinion.url))
    assert "What became of it in Draft 2?" in page
    assert page.count('<button class="button is-secondary is-small" name="value"') == 4
    url = reverse("rights:follow_up", args=[row.pk])
    told = {"text": second.pk, "value": "not_accepted", "seen": "0", "note": "Nothing yet."}
    assert analyst.post(url, {**told, "value": "perhaps"}).status_code == 404
    assert "Nothing yet." in text_of(analyst.post(url, told, follow=True))
    with pytest.raises(AnsweredMeanwhile):
        follow(office, row, second, seen=0)
    assert (story(office, row).asks, story(office, row).is_closed) == (None, False)
    adopted = law.adopt(second.draft, office.world.drafter)
    law.release(adopted, "public", office.world.drafter, office.world.secretary)
    row = Recommendation.objects.select_related("opinion__amendment", "version__instrument").get(pk=row.pk)
    assert story(office, row).asks.version == adopted
    follow(office, row, adopted)
    assert story(office, row).is_closed
    client.logout()
    assert "The follow-up of this opinion is closed." in text_of(client.get(row.opinion.url))


@pytest.mark.whole
def test_what_is_overtaken_is_closed_at_once(office, row):
    second = next_draft(office, "20 coins", "30 coins")
    given = follow(office, row, second, FollowUpValue.OVERTAKEN)
    assert follow(office, row, second, FollowUpValue.OVERTAKEN) == given
    assert story(office, row).is_closed


def test_a_text_that_the_reader_may_not_read_is_not_told_of(office, row):
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="7 coins")
    law.seal(world.amendment, world.drafter)
    assert story(office, row, world.citizen).texts == ()
    assert [text.name for text in story(office, row, world.drafter).texts] == ["Draft 2"]


@pytest.mark.whole
def test_an_answer_on_a_text_that_the_reader_may_not_read_closes_nothing_for_them(office, row):
    world = office.world
    second = next_draft(office, "20 coins", "30 coins")
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="30 coins", new="7 coins")
    hidden = law.text_in(law.seal(world.amendment, world.drafter))
    law.release(hidden.draft, "committee", world.drafter, world.secretary)
    follow(office, row, hidden, FollowUpValue.OVERTAKEN, seen=0)
    assert (story(office, row).is_closed, story(office, row).seen) == (True, 1)
    anonymous = world.people["anonymous"]
    assert (story(office, row, anonymous).is_closed, story(office, row, anonymous).seen) == (False, 0)
    for _click in range(2):
        given = follow(office, row, second, seen=1)
    assert (given.place, row.follow_ups.count()) == (2, 2)


def test_words_without_end_are_refused_in_words_and_stay_in_the_form(office, row, client):
    second = next_draft(office, "20 coins", "30 coins")
    endless = "x" * (LONGEST + 1)
    with pytest.raises(TooLong):
        AssessText(office.issue, second, Conformity.PARTLY, actor=office.act(), note=endless).execute()
    told = {"text": second.pk, "value": "in_part", "seen": "0", "note": endless}
    for person, step, given in (
        (office.world.body_focal, "reply_to_recommendation", {"text": endless}),
        (office.analyst, "follow_up", told),
    ):
        answer = signed_in(client, person).post(reverse(f"rights:{step}", args=[row.pk]), given)
        assert answer.status_code == 422
        assert "Write no more than 20,000 characters." in text_of(answer)
        assert endless in text_of(answer)
    assert not row.follow_ups.exists()


def test_the_addressee_is_reminded_once_when_the_day_is_over_and_nobody_replied(office, opinion):
    tomorrow = timezone.localtime() + timedelta(days=1)
    content = OpinionContent(opinion.title, "en", opinion.text, timezone.localdate())
    opinion = EditOpinion(opinion, content, opinion.revision, actor=office.act()).execute()
    morning = tomorrow.replace(hour=9)
    RemindReplies().run(morning)
    assert not Letter.objects.filter(kind="recommendation_overdue").exists()  # it is not issued
    opinion = issue(office, opinion)
    RemindReplies().run(tomorrow.replace(hour=6))
    assert not Letter.objects.filter(kind="recommendation_overdue").exists()
    RemindReplies().run(morning)
    RemindReplies().run(morning)
    letter = Letter.objects.get(kind="recommendation_overdue")
    assert letter.person == office.world.body_focal
    mail.outbox.clear()
    write_due(morning + timedelta(days=1))
    assert [one for one in mail.outbox if "is overdue" in one.subject]


def test_nobody_waits_for_a_reply_once_the_follow_up_is_closed(office, row):
    asked = [one.title for one in RightsWork().tasks(office.world.body_focal, timezone.now())]
    assert f"Reply to 1 recommendation of {row.opinion.number}" in asked
    second = next_draft(office, "20 coins", "30 coins")
    follow(office, row, second)
    assert row in Recommendation.objects.waiting_for_reply(office.world.body_focal)
    follow(office, row, second, FollowUpValue.OVERTAKEN, seen=1)
    assert row not in Recommendation.objects.waiting_for_reply(office.world.body_focal)
    left = [one.title for one in RightsWork().tasks(office.world.body_focal, timezone.now())]
    assert not [title for title in left if row.opinion.number in title]


def test_who_has_replied_is_not_reminded(office, opinion):
    tomorrow = timezone.localtime() + timedelta(days=1)
    content = OpinionContent(opinion.title, "en", opinion.text, timezone.localdate())
    opinion = issue(office, EditOpinion(opinion, content, opinion.revision, actor=office.act()).execute())
    ReplyToRecommendation(
        opinion.recommendations.get(), "So.", actor=office.act(office.world.body_focal)
    ).execute()
    RemindReplies().run(tomorrow.replace(hour=9))
    assert not Letter.objects.filter(kind="recommendation_overdue").exists()


@pytest.mark.whole
def test_without_a_recommended_wording_the_provision_stands_against_the_text_that_was_recommended_on(
    office, opinion, client
):
    words = RecommendationContent("Harsh fares", "Because of children.", "", office.world.body)
    row = opinion.recommendations.get()
    EditRecommendation(row, words, opinion.revision, actor=office.act()).execute()
    opinion = issue(office, Opinion.objects.get(pk=opinion.pk))
    row = Recommendation.objects.select_related("opinion__amendment", "version__instrument").get()
    released(office, office.world.amendment, "repeal", "1.2.1")
    next_draft(office, "20 coins", "30 coins")
    changed = [
        [span.text for span in text.spans if span.mark is not Mark.KEPT] for text in story(office, row).texts
    ]
    assert changed == [[], ["20", "30"]]
    assert [(text.outcome, text.told) for text in story(office, row).texts] == [
        (None, "same words as in Draft 1"),
        (None, ""),
    ]
    page = text_of(client.get(opinion.url))
    assert page.count("Words of the text against Draft 1") == 1
    assert "against the recommended ones" not in page
