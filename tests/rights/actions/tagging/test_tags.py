"""The office tags provisions, instructions and comments with rights: who may, what is kept, and who finds them."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from amendments.errors import NotAllowed
from amendments.models import Provision
from consultations.errors import NotInVocabulary
from consultations.models import ConfidentialLogEntry, Right
from consultations.queries.answer_pages.board import Filters, board_comments
from consultations.queries.rounds.round_pages import round_comments
from consultations.queries.vocabulary.rights_named import counted_in, rights_in, rights_on
from consultations.values import Visibility
from rights.actions.tagging.remove_tag import BringBackTag, RemoveTag
from rights.actions.tagging.tag_rights import TagRights, TagTarget
from rights.errors import NoRight
from rights.models import RightTag
from rights.queries.tag_lists import rights_tagged, tag_lines, tags_by_right
from tests.factories import consultation as make, law

OTHERS = ("citizen", "ngo_focal", "drafter", "secretary", "chair", "admin", "auditor")


@pytest.fixture
def provision(office):
    """2.1 of the law in force."""
    return Provision.objects.get(entries__version=office.world.base, entries__number="2.1")


@pytest.fixture
def instruction(office):
    return law.text_in(office.world.draft).sealed_instructions.select_related("instruction").first()


@pytest.fixture
def said(office):
    """A comment of somebody else, which names no right."""
    world = office.world
    row = make.draft(world.round, world.ngo_author, world.ngo, make.content(make.chosen(world.draft, "2.1")))
    make.send(row.submission, world.ngo_focal, supersedes=False)
    row.refresh_from_db()
    return row


@pytest.fixture
def things(office, provision, instruction, said):
    """Each kind of thing, in the text in which it is tagged."""
    return (
        TagTarget(provision, office.world.base),
        TagTarget(instruction.instruction, instruction.version),
        TagTarget(said),
    )


def tag(office, target, *codes, person=None):
    return TagRights(target, codes, actor=office.act(person)).execute()


@pytest.mark.whole
def test_each_kind_of_thing_is_tagged_taken_off_and_put_back_with_its_history(office, things):
    for target in things:
        first, second = tag(office, target, "B01", "E03")
        assert {first.right.code, second.right.code} == {"B01", "E03"}
        RemoveTag(first, actor=office.act()).execute()
        assert set(RightTag.objects.visible_to(office.head).filter(**target.named)) == {second}
        assert RemoveTag(first, actor=office.act()).execute() == first  # a second click
        BringBackTag(first, actor=office.act(office.head)).execute()
        assert RightTag.objects.visible_to(office.analyst).filter(**target.named).count() == 2
        assert [row.actor_label for row in first.history.all()] == [
            str(person) for person in (office.head, office.analyst, office.analyst)
        ]
    logged = ConfidentialLogEntry.objects.filter(action__endswith="_tag").values_list("action", flat=True)
    assert list(logged.order_by("id")) == ["rights.remove_tag", "rights.bring_back_tag"] * 3


@pytest.mark.whole
def test_tagging_again_adds_what_is_missing_and_puts_back_what_was_taken_off(office, things):
    target = things[0]
    (row,) = tag(office, target, "B01")
    RemoveTag(row, actor=office.act()).execute()
    tag(office, target, "B01", "E03")
    assert RightTag.objects.filter(removed_at=None).count() == RightTag.objects.count() == 2
    assert len(tag(office, target, "B01", "E03")) == 2  # nothing is written
    assert row.history.count() == 3


@pytest.mark.whole
def test_a_tag_needs_a_right_of_the_vocabulary_that_is_in_use(office, things):
    with pytest.raises(NoRight):
        tag(office, things[0])
    with pytest.raises(NotInVocabulary, match="Z99"):
        tag(office, things[0], "Z99")
    Right.objects.filter(code="E03").update(is_active=False)
    with pytest.raises(NotInVocabulary, match="E03"):
        tag(office, things[0], "E03")
    assert not RightTag.objects.exists()


def test_nobody_else_tags_or_knows_of_a_tag(office, things):
    rows = [tag(office, target, "B01")[0] for target in things]
    for name in OTHERS:
        person = office.world.people[name]
        assert not RightTag.objects.standing_or_removed(person).exists()
        for target in things:
            with pytest.raises(NotAllowed):
                tag(office, target, "E03", person=person)
        for row in rows:
            with pytest.raises(NotAllowed):
                RemoveTag(row, actor=office.act(person)).execute()
    assert RightTag.objects.count() == 3


def test_what_the_office_does_not_read_is_not_tagged(office, provision):
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old="free of charge", new="free")
    hidden = law.text_in(law.seal(world.amendment, world.drafter))
    said = make.content(make.chosen(world.draft, "2.1"), visibility=Visibility.SECRETARIAT)
    row = make.draft(world.round, world.ngo_author, world.ngo, said)
    for target in (
        TagTarget(provision, hidden),
        TagTarget(hidden.sealed_instructions.last().instruction, hidden),
        TagTarget(row),
        TagTarget(provision),
    ):
        with pytest.raises(NotAllowed):
            tag(office, target, "B01")


def test_the_database_keeps_a_tag_on_one_thing(office, things):
    (row,) = tag(office, things[0], "B01")
    with pytest.raises(IntegrityError), transaction.atomic():
        RightTag.objects.filter(pk=row.pk).update(comment=things[2].row)


def test_a_comment_is_found_by_its_tag_on_the_board_and_among_rounds_by_the_office_alone(office, said):
    world, right = office.world, Right.objects.get(code="E03")
    tag(office, TagTarget(said), "E03")
    rounds = type(world.round).objects.all()
    for person in (office.analyst, office.head):
        assert list(board_comments(person, world.round, Filters(right="E03"))) == [said]
        assert list(round_comments(person, world.round, "E03")) == [said]
        assert right in rights_on(person, world.round)
        assert right in rights_in(person, rounds)
        assert counted_in(person, "E03") == {world.round.pk: 1}
    for person in (AnonymousUser(), *(world.people[name] for name in OTHERS)):
        assert not board_comments(person, world.round, Filters(right="E03")).exists()
        assert not round_comments(person, world.round, "E03").exists()
        assert right not in (*rights_on(person, world.round), *rights_in(person, rounds))
        assert counted_in(person, "E03") == {}


def test_a_comment_that_names_the_right_and_has_its_tag_is_found_once(office):
    world = office.world
    named = make.content(make.chosen(world.draft, "2.1"), rights=("E03", "B01"))
    row = make.draft(world.round, world.ngo_author, world.ngo, named)
    make.send(row.submission, world.ngo_focal, supersedes=False)
    row.refresh_from_db()
    tag(office, TagTarget(row), "E03")
    assert list(board_comments(office.analyst, world.round, Filters(right="E03"))) == [row]
    assert counted_in(office.analyst, "E03") == {world.round.pk: 1}


def test_a_tag_stands_in_later_texts_of_the_act(office, provision, client):
    world = office.world
    tag(office, TagTarget(provision, world.base), "E03")
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="30 coins")
    law.release(law.seal(world.amendment, world.drafter), "public", world.drafter, world.secretary)
    (line,) = tag_lines(tags_by_right(office.analyst, "E03"))
    assert line.called == "2.1"
    assert [(row.code, row.count) for row in rights_tagged(office.analyst)] == [("E03", 1)]
