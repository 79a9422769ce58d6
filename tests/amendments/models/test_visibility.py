"""Audience × reader: who may read a draft and its versions."""

import pytest
from django.contrib.auth.models import AnonymousUser

from amendments.actions.publication.approve_release import ApproveRelease
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.actions.publication.request_release import RequestRelease
from amendments.audit.actor import Actor
from amendments.errors import AudienceNotWider, ReleaseNotApproved, ReleaseNotRequested
from amendments.models import Draft, Version
from tests.factories import law

READERS = {
    # released to:      nobody,  asked,   body,    invited, committee, public
    "drafter":         (True,    True,    True,    True,    True,      True),
    "other drafter":   (False,   False,   False,   False,   False,     True),
    "secretary":       (False,   True,    True,    True,    True,      True),
    "chair":           (False,   True,    True,    True,    True,      True),
    "ombudsman":       (False,   False,   False,   True,    True,      True),
    "somebody":        (False,   False,   False,   False,   False,     True),
    "administrator":   (False,   False,   False,   False,   False,     True),
    "public":          (False,   False,   False,   False,   False,     True),
}  # fmt: skip
STAGES = ("nobody", "asked", "body", "invited", "committee", "public")
AUDIENCES = {
    "body": "drafting_body",
    "invited": "invited",
    "committee": "committee",
    "public": "public",
}


@pytest.fixture
def draft(world, once):
    return once(_draft, world)


def _draft(world):
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    return law.seal(world.amendment, world.drafter)


@pytest.mark.parametrize("stage", STAGES)
def test_audience_and_reader(world, draft, stage):
    people = {
        "drafter": world.drafter,
        "other drafter": world.other,
        "secretary": world.secretary,
        "chair": world.chair,
        "ombudsman": law.make_user("ombudsman", permissions=["read_released", "read_every_committee"]),
        "somebody": law.make_user("somebody"),
        "administrator": law.make_user("administrator", is_superuser=True),
        "public": AnonymousUser(),
    }
    if stage == "asked":
        RequestRelease(draft, "public", actor=Actor.now(world.drafter)).execute()
    elif stage != "nobody":
        law.release(draft, AUDIENCES[stage], world.drafter, world.secretary)
    expected = {name: row[STAGES.index(stage)] for name, row in READERS.items()}
    version = law.text_in(draft)
    for rows, text in ((Draft.objects, draft), (Version.objects, version)):
        seen = {name: rows.visible_to(person).contains(text) for name, person in people.items()}
        assert seen == expected


def test_a_release_only_widens(world, draft):
    law.release(draft, "committee", world.drafter, world.secretary)
    for audience in ("drafting_body", "invited", "committee"):
        with pytest.raises(AudienceNotWider):
            RequestRelease(draft, audience, actor=Actor.now(world.drafter)).execute()


def test_what_nobody_asked_for_is_not_released(world, draft):
    RequestRelease(draft, "invited", actor=Actor.now(world.drafter)).execute()
    with pytest.raises(ReleaseNotRequested):
        ReleaseVersion(draft, "public", actor=Actor.now(world.secretary)).execute()


def test_a_site_may_ask_for_the_approval_of_the_chair(world, draft, settings):
    settings.MADDA_RELEASE_NEEDS_APPROVAL = True
    request = RequestRelease(draft, "public", actor=Actor.now(world.drafter)).execute()
    with pytest.raises(ReleaseNotApproved):
        ReleaseVersion(draft, "public", actor=Actor.now(world.secretary)).execute()
    ApproveRelease(request, actor=Actor.now(world.chair)).execute()
    ReleaseVersion(draft, "public", actor=Actor.now(world.secretary)).execute()
