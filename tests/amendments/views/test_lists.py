"""Lists: pages, states, empty ones."""

from datetime import date

from amendments.actions.drafting.change_state import ChangeState
from amendments.audit.actor import Actor
from amendments.states import State
from amendments.views import acts
from tests.factories import law


def test_the_library_is_cut_into_pages(stage, monkeypatch):
    monkeypatch.setattr(acts, "PAGE_SIZE", 3)
    world = stage.world
    for number in range(2, 6):
        law.release(
            law.make_act(world.section, world.drafter, number=f"{number:02}-L"),
            "public",
            world.drafter,
            world.secretary,
        )
    first = stage.client("public").get("/en/acts/").content.decode()
    last = stage.client("public").get("/en/acts/?page=2").content.decode()
    assert "Law 02-L" in first
    assert "Law 05-L" not in first
    assert "Law 05-L" in last
    assert 'aria-current="page"' in last
    assert stage.client("public").get("/en/acts/?page=many").status_code == 200


def test_an_act_under_change_says_so_until_the_change_is_law(stage):
    stage.release("public")
    assert "changes proposed" in stage.client("public").get("/en/acts/").content.decode()
    ChangeState(
        stage.world.amendment, State.WITHDRAWN, actor=Actor.now(stage.world.drafter, reason="No money.")
    ).execute()
    assert "changes proposed" not in stage.client("public").get("/en/acts/").content.decode()


def test_a_state_that_is_not_public_is_shown_to_those_who_work_on_it(stage):
    stage.release("public")
    for url in (stage.world.amendment.url, stage.world.section.url, stage.world.base.instrument.url):
        assert "Drafting (working version)" not in stage.client("public").get(url).content.decode()
        assert "Drafting (working version)" in stage.client("drafter").get(url).content.decode()


def test_empty_lists_say_what_will_stand_there(stage):
    assert "No act is published yet." in stage.client("public").get("/en/acts/").content.decode()
    assert (
        "Nothing is open to you yet." in stage.client("public").get(stage.world.section.url).content.decode()
    )
    blank = law.make_amendment(stage.world.section, stage.world.base, stage.world.drafter, "Blank")
    assert "No draft is sealed yet." in stage.client("drafter").get(blank.url).content.decode()


def test_an_act_says_from_when_it_is_in_force(stage):
    newer = law.adopt(stage.draft, stage.world.drafter, "9-L", date(2026, 5, 2))
    law.release(newer, "public", stage.world.drafter, stage.world.secretary)
    page = stage.client("public").get(newer.instrument.url).content.decode()
    assert "by law 9-L" in page
    assert "in force from 2 May 2026" in page
    assert "in force from 2 May 2026" in stage.client("public").get(newer.url).content.decode()
