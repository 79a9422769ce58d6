"""Pages are found by those who may open them."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.utils import timezone
from django.utils.timezone import localdate
from wagtail.models import Page, PageViewRestriction, Site

from amendments.commencing import FindTheLawOfToday
from amendments.models import Instrument, Library
from portal.home.search_sources import PageSource, readable_only_by_some
from search.indexing import rebuild
from search.models import AudienceToken, PublicEntry
from tests.amendments.conftest import standing_world, world  # noqa: F401 - the fixtures
from tests.factories import law
from tests.search.asking import search

pytestmark = [pytest.mark.django_db, pytest.mark.whole]
PUBLIC = AnonymousUser()


def titles(text, user=PUBLIC):
    return {card.title for card in search(text, user, kind="page").cards}


@pytest.fixture
def section():
    home = Site.objects.get(is_default_site=True).root_page
    page = home.add_child(instance=Library(title="Ferry news", slug="news", live=False))
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_a_page_is_found_while_it_is_live(section, client):
    (card,) = search("ferry news", PUBLIC).cards
    assert card.content.url == "/news/"
    assert client.get(card.content.url, follow=True).status_code == 200
    section.unpublish()
    assert titles("ferry news") == set()


def test_a_page_is_found_under_its_new_title_only(section):
    section.title = "Harbour bulletin"
    section.save_revision().publish()
    assert titles("bulletin") == {"Harbour bulletin"}
    assert titles("news") == set()


def test_a_deleted_page_leaves_the_index(section):
    section.delete()
    assert titles("news") == set()
    assert not PublicEntry.objects.filter(source="page", object_id=str(section.pk)).exists()


def test_a_restriction_takes_a_page_out_of_what_everybody_finds(section):
    restriction = PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    assert titles("news") == set()
    assert not PublicEntry.objects.filter(source="page", object_id=str(section.pk)).exists()
    restriction.delete()
    assert titles("news") == {"Ferry news"}


def test_acts_and_amendments_are_found_by_those_who_read_one_of_their_texts(world):  # noqa: F811
    people = {"public": PUBLIC, "drafter": world.drafter, "other": world.other, "secretary": world.secretary}
    assert {name for name, person in people.items() if titles("amending", person)} == {"drafter"}
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    draft = law.seal(world.amendment, world.drafter)
    law.release(world.base, "public", world.drafter, world.secretary)
    assert titles("law 1-L") == {"Law 1-L"}
    assert titles("amending") == set()
    law.release(draft, "public", world.drafter, world.secretary)
    assert titles("amending") == {"Amending the Law"}


def test_an_act_is_found_by_its_number(world):  # noqa: F811
    law.release(world.base, "public", world.drafter, world.secretary)
    act = world.base.instrument
    act.title = "Law on ferries"
    act.save_revision().publish()
    assert titles(act.number) == {"Law on ferries"}
    for name in ("Law on ferries", "ferries law"):
        assert [card.title for card in search(name, PUBLIC).full][:1] == ["Law on ferries"]


def test_following_changes_gives_what_a_rebuild_gives(world, section):  # noqa: F811
    law.release(world.base, "public", world.drafter, world.secretary)

    def index():
        public = {
            (key, str(texts)) for key, texts in PublicEntry.objects.values_list("key", "content__texts")
        }
        return public, set(AudienceToken.objects.values_list("entry__key", "token"))

    rebuild(PageSource(), lambda done: None)
    section.save_revision().publish()
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    law.release(law.seal(world.amendment, world.drafter), "invited", world.drafter, world.secretary)
    after = index()
    rebuild(PageSource(), lambda done: None)
    assert index() == after


def test_nobody_has_no_tokens(section):
    assert readable_only_by_some(PUBLIC) == readable_only_by_some(None) == []
    names = [f"{page.translation_key}.en" for page in (section, Page.objects.get(depth=1))]
    assert PageSource().visible_to(None, names) == {names[0]}


def test_an_act_is_found_by_its_new_title_from_the_day_on_which_a_law_gives_it(world, monkeypatch):  # noqa: F811
    act = law.make_act(world.section, world.drafter, number="6-L")
    Instrument.objects.filter(pk=act.instrument_id).update(title="On Ferries")
    amendment = law.make_amendment(world.section, act, world.drafter, "On the title")
    law.add(amendment, world.drafter, "insert_after", "title", anchor="Ferries", new="and Zeppelins")
    sealed = law.seal(amendment, world.drafter)
    text = law.adopt(sealed, world.drafter, "7-L", localdate() + timedelta(days=9))
    for each in (act, text):
        law.release(each, "public", world.drafter, world.secretary)
    cache.clear()
    FindTheLawOfToday().run(timezone.now())
    assert titles("zeppelins") == set()
    later = timezone.now() + timedelta(days=9)
    monkeypatch.setattr(timezone, "now", lambda: later)
    FindTheLawOfToday().run(later)
    assert titles("zeppelins") == {"On Ferries and Zeppelins"}
