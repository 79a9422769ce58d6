"""The office finds what it tagged with rights; nobody else meets a tag in hits or counts."""

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.urls import reverse

from amendments.models import Provision
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.models import Right
from rights.actions.tagging.remove_tag import RemoveTag
from rights.actions.tagging.tag_rights import TagRights, TagTarget
from rights.models import RightTag
from search import queries
from search.queries.plain import plain
from search.request import Request
from tests.factories import consultation as make, law

OTHERS = ("citizen", "ngo_focal", "drafter", "secretary", "chair", "admin", "auditor")


def found(person, **asked):
    given = QueryDict(mutable=True)
    given.update(asked)
    hits = plain(queries.search(Request.read(given), person))["hits"]
    return [hit["url"] for hit in hits if hit["kind"] == "tag"]


def counted(person):
    """How many things of the right the facet counts."""
    given = QueryDict("right=E03")
    facets = plain(queries.search(Request.read(given), person))["facets"]
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
    RemoveTag(RightTag.objects.get(provision=provision), actor=office.act()).execute()
    assert hub not in found(office.analyst, right="E03")
    WithdrawComment(said, actor=office.act(world.ngo_focal, reason="Solved.")).execute()
    assert len(found(office.analyst, right="E03")) == 1
    assert counted(office.analyst) == before + 1
