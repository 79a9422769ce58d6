"""What was sent earlier is locked and read again before a later submission relates to it."""

from amendments.audit.actor import Actor
from consultations.actions.submissions import submit
from consultations.actions.submissions.withdraw_submission import WithdrawSubmission
from consultations.models import Submission
from consultations.values import SubmissionState
from tests.factories import consultation as make


def sent(world, **more):
    said = make.content(make.chosen(world.draft, "2.1"))
    row = make.draft(world.round, world.ngo_author, world.ngo, said)
    return make.send(row.submission, world.ngo_focal, **more)


def test_what_a_colleague_withdraws_at_this_moment_is_not_replaced(world, monkeypatch):
    first, second = (sent(world) for _ in range(2))

    def waits_for_the_colleague(row):
        if row == second and Submission.objects.get(pk=second.pk).state == SubmissionState.SUBMITTED:
            WithdrawSubmission(second, actor=Actor.now(world.ngo_focal, reason="Mistake.")).execute()

    monkeypatch.setattr(submit, "hold", waits_for_the_colleague)
    assert sent(world, supersedes=True).supersedes == first
    assert Submission.objects.get(pk=second.pk).state == SubmissionState.WITHDRAWN
