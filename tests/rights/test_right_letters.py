"""Who follows a right is told of what the person may read: opinions, new instructions, and inside the office tags."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from consultations.letters.due_letters import write_due
from consultations.letters.pacing import next_digest
from consultations.models import Follow, Letter
from consultations.models.letter import FollowKind, Pace
from consultations.values import MembershipRole
from rights.actions.tagging.tag_rights import TagRights, TagTarget
from rights.models import Opinion, Recommendation
from rights.my_work import RightsWork
from tests.factories import law
from tests.factories.consultation import DAY, join
from tests.rights.concordance_rows import write
from tests.rights.conftest import issue
from tests.rights.drafts import other_draft

pytestmark = pytest.mark.whole

MINUTE = timedelta(minutes=1)


def told(person, at=None):
    """The subjects of the mails about followed rights that the person has got by a moment, else by tomorrow."""
    write_due(at or timezone.now() + DAY)
    return [m.subject for m in mail.outbox if m.to == [person.email] and "right that you follow" in m.subject]


@pytest.fixture
def follows(office):
    people = [office.world.people[name] for name in ("citizen", "drafter", "secretary", "admin")]
    for person in (*people, office.analyst, office.head):
        Follow.objects.create(person=person, kind=FollowKind.RIGHT, key="B01")
    return people


TOUCHED = "Draft 1 touches a right that you follow: Cheap crossings"


def test_an_issued_opinion_is_told_once_and_not_to_those_whom_their_duty_tells(office, opinion, follows):
    citizen, drafter, *_others = follows
    assert told(citizen) == []
    issue(office, opinion)
    number = Opinion.objects.get(pk=opinion.pk).number
    words = f"Opinion {number} names a right that you follow: {office.world.amendment.title}"
    assert told(citizen) == told(citizen) == [words]
    assert told(drafter) == []
    assert told(office.head) == []  # who issued it


def test_an_opinion_is_told_to_nobody_who_may_not_read_it(office, opinion, follows):
    world = office.world
    hidden = law.make_amendment(world.section, world.base, world.drafter, "Not released")
    Opinion.objects.filter(pk=opinion.pk).update(amendment=hidden)
    issue(office, opinion)
    assert told(follows[0]) == []


@pytest.mark.parametrize("known", ["tag", "issue"])
def test_what_the_office_alone_knows_tells_nobody_else_of_a_draft_and_leaves_no_letter(
    office, follows, known
):
    if known == "tag":
        office.issue.anchors.all().delete()
        text = office.world.text
        provision = office.world.base.entries.get(number="2.1").provision
        TagRights(TagTarget(provision, text), ["B01"], actor=office.act(office.head)).execute()
    other_draft(office, "Cheap crossings", "30 coins")
    assert told(office.analyst) == [TOUCHED]
    assert all(told(person) == [] for person in follows)
    assert not Letter.objects.filter(kind="right_touched", person__in=follows).exists()


@pytest.mark.parametrize("said", ["opinion", "row"])
def test_what_everybody_reads_tells_everybody_who_may_read_the_draft(office, opinion, follows, said):
    if said == "opinion":
        issue(office, opinion)
    else:
        row = write(office, office.world.base, "2.1")
        row.rights.set([office.issue.rights.get()])
    other_draft(office, "Cheap crossings", "30 coins")
    assert TOUCHED in told(follows[0])


def test_a_recommendation_that_is_not_issued_tells_nobody(office, opinion, follows):
    assert Recommendation.objects.exists()
    other_draft(office, "Cheap crossings", "30 coins")
    assert told(follows[0]) == []


def test_a_tag_of_an_instruction_is_told_to_colleagues_alone(office, follows):
    text = office.world.text
    target = TagTarget(text.sealed_instructions.first().instruction, text)
    TagRights(target, ["B01"], actor=office.act(office.head)).execute()
    words = (
        f"An instruction of Draft 1 is tagged with a right that you follow: {office.world.amendment.title}"
    )
    assert told(office.analyst) == [words]
    assert told(office.head) == []
    assert all(told(person) == [] for person in follows)


def test_an_opinion_that_a_release_opens_is_told_then_and_once(office, opinion, follows):
    world, hidden = office.world, hidden_opinion(office, opinion)
    law.add(hidden, world.drafter, "replace_words", "2.1", old="10 coins", new="30 coins")
    assert told(follows[0]) == []
    law.release(law.seal(hidden, world.drafter), "public", world.drafter, world.secretary)
    number = Opinion.objects.get(pk=opinion.pk).number
    words = f"Opinion {number} names a right that you follow: Not released"
    assert told(follows[0]).count(words) == 1
    law.add(hidden, world.drafter, "repeal", "1.2.1")
    law.release(law.seal(hidden, world.drafter), "public", world.drafter, world.secretary)
    assert told(follows[0]).count(words) == 1


def hidden_opinion(office, opinion):
    """The opinion, issued on an amendment of which nobody outside reads a draft."""
    world = office.world
    hidden = law.make_amendment(world.section, world.base, world.drafter, "Not released")
    Opinion.objects.filter(pk=opinion.pk).update(amendment=hidden)
    issue(office, opinion)
    return hidden


def test_an_opinion_that_a_membership_opens_is_told_then(office, opinion, follows):
    hidden_opinion(office, opinion)
    citizen = follows[0]
    assert told(citizen) == []
    join(office.world.people["secretary"], office.world.body, citizen, MembershipRole.AUTHOR)
    write_due(timezone.now() + 3 * DAY)
    assert len(told(citizen)) == 1


@pytest.mark.parametrize(("pace", "day"), [(Pace.DAILY, 2), (Pace.WEEKLY, 7)])
def test_an_opinion_that_is_opened_later_goes_in_the_next_summary(office, opinion, follows, pace, day):
    Follow.objects.filter(person=follows[0]).update(pace=pace)
    hidden_opinion(office, opinion)
    monday = next_digest(timezone.now(), Pace.WEEKLY) + MINUTE
    assert told(follows[0], monday) == told(follows[0], monday + DAY) == []
    join(office.world.people["secretary"], office.world.body, follows[0], MembershipRole.AUTHOR)
    assert told(follows[0], monday + (day - 1) * DAY) == []
    assert len(told(follows[0], monday + day * DAY)) == 1


def test_who_may_not_read_an_opinion_keeps_one_letter_however_often_a_text_changes(office, opinion, follows):
    world, hidden = office.world, hidden_opinion(office, opinion)
    law.add(hidden, world.drafter, "replace_words", "2.1", old="10 coins", new="30 coins")
    for repealed in ("1.2.1", "1.2"):
        law.release(law.seal(hidden, world.drafter), "drafting_body", world.drafter, world.secretary)
        assert told(follows[0]) == []
        law.add(hidden, world.drafter, "repeal", repealed)
    assert Letter.objects.filter(person=follows[0], about=str(opinion.pk)).count() == 1


def test_an_instruction_is_new_to_those_who_could_not_read_the_draft_that_first_had_it(
    office, opinion, follows
):
    issue(office, opinion)
    world = office.world
    amendment = law.make_amendment(world.section, world.base, world.drafter, "Cheap crossings")
    law.add(amendment, world.drafter, "replace_words", "2.1", old="10 coins", new="30 coins")
    law.seal(amendment, world.drafter)
    law.add(amendment, world.drafter, "repeal", "1.2.1")
    law.release(law.seal(amendment, world.drafter), "public", world.drafter, world.secretary)
    subject = "Draft 2 touches a right that you follow: Cheap crossings"
    citizen, drafter, *_others = follows
    assert told(citizen).count(subject) == 1
    assert subject not in told(drafter)
    assert told(office.analyst).count(subject) == 1
    law.add(amendment, world.drafter, "repeal", "1.2")
    law.release(law.seal(amendment, world.drafter), "public", world.drafter, world.secretary)
    assert not any(one.startswith("Draft 3 touches") for one in told(citizen))


def test_who_follows_the_act_is_told_of_an_opinion_once_where_they_may_read_it(office, opinion):
    world, since = office.world, timezone.now()
    hidden = law.make_amendment(world.section, world.base, world.drafter, "Not released")
    Opinion.objects.filter(pk=opinion.pk).update(amendment=hidden)
    for person in (world.citizen, world.drafter):
        Follow.objects.create(person=person, kind=FollowKind.ACT, key=str(world.base.instrument_id))
    number = issue(office, opinion).number
    subject = f"Opinion {number} of the Ombudsman's office: Not released"

    def heard(person):
        write_due(timezone.now() + DAY)
        mails = [one.subject for one in mail.outbox if one.to == [person.email] and number in one.subject]
        lines = RightsWork().updates(person, since, timezone.now())
        return mails, [one.title for one in lines]

    assert heard(world.citizen) == ([], [])
    law.add(hidden, world.drafter, "repeal", "1.2.1")
    law.release(law.seal(hidden, world.drafter), "public", world.drafter, world.secretary)
    line = f"Opinion {number} of the Ombudsman's office"
    assert heard(world.citizen) == heard(world.citizen) == ([subject], [line])
    assert heard(world.drafter) == ([subject], [line])


def test_who_follows_the_act_and_a_right_of_the_opinion_is_told_once(office, opinion):
    citizen = office.world.citizen
    for kind, key in ((FollowKind.RIGHT, "B01"), (FollowKind.ACT, str(office.world.base.instrument_id))):
        Follow.objects.create(person=citizen, kind=kind, key=key)
    number = issue(office, opinion).number
    write_due(timezone.now() + DAY)
    assert len([one for one in mail.outbox if one.to == [citizen.email] and number in one.subject]) == 1


def test_an_opinion_that_never_opens_is_looked_at_less_and_less_often_and_still_told(
    office, opinion, follows
):
    hidden_opinion(office, opinion)
    letter = Letter.objects.get(person=follows[0], kind="right_in_opinion")
    waits = []
    while letter.due_at < letter.at + 365 * DAY:
        looked_at = letter.due_at
        write_due(looked_at)
        letter.refresh_from_db()
        waits.append(letter.due_at - looked_at)
    assert waits == sorted(waits)
    assert len(waits) < 60
    assert waits[-1] == timedelta(days=30)
    assert told(follows[0], letter.due_at) == []
    join(office.world.people["secretary"], office.world.body, follows[0], MembershipRole.AUTHOR)
    assert len(told(follows[0], letter.due_at + 30 * DAY)) == 1
