"""What stands in the way of sealing, named on the first page of the drafters with a link to it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.return_check import ReturnCheck
from amendments.actions.checking.tick_finding import TickFinding
from amendments.actions.checking.write_finding import FindingData, WriteFinding
from amendments.audit.actor import Actor
from amendments.models import AmendedAct, CheckFinding
from amendments.queries.my_tasks.drafting_tasks import drafting_tasks
from tests.factories import law


@pytest.fixture
def written(world):
    return law.add(world.amendment, world.drafter, "repeal", "2.2")


def seal_task(person):
    return next(task for task in drafting_tasks(person) if "seal draft" in task.title.lower())


def stops(person):
    return [(link.label, link.url) for link in seal_task(person).stops]


def returned(world):
    reviewer = law.join_legal_service(law.make_reviewer())
    check = AskCheck(world.amendment, reviewer, localdate(), actor=Actor.now(world.drafter)).execute()
    act = AmendedAct.objects.get(amendment=world.amendment)
    data = FindingData(CheckFinding.Severity.BLOCKS, "Unclear.", act.instructions.first(), act, "")
    finding = WriteFinding(check, data, actor=Actor.now(reviewer)).execute()
    ReturnCheck(check, actor=Actor.now(reviewer, reason="See there.")).execute()
    return finding


def test_a_text_without_a_check_leads_to_asking_for_one(world, written):
    asks = reverse("amendments:ask_check", args=[world.amendment.pk])
    assert seal_task(world.drafter).stop == "1 check blocks sealing"
    assert stops(world.drafter) == [("The legal service has not passed the text", asks)]


@pytest.mark.whole
def test_findings_lead_to_the_check_and_when_ticked_off_to_another_one(world, written):
    finding = returned(world)
    page = reverse("amendments:check", args=[finding.legal_check_id])
    assert stops(world.drafter) == [("1 finding of the legal check must be corrected", page)]
    TickFinding(finding, is_done=True, actor=Actor.now(world.drafter)).execute()
    assert [label for label, _url in stops(world.drafter)] == [
        "The corrected text waits for another legal check"
    ]


def test_a_text_that_passed_has_no_stop_until_it_is_changed(world, written):
    law.record_pass(world.amendment, world.drafter)
    assert (seal_task(world.drafter).stop, stops(world.drafter)) == ("", [])
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    assert [label for label, _url in stops(world.drafter)] == [
        "The text has changed since it passed the legal check"
    ]


def test_a_text_that_passed_leads_to_sealing_and_not_back_to_an_instruction(world, written):
    law.record_pass(world.amendment, world.drafter)
    task = seal_task(world.drafter)
    assert (task.title, task.action) == ("Seal draft 1", "Read and seal")
    assert task.url == reverse("amendments_admin:seal", args=[world.amendment.pk])


@pytest.mark.whole
def test_a_newer_text_of_the_act_is_a_second_stop(world, written):
    other = law.make_amendment(world.section, world.base, world.drafter)
    law.add(other, world.drafter, "replace_number", "2.1", old="10", new="20")
    law.adopt(law.seal(other, world.drafter), world.drafter)
    task = next(task for task in drafting_tasks(world.drafter) if task.about == world.amendment.title)
    assert task.stop == "2 checks block sealing"
    assert task.stops[1].label.startswith("There is a newer text of ")


def test_the_button_leads_to_where_the_person_stopped(world, written):
    task = seal_task(world.drafter)
    assert task.action == "Go on at 2.2"
    assert task.url == reverse("amendments_admin:instruction", args=[world.amendment.pk, written.pk])
    colleague = law.make_drafter(world.section, "colleague")
    assert seal_task(colleague).action == "Go on"


@pytest.mark.parametrize("target", ["*", "annex 1 row 2"])
def test_a_name_that_is_no_number_is_not_put_into_a_sentence(world, written, target):
    written.operation = {**written.operation, "target": target}
    written.save()
    assert seal_task(world.drafter).action == "Go on"


@pytest.mark.whole
def test_many_amendments_cost_no_more_queries(world, written):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            drafting_tasks(type(world.drafter).objects.get(pk=world.drafter.pk))
        return len(captured)

    before = queries()
    for _number in range(3):
        more = law.make_amendment(world.section, world.base, world.drafter)
        law.add(more, world.drafter, "repeal", "2.2")
    assert queries() == before
