"""Who else touches a provision: what a drafter is told, and what nobody is told who may not read it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.audit.actor import Actor
from amendments.models import Amendment, Section
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.touching import also_touched, stored_touches, worked_touches
from amendments.states import State
from tests.factories import law
from tests.shares import telling

pytestmark = pytest.mark.whole


@pytest.fixture
def mine(world):
    return law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")


@pytest.fixture
def rival(world):
    """An amendment of another body on the same act."""
    law.release(world.base, "public", world.drafter, world.secretary)
    return law.make_amendment(Section.objects.get(title="Harbour Board"), world.base, world.other, "Rival")


def others(user, row, **given):
    act = row.amended_act
    found = also_touched(user, act, stored_touches(row), but=row.pk, **given)
    return [
        (each.amendment.title, each.draft.label if each.draft else each.key, [(s.number, s.touch) for s in each.shared], each.is_conflict)
        for each in found.others
    ]  # fmt: skip


def test_other_instructions_of_the_amendment_are_named(world, mine):
    last = law.add(world.amendment, world.drafter, "add_sentence", "2.1", new="It is paid once.")
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    title = world.amendment.title
    assert others(world.drafter, mine) == [(title, "a02", [("2.1", "words")], False)]
    assert others(world.drafter, last) == [(title, "a01", [("2.1", "words")], False)]


def test_a_proposal_counts_and_what_was_withdrawn_does_not(world, mine):
    change = law.operation("repeal", "2.1")
    ProposeInstruction(law.act_of(world.amendment), change, actor=Actor.now(world.secretary)).execute()
    last = law.add(world.amendment, world.drafter, "add_sentence", "2.1", new="It is paid once.")
    assert [found[1] for found in others(world.drafter, mine)] == ["a02", "a03"]
    WithdrawInstruction(last, actor=Actor.now(world.drafter, reason="No.")).execute()
    assert [found[1] for found in others(world.drafter, mine)] == ["a02"]


def test_an_amendment_of_the_own_body_is_named_before_it_is_sealed(world, mine):
    own = law.make_amendment(world.section, world.base, world.drafter, "Second")
    law.add(own, world.drafter, "repeal", "2.1")
    assert others(world.drafter, mine) == [("Second", "a01", [("2.1", "repeals")], True)]
    assert others(world.other, mine) == []
    assert others(world.secretary, mine) == []


def test_an_amendment_of_another_body_is_named_by_its_newest_readable_draft(world, mine, rival):
    law.add(rival, world.other, "restate", "2.1", new="The fare is set by the Board.")
    assert others(world.drafter, mine) == []  # nobody but the body knows
    first = law.seal(rival, world.other)
    assert others(world.drafter, mine) == []
    law.release(first, "public", world.other, world.secretary)
    assert others(world.drafter, mine) == [("Rival", "Draft 1", [("2.1", "restates")], True)]
    law.add(rival, world.other, "repeal", "1.2.1")
    law.seal(rival, world.other)
    assert others(world.drafter, mine) == [("Rival", "Draft 1", [("2.1", "restates")], True)]


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.REJECTED, State.IN_FORCE])
def test_an_amendment_that_is_over_is_not_named(world, mine, state):
    own = law.make_amendment(world.section, world.base, world.drafter, "Second")
    law.add(own, world.drafter, "repeal", "2.1")
    Amendment.objects.filter(pk=own.pk).update(state=state)
    assert others(world.drafter, mine) == []


def test_an_amendment_that_is_law_already_is_not_named(world, mine):
    own = law.make_amendment(world.section, world.base, world.drafter, "Second")
    law.add(own, world.drafter, "repeal", "2.1")
    law.adopt(law.seal(own, world.drafter), world.drafter)
    assert others(world.drafter, mine) == []


def test_two_new_provisions_of_one_number_exclude_each_other(world):
    mine = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay half.")
    own = law.make_amendment(world.section, world.base, world.drafter, "Second")
    law.add(own, world.drafter, "insert_element", "2.3", new="Cats pay half.")
    law.add(own, world.drafter, "insert_element", "2.4", new="Mice pay nothing.", after="2.2")
    assert others(world.drafter, mine) == [("Second", "a01", [("2.3", "inserts")], True)]


def test_what_only_leans_on_a_provision_is_named_only_where_it_excludes_a_change(world):
    mine = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay half.")
    own = law.make_amendment(world.section, world.base, world.drafter, "Second")
    law.add(own, world.drafter, "replace_words", "2.2", old="Children", new="Pupils")
    assert others(world.drafter, mine) == []
    law.add(own, world.drafter, "repeal", "2")
    assert others(world.drafter, mine) == [("Second", "a02", [("2", "repeals")], True)]


def test_another_act_is_not_meant(world, mine):
    base = law.make_act(world.section, world.drafter, number="3-L")
    own = law.make_amendment(world.section, base, world.drafter, "Third")
    law.add(own, world.drafter, "repeal", "2.1")
    law.add(own, world.drafter, "insert_element", "2.3", new="x")
    assert others(world.drafter, mine) == []


def test_it_costs_two_queries_however_long_the_lists_are(world, mine):
    def cost():
        act = law.act_of(world.amendment)
        steps = working_draft(act).steps
        act.instrument  # noqa: B018 - loaded by the page
        with CaptureQueriesContext(connection) as queries:
            also_touched(world.drafter, act, worked_touches(steps))
        return len(queries)

    cost()
    assert cost() == 2
    for number in range(2, 6):
        own = law.make_amendment(world.section, world.base, world.drafter, f"Second {number}")
        law.add(own, world.drafter, "repeal", "2.1")
        law.add(world.amendment, world.drafter, "insert_element", f"2.{number + 1}", new="More.")
    assert cost() == 2


def words(response):
    """A page with single spaces, as a browser shows it."""
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("page", telling(["instruction", "provision", "workspace"], "workspace"))
def test_a_drafter_reads_it_on_the_page_and_nobody_else(world, mine, rival, client, page):
    law.add(rival, world.other, "restate", "2.1", new="The fare is set by the Board.")
    draft = law.seal(rival, world.other)
    arguments = {"instruction": [mine.pk], "provision": [mine.targets.get().provision_id], "workspace": []}[
        page
    ]
    url = reverse(f"amendments_admin:{page}", args=[world.amendment.pk, *arguments])
    client.force_login(world.drafter)
    assert "Rival" not in client.get(url).content.decode()
    law.release(draft, "public", world.other, world.secretary)
    shown = words(client.get(url))
    assert f'<a href="{draft.redline_url}?act={world.base.instrument.slug}">Rival, Draft 1</a>' in shown
    assert "Both cannot become law as they are worded." in shown
    assert client.get(f"{draft.redline_url}?act={world.base.instrument.slug}").status_code == 200
    for person in (world.other, world.secretary, world.chair):
        client.force_login(person)
        assert client.get(url).status_code in (302, 403, 404)


def test_a_preview_names_them_before_anything_is_saved(world, client):
    own = law.make_amendment(world.section, world.base, world.drafter, "Second")
    law.add(own, world.drafter, "insert_element", "2.3", new="Cats pay half.")
    client.force_login(world.drafter)
    url = reverse("amendments_admin:new_instruction", args=[world.amendment.pk])
    given = {"op": "insert_element", "target": "2.3", "new": "Dogs pay half.", "preview": "1"}
    shown = words(client.post(url, given))
    assert "Second, a01" in shown
    assert not world.amendment.instructions.exists()
