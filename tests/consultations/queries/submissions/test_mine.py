"""What "My institution" reads of the past, which grows with every round."""

from datetime import timedelta

import pytest
from django.db.models.signals import post_init
from django.utils import timezone

from consultations.models import Round, Submission
from consultations.queries.submissions.mine import late_rounds, my_bodies
from tests.factories import consultation as make

pytestmark = pytest.mark.whole


@pytest.fixture
def read():
    """The references of the submissions that were read from the database."""
    references = []

    def note(instance, **_):
        references.append(instance.reference)

    post_init.connect(note, sender=Submission)
    yield references
    post_init.disconnect(note, sender=Submission)


def test_what_was_sent_in_closed_rounds_and_what_others_sent_is_not_read(world, read):
    sent = make.send(
        make.draft(world.round, world.ngo_author, world.ngo, make.content()).submission, world.ngo_focal
    )
    other = make.draft(world.round, world.stranger_focal, world.stranger, make.content()).submission
    read.clear()
    my_bodies(world.ngo_focal, timezone.now())
    assert set(read) == {sent.reference}
    Round.objects.filter(pk=world.round.pk).update(closed_at=timezone.now() - timedelta(minutes=1))
    read.clear()
    my_bodies(world.ngo_focal, timezone.now())
    assert read == []
    late_rounds(world.ngo_focal, timezone.now())
    assert other.reference not in read
