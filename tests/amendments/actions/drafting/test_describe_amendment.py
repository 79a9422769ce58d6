"""The title and the purpose of an amendment are said anew."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate
from wagtail.models import PageLogEntry

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.drafting.describe_amendment import DescribeAmendment
from amendments.audit.actor import Actor
from amendments.errors import AlreadyAdopted, BasisNotTaken, EditConflict, NothingToSeal, TitleNeeded
from amendments.errors.of_checks import UnderCheck
from amendments.errors.of_translations import TitleTooLong
from amendments.models import Amendment, Draft, Instrument
from amendments.queries.drafting.amending_acts import act_of_draft
from amendments.queries.proof.hashes import description_hash
from amendments.queries.way.seal_page import seal_page
from tests.factories import law


def describe(world, title="On ferries", summary="Fares rise.", person=None, seen=""):
    actor = Actor.now(person or world.drafter)
    return DescribeAmendment(world.amendment, title, summary, actor=actor, seen=seen).execute()


def stored(world):
    page = Amendment.objects.get(pk=world.amendment.pk)
    return page.title, page.summary


def test_all_readers_get_the_new_words_and_the_address_stays(world):
    address = world.amendment.url
    page = describe(world, "  On\nferries ", " Fares rise.\r\nDogs pay. ")
    assert stored(world) == ("On ferries", "Fares rise.\nDogs pay.")
    assert (page.url, page.draft_title, page.has_unpublished_changes) == (address, "On ferries", False)


def test_the_log_and_the_revisions_keep_what_stood_before(world):
    before = world.amendment.title
    describe(world, "First", "One.")
    describe(world, "Second", "Two.")
    entry = PageLogEntry.objects.filter(action="amendments.describe_amendment").latest("timestamp")
    assert entry.user == world.drafter
    kept = {name: entry.data[name] for name in ("title", "summary", "title_before", "summary_before")}
    assert kept == {
        "title": "Second", "summary": "Two.", "title_before": "First", "summary_before": "One."
    }  # fmt: skip
    revisions = [row.as_object() for row in world.amendment.revisions.order_by("pk")]
    assert [(row.title, row.summary) for row in revisions][-2:] == [("First", "One."), ("Second", "Two.")]
    assert before not in stored(world)


def test_translated_titles_and_the_state_stay(world):
    Amendment.objects.filter(pk=world.amendment.pk).update(titles={"az": "Bərələr"}, state="legal_check")
    page = describe(world)
    assert (page.titles, page.state) == ({"az": "Bərələr"}, "legal_check")


def test_words_that_somebody_left_as_a_draft_in_the_admin_do_not_come_back(world):
    page = Amendment.objects.get(pk=world.amendment.pk)
    page.title = "Left there"
    page.save_revision()
    describe(world)
    newest = Amendment.objects.get(pk=world.amendment.pk).get_latest_revision_as_object()
    assert newest.title == "On ferries"


def test_a_title_is_needed_and_no_end_of_it_is_cut_off(world):
    kept = stored(world)
    with pytest.raises(TitleNeeded):
        describe(world, "  ")
    with pytest.raises(TitleTooLong, match="256 characters"):
        describe(world, "q" * 256)
    assert stored(world) == kept


def test_the_words_of_somebody_else_are_not_overwritten_unread(world):
    seen = description_hash(world.amendment)
    describe(world, "First")
    with pytest.raises(EditConflict):
        describe(world, "Second", seen=seen)
    assert stored(world)[0] == "First"


def test_they_are_closed_while_the_legal_service_has_the_text(world):
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    reviewer = law.join_legal_service(law.make_reviewer())
    AskCheck(world.amendment, reviewer, localdate(), actor=Actor.now(world.drafter)).execute()
    kept = stored(world)
    with pytest.raises(UnderCheck):
        describe(world)
    assert stored(world) == kept


@pytest.mark.whole
def test_they_are_closed_after_the_adoption(world):
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    law.adopt(law.seal(world.amendment, world.drafter), world.drafter)
    kept = stored(world)
    with pytest.raises(AlreadyAdopted):
        describe(world)
    assert stored(world) == kept


@pytest.mark.parametrize("person", ["other", "chair", "secretary"])
def test_nobody_but_its_drafters_writes_them(world, person):
    with pytest.raises(PermissionDenied):
        describe(world, person=getattr(world, person))


@pytest.mark.whole
def test_the_provision_on_which_it_rests_and_who_signs_are_said_and_left(world):
    actor = Actor.now(world.drafter)
    DescribeAmendment(
        world.amendment, "On ferries", "", actor=actor, basis=" 21 ", signatory="A.\nSigner"
    ).execute()
    describe(world, "On boats")
    page = Amendment.objects.get(pk=world.amendment.pk)
    assert (page.title, page.basis, page.signatory) == ("On boats", "21", "A. Signer")
    seen = description_hash(page)
    DescribeAmendment(page, "On boats", "Fares rise.", actor=actor, basis="1").execute()
    with pytest.raises(EditConflict):
        describe(world, "On rafts", seen=seen)


def test_a_basis_that_the_enacting_formula_cannot_say_is_refused(world):
    """The formula of Azerbaijan declines the numbers of points, and nothing else."""
    Instrument.objects.filter(amended_in__amendment=world.amendment).update(country="az", language="az")
    kept = stored(world)
    actor = Actor.now(world.drafter)
    with pytest.raises(BasisNotTaken):
        DescribeAmendment(world.amendment, "On ferries", "", actor=actor, basis="the constitution").execute()
    assert stored(world) == kept
    DescribeAmendment(world.amendment, "On ferries", "", actor=actor, basis="1, 21").execute()
    assert Amendment.objects.get(pk=world.amendment.pk).basis == "1, 21"


@pytest.mark.whole
def test_a_sealed_draft_keeps_its_frame_and_the_next_one_has_the_new_one(world):
    actor = Actor.now(world.drafter)
    DescribeAmendment(
        world.amendment, "On ferries", "", actor=actor, basis="1", signatory="A. Signer"
    ).execute()
    law.add(world.amendment, world.drafter, "restate", "1", new="New words.")
    first = law.seal(world.amendment, world.drafter)
    DescribeAmendment(
        world.amendment, "On boats", "", actor=actor, basis="21", signatory="B. Signer"
    ).execute()
    assert framed(first) == ("On ferries", "1", "A. Signer")
    assert seal_page(Amendment.objects.get(pk=world.amendment.pk)).may_seal
    second = law.seal(world.amendment, world.drafter)  # though no instruction changed
    assert seal_page(Amendment.objects.get(pk=world.amendment.pk)).is_sealed_already
    assert framed(second) == ("On boats", "21", "B. Signer")
    with pytest.raises(NothingToSeal):
        law.seal(world.amendment, world.drafter)


def framed(draft):
    """How the act of a draft reads, as title, basis and signatory."""
    draft = Draft.objects.get(pk=draft.pk)
    act = act_of_draft(draft, list(draft.versions.all()), "en")
    assert act.title == draft.title
    assert draft.basis in act.formula
    assert draft.shown_title == draft.title
    assert draft.signatory in act.signature
    return draft.title, draft.basis, draft.signatory
