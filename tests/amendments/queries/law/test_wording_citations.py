"""What cites a provision: each reader sees the citing texts that the reader may read, and no others."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate

from amendments.models import EntryText, WordingCitation
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.left_citing import left_citing
from amendments.queries.law import wording_citations
from amendments.queries.law.wording_citations import cited_by, cites, key_of, naming
from tests.factories import law

pytestmark = [pytest.mark.whole, pytest.mark.django_db]

ACT = """LAW OF THE REPUBLIC OF CASPIA
On Harbours

Article 1. Dues
1.1. Dues are paid as Article 2 and paragraph 2 of this Article say.
1.2. The fare of Article 2.1 of the Law 1-L is no due, nor is what Article 9 of the Law 1-L names.

Article 2. Payment
2.1. Dues are paid at once, except those of Article 1.1.
2.2. Nothing.
"""


@pytest.fixture
def section():
    return law.make_section()


@pytest.fixture
def drafter(section):
    return law.make_drafter(section)


@pytest.fixture
def ferries(section, drafter):
    return law.make_act(section, drafter)


@pytest.fixture
def harbours(section, drafter, ferries):
    return law.make_act(section, drafter, text=ACT, number="5-L")


def row(version, number):
    return EntryText.objects.select_related("entry__version__instrument", "text").get(
        entry__version=version, entry__number=number
    )


def told(lines):
    return [(line.cited, line.words, line.act.number if line.act else "") for line in lines]


@pytest.mark.parametrize(
    ("eid", "key"),
    [
        ("art_12__para_3__subpara_A", "12.3.a"),
        ("art_94__para_III__subpara_21", "94.3.21"),
        ("art_9__para_2__subpara_I", "9.2.i"),
        ("chp_3", ""),
    ],
)
def test_a_provision_is_cited_by_its_number_and_a_roman_part_by_its_value(eid, key):
    assert key_of(eid) == key


def test_what_a_text_cites_is_stored_with_it(harbours):
    found = WordingCitation.objects.filter(wording__entry_texts__entry__version=harbours)
    assert sorted((one.key, one.act) for one in found) == [
        ("1.1", ""), ("2", ""), ("2.1", "Law 1-L"), ("9", "Law 1-L"), ("~.2", ""),
    ]  # fmt: skip


def test_a_provision_names_what_it_cites_and_what_cites_it_or_a_part_of_it(drafter, harbours):
    assert told(cites(drafter, row(harbours, "1.1"))) == [
        ("Article 2", "Article 2", ""),
        ("Article 1.2", "paragraph 2 of this Article", ""),
    ]
    assert told(cited_by(drafter, row(harbours, "1.1"))) == [("Article 2.1", "Article 1.1", "")]
    assert told(cited_by(drafter, row(harbours, "1.2"))) == [
        ("Article 1.1", "paragraph 2 of this Article", "")
    ]
    assert told(cited_by(drafter, row(harbours, "2"))) == [("Article 1.1", "Article 2", "")]
    assert cited_by(drafter, row(harbours, "2.2")) == ()


def test_the_list_of_amendments_of_an_act_cites_nothing(section, drafter):
    notes = "\n\nList of amendments\n\n[1] Law No. 9 of 1 May 2020: Article 1.1 has been restated.\n"
    docks = law.make_act(section, drafter, text=ACT + notes, number="6-L")
    listed = EntryText.objects.get(entry__version=docks, entry__provision__kind="apparatus")
    assert listed.text.citations.exists()
    assert told(cited_by(drafter, row(docks, "1.1"))) == [("Article 2.1", "Article 1.1", "")]


TWINS = """LAW OF THE REPUBLIC OF CASPIA
On Quays

Article 1. Quays
1. A quay is built as Article 2.1 says.
2. A quay is closed as Article 2(1) says.

Article 2. Building
(1) A quay is built of stone.
(2) Or of wood.

Article 2.1. Closing
A quay is closed in winter.
"""


def test_an_article_with_a_point_is_no_part_of_another_one(section, drafter):
    quays = law.make_act(section, drafter, text=TWINS, number="9-L")
    rows = EntryText.objects.select_related("entry__version__instrument", "text")
    by_eid = {one.entry.eid: one for one in rows.filter(entry__version=quays)}
    part, article = by_eid["art_2__para_1"], by_eid["art_2.1"]
    built, closed = by_eid["art_1__para_1"], by_eid["art_1__para_2"]
    assert [line.provision for line in cites(drafter, built)] == [article.entry.provision_id]
    assert [line.provision for line in cites(drafter, closed)] == [part.entry.provision_id]
    assert [line.provision for line in cited_by(drafter, article)] == [built.entry.provision_id]
    assert [line.provision for line in cited_by(drafter, part)] == [closed.entry.provision_id]
    assert [line.provision for line in cited_by(drafter, by_eid["art_2"])] == [closed.entry.provision_id]


def test_nor_is_a_citation_of_the_one_left_where_the_other_is_repealed(section, drafter):
    quays = law.make_act(section, drafter, text=TWINS, number="9-L")
    amendment = law.make_amendment(section, quays, drafter)
    law.add(amendment, drafter, "repeal", "art_2__para_1")
    assert [words for _, words, _ in left(drafter, amendment)] == ["part 2 of Article 1"]


def test_both_are_told_where_both_are_repealed(section, drafter):
    quays = law.make_act(section, drafter, text=TWINS, number="9-L")
    amendment = law.make_amendment(section, quays, drafter)
    law.add(amendment, drafter, "repeal", "art_2__para_1")
    law.add(amendment, drafter, "repeal", "art_2.1")
    assert [words for _, words, _ in left(drafter, amendment)] == [
        "part 1 of Article 1",
        "part 2 of Article 1",
    ]


def test_another_act_is_found_by_its_name_from_both_ends(drafter, ferries, harbours):
    assert told(cites(drafter, row(harbours, "1.2"))) == [("Article 2.1", "Article 2.1", "1-L")]
    assert told(cited_by(drafter, row(ferries, "2.1"))) == [("Article 1.2", "Article 2.1", "5-L")]


def test_a_reader_sees_only_citing_texts_that_the_reader_may_read(client, drafter, ferries, harbours):
    secretary = law.make_secretary()
    law.release(ferries, "public", drafter, secretary)
    fare = row(ferries, "2.1")
    address = reverse("amendments:provision", args=[fare.entry.provision_id])
    assert cited_by(AnonymousUser(), fare) == ()
    assert "Cited by" not in client.get(address).content.decode()
    law.release(harbours, "public", drafter, secretary)
    assert [line.cited for line in cited_by(AnonymousUser(), fare)] == ["Article 1.2"]
    page = client.get(address).content.decode()
    assert "Cited by" in page
    assert '<a class="in-text" href="' in page.partition("Cited by")[2].partition("</ul>")[0]  # beside words
    assert "Law 5-L" in page


def test_nor_is_what_a_public_text_cites_in_a_secret_one(drafter, ferries, harbours):
    law.release(harbours, "public", drafter, law.make_secretary())
    assert cites(AnonymousUser(), row(harbours, "1.2")) == ()
    assert [line.cited for line in cites(drafter, row(harbours, "1.2"))] == ["Article 2.1"]


def left(drafter, amendment):
    draft = working_draft(law.act_of(amendment))
    found = left_citing(drafter, draft, draft.base, draft.tree)
    return [(one.gone, one.citing, one.act.number if one.act else "") for one in found]


def test_the_drafter_is_told_what_still_cites_a_repealed_provision(
    client, section, drafter, ferries, harbours
):
    amendment = law.make_amendment(section, harbours, drafter)
    assert left(drafter, amendment) == []
    law.add(amendment, drafter, "repeal", "1.1")
    assert left(drafter, amendment) == [("Article 1.1", "Article 2.1", "")]
    with translation.override("az"):
        assert left(drafter, amendment) == [("1.1-ci maddə", "2.1-ci maddə", "")]
    client.force_login(drafter)
    page = client.get(reverse("amendments_admin:workspace", args=[amendment.pk])).content.decode()
    assert "Citations that lead nowhere when this becomes law:" in page
    law.add(amendment, drafter, "replace_words", "2.1", old="except those of Article 1.1", new="in cash")
    assert left(drafter, amendment) == []


def test_and_a_new_text_that_cites_it_and_other_acts_count(section, drafter, ferries, harbours):
    amendment = law.make_amendment(section, ferries, drafter)
    law.add(amendment, drafter, "add_sentence", "2.2", new="Article 2.1 does not apply to them.")
    law.add(amendment, drafter, "repeal", "2.1")
    assert left(drafter, amendment) == [
        ("Article 2.1", "Article 2.2", ""),
        ("Article 2.1", "Article 1.2", "5-L"),
    ]


def articles(count, parts, words="Nothing."):
    """The text of a law with a chapter of so many articles."""
    lines = ["LAW OF THE REPUBLIC OF CASPIA", "On Piers", "", "CHAPTER 1", "GENERAL PROVISIONS", ""]
    for article in range(1, count + 1):
        lines.append(f"Article {article}. Pier {article}")
        lines += [f"{article}.{part}. {words}" for part in range(1, parts + 1)]
    return "\n".join([*lines, "", "CHAPTER 2", "FINAL", "", f"Article {count + 1}. End", "This is the end."])


def test_a_chapter_of_hundreds_of_provisions_is_repealed(section, drafter):
    piers = law.make_act(section, drafter, text=articles(30, 20), number="7-L")
    law.make_act(section, drafter, text=ACT.replace("Law 1-L", "Law 7-L"), number="8-L")
    amendment = law.make_amendment(section, piers, drafter)
    law.add(amendment, drafter, "repeal", "chp_1")
    assert left(drafter, amendment) == [
        ("Article 2", "Article 1.2", "8-L"),
        ("Article 9", "Article 1.2", "8-L"),
    ]


def test_the_numbers_of_many_parts_are_asked_for_in_several_queries(harbours):
    keys = [f"{article}.{part}" for article in range(1, 31) for part in range(1, 21)]
    found = [one for some in naming([*keys, "2.1.5"]) for one in WordingCitation.objects.filter(some)]
    assert {one.key for one in found} == {"1.1", "2.1", "~.2"}
    assert len(list(naming(keys))) == 3


def test_citations_of_the_same_number_in_other_acts_displace_none(drafter, ferries, section, monkeypatch):
    monkeypatch.setattr(wording_citations, "MOST", 1)
    for number in ("6-L", "5-L"):
        named = {"5-L": "1-L"}.get(number, "9-L")
        law.make_act(section, drafter, text=ACT.replace("Law 1-L", f"Law {named}"), number=number)
    assert told(cited_by(drafter, row(ferries, "2.1"))) == [("Article 1.2", "Article 2.1", "5-L")]


def test_a_text_that_cites_two_repealed_provisions_is_told_for_both(drafter, ferries, section):
    text = ACT.replace("Article 2.1 of the Law 1-L", "Articles 2.1 and 2.2 of the Law 1-L")
    law.make_act(section, drafter, text=text, number="5-L")
    amendment = law.make_amendment(section, ferries, drafter)
    law.add(amendment, drafter, "repeal", "2.1")
    law.add(amendment, drafter, "repeal", "2.2")
    assert left(drafter, amendment) == [
        ("Article 2.1", "Article 1.2", "5-L"),
        ("Article 2.2", "Article 1.2", "5-L"),
    ]
    assert told(cited_by(drafter, row(ferries, "2.1"))) == [
        ("Article 1.2", "Articles 2.1 and 2.2", "5-L"),
    ]


def test_many_citations_cost_no_more_queries_than_one(drafter, section):
    many = " and ".join(f"Article {number}.1" for number in range(3, 12))
    text = articles(12, 1).replace("1.1. Nothing.", f"1.1. It is as {many} say.", 1)
    text = text.replace("2.1. Nothing.", "2.1. It is as Article 3.1 says.", 1)
    piers = law.make_act(section, drafter, text=text, number="7-L")
    counts = []
    for number, count in (("2.1", 1), ("1.1", 9)):
        citing = row(piers, number)
        with CaptureQueriesContext(connection) as queries:
            assert len(cites(drafter, citing)) == count
        counts.append(len(queries))
    assert counts[1] <= counts[0]


def test_many_texts_that_cite_cost_no_more_queries_than_one(drafter, section):
    text = articles(14, 1).replace("2.1. Nothing.", "2.1. It is as Article 12.1 says.", 1)
    for number in range(3, 12):
        text = text.replace(f"{number}.1. Nothing.", f"{number}.1. It is as Article 13.1 says.", 1)
    piers = law.make_act(section, drafter, text=text, number="7-L")
    counts = []
    cited_by(drafter, row(piers, "12.1"))  # what is read once
    for number, count in (("12.1", 1), ("13.1", 9)):
        cited = row(piers, number)
        with CaptureQueriesContext(connection) as queries:
            assert len(cited_by(drafter, cited)) == count
        counts.append(len(queries))
    assert counts[1] <= counts[0]


def test_of_another_act_the_text_in_force_counts(section, drafter, ferries, harbours):
    amendment = law.make_amendment(section, harbours, drafter)
    law.add(amendment, drafter, "replace_words", "1.2", old="Article 2.1 of the Law 1-L", new="Crossing")
    law.adopt(law.seal(amendment, drafter), drafter, "6-L", localdate() + timedelta(days=9))
    assert told(cited_by(drafter, row(ferries, "2.1"))) == [("Article 1.2", "Article 2.1", "5-L")]
