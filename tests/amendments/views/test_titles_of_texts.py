"""A page about an earlier text calls the act as that text does, after a law has changed the title."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.timezone import localdate

from amendments.models import Amendment, Instrument, Version
from consultations.queries.rounds.calendars import published
from tests.factories import law

OLD, NEW = "On Ferries", "On Ferries and Rafts"


@pytest.fixture
def act(world):
    text = law.make_act(world.section, world.drafter, number="6-L")
    Instrument.objects.filter(pk=text.instrument_id).update(title=OLD)
    return text


@pytest.fixture
def draft(act, world):
    act.instrument.refresh_from_db()
    law.release(act, "public", world.drafter, world.secretary)
    amendment = law.make_amendment(world.section, act, world.drafter, "On the title")
    law.add(amendment, world.drafter, "insert_after", "title", anchor="Ferries", new="and Rafts")
    return law.seal(amendment, world.drafter)


@pytest.fixture
def renamed(draft, world):
    text = law.adopt(draft, world.drafter, "7-L", localdate())
    law.release(text, "public", world.drafter, world.secretary)
    return Version.objects.get(pk=text.pk)


def page_title(client, url):
    page = client.get(url, follow=True).content.decode()
    return " ".join(re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1].split())


def test_the_proof_of_each_text_names_the_act_as_the_text_does(client, world, act, renamed):
    client.force_login(world.drafter)
    assert NEW not in page_title(client, f"{act.url}proof/")
    assert OLD in page_title(client, f"{act.url}proof/")
    assert NEW in page_title(client, f"{renamed.url}proof/")


def test_so_does_a_comparison_with_the_newer_of_its_texts(client, world, act, draft, renamed):
    client.force_login(world.drafter)
    amendment = law.make_amendment(world.section, renamed, world.drafter, "On the title again")
    law.add(amendment, world.drafter, "replace_words", "title", old="Ferries and Rafts", new="Boats")
    newest = law.adopt(law.seal(amendment, world.drafter), world.drafter, "9-L", localdate())
    law.release(newest, "public", world.drafter, world.secretary)
    for view in ("inline", "table"):
        compared = f"{act.instrument.url}compare/{act.number}/{renamed.number}/?view={view}"
        title = page_title(client, compared)
        assert NEW in title
        assert "Boats" not in title


def test_a_draft_on_several_acts_heads_each_by_the_title_in_its_base(client, world, draft, renamed):
    [of_draft] = draft.versions.select_related("instrument")
    client.force_login(world.drafter)
    page = client.get(f"{draft.url}proof/", follow=True).content.decode()
    assert f"<dt>{OLD}</dt>" in page
    law_page = {"law": {"has_several_acts": True}, "reading": {"after": of_draft}}
    head = render_to_string("madda/amendments/act_head.html", law_page)
    assert f'<h2 class="act-name">{OLD}</h2>' in head


def test_the_pages_of_a_sealed_draft_and_its_line_in_the_feed_have_its_title(client, world, draft):
    law.release(draft, "public", world.drafter, world.secretary)
    Amendment.objects.filter(pk=draft.amendment_id).update(title="On something that is not sealed")
    client.force_login(world.drafter)
    for place in ("", "redline/", "redline/?view=table", "act/", "proof/"):
        page = client.get(f"{draft.url}{place}", follow=True).content.decode()
        assert "On the title" in page_title(client, f"{draft.url}{place}"), place
        assert "On something that is not sealed" not in page, place
    lines = [entry.title for entry in published(AnonymousUser(), timezone.now())]
    assert [line for line in lines if "Draft 1" in line] == ["Redline: On the title, Draft 1"]
