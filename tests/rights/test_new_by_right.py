"""What came in since the last visit, by right: for the office alone, of what it reads, with the words that suggest a right."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from consultations.models import Right
from consultations.values import Visibility
from rights.my_work import RightsWork
from rights.queries.new_by_right import new_by_right
from rights.suggesting.suggestion import Suggestion
from tests.factories import consultation as make, law

pytestmark = pytest.mark.whole


@pytest.fixture
def since(office):
    return timezone.now() - timedelta(minutes=1)


def comment(world, *codes, **more):
    said = make.content(make.chosen(world.draft, "2.1"), rights=codes, **more)
    row = make.draft(world.round, world.ngo_author, world.ngo, said)
    make.send(row.submission, world.ngo_focal, supersedes=False)
    return row


def released(world, old, new):
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old=old, new=new)
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return draft


def titles(person, since):
    return [update.title for update in new_by_right(person, since)]


def test_new_comments_are_told_by_right_and_lead_to_their_rounds(office, since):
    comment(office.world, "B01", "E03")
    found = {
        update.title: update.url
        for update in new_by_right(office.analyst, since)
        if "comment" in update.title
    }
    names = {row.code: str(row) for row in Right.objects.filter(code__in=("B01", "E03"))}
    assert found == {
        f"1 new comment names {code} {names[code]}": f"/consultations/?right={code}"
        for code in ("B01", "E03")
    }
    later = timezone.now() + timedelta(minutes=1)
    assert titles(office.analyst, later) == []


def test_a_comment_that_the_office_may_not_read_is_not_counted(office, since):
    before = titles(office.analyst, since)
    comment(office.world, "E03", visibility=Visibility.SECRETARIAT)
    assert titles(office.analyst, since) == before


def test_new_instructions_are_told_with_the_rights_that_the_words_of_their_provisions_suggest(office, since):
    with patch(
        "rights.queries.new_by_right.suggested_rights",
        lambda text, _language: [Suggestion("E03", ("Children",))] if "Children" in text else [],
    ):
        draft = released(office.world, "free of charge", "free")
        (update,) = [one for one in new_by_right(office.analyst, since) if str(draft.pk) in one.url]
    assert update.title == "1 new instruction in Draft 2"
    assert update.url == f"/rights/instructions/{draft.pk}/?only=new"
    right = Right.objects.get(code="E03")
    assert update.detail == f"Suggested rights: E03 {right} (“Children”)."
    assert not office.issue.rights.filter(code="E03").exists()  # nothing is applied by itself


@pytest.mark.parametrize(
    "name", ["anonymous", "citizen", "drafter", "secretary", "chair", "admin", "ngo_focal"]
)
def test_nobody_else_is_told(office, since, name):
    comment(office.world, "B01")
    released(office.world, "free of charge", "free")
    assert new_by_right(office.world.people[name], since) == []


def test_the_number_of_queries_does_not_grow(office, since):
    def counted():
        with CaptureQueriesContext(connection) as queries:
            RightsWork().updates(office.analyst, since, timezone.now())
        return len(queries)

    world = office.world
    comment(world, "B01")
    counted()  # content types are read once
    few = counted()
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old="free of charge", new="free")
    draft = law.seal(world.amendment, world.drafter)
    assert counted() == few  # a draft that is not released tells nothing
    law.release(draft, "public", world.drafter, world.secretary)
    assert counted() <= few + 8
