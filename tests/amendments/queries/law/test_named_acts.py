"""After a law changes the title of an act, other acts go on citing it by the former one."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate

from amendments.models import EntryText, Instrument
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.left_citing import left_citing
from amendments.queries.law.wording_citations import cited_by, cites
from tests.factories import law

CITING = """LAW OF THE REPUBLIC OF CASPIA
On Harbours

Article 1. Dues
1.1. The fare of Article 2.1 of the “Law on Ferries” is no due.
1.2. The fare of Article 2.2 of the “Law on Ferries and Rafts” is no due.
"""


@pytest.fixture
def ferries(world):
    text = law.make_act(world.section, world.drafter, number="6-L")
    Instrument.objects.filter(pk=text.instrument_id).update(title="On Ferries")
    text.instrument.refresh_from_db()
    return text


@pytest.fixture
def renamed(ferries, world):
    law.release(ferries, "public", world.drafter, world.secretary)
    amendment = law.make_amendment(world.section, ferries, world.drafter, "On the title")
    law.add(amendment, world.drafter, "insert_after", "title", anchor="Ferries", new="and Rafts")
    text = law.adopt(law.seal(amendment, world.drafter), world.drafter, "7-L", localdate())
    law.release(text, "public", world.drafter, world.secretary)
    return text


@pytest.fixture
def harbours(world):
    return law.make_act(world.section, world.drafter, text=CITING, number="5-L")


def row(version, number):
    rows = EntryText.objects.select_related("entry__version__instrument", "text")
    return rows.get(entry__version=version, entry__number=number)


@pytest.mark.whole
def test_an_act_is_found_by_each_title_that_it_has_had(world, harbours, renamed):
    assert Instrument.objects.get(pk=renamed.instrument_id).title == "On Ferries and Rafts"
    for cited, citing in (("2.1", "1.1"), ("2.2", "1.2")):
        [line] = cites(world.drafter, row(harbours, citing))
        assert (line.cited, line.act.number) == (f"Article {cited}", "6-L")
        [line] = cited_by(world.drafter, row(renamed, cited))
        assert (line.cited, line.act.number) == (f"Article {citing}", "5-L")


@pytest.mark.whole
def test_a_drafter_is_told_of_citations_by_the_former_title(world, harbours, renamed):
    amendment = law.make_amendment(world.section, renamed, world.drafter)
    law.add(amendment, world.drafter, "repeal", "2.1")
    draft = working_draft(law.act_of(amendment))
    [left] = left_citing(world.drafter, draft, draft.base, draft.tree)
    assert (left.gone, left.citing, left.act.number) == ("Article 2.1", "Article 1.1", "5-L")


def test_a_title_that_another_act_bears_now_means_that_act(world, harbours, renamed):
    other = law.make_act(world.section, world.drafter, number="8-L")
    Instrument.objects.filter(pk=other.instrument_id).update(title="On Ferries")
    [line] = cites(world.drafter, row(harbours, "1.1"))
    assert line.act.number == "8-L"
    assert cited_by(world.drafter, row(renamed, "2.1")) == ()


def test_a_title_of_a_text_that_the_reader_may_not_read_names_nothing(world, harbours, ferries):
    for each in (harbours, ferries):
        law.release(each, "public", world.drafter, world.secretary)
    amendment = law.make_amendment(world.section, ferries, world.drafter, "On the title")
    law.add(amendment, world.drafter, "insert_after", "title", anchor="Ferries", new="and Rafts")
    law.adopt(law.seal(amendment, world.drafter), world.drafter, "7-L", localdate())
    assert cites(AnonymousUser(), row(harbours, "1.2")) == ()
    assert [line.act.number for line in cites(world.drafter, row(harbours, "1.2"))] == ["6-L"]
