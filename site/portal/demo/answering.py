"""How the comments of the demo were answered: merged, proposed, decided."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.group_comments import GroupComments
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.answers.write_answer import Target
from consultations.models import Comment
from consultations.rules.answer_kinds import Answer
from consultations.values import Effect
from portal.demo.register import Consulting
from portal.demo.story import Step, digits

ANSWERED = {
    "": "2025-03-24T15:00:00+04:00",
    "v2": "2025-04-12T10:00:00+04:00",
    "v3": "2025-05-24T10:00:00+04:00",
}
DECIDED = "2025-05-25T10:00:00+04:00"


def answered(told: Consulting, comments: list[dict[str, Any]]) -> Iterator[Step]:
    """The answers, after the drafts in which they took effect."""
    law = told.law
    for row in comments:
        drafts = sorted(target["draft"] for target in row["disposition_targets"] if "draft" in target)
        late = "v3" if row["round"] == "r2" else ""
        at = law.at(ANSWERED[max([late, *drafts])]) + timedelta(minutes=digits(row["id"]))
        if row["duplicate_of"]:
            yield Step(
                at + timedelta(hours=1),
                6,
                f"{row['id']} is merged",
                partial(_merge, told, row, at),
            )
        else:
            yield Step(at, 6, f"{row['id']} is answered", partial(_propose, told, row, at))
        decided = law.at(DECIDED) + timedelta(minutes=digits(row["id"]))
        yield Step(decided, 6, f"{row['id']} is decided", partial(_decide, told, row, decided))


def _propose(told: Consulting, row: dict[str, Any], at: datetime) -> None:
    actor = told.law.actor("secretary", at, row["disposition_reason"])
    comment = Comment.objects.get(pk=told.comments[row["id"]].pk)
    targets = [_target(told, comment, target) for target in row["disposition_targets"]]
    ProposeDisposition(comment, Answer(row["disposition"]), targets, actor=actor).execute()


def _target(told: Consulting, comment: Comment, given: dict[str, Any]) -> Target:
    law = told.law
    if "instruction" in given:
        return Target(
            instruction=law.instructions[given["instruction"]],
            effect=Effect(given["effect"]),
            draft=law.drafts[f"first-{given['draft']}"],
        )
    if "comment" in given:
        return Target(comment=told.comments[given["comment"]])
    version = comment.submission.round.draft.versions.get()
    entry = version.entries.select_related("provision").get(number=given["provision"])
    return Target(provision=entry.provision)


def _merge(told: Consulting, row: dict[str, Any], at: datetime) -> None:
    main = Comment.objects.get(pk=told.comments[row["duplicate_of"]].pk)
    other = Comment.objects.get(pk=told.comments[row["id"]].pk)
    GroupComments(main, [other], actor=told.law.actor("secretary", at)).execute()


def _decide(told: Consulting, row: dict[str, Any], at: datetime) -> None:
    actor = told.law.actor("secretary", at)
    comment = Comment.objects.get(pk=told.comments[row["id"]].pk)
    DecideDisposition(comment, actor=actor, decided_in="Committee meeting 3").execute()
