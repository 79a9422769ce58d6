"""Who took the proof of a receipt away is logged with its hash."""

import pytest
from wagtail.log_actions import registry

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from consultations.actions.submissions.log_receipt import LogReceipt
from tests.factories import consultation as make


def written(world):
    place = make.chosen(world.draft, "2.1")
    return make.draft(world.round, world.ngo_author, world.ngo, make.content(place)).submission


def test_a_sender_is_logged(world):
    sent = make.send(written(world), world.ngo_focal)
    LogReceipt(sent, actor=Actor.now(world.ngo_author)).execute()
    (entry,) = registry.get_logs_for_instance(sent).filter(action="consultations.download_receipt")
    assert (entry.user, entry.data["hash"]) == (world.ngo_author, sent.sha256)


def test_what_was_not_received_has_no_proof_and_others_get_none(world):
    submission = written(world)
    with pytest.raises(NotAllowed):
        LogReceipt(submission, actor=Actor.now(world.ngo_author)).execute()
    sent = make.send(submission, world.ngo_focal)
    with pytest.raises(NotAllowed):
        LogReceipt(sent, actor=Actor.now(world.secretary)).execute()
