import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from amendments.errors import NotAllowed
from rights.actions.notes.add_note import AddNote
from rights.actions.notes.take_back_note import TakeBackNote
from rights.errors import WordsMissing
from rights.errors.of_writing import NotedAlready
from rights.models import IssueNote


def test_a_note_is_for_the_office_and_a_private_one_for_its_author(office):
    shared = AddNote(office.issue, "Look again.", actor=office.act()).execute()
    private = AddNote(office.issue, "My doubt.", actor=office.act(), is_private=True).execute()
    assert set(IssueNote.objects.visible_to(office.analyst)) == {shared, private}
    assert set(IssueNote.objects.visible_to(office.head)) == {shared}
    for role in ("drafter", "secretary", "chair", "admin", "auditor", "anonymous"):
        assert not IssueNote.objects.visible_to(office.world.people[role]).exists()


def test_a_second_click_writes_no_second_note_and_the_same_words_on_another_day_do(office):
    key = uuid.uuid4()
    first, second = (
        AddNote(office.issue, "Look again.", actor=office.act(), key=key).execute() for _click in range(2)
    )
    assert first == second
    again = AddNote(office.issue, "Look again.", actor=office.act(), key=uuid.uuid4())
    with pytest.raises(NotedAlready):
        again.execute()
    IssueNote.objects.update(at=timezone.now() - timedelta(days=1))
    assert again.execute() != first


def test_an_empty_note_is_refused(office):
    with pytest.raises(WordsMissing):
        AddNote(office.issue, " \n ", actor=office.act()).execute()


def test_nobody_outside_the_office_writes_one(office):
    with pytest.raises(NotAllowed):
        AddNote(office.issue, "Hello.", actor=office.act(office.world.drafter)).execute()


def test_its_author_takes_a_note_back_on_the_page(office, client):
    note = AddNote(office.issue, "Look again at the fares.", actor=office.act()).execute()
    url = reverse("rights:take_note_back", args=[note.pk])
    with pytest.raises(NotAllowed):
        TakeBackNote(note, actor=office.act(office.head)).execute()
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    assert url in client.get(office.issue.url).content.decode()
    assert client.post(url).status_code == 302
    assert "Look again at the fares." not in client.get(office.issue.url).content.decode()
    assert IssueNote.objects.visible_to(office.analyst).get() == note  # it stays in the record
