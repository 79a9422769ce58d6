"""The audiences of a release: a plugin's own beside ours, in every form and rule, and what the check refuses."""

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext_lazy
from wagtail import hooks

from amendments.actions.publication.release_version import ReleaseVersion
from amendments.actions.publication.request_release import RequestRelease
from amendments.audiences import every_audience, label_of
from amendments.audit.actor import Actor
from amendments.checks import audiences_widen
from amendments.errors import AudienceNotWider, ReleaseStopped, UnknownAudience
from amendments.models import Draft
from tests.factories import law
from tests.plugins.deputies import Deputies


@pytest.fixture
def deputies():
    with hooks.register_temporarily("register_audiences", Deputies):
        yield


@pytest.fixture
def draft(world, once):
    return once(_draft, world)


def _draft(world):
    """The second draft."""
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    law.seal(world.amendment, world.drafter)
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    return law.seal(world.amendment, world.drafter)


def shown(world, person):
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    with translation.override("en"):
        return client.get(world.amendment.url).content.decode()


def test_an_audience_stands_where_its_width_says(deputies):
    assert [audience.slug for audience in every_audience()] == [
        "drafting_body",
        "invited",
        "committee",
        "deputies",
        "public",
    ]


def test_an_audience_of_a_plugin_is_asked_for_and_released_on_the_pages(world, draft, deputies):
    assert '<option value="deputies">deputies</option>' in shown(world, world.drafter)
    law.release(draft, "deputies", world.drafter, world.secretary)
    page = shown(world, world.secretary)
    assert '<span class="tag is-plain">deputies</span>' in page
    rows = shown(world, world.drafter).split("<tr>")
    offered = next(row for row in rows if "Draft 2" in row and "<option" in row)
    assert '<option value="public">' in offered
    assert '<option value="committee">' not in offered


def test_those_who_belong_to_the_audience_of_a_plugin_read_what_is_released_to_it(world, draft, deputies):
    deputy, other = law.make_user("deputy", "deputies"), law.make_user("somebody")
    assert not Draft.objects.visible_to(deputy).exists()
    law.release(draft, "deputies", world.drafter, world.secretary)
    assert list(Draft.objects.visible_to(deputy)) == [draft]
    assert not Draft.objects.visible_to(other).exists()


def test_a_release_to_an_audience_of_a_plugin_widens_like_every_other(world, draft, deputies):
    law.release(draft, "deputies", world.drafter, world.secretary)
    with pytest.raises(AudienceNotWider):
        RequestRelease(draft, "committee", actor=Actor.now(world.drafter)).execute()
    law.release(draft, "public", world.drafter, world.secretary)


@pytest.mark.whole
def test_what_an_audience_waits_for_stands_in_the_way_of_it_and_of_wider_ones(world, draft, deputies):
    first = Draft.objects.get(number=1)
    for audience in ("deputies", "public"):
        RequestRelease(first, audience, actor=Actor.now(world.drafter)).execute()
        with pytest.raises(ReleaseStopped, match="The deputies read the second draft"):
            ReleaseVersion(first, audience, actor=Actor.now(world.secretary)).execute()
    assert "The deputies read the second draft." in shown(world, world.secretary)
    law.release(first, "committee", world.drafter, world.secretary)


def test_an_unknown_audience_is_refused(world, draft):
    with pytest.raises(UnknownAudience):
        RequestRelease(draft, "deputies", actor=Actor.now(world.drafter)).execute()
    with pytest.raises(UnknownAudience):
        ReleaseVersion(draft, "deputies", actor=Actor.now(world.secretary)).execute()


def test_a_release_to_the_audience_of_a_plugin_that_is_gone_opens_nothing(world, draft):
    with hooks.register_temporarily("register_audiences", Deputies):
        law.release(draft, "deputies", world.drafter, world.secretary)
    assert not Draft.objects.visible_to(law.make_user("deputy", "deputies")).exists()
    assert label_of("deputies") == "deputies"
    page = shown(world, world.drafter)
    assert "nobody yet" in page
    law.release(draft, "committee", world.drafter, world.secretary)


def _with(**attributes):
    return type("Other", (Deputies,), attributes)


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        (_with(width=40), "The audiences committee, deputies have the same width 40."),
        (_with(width=100), "have the same width 100."),
        (_with(width=101), "No audience may be narrower than the drafting body or wider than the public."),
        (_with(width=-1), "No audience may be narrower than the drafting body or wider than the public."),
        (_with(width=1.5), "The width of the audience 'deputies' is no whole number."),
        (_with(slug="Deputies of 2026"), "needs a slug of small letters"),
        (_with(slug="d" * 21), "needs a slug of small letters"),
        (_with(label="deputies"), "cannot be translated: use gettext_lazy."),
    ],
)
def test_the_site_does_not_start_with_an_unclear_audience(audience, words):
    with hooks.register_temporarily("register_audiences", audience):
        found = audiences_widen(None)
    assert [message.id for message in found] == ["amendments.E010"]
    assert words in found[0].msg


def test_the_audiences_of_this_site_are_in_order():
    assert audiences_widen(None) == []
    with hooks.register_temporarily("register_audiences", _with(label=gettext_lazy("people"))):
        assert audiences_widen(None) == []


@pytest.mark.parametrize(("language", "words"), [("az", "ictimaiyyət"), ("ru", "общественность")])
def test_audiences_are_called_in_the_language_of_the_reader(language, words):
    with translation.override(language):
        assert label_of("public").casefold() == words
