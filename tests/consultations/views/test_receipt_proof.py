"""The proof of a receipt: the own words of its senders, checked by the script, and nobody else's."""

import io
import json
import zipfile
from base64 import b64decode

import pytest
from django.urls import reverse
from wagtail.log_actions import registry

from amendments.audit.actor import Actor
from amendments.proving import verify
from consultations.actions.comments.cover_words import CoverWords
from consultations.actions.sent_event import Shown
from consultations.models import Submission
from consultations.personal_data import OwnSubmissions
from tests.factories import consultation as make


@pytest.fixture
def sent(world):
    """A submission of the NGO with two comments, and one of somebody else."""
    written = [
        make.draft(
            world.round,
            world.ngo_author,
            world.ngo,
            make.content(make.chosen(world.draft, "2.1"), rationale=rationale),
        )
        for rationale in ("The fare is too high.", "Mr Kelp of Pier 3 said so.")
    ]
    return make.send(written[0].submission, world.ngo_focal)


def bundle_of(client, submission):
    response = client.get(reverse("consultations:receipt_proof", args=[submission.pk]))
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-cache"
    return response.content


def opened(bundle):
    with zipfile.ZipFile(io.BytesIO(bundle)) as box:
        return {name: box.read(name).decode(errors="replace") for name in box.namelist()}


def test_the_bundle_proves_what_was_sent(world, client, sent):
    client.force_login(world.ngo_author)
    bundle = bundle_of(client, sent)
    assert verify.faults(bundle) == []
    assert "The fare is too high." in list(verify.covered_words(bundle))
    assert sent.sha256 in opened(bundle)[verify.PROOF]
    assert bundle == bundle_of(client, sent)
    page = client.get(reverse("consultations:receipt", args=[sent.pk])).content.decode()
    assert reverse("consultations:receipt_proof", args=[sent.pk]) in page
    entries = registry.get_logs_for_instance(sent).filter(action="consultations.download_receipt")
    assert {entry.data["hash"] for entry in entries} == {sent.sha256}


def test_the_file_of_the_own_data_holds_the_proof(world):
    """Whoever leaves takes along what can be checked without the site."""
    citizen = world.citizen
    make.send(
        make.draft(world.round, citizen, None, make.content(make.chosen(world.draft, "2.1"))).submission,
        citizen,
    )
    begun = OwnSubmissions().rows(world.ngo_author)
    (row,) = OwnSubmissions().rows(citizen)
    bundle = b64decode(row["proof_zip_base64"])
    assert verify.faults(bundle) == []
    assert row["sha256"] in opened(bundle)[verify.PROOF]
    assert "/record/" in opened(bundle)[verify.README]
    assert list(begun) == []


def test_covered_words_stand_in_it_as_a_hash(world, client, sent):
    covered = sent.comments.get(rationale__startswith="Mr Kelp")
    CoverWords(covered, Shown("[…]"), actor=Actor.now(world.secretary, reason="Personal data.")).execute()
    client.force_login(world.ngo_author)
    bundle = bundle_of(client, Submission.objects.get(pk=sent.pk))
    assert verify.faults(bundle) == []
    files = "".join(opened(bundle).values())
    assert "Kelp" not in files
    assert "The fare is too high." in files


def test_a_word_put_into_it_is_named(world, client, sent):
    client.force_login(world.ngo_author)
    with zipfile.ZipFile(io.BytesIO(bundle_of(client, sent))) as box:
        files = {name: box.read(name) for name in verify.NAMES}
    proof = json.loads(files[verify.PROOF])
    proof["receipt"]["comments"][0]["rationale"] = "The fare is fine."
    (fault,) = verify.faults(verify.packed(files | {verify.PROOF: verify.as_json(proof)}))
    assert fault.endswith("is not the one of which the receipt has the hash.")


def test_nobody_else_gets_it(world, client, sent):
    url = reverse("consultations:receipt_proof", args=[sent.pk])
    assert client.get(url).status_code == 302
    for person in (world.secretary, world.drafter):
        client.force_login(person)
        assert client.get(url).status_code == 404
    client.force_login(world.ngo_focal)
    assert client.post(url).status_code == 405


def test_a_nil_return_is_proved_too(world, client):
    from consultations.actions.submissions.nil_return import NilReturn

    row = NilReturn(world.round, world.ngo, actor=Actor.now(world.ngo_focal)).execute()
    client.force_login(world.ngo_focal)
    assert verify.faults(bundle_of(client, row)) == []
