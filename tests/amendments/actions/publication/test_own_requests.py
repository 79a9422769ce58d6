"""A person who asks for a release may not give or approve it. `tests/permissions` covers all other permissions."""

import pytest
from django.contrib.auth.models import Group

from amendments.actions.publication.approve_release import ApproveRelease
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.actions.publication.request_release import RequestRelease
from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from tests.factories import law


def test_nobody_releases_or_approves_the_own_request(world):
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    draft = law.seal(world.amendment, world.drafter)
    both = law.make_user("both", permissions=["release_version", "approve_release"])
    law.appoint(both, "secretary")
    drafters = Group.objects.get(name=f"drafters of {world.section.title}")
    both.groups.through.objects.create(user=both, group=drafters)  # past the guard that keeps the roles apart
    request = RequestRelease(draft, "public", actor=Actor.now(both)).execute()
    with pytest.raises(NotAllowed):
        ReleaseVersion(draft, "public", actor=Actor.now(both)).execute()
    with pytest.raises(NotAllowed):
        ApproveRelease(request, actor=Actor.now(both)).execute()
