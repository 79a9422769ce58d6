"""A finding is written about a provision that can be found again."""

import pytest
from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.write_finding import FindingData, WriteFinding
from amendments.audit.actor import Actor
from amendments.errors.of_checks import FindingWithoutPlace
from amendments.models import AmendedAct, CheckFinding, Instruction
from tests.factories import law


def test_a_provision_without_an_identity_is_no_place_of_a_finding(world):
    row = law.add(world.amendment, world.drafter, "insert_element", "2.9", new="Dogs pay.")
    Instruction.objects.filter(pk=row.pk).update(operation={**row.operation, "creates": {}})
    act = law.act_of(world.amendment)
    AmendedAct.objects.filter(pk=act.pk).update(revision=act.revision + 1)
    reviewer = law.join_legal_service(law.make_reviewer())
    check = AskCheck(world.amendment, reviewer, localdate(), actor=Actor.now(world.drafter)).execute()
    data = FindingData(CheckFinding.Severity.BLOCKS, "Two norms collide.", act=act, cited="2.9")
    with pytest.raises(FindingWithoutPlace):
        WriteFinding(check, data, actor=Actor.now(reviewer)).execute()
    assert not check.findings.exists()
