"""The pages of a draft on three acts: all of them in order, or one of them."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.amendments.conftest import build_world
from tests.amendments.views.conftest import Stage
from tests.factories import law, several

NAMES = ("Law 1-L", "Law 11-L", "Law 12-L")


def _build():
    world = build_world()
    amendment = several.make_amendment(world.section, world.base, world.drafter)
    sealed = law.seal(amendment, world.drafter)
    for text in (*(act.base_version for act in amendment.amended_acts.all()), sealed):
        law.release(text, "public", world.drafter, world.secretary)
    return Stage(world, sealed, {"public": AnonymousUser(), "drafter": world.drafter})


@pytest.fixture(scope="module")
def standing_stage(standing):
    return standing("draft of three acts", _build)


@pytest.fixture
def draft(stage):
    return stage.draft


@pytest.fixture
def read(stage):
    client = stage.client("public")
    return lambda url: client.get(url, follow=True).content.decode()


def headed(page):
    return re.findall(r'class="act-name">([^<]+)<', page)


@pytest.mark.parametrize("view", ["inline", "side", "table", "changed"])
def test_the_redline_shows_the_acts_in_order_and_counts_them_together(draft, read, view):
    page = read(f"{draft.redline_url}?view={view}")
    assert headed(page) == list(NAMES)
    assert "<strong>4</strong> changes" in page
    assert page.index("coins") < page.index("half toll") < page.index("day and")
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("language", "words"), [("az", "dəyişdirilən aktlar:"), ("en", "amends:"), ("ru", "изменяемые акты:")]
)
def test_several_acts_are_headed_in_the_plural(stage, draft, language, words):
    url = draft.amendment.url.replace("/en/", f"/{language}/")
    assert words in stage.client("drafter").get(url).content.decode()


@pytest.mark.parametrize("view", ["inline", "side", "table", "changed"])
def test_one_act_is_chosen_by_its_address_or_number(draft, read, view):
    bridges = law.text_in(draft, 2).instrument
    for name in (bridges.slug, bridges.pk):
        page = read(f"{draft.redline_url}?view={view}&act={name}")
        assert headed(page) == ["Law 11-L"]
        assert "<strong>2</strong> changes" in page
        assert "day and night" not in page
    assert f'href="?view={view}&amp;act={bridges.slug}"' in page or "aria-current" in page


def test_an_act_that_the_draft_does_not_change_is_not_there(draft, stage):
    for url in (draft.url, draft.redline_url, f"{draft.page.url}compare/0/1/"):
        assert stage.client("public").get(f"{url}?act=law-7").status_code == 404


def test_the_texts_and_comparisons_have_the_acts_too(draft, read, stage):
    assert headed(read(draft.url)) == list(NAMES)
    assert headed(read(f"{draft.page.url}compare/0/1/?act=law-12-l")) == ["Law 12-L"]
    law.add(draft.amendment, stage.world.drafter, "repeal", "1.1", place=3)
    second = law.seal(draft.amendment, stage.world.drafter)
    law.release(second, "public", stage.world.drafter, stage.world.secretary)
    page = read(f"{draft.page.url}compare/1/2/")
    assert headed(page) == list(NAMES)
    assert "<strong>1</strong> change" in page


def test_an_act_that_joined_later_is_compared_with_its_base(draft, read, stage):
    world = stage.world
    signs = law.make_act(world.section, world.drafter, text=several.TUNNELS, number="13-L")
    from amendments.actions.drafting.add_amended_act import AddAmendedAct
    from amendments.audit.actor import Actor

    AddAmendedAct(draft.amendment, signs, actor=Actor.now(world.drafter)).execute()
    law.add(draft.amendment, world.drafter, "replace_number", "1.1", place=4, old="40", new="50")
    second = law.seal(draft.amendment, world.drafter)
    law.release(second, "public", world.drafter, world.secretary)
    page = read(f"{draft.page.url}compare/1/2/")
    assert headed(page) == [*NAMES, "Law 13-L"]
    assert "<strong>1</strong> change" in page


def test_one_act_is_as_simple_as_ever(stage, read):
    world = stage.world
    law.add(world.amendment, world.drafter, "repeal", "1.2.2")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    for url in (draft.url, draft.redline_url):
        page = read(url)
        assert headed(page) == []
        assert "?act=" not in page
        assert "All acts" not in page


def test_a_version_leads_to_its_act_in_the_redline(draft, stage):
    version = law.text_in(draft, 3)
    answer = stage.client("public").get(reverse("amendments:version", args=[version.pk]))
    assert answer["Location"] == f"{draft.redline_url}?act=law-12-l"


def test_the_page_of_the_amendment_and_the_lists_name_every_act(draft, read, stage):
    for url in (draft.page.url, stage.world.section.url):
        page = read(url)
        assert all(name in page for name in NAMES)
    for act in (version.instrument for version in draft.versions.all()):
        assert draft.amendment.title in read(act.url)


def test_more_acts_on_a_page_cost_no_more_queries_an_act_than_texts(draft, stage):
    client = stage.client("public")

    def count(url):
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        return len(queries)

    one, three = count(f"{draft.redline_url}?act=law-12-l"), count(draft.redline_url)
    assert three - one <= 2 * 3  # the texts of two more pairs, and their instructions
