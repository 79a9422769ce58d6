"""Everything that becomes part of the record stands in one chain; what was changed behind the seals is named."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from amendments.actions.publication.approve_release import ApproveRelease
from amendments.actions.publication.request_release import RequestRelease
from amendments.audit.actor import Actor
from amendments.errors.of_the_chain import ClockWentBack
from amendments.models import (
    ChainHead,
    ChainLink,
    Commencement,
    Draft,
    LegalCheck,
    Release,
    ReleaseRequest,
    StateChange,
    Version,
)
from amendments.queries.proof.chain_faults import chain_faults
from amendments.record import seals
from amendments.record.linking import content_hash, link_hash
from amendments.record.recorded_kinds import recorded_kinds
from tests.factories import law


@pytest.fixture(scope="module")
def standing_world(standing_world, add):
    """With a row of each recorded kind."""
    standing_world.draft = add(lambda: _recorded(standing_world))
    return standing_world


def _recorded(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    draft = law.seal(world.amendment, world.drafter)
    request = RequestRelease(draft, "committee", actor=Actor.now(world.drafter)).execute()
    ApproveRelease(request, actor=Actor.now(world.chair)).execute()
    law.release(draft, "public", world.drafter, world.secretary)
    return draft


@pytest.fixture
def record(world):
    """Whose seals are lifted, as whoever owns the tables can."""
    assert chain_faults() == []
    seals.lift(connection)
    yield world
    seals.install(connection)


def first_link(kind):
    return ChainLink.objects.filter(kind=kind).order_by("number").first()


def row_of(kind):
    return recorded_kinds()[kind].rows().first()


def test_every_recorded_kind_stands_in_the_chain(world):
    kinds = set(ChainLink.objects.values_list("kind", flat=True))
    assert kinds == {
        slug for slug, kind in recorded_kinds().items() if kind.model._meta.app_label == "amendments"
    }
    assert list(ChainLink.objects.values_list("number", flat=True)) == list(
        range(1, ChainLink.objects.count() + 1)
    )
    assert chain_faults() == []


def test_an_action_that_fails_leaves_no_link(world):
    before = ChainLink.objects.count()
    request = ReleaseRequest.objects.filter(audience="public").get()
    with pytest.raises(Exception, match="step"):
        ApproveRelease(request, actor=Actor.now(world.drafter)).execute()
    assert ChainLink.objects.count() == before


def later(model, field):
    def change():
        row = model.objects.order_by("pk").first()
        model.objects.filter(pk=row.pk).update(**{field: getattr(row, field) + timedelta(seconds=1)})
        return row

    return change


def other(model, field, value):
    def change():
        row = model.objects.exclude(**{field: value}).order_by("pk").first()
        model.objects.filter(pk=row.pk).update(**{field: value})
        return row

    return change


def approved(field, value):
    def change():
        row = row_of("approval")
        ReleaseRequest.objects.filter(pk=row.pk).update(**{field: value})
        return row

    return change


CHANGED = {
    "when a text was released": ("release", later(Release, "at")),
    "to whom a text was released": ("release", other(Release, "audience", "invited")),
    "why a release was asked for": ("approval", approved("reason", "Never said.")),
    "to whom it was asked for": ("approval", approved("audience", "invited")),
    "when it was approved": ("approval", approved("approved_at", timezone.now())),
    "from when a text is in force": ("commencement", other(Commencement, "date", date(2030, 1, 1))),
    "where it was published": ("commencement", other(Commencement, "source", "Nowhere")),
    "a step of an amendment": ("step", other(StateChange, "state", "withdrawn")),
    "when a step was taken": ("step", later(StateChange, "at")),
    "why a step was taken": ("step", other(StateChange, "reason", "Never said.")),
    "the number of the law": ("step", other(StateChange, "number", "13-L")),
    "who checked the text": ("check", other(LegalCheck, "reviewer_label", "Nobody")),
    "what the check said": ("check", other(LegalCheck, "answer", "All is well.")),
    "which text was checked": ("check", other(LegalCheck, "text_hash", "0" * 64)),
    "the hash of a version": ("version", other(Version, "root_hash", "0" * 64)),
    "the hash of a draft": ("draft", other(Draft, "root_hash", "0" * 64)),
}


@pytest.mark.parametrize("what", CHANGED, ids=str)
def test_a_changed_row_is_named(record, what):
    kind, change = CHANGED[what]
    row = change()
    assert f"The {kind} {row.pk} is not as it was recorded." in chain_faults()
    with pytest.raises(CommandError):
        call_command("verify_seals")


@pytest.mark.parametrize("kind", ["release", "commencement", "step"])
def test_a_deleted_row_is_named(record, kind):
    row = row_of(kind)
    type(row).objects.filter(pk=row.pk)._raw_delete("default")
    assert f"The {kind} {row.pk} is gone: the chain knows it." in chain_faults()


def test_an_approval_taken_back_is_named(record):
    row = row_of("approval")
    ReleaseRequest.objects.filter(pk=row.pk).update(approved_at=None, approved_by=None)
    assert f"The approval {row.pk} is gone: the chain knows it." in chain_faults()


def test_a_row_that_was_slipped_in_is_named(record):
    [row] = StateChange.objects.bulk_create(
        [StateChange(amendment=record.amendment, state="withdrawn", at=timezone.now(), by=record.drafter)]
    )
    assert chain_faults() == [f"The step {row.pk} stands in no link of the chain."]


def test_a_row_that_cannot_be_read_is_named_and_hides_no_other(record, monkeypatch):
    release, step = row_of("release"), row_of("step")
    StateChange.objects.filter(pk=step.pk).update(reason="Never said.")
    monkeypatch.setattr(Release, "text", property(lambda row: row.nothing))
    found = chain_faults()
    assert f"The release {release.pk} cannot be read (AttributeError)." in found
    assert f"The step {step.pk} is not as it was recorded." in found


def test_a_link_taken_out_is_named(record):
    link = first_link("version")
    ChainLink.objects.filter(pk=link.pk)._raw_delete("default")
    assert chain_faults() == [
        f"Link {link.number} of the chain is gone.",
        f"The version {link.row} stands in no link of the chain.",
    ]


def test_a_changed_link_is_named(record):
    link = first_link("release")
    ChainLink.objects.filter(pk=link.pk).update(content="0" * 64)
    found = chain_faults()
    assert f"Link {link.number} of the chain does not give its hash." in found
    assert f"The release {link.row} is not as it was recorded." in found


def test_a_link_computed_anew_breaks_the_next_one(record):
    link = first_link("version")
    link.content = "0" * 64
    ChainLink.objects.filter(pk=link.pk).update(content=link.content, sha256=link_hash(link))
    assert f"Link {link.number + 1} of the chain does not follow the one before it." in chain_faults()


def _cut():
    """The last link with its row, and the end of the chain set back."""
    last = ChainLink.objects.order_by("-number").first()
    ChainLink.objects.filter(pk=last.pk)._raw_delete("default")
    recorded_kinds()[last.kind].rows().filter(pk=last.row)._raw_delete("default")
    ChainHead.objects.update(number=last.number - 1, sha256=last.previous)
    return last


def test_the_end_of_the_chain_is_known(record):
    last = ChainLink.objects.order_by("-number").first()
    ChainLink.objects.filter(pk=last.pk)._raw_delete("default")
    assert (
        f"The chain ends at link {last.number - 1}, where link {last.number} should be the last one."
        in chain_faults()
    )
    ChainHead.objects.all().delete()
    assert "The end of the chain is not known." in chain_faults()


@pytest.fixture
def log(world, settings, tmp_path, django_capture_on_commit_callbacks):
    """The log of heads, with one head in it."""
    settings.MADDA_CHAIN_LOG = tmp_path / "heads" / "chain.log"
    with django_capture_on_commit_callbacks(execute=True):
        law.release(world.base, "public", world.drafter, world.secretary)
    assert chain_faults() == []
    return settings.MADDA_CHAIN_LOG


def test_an_end_that_was_cut_off_is_missed_by_the_log_alone(log, world):
    seals.lift(connection)
    last = _cut()
    assert (
        f"The log of heads names another link {last.number}: the chain was cut or computed anew."
        in chain_faults()
    )
    log.write_text("")
    assert chain_faults() == [f"The log of heads ends at link 0, the chain at {last.number - 1}."]
    seals.install(connection)


def test_a_chain_that_was_computed_anew_shows_in_the_log(log, world):
    seals.lift(connection)
    last = ChainLink.objects.order_by("-number").first()
    row = recorded_kinds()[last.kind].rows().filter(pk=last.row)
    row.update(at=timezone.now())
    last.content = content_hash(recorded_kinds()[last.kind], row.get())
    last.sha256 = link_hash(last)
    ChainLink.objects.filter(pk=last.pk).update(content=last.content, sha256=last.sha256)
    ChainHead.objects.update(sha256=last.sha256)
    assert chain_faults() == [
        f"The log of heads names another link {last.number}: the chain was cut or computed anew."
    ]
    seals.install(connection)


def test_a_line_that_this_site_did_not_write_is_named(log, world):
    text = log.read_text()
    log.write_text(text + text.replace(" ", " 1", 1))
    assert chain_faults() == ["Line 2 of the log of heads was not written by this site."]


def test_a_log_that_cannot_be_written_stops_no_step(
    world, settings, tmp_path, caplog, django_capture_on_commit_callbacks
):
    (tmp_path / "file").write_text("")
    settings.MADDA_CHAIN_LOG = tmp_path / "file" / "chain.log"
    with django_capture_on_commit_callbacks(execute=True):
        law.release(world.base, "public", world.drafter, world.secretary)
    assert Release.objects.filter(version=world.base, audience="public").exists()
    assert "cannot be appended" in caplog.text
    assert "The log of heads ends at link 0" in chain_faults()[0]


def test_what_was_answered_is_answered_for_good(world):
    approval, check = row_of("approval"), row_of("check")
    for row, change in ((approval, {"approved_at": None, "approved_by": None}), (check, {"answer": "Other"})):
        with pytest.raises(DatabaseError, match=seals.REFUSAL), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(**change)
        with pytest.raises(DatabaseError, match=seals.REFUSAL), transaction.atomic():
            type(row).objects.filter(pk=row.pk)._raw_delete("default")


def test_nothing_is_recorded_while_the_clock_is_behind(world):
    head = ChainHead.objects.get(pk=1)
    for behind, is_refused in ((timedelta(seconds=30), False), (timedelta(hours=1), True)):
        ChainHead.objects.update(moved_at=timezone.now() + behind)
        before = ChainLink.objects.count(), Release.objects.count()
        if is_refused:
            with pytest.raises(ClockWentBack, match="The clock of the server is wrong"):
                law.release(world.base, "public", world.drafter, world.secretary)
            assert (ChainLink.objects.count(), Release.objects.count()) == before
        else:
            law.release(world.base, "invited", world.drafter, world.secretary)
            assert ChainLink.objects.count() == before[0] + 1
    assert head.number + 1 == ChainHead.objects.get(pk=1).number
