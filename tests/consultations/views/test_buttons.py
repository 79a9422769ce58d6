"""Every button is offered to whoever may use it, and to nobody else."""

import re

import pytest
from django.urls import reverse

from amendments.audit.actor import Actor
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.rounds.close_round import CloseRound
from consultations.values import Identity
from tests.factories import consultation as make

BUTTONS = {
    "edit": "edit",
    "withdraw": "withdraw",
    "answer": "answer",
    "identity": "reveal",
    "co-sign": "co-sign",
}
ROLES = (
    "ngo_author", "ngo_focal", "body_author", "body_focal", "citizen", "secretary", "chair", "member",
    "drafter", "legal_reader", "auditor", "admin", "anonymous",
)  # fmt: skip

TABLE = {
    "draft": {"ngo_author": {"edit"}, "ngo_focal": {"edit"}},
    "draft in review": {},
    "draft after the closing time": {},
    "submitted": {
        "ngo_focal": {"withdraw"},
        "body_focal": {"co-sign"},
        "secretary": {"answer"},
        "drafter": {"answer"},
    },
    "submitted, after the closing time": {
        "ngo_focal": {"withdraw"},
        "secretary": {"answer"},
        "drafter": {"answer"},
    },
    "withheld": {
        "ngo_focal": {"withdraw"},
        "body_focal": {"co-sign"},
        "secretary": {"answer", "reveal"},
        "drafter": {"answer"},
    },
    "withdrawn": {},
    "individual": {"citizen": {"withdraw"}, "ngo_focal": {"co-sign"}, "body_focal": {"co-sign"},
                   "secretary": {"answer"}, "drafter": {"answer"}},
}  # fmt: skip


def comment_of(world, name):
    person, body = (world.citizen, None) if name == "individual" else (world.ngo_author, world.ngo)
    more = {"identity": Identity.WITHHELD} if name == "withheld" else {}
    comment = make.draft(world.round, person, body, make.content(**more))
    if name == "draft in review":
        make.ask(comment.submission, world.ngo_author)
    elif not name.startswith("draft"):
        make.send(comment.submission, world.citizen if body is None else world.ngo_focal)
    if name.endswith("closing time"):
        CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    if name == "withdrawn":
        actor = Actor.now(world.ngo_focal, reason="Solved.")
        WithdrawComment(comment, actor=actor).execute()
    return comment


@pytest.mark.parametrize("name", TABLE)
def test_buttons_are_offered_to_whoever_may_use_them(client, world, name):
    comment = comment_of(world, name)
    offered = {}
    for role in ROLES:
        client.logout()
        if role != "anonymous":
            client.force_login(getattr(world, role))
        page = client.get(reverse("consultations:comment", args=[comment.pk])).content.decode()
        steps = re.findall(rf'(?:href|action)="/consultations/comments/{comment.pk}/([a-z-]+)/"', page)
        offered[role] = {BUTTONS[step] for step in steps if step in BUTTONS}
    assert {role: found for role, found in offered.items() if found} == TABLE[name]


@pytest.mark.parametrize("name", ["draft", "submitted", "withheld"])
def test_visibility_and_identity_stand_beside_every_comment_of_ones_own(client, world, name):
    comment = comment_of(world, name)
    shown = "withheld" if name == "withheld" else "shown"
    pages = [
        reverse("consultations:comment", args=[comment.pk]),
        reverse("consultations:submission", args=[comment.submission.pk]),
    ]
    if name != "draft":
        pages += [reverse("consultations:mine"), reverse("consultations:round", args=[world.round.pk])]
    for address in pages:
        client.force_login(world.ngo_author)
        page = client.get(address).content.decode()
        assert "Who may read it: everybody" in page
        assert f"Your identity: {shown}" in page
        client.force_login(world.body_author)
        assert "Your identity:" not in client.get(address).content.decode()
