"""Who follows an act and a right is told once of an opinion, by whichever of them is left."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from consultations.letters.due_letters import write_due
from consultations.models import Follow, Letter
from consultations.models.letter import FollowKind, Pace
from rights.models import Opinion
from tests.factories import law
from tests.factories.consultation import DAY
from tests.rights.conftest import issue

pytestmark = pytest.mark.whole


@pytest.fixture
def number(office, opinion):
    """An opinion on an amendment of which nobody outside reads a draft; the citizen follows its act and its right."""
    world = office.world
    office.hidden = law.make_amendment(world.section, world.base, world.drafter, "Not released")
    Opinion.objects.filter(pk=opinion.pk).update(amendment=office.hidden)
    for kind, key in ((FollowKind.RIGHT, "B01"), (FollowKind.ACT, str(world.base.instrument_id))):
        Follow.objects.create(person=world.citizen, kind=kind, key=key)
    return issue(office, opinion).number


def opened(office):
    """The amendment has a draft that everybody reads."""
    world = office.world
    law.add(office.hidden, world.drafter, "repeal", "1.2.1")
    law.release(law.seal(office.hidden, world.drafter), "public", world.drafter, world.secretary)


def told(office, number):
    for days in range(1, 4):
        write_due(timezone.now() + days * DAY + timedelta(minutes=1))
    own = (one for one in mail.outbox if one.to == [office.world.citizen.email] and number in one.subject)
    return [one.subject for one in own]


@pytest.mark.parametrize("end", ["unfollowed", "off"])
def test_who_gives_up_the_right_is_told_as_a_follower_of_the_act(office, number, end):
    assert told(office, number) == []
    right = Follow.objects.filter(kind=FollowKind.RIGHT)
    right.delete() if end == "unfollowed" else right.update(pace=Pace.OFF)
    opened(office)
    assert told(office, number) == [f"Opinion {number} of the Ombudsman's office: Not released"]


@pytest.mark.parametrize("pace", [Pace.AT_ONCE, Pace.DAILY])
def test_who_still_follows_both_is_told_because_of_the_right_alone(office, number, opinion, pace):
    Follow.objects.filter(kind=FollowKind.RIGHT).update(pace=pace)
    assert told(office, number) == []
    opened(office)
    for _look in range(2):
        told(office, number)
        letters = Letter.objects.filter(person=office.world.citizen, about=str(opinion.pk)).order_by("kind")
        told_by = [(letter.kind, letter.state) for letter in letters]
        assert told_by == [("opinion_on_act", "dropped"), ("right_in_opinion", "written")]
