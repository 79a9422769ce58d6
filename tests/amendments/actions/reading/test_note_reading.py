"""The newest draft that a person has opened is kept for that person alone."""

import pytest

from amendments.actions.reading.note_reading import NoteReading
from amendments.models import ReadDraft
from tests.factories import law


@pytest.fixture
def drafts(world, once):
    return once(_drafts, world)


def _drafts(world):
    """Two drafts: the public may read the first, the committee the second."""
    found = []
    for number, audience in (("20", "public"), ("30", "committee")):
        old = "10" if number == "20" else "20"
        law.add(world.amendment, world.drafter, "replace_number", "2.1", old=old, new=number)
        found.append(law.seal(world.amendment, world.drafter))
        law.release(found[-1], audience, world.drafter, world.secretary)
    return found


def noted(person):
    return list(ReadDraft.objects.filter(user=person).values_list("number", flat=True))


def test_the_newest_draft_counts_whatever_is_read_after_it(world, drafts):
    for draft in (drafts[0], drafts[1], drafts[0]):
        NoteReading(draft, world.drafter).execute()
    assert noted(world.drafter) == [2]
    assert noted(world.secretary) == []


def test_what_one_may_not_read_is_not_noted(drafts):
    reader = law.make_user("reader")
    NoteReading(drafts[1], reader).execute()
    assert noted(reader) == []


@pytest.mark.parametrize("headers", [{"Sec-Purpose": "prefetch"}, {"Sec-Fetch-Dest": "empty"}])
def test_opening_the_text_or_the_redline_is_reading_and_a_request_in_the_background_is_not(
    client, drafts, headers
):
    reader = law.make_user("reader")
    client.get(drafts[0].redline_url)  # by a stranger
    client.force_login(reader)
    client.get(drafts[0].redline_url, headers=headers)
    client.head(drafts[0].url)
    assert noted(reader) == []
    client.get(drafts[0].redline_url)
    assert noted(reader) == [1]
    assert ReadDraft.objects.count() == 1
