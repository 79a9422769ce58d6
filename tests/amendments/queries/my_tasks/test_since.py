"""What changed in the drafting of law since a person's last visit, for whom."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from amendments.actions.reading.note_reading import NoteReading
from amendments.models import StateChange, WordingTranslation
from amendments.queries.my_tasks.ahead import dates_for
from amendments.queries.my_tasks.drafting_tasks import drafting_tasks
from amendments.queries.my_tasks.since import updates_for
from amendments.states import State
from tests.factories import law

pytestmark = pytest.mark.whole
BEFORE = timezone.now() - timedelta(hours=1)


def told(person, since=BEFORE):
    return [update.title for update in updates_for(person, since)]


@pytest.fixture
def reader(db):
    """Somebody with an account and without a role."""
    return law.make_user("reader")


@pytest.fixture
def released(world, once):
    return once(_released, world)


def _released(world):
    """Draft 1, which the public may read since two hours."""
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="20")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return draft


def test_a_new_draft_leads_to_the_redline_against_the_draft_that_was_read_last(world, released, reader):
    NoteReading(released, reader).execute()
    first_read = timezone.now()
    law.add(world.amendment, world.drafter, "delete_words", "2.2", old="free of charge")
    second = law.seal(world.amendment, world.drafter)
    assert "Draft 2 is released to: public" not in told(reader, first_read)
    law.release(second, "public", world.drafter, world.secretary)
    (update,) = (row for row in updates_for(reader, first_read) if row.title.startswith("Draft 2"))
    assert [link.url for link in update.links] == [
        f"{world.amendment.url}compare/1/2/",
        f"{world.amendment.url}v/2/redline/",
    ]


def test_who_read_no_draft_before_is_led_to_the_redline_against_the_law(released, reader):
    (update,) = updates_for(reader, BEFORE)
    assert [link.url for link in update.links] == [released.redline_url]


def spans(passage):
    return [(span.mark.value, span.text) for span in passage.spans]


def test_the_changed_provisions_of_a_new_draft_stand_there_with_their_redline(world, released, reader):
    (update,) = updates_for(reader, BEFORE)
    (passage,) = update.passages
    entry = world.base.entries.get(number="2.1")
    assert (passage.cited, passage.url) == ("2.1", f"{released.redline_url}#p-{entry.provision_id}")
    words = spans(passage)
    assert ("-", "10") in words
    assert ("+", "20") in words
    assert not update.has_more


def test_a_reader_of_another_language_reads_the_translations_of_both_wordings(world, released, reader):
    texts = [
        version.entries.get(number="2.1").texts.get().text
        for version in (world.base, *released.versions.all())
    ]
    with translation.override("az"):
        (update,) = updates_for(reader, BEFORE)
        (untranslated,) = update.passages
        for text, body in zip(texts, ("Gediş haqqı 10 manatdır.", "Gediş haqqı 20 manatdır."), strict=True):
            _translate(text, body, world.drafter)
        (update,) = updates_for(reader, BEFORE)
    assert (untranslated.language, untranslated.is_translation) == ("en", False)
    (passage,) = update.passages
    assert (passage.language, passage.is_translation) == ("az", True)
    assert spans(passage) == [("=", "Gediş haqqı "), ("-", "10"), ("+", "20"), ("=", " manatdır.")]


def test_a_passage_of_which_one_side_is_not_translated_is_shown_in_the_words_of_the_law(
    world, released, reader
):
    text = world.base.entries.get(number="2.1").texts.get().text
    _translate(text, "Gediş haqqı 10 manatdır.", world.drafter)
    with translation.override("az"):
        (update,) = updates_for(reader, BEFORE)
    assert [passage.language for passage in update.passages] == ["en"]


def _translate(text, body, drafter):
    WordingTranslation.objects.create(
        wording=text,
        language="az",
        body=body,
        written_at=timezone.now(),
        written_by=drafter,
        written_by_label=str(drafter),
    )


def test_against_the_draft_that_was_read_last_only_what_changed_since_stands_there(world, released, reader):
    NoteReading(released, reader).execute()
    law.add(world.amendment, world.drafter, "delete_words", "2.2", old="free of charge")
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "public", world.drafter, world.secretary)
    (update,) = (row for row in updates_for(reader, BEFORE) if row.title.startswith("Draft 2"))
    assert [passage.cited for passage in update.passages] == ["2.2"]


def test_a_draft_that_one_may_not_read_shows_no_word(world, reader):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="20")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "committee", world.drafter, world.secretary)
    assert updates_for(reader, BEFORE) == []


def test_a_restated_provision_is_shown_to_colleagues_against_the_text_in_force(world):
    colleague = law.make_drafter(world.section, "colleague")
    law.add(world.amendment, colleague, "restate", "2.2", new="Children travel for half the fare.")
    (update,) = (row for row in updates_for(world.drafter, BEFORE) if row.who == str(colleague))
    (passage,) = update.passages
    assert (passage.cited, update.was, update.becomes) == ("2.2", "", "")
    assert any(mark == "+" and "half" in text for mark, text in spans(passage))
    assert any(mark == "-" for mark, _text in spans(passage))


def test_many_drafts_cost_no_more_queries(world, released, reader, django_assert_max_num_queries):
    for number in range(3):
        law.add(world.amendment, world.drafter, "restate", "2.2", new=f"Children pay {number} coins.")
        draft = law.seal(world.amendment, world.drafter)
        law.release(draft, "public", world.drafter, world.secretary)
    updates_for(reader, BEFORE)
    with django_assert_max_num_queries(20):
        found = updates_for(reader, BEFORE)
    shown = [update for update in found if update.passages]
    assert len(shown) == 2


def test_nothing_is_told_that_happened_before(released, reader):
    assert told(reader, timezone.now()) == []


def test_a_draft_of_the_committee_is_no_news_for_the_public(world, reader):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="20")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "committee", world.drafter, world.secretary)
    assert told(reader) == []
    assert "Draft 1 is released to: committee" in told(world.secretary)


def test_colleagues_of_the_body_read_what_was_changed_with_its_words_and_others_do_not(world, reader):
    colleague = law.make_drafter(world.section, "colleague")
    law.add(world.amendment, colleague, "replace_number", "2.1", old="10", new="20")
    (update,) = (row for row in updates_for(world.drafter, BEFORE) if row.who)
    assert (update.title, update.who, update.was, update.becomes) == (
        "2.1: instruction added",
        str(colleague),
        "10",
        "20",
    )
    for person in (colleague, world.secretary, world.other, reader):
        assert not [row for row in updates_for(person, BEFORE) if row.who], person


def test_what_changes_the_whole_act_is_named_by_what_it_does(world):
    colleague = law.make_drafter(world.section, "colleague")
    law.add(world.amendment, colleague, "global_replace", "*", old="coins", new="notes", qualifier="all")
    assert "Replace throughout the act: instruction added" in told(world.drafter)


def test_a_step_is_told_to_those_who_may_know_the_state(world, reader):
    StateChange.objects.create(
        amendment=world.amendment, state=State.LEGAL_CHECK, at=timezone.now(), by=world.drafter
    )
    assert "New state: Legal service check" not in told(world.drafter)
    colleague = law.make_drafter(world.section, "colleague")
    assert "New state: Legal service check" in told(colleague)
    for person in (world.other, reader):
        assert "New state: Legal service check" not in told(person)


def test_the_drafter_is_told_to_seal_what_was_written_and_to_ask_for_the_release(world):
    assert [task.title for task in drafting_tasks(world.drafter)] == ["Write the first instruction"]
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="20")
    (task,) = drafting_tasks(world.drafter)
    assert task.title == "Finish and seal draft 1"
    assert task.detail.startswith("1 instruction. Last change: ")
    draft = law.seal(world.amendment, world.drafter)
    assert [task.title for task in drafting_tasks(world.drafter)] == ["Ask for the release of draft 1"]
    law.release(draft, "public", world.drafter, world.secretary)
    assert drafting_tasks(world.drafter) == []
    assert drafting_tasks(world.secretary) == drafting_tasks(world.other) == []


def test_the_adopted_text_is_told_when_it_is_released_and_its_entry_into_force_lies_ahead(
    world, released, reader
):
    day = timezone.localdate() + timedelta(days=40)
    text = law.adopt(released, world.drafter, in_force=day)
    assert [date.day for date in dates_for(world.drafter, timezone.now())] == [day]
    assert dates_for(reader, timezone.now()) == []
    law.release(text, "public", world.drafter, world.secretary)
    assert "Adopted: Consolidated text 2" in told(reader)
    assert [date.day for date in dates_for(reader, timezone.now())] == [day]
    assert dates_for(reader, timezone.now() + timedelta(days=41)) == []


def test_the_number_of_queries_does_not_grow(world, released, django_assert_max_num_queries):
    for old, new in (("20", "30"), ("30", "40")):
        law.add(world.amendment, world.drafter, "replace_number", "2.1", old=old, new=new)
    with django_assert_max_num_queries(20):
        updates_for(world.drafter, BEFORE)
        drafting_tasks(world.drafter)
        dates_for(world.drafter, timezone.now())
