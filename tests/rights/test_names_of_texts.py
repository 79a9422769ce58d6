"""Drafts of several amendments with the same number and day are told apart wherever they stand together."""

import re

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate

from amendments.models import Amendment
from rights.actions.answers.assess_text import AssessText
from rights.actions.tagging.tag_rights import TagRights, TagTarget
from rights.queries.names_of_texts import TextNames, cut_title, names_of
from rights.values import Conformity
from tests.rights.concordance_rows import keys_of, write
from tests.rights.drafts import other_draft
from tests.rights.pages import signed_in, text_of

pytestmark = pytest.mark.whole


@pytest.fixture
def other(office):
    """Draft 1 of another amendment, sealed on the same day."""
    return other_draft(office, "Free crossings", "30 coins")


@pytest.fixture
def names(office, other):
    """As lists of the two drafts call them."""
    days = [date_format(localdate(one.sealed_at)) for one in (office.world.text, other)]
    return f"Draft 1, {days[0]} (Amending the Law)", f"Draft 1, {days[1]} (Free crossings)"


def page(client, person, url):
    return text_of(signed_in(client, person).get(url))


def test_the_amendment_is_named_if_there_are_several_and_the_day_always(office, other, names):
    world = office.world
    several, one = names_of([world.base, world.text, other]), names_of([world.base, world.text])
    day = date_format(localdate(other.sealed_at))
    assert [several.dated(text) for text in (world.base, world.text, other)] == ["Law 1-L", *names]
    assert [several.brief(text) for text in (world.base, other)] == ["Law 1-L", "Draft 1 (Free crossings)"]
    assert several.in_sentence(other) == f"draft 1 of {day} (Free crossings)"
    assert several.short_in_sentence(other) == f"draft 1 of {day} (Free crossings)"
    long = "On free crossings for the children of all who keep lighthouses"
    cut = TextNames({**several.titles, other.draft.amendment_id: long})
    assert cut.short_in_sentence(other) == f"draft 1 of {day} (On free crossings for the children of …)"
    assert long in cut.in_sentence(other)
    assert (one.dated(world.text), one.brief(world.text)) == (names[0].partition(" (")[0], "Draft 1")
    assert one.in_sentence(world.text) == "draft 1"


def test_every_page_that_offers_texts_names_their_amendments(office, other, names, client):
    world = office.world
    analyst, drafter = office.analyst, world.drafter
    row = write(office, world.base, "2.1")
    TagRights(TagTarget(row.anchors.get().provision, other), ["B01"], actor=office.act()).execute()
    (key,) = keys_of(world.base, "2.1")
    tagged = reverse("rights:tag", args=["provision", key])
    lists = (
        (drafter, row.url),
        (drafter, reverse("concordance:rows")),
        (drafter, reverse("concordance:write_row", args=[row.instrument_id])),
        (analyst, reverse("rights:conformity", args=[row.instrument_id])),
        (analyst, reverse("rights:open", args=[key])),
        (analyst, tagged),
    )
    for person, url in lists:
        shown = page(client, person, url)
        assert [name for name in names if name not in shown] == [], url
    assert f"Draft 1, {names[1].removeprefix('Draft 1, ')} has other words." in page(client, drafter, row.url)
    hub = page(client, drafter, reverse("amendments:provision", args=[key]))
    assert f"other words in {names[1]}" in hub


def test_tags_name_the_amendments_of_their_texts(office, other, names, client):
    (key,) = keys_of(office.world.base, "2.2")
    provision = office.world.base.entries.get(provision=key).provision
    TagRights(TagTarget(provision, office.world.text), ["B01"], actor=office.act()).execute()
    TagRights(TagTarget(provision, other), ["B02"], actor=office.act()).execute()
    shown = page(client, office.analyst, reverse("rights:by_right"))
    assert [name for name in names if name not in shown] == []


def test_my_work_names_the_amendment_of_a_text_to_assess_and_of_an_answer(office, other, client):
    shown = page(client, office.analyst, "/en/")
    assert "Draft 1 (Free crossings)" in shown.partition('class="desk-row"')[2]
    AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    AssessText(office.issue, other, Conformity.PARTLY, actor=office.act()).execute()
    assert "Take back: Draft 1 (Free crossings), Partly conforms" in page(
        client, office.analyst, office.issue.url
    )


LONG = "Law amending the Law on Ferries, Harbours and Crossings of the Caspian Coast"


def test_my_work_cuts_the_long_title_of_an_amendment_and_keeps_the_whole_at_hand(office, other, client):
    Amendment.objects.filter(pk=other.draft.amendment_id).update(title=LONG)
    shown = page(client, office.analyst, "/en/").partition('class="desk-row"')[2]
    cut = f'<span title="Draft 1 ({LONG})">Draft 1 (Law amending the Law on Ferries, …)</span>'
    assert cut in shown
    assert f'class="work-title" title="{office.issue.title}"' in shown


@pytest.mark.parametrize(
    ("mine", "others", "short"),
    [
        (f"{LONG} of 2026", "Free crossings", "Law amending the Law on Ferries, …"),
        (f"{LONG} for Children and Others", f"{LONG} for Students", "… Children and Others"),
        (LONG, f"{LONG} for Students", "Law amending the Law on Ferries, …"),
        (f"{LONG} for Students", LONG, "… for Students"),
        (f"{LONG} (translation)", f"{LONG} for Students (translation)", "Law amending the Law on Ferries, …"),
        (f"{LONG} for Students (translation)", f"{LONG} (translation)", "… for Students"),
        ("Free crossings", LONG, "Free crossings"),
        (
            LONG,
            "Law amending the Law on Ferries, Navigation and Crossings",
            "… Harbours and Crossings of the Caspian …",
        ),
    ],
)
def test_a_choice_of_texts_has_of_a_long_title_what_tells_it_apart(office, other, mine, others, short):
    for version, title in ((other, mine), (office.world.text, others)):
        version.draft.amendment.title = title
        version.draft.amendment.titles = {}
    names = names_of([office.world.text, other])
    assert names.dated(other).endswith(f"({mine})")
    assert names.short(other) == names.dated(other).replace(mine, short)


def test_of_several_long_titles_none_is_cut_like_another():
    titles = [
        f"{LONG} for Children",
        f"{LONG} for Students",
        "Law amending the Law on Ferries, Harbour Dues and Tolls",
    ]
    assert [cut_title(title, titles) for title in titles] == [
        "… Children",
        "… Students",
        "… Harbour Dues and Tolls",
    ]


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Law on Housing of the Caspian Coast and Islands (access)", "Law on Housing of the Caspian Coast …"),
        ("Law on Housing (access, inspection of buildings)", "Law on Housing (access, inspection of …)"),
    ],
)
def test_brackets_that_a_cut_title_opens_are_closed(title, cut):
    assert cut_title(title, [title]) == cut


def test_brackets_whose_beginning_is_cut_off_are_opened():
    titles = [f"{LONG} (fares of {who})" for who in ("children", "students")]
    assert [cut_title(one, titles) for one in titles] == ["(… children)", "(… students)"]


def test_choices_of_texts_are_short_and_say_the_whole_name_on_demand(office, other, client):
    Amendment.objects.filter(pk=other.draft.amendment_id).update(title=f"{LONG} of 2026")
    row = write(office, office.world.base, "2.1")
    (key,) = keys_of(office.world.base, "2.1")
    for person, url in (
        (office.world.drafter, reverse("concordance:rows")),
        (office.analyst, reverse("rights:conformity", args=[row.instrument_id])),
        (office.analyst, reverse("rights:open", args=[key])),
    ):
        shown = page(client, person, url)
        assert "(Law amending the Law on Ferries, …)" in shown, url
        assert re.search(rf'title="[^"]*\({LONG} of 2026\)"', shown), url
