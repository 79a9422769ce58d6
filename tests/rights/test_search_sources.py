"""The office finds what it tagged with rights; nobody else meets a tag in hits or counts."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.urls import reverse

from amendments.models import Provision
from amendments.permissions import holds
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.models import Right
from rights.actions.tagging.remove_tag import RemoveTag
from rights.actions.tagging.tag_rights import TagRights, TagTarget
from rights.models import RightTag
from rights.powers import Power
from search import queries
from search.queries.plain import plain
from search.request import Request
from tests.factories import consultation as make, law

pytestmark = pytest.mark.whole

OTHERS = ("citizen", "ngo_focal", "drafter", "secretary", "chair", "admin", "auditor")


def answer(person, **asked):
    given = QueryDict(mutable=True)
    given.update(asked)
    return plain(queries.search(Request.read(given), person))


def found(person, **asked):
    return [hit["url"] for hit in answer(person, **asked)["hits"] if hit["kind"] == "tag"]


def kinds(person, **asked):
    """The tabs with their numbers."""
    return {choice["value"]: choice["count"] for choice in answer(person, **asked)["facets"]["kind"]}


def counted(person):
    """How many things of the right the facet counts."""
    facets = answer(person, right="E03")["facets"]
    return sum(choice["count"] for choice in facets.get("right", []) if choice["value"] == "E03")


def test_tags_are_found_counted_and_told_to_the_office_alone(office):
    world = office.world
    provision = Provision.objects.get(entries__version=world.base, entries__number="2.1")
    sealed = law.text_in(world.draft).sealed_instructions.select_related("instruction").first()
    said = make.draft(world.round, world.ngo_author, world.ngo, make.content(make.chosen(world.draft, "2.1")))
    make.send(said.submission, world.ngo_focal, supersedes=False)
    said.refresh_from_db()
    before = counted(office.analyst)
    targets = (
        TagTarget(provision, world.base),
        TagTarget(sealed.instruction, sealed.version),
        TagTarget(said),
    )
    for target in targets:
        TagRights(target, ["E03"], actor=office.act()).execute()
    hub = reverse("amendments:provision", args=[provision.pk])
    assert len(found(office.analyst, right="E03")) == 3
    assert counted(office.analyst) == before + 3
    assert hub in found(office.head, q=str(Right.objects.get(code="E03")))
    for person in (AnonymousUser(), *(office.world.people[name] for name in OTHERS)):
        assert found(person, right="E03") == found(person, kind="tag") == []
        assert counted(person) == before
        assert "tag" not in kinds(person, q="coins")
    RemoveTag(RightTag.objects.get(provision=provision), actor=office.act()).execute()
    assert hub not in found(office.analyst, right="E03")
    WithdrawComment(said, actor=office.act(world.ngo_focal, reason="Solved.")).execute()
    assert len(found(office.analyst, right="E03")) == 1
    assert counted(office.analyst) == before + 1


def tagged(office):
    """2.1 of the law, the first instruction of the draft and a comment on 2.1 are tagged with E03."""
    world = office.world
    provision = Provision.objects.get(entries__version=world.base, entries__number="2.1")
    sealed = law.text_in(world.draft).sealed_instructions.select_related("instruction").first()
    words = make.content(make.chosen(world.draft, "2.1"), rationale="An excessive surcharge.")
    said = make.draft(world.round, world.ngo_author, world.ngo, words)
    make.send(said.submission, world.ngo_focal, supersedes=False)
    said.refresh_from_db()
    for target in (
        TagTarget(provision, world.base),
        TagTarget(sealed.instruction, sealed.version),
        TagTarget(said),
    ):
        TagRights(target, ["E03"], actor=office.act()).execute()
    return reverse("amendments:provision", args=[provision.pk]), said.url


def test_a_tag_is_found_by_the_words_and_the_number_of_what_is_tagged(office):
    hub, comment = tagged(office)
    assert found(office.analyst, q="excessive surcharge") == [comment]
    assert hub in found(office.analyst, q="10 coins")
    assert {hub, comment} <= set(found(office.analyst, q="2.1"))
    assert (
        kinds(office.analyst, q="coins", kind="tag")["tag"]
        == len(found(office.analyst, q="coins", kind="tag"))
        > 0
    )
    assert "surcharge" in str(answer(office.analyst, q="surcharge", kind="tag")["hits"][0]["excerpt"])


def test_a_tag_is_found_and_counted_by_who_reads_what_is_tagged(office, django_user_model):
    world = office.world
    power = law.make_user("power", permissions=["read_issues", "write_issues"]).groups.get()
    world.drafter.groups.add(power)
    colleague = django_user_model.objects.get(pk=world.drafter.pk)
    assert holds(colleague, Power.READ)
    provision = Provision.objects.get(entries__version=world.base, entries__number="2.2")
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old="free of charge", new="gratuitous")
    draft = law.seal(world.amendment, world.drafter)
    TagRights(TagTarget(provision, law.text_in(draft)), ["E03"], actor=office.act(colleague)).execute()
    hub = reverse("amendments:provision", args=[provision.pk])
    assert found(colleague, q="gratuitous") == found(colleague, right="E03") == [hub]
    assert counted(colleague) == kinds(colleague, q="gratuitous")["tag"] == 1
    assert found(office.analyst, q="gratuitous") == found(office.analyst, right="E03") == []
    assert counted(office.analyst) == kinds(office.analyst, q="gratuitous")["tag"] == 0
    law.release(draft, "public", world.drafter, world.secretary)
    assert found(office.analyst, q="gratuitous", kind="tag") == [hub]
    assert counted(office.analyst) == 1
