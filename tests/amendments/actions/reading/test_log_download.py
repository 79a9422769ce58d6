"""Who took which text away is logged, with what the file contained."""

import pytest
from wagtail.log_actions import registry

from amendments.actions.reading.log_download import LogDownload
from amendments.audit.actor import Actor
from amendments.errors import NoActor, NotAllowed
from tests.factories import law


@pytest.fixture
def draft(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="20")
    return law.seal(world.amendment, world.drafter)


def logged(text):
    return registry.get_logs_for_instance(text).filter(action="amendments.download_text")


@pytest.mark.parametrize("kind", ["draft", "consolidated"])
def test_a_download_is_logged_as_often_as_it_happens(world, draft, kind):
    text = draft if kind == "draft" else world.base
    for _time in range(2):
        LogDownload(
            text, {"format": "docx", "acts": ["On Ferries"]}, actor=Actor.now(world.drafter)
        ).execute()
    entries = list(logged(text))
    assert [entry.user for entry in entries] == [world.drafter, world.drafter]
    assert {entry.data["format"] for entry in entries} == {"docx"}
    assert entries[0].data["acts"] == ["On Ferries"]


def test_who_may_not_read_the_text_downloads_nothing(world, draft):
    with pytest.raises(NotAllowed):
        LogDownload(draft, {}, actor=Actor.now(world.other)).execute()
    with pytest.raises(NoActor):
        LogDownload(draft, {}, actor=None)
    assert not logged(draft)
