"""A law may change the title of an act: each text has its own, and the act that of the law in force."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from django.utils.timezone import localdate
from wagtail.models import PageLogEntry

from amendments.commencing import FindTheLawOfToday
from amendments.models import Instrument, Version
from amendments.provisions.tree import Element, Kind
from amendments.queries.drafting.amending_acts import act_in_work, act_of_draft
from amendments.queries.law.act_facts import act_facts
from amendments.queries.law.act_titles import shown_title_in, title_after, title_in
from tests.factories import law

OLD, NEW = "On Ferries", "On Ferries and Rafts"
LONG = "On Ferries and the Register"


@pytest.fixture
def act(world):
    text = law.make_act(world.section, world.drafter, number="6-L")
    Instrument.objects.filter(pk=text.instrument_id).update(title=OLD, titles={"az": "Bərələr haqqında"})
    text.instrument.refresh_from_db()
    return text


@pytest.fixture
def draft(act, world):
    amendment = law.make_amendment(world.section, act, world.drafter, "On the title")
    law.add(amendment, world.drafter, "insert_after", "title", anchor="Ferries", new="and Rafts")
    return law.seal(amendment, world.drafter)


def stored(act):
    return Instrument.objects.get(pk=act.instrument_id)


def released(text, world):
    law.release(text, "public", world.drafter, world.secretary)


def opening(act):
    return act.articles[0].opening


@pytest.mark.whole
def test_the_next_law_names_the_act_as_its_base_does_also_before_that_is_public(act, draft, world):
    text = law.adopt(draft, world.drafter, "7-L", localdate())
    later = law.make_amendment(world.section, text, world.drafter, "Later")
    law.add(later, world.drafter, "repeal", "2.2")
    assert NEW in opening(act_in_work(later, "en"))
    first = act_of_draft(draft, list(draft.versions.all()), "en")
    assert OLD in opening(first)
    assert NEW not in opening(first)
    assert stored(act).title == OLD


@pytest.mark.whole
def test_the_act_is_called_so_once_everybody_may_read_the_law_in_force(act, draft, world):
    released(act, world)
    text = law.adopt(draft, world.drafter, "7-L", localdate())
    assert stored(act).title == OLD
    released(text, world)
    assert (stored(act).title, stored(act).draft_title, stored(act).titles) == (NEW, NEW, {})
    entry = PageLogEntry.objects.get(page=act.instrument_id, action="wagtail.rename")
    assert (entry.user, entry.data["title"]) == (world.secretary, {"old": OLD, "new": NEW})
    act, text = (Version.objects.get(pk=one.pk) for one in (act, text))
    assert [title_in(one) for one in (act, draft.versions.get(), text)] == [OLD, OLD, NEW]
    assert shown_title_in(act) == OLD
    assert [act_facts(world.drafter, one).title for one in (act, text)] == [OLD, NEW]


@pytest.mark.whole
def test_a_law_of_a_later_day_gives_its_title_on_that_day(act, draft, world, monkeypatch):
    day = localdate() + timedelta(days=9)
    released(act, world)
    text = law.adopt(draft, world.drafter, "7-L", day)
    released(text, world)
    cache.clear()
    FindTheLawOfToday().run(timezone.now())
    assert (stored(act).title, title_in(text)) == (OLD, NEW)
    later = timezone.now() + timedelta(days=9)
    monkeypatch.setattr(timezone, "now", lambda: later)
    FindTheLawOfToday().run(later)
    assert stored(act).title == NEW


def test_an_act_of_which_no_law_changed_the_title_keeps_the_stored_one(world):
    world.base.instrument.title = "Law 1-L"
    assert title_in(world.base) == "Law 1-L"


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [
        (["LAW", "On Ferries"], ["LAW", "On Rafts"], "On Rafts"),
        (["LAW", "On Ferries\nand the Register"], ["LAW", "On Ferries\nand One Register"], "On Ferries and One Register"),
        (["LAW", "On Ferries and the Register"], ["LAW", "On Ferries and the Register", "(of 2027)"], f"{LONG} (of 2027)"),
        (["LAW", "ON FERRIES AND THE REGISTER"], ["LAW", "On Ferries and the Register"], LONG),
        (["ORDER", "On Ferries and the Register"], ["LAW", "On Ferries and the Register"], LONG),
        (["LAW", "On another thing"], ["LAW", "On a third thing"], LONG),
    ],
)  # fmt: skip
def test_a_title_of_several_lines_changes_as_a_whole_or_not_at_all(before, after, title):
    def lines(said):
        return [Element(f"t{place}", Kind.TITLE, text=line) for place, line in enumerate(said)]

    known = "On Ferries" if before == ["LAW", "On Ferries"] else LONG
    assert title_after(known, lines(before), lines(after)).casefold() == title.casefold()


@pytest.mark.parametrize(
    ("title", "before", "after", "expected"),
    [
        ("Закон Республики о визах", ["О визах", "ЗАКОН РЕСПУБЛИКИ"], ["О визах и разрешениях", "ЗАКОН РЕСПУБЛИКИ"], "Закон Республики о визах и разрешениях"),
        ("Act on visas, 2020", ["On visas"], ["On visas and permits"], "Act on visas and permits, 2020"),
        ("Act on visas", ["On visa"], ["On permits"], "Act on visas"),
        ("Act on visa-free travel", ["On visa"], ["On permits"], "Act on visa-free travel"),
        ("Law on visas", ["LAW OF CASPIA", "ON VISAS"], ["LAW OF CASPIA", "ON PERMITS"], "Law on visas"),
        ("Law on visas of Caspia", ["LAW", "On visas"], ["LAW", "On permits"], "Law on permits of Caspia"),
    ],
)  # fmt: skip
def test_a_title_of_which_the_printed_one_is_a_part_changes_there(title, before, after, expected):
    was, now = (
        [Element(f"t{place}", Kind.TITLE, text=line) for place, line in enumerate(said)]
        for said in (before, after)
    )
    assert title_after(title, was, now) == expected


@pytest.mark.whole
def test_each_text_is_called_by_its_own_lines_in_a_longer_title(act, draft, world):
    Instrument.objects.filter(pk=act.instrument_id).update(title="Law on ferries of 2020")
    released(act, world)
    text = law.adopt(draft, world.drafter, "7-L", localdate())
    released(text, world)
    assert stored(act).title == "Law on Ferries and Rafts of 2020"
    act, text = (Version.objects.get(pk=one.pk) for one in (act, text))
    assert [title_in(one).casefold() for one in (act, text)] == [
        "law on ferries of 2020", "law on ferries and rafts of 2020"
    ]  # fmt: skip


def test_azerbaijani_capitals_are_no_other_title():
    was, now = (
        [Element("t", Kind.TITLE, text=words)] for words in ("DİNİ QAYDA HAQQINDA", "Dini qayda haqqında")
    )
    assert title_after("Dini qayda haqqında", was, now) == "Dini qayda haqqında"
