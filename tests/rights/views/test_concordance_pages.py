"""The pages of the table of concordance: list with gaps, row, forms, undo, panels."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consultations.models import Right, Treaty
from rights.actions.concordance.judge_row import JudgeRow
from rights.actions.concordance.row_content import Judged
from rights.models import ConcordanceRow
from rights.queries.comparing.gaps import article_numbers, gaps_in
from rights.values import Degree
from rights.views import rows as views
from tests.factories import law
from tests.rights.concordance_rows import keys_of, write

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def drafter(client, office):
    client.force_login(office.world.drafter, backend=BACKEND)
    return client


def page(client, url, **query):
    return " ".join(client.get(url, query).content.decode().split())


def test_everybody_reads_the_table_with_the_degrees_of_a_draft_and_of_the_law_before(office, client):
    write(office, office.world.text, "2.2", degree=Degree.FULL, comment="As it is.")
    write(office, office.world.text, "2.1", articles="4", degree=Degree.PARTIAL)
    write(office, office.world.text, degree=Degree.NONE, articles="5")
    shown = page(client, reverse("concordance:rows"))
    assert "<strong>3</strong> rows" in shown
    for words in (
        "As it is.",
        "Fully approximated",
        "Partially approximated",
        "not assessed",
        "Best interests",
    ):
        assert words in shown
    assert "Write a row" not in shown
    assert "Draft 1" in shown
    assert shown.count("Fully approximated</span>") == 2  # 2.2 has the same words in the law in force
    assert shown.count("Partially approximated</span>") == 1


def test_the_table_of_an_act_without_rows_is_not_that_of_another_act(office, drafter):
    write(office, office.world.text)
    ports = law.make_act(office.world.section, office.world.drafter, number="3-L")
    url = reverse("concordance:rows")
    shown = page(drafter, url, act=ports.instrument_id)
    assert "There is no row on Law 3-L yet." in shown
    assert reverse("concordance:write_row", args=[ports.instrument_id]) in shown
    for wrong in ("999999", "9" * 5000, "none"):
        shown = page(drafter, url, act=wrong)
        assert "<strong>1</strong> row" in shown
        assert f"Nothing here is on an act with the key “{wrong[:19]}" in shown
        assert f"&amp;act={wrong}" not in shown
        assert drafter.get(reverse("concordance:report"), {"act": wrong}).status_code == 404
    assert "Nothing here is on an act" not in page(drafter, url)
    drafter.logout()  # nobody has opened this act yet
    assert "Law 3-L" not in page(drafter, url, act=ports.instrument_id)
    drafter.force_login(office.world.drafter, backend=BACKEND)
    assert drafter.get(reverse("concordance:report"), {"act": ports.instrument_id}).status_code == 404
    assert "<strong>1</strong> row" in page(drafter, url, act=office.world.base.instrument_id)


def test_the_filters_leave_rows_of_an_instrument_a_degree_or_with_other_words(office, client):
    world = office.world
    stale = write(office, world.base, "2.1", articles="9", degree=Degree.FULL)
    held = write(office, world.text, "2.2", articles="7", degree=Degree.NONE)
    url = reverse("concordance:rows")
    for query, found in (
        ({"only": "stale"}, [stale]),
        ({"degree": "none"}, [held]),
        ({"treaty": "CRC"}, [held, stale]),
        ({"degree": "exceeds"}, []),
        ({"only": "x", "degree": "x", "treaty": "x", "text": "x", "act": "x", "removed": "x"}, [held, stale]),
    ):
        lines = client.get(url, query).context["lines"]
        assert [line.row for line in lines] == found, query
    assert "other words in Draft 1, " in page(client, url)


def test_the_gap_view_lists_the_articles_without_a_row_with_their_rights(office, client):
    treaty = Treaty.objects.get(code="CRC")
    every = gaps_in({treaty: []})[treaty]
    assert every, "the vocabulary of the tests names articles of this treaty"
    first = every[0]
    write(office, office.world.text, "2.1", articles=f"{first.article}(1)")
    left = client.get(reverse("concordance:rows"), {"treaty": "CRC"}).context["table"].gaps
    assert [gap.article for gap in left] == [gap.article for gap in every[1:]]
    assert all(Right.objects.filter(code__in=gap.rights).exists() for gap in every)


@pytest.mark.parametrize(
    ("cited", "numbers"),
    [("15(1), 16", ["15", "16"]), ("2(2)(a); 2(3)", ["2"]), ("E", ["E"]), ("", []), ("Art. 4bis", [])],
)
def test_an_article_is_known_by_its_number_without_its_paragraphs(cited, numbers):
    assert article_numbers(cited) == numbers


def test_the_page_of_a_stale_row_shows_the_redline_and_both_answers(office, drafter):
    world = office.world
    row = write(office, world.base, "2.1", quote="Fares are fair.", quote_language="en")
    shown = page(drafter, row.url)
    assert "Fares are fair." in shown
    assert " has other words. Does the degree still hold?" in shown
    assert "<ins" in shown
    assert "<del" in shown
    answer = {"text": world.text.pk, "degree": row.judgements.get().degree, "holds": "1"}
    assert drafter.post(reverse("concordance:judge_row", args=[row.pk]), answer).status_code == 302
    assert "still hold" not in page(drafter, row.url)
    given = row.judgements.last()
    assert (given.degree, given.version) == (Degree.PARTIAL, world.text)
    back = reverse("concordance:take_back_judgement", args=[given.pk])
    assert "is taken back." in " ".join(drafter.post(back, follow=True).content.decode().split())


def test_who_writes_no_rows_is_refused_before_the_form_is_read(office, client):
    row = write(office, office.world.base, "2.1")
    client.force_login(office.world.citizen)
    assert client.post(reverse("concordance:judge_row", args=[row.pk])).status_code == 403


def test_a_row_is_written_found_on_its_provision_and_changed(office, drafter):
    world = office.world
    act = world.base.instrument
    url = reverse("concordance:write_row", args=[act.pk])
    form = {
        "treaty": "CRC",
        "articles": "3(1)",
        "summary": "Best interests",
        "provisions": "2.1, 2.2",
        "degree": "partial",
        "completion": "A by-law",
        "rights": ["B01"],
    }
    refused = drafter.post(url, {**form, "provisions": "99", "summary": ""})
    assert (refused.status_code, ConcordanceRow.objects.count()) == (422, 0)
    assert "No provision of this text has the number 99." in refused.content.decode()
    assert drafter.post(f"{url}?text={world.text.pk}", form).status_code == 302
    row = ConcordanceRow.objects.get()
    assert (row.written_on, row.anchors.count()) == (world.text, 2)
    hub = reverse("amendments:provision", args=keys_of(world.text, "2.1"))
    assert f"{row.reference}</a> CRC 3(1)" in page(drafter, hub)
    beside = reverse("amendments:provision", args=keys_of(world.base, "2"))
    assert row.reference not in page(drafter, beside)
    change = reverse("concordance:change_row", args=[row.pk])
    assert "A by-law" in page(drafter, change)
    drafter.post(change, {**form, "summary": "Fares", "revision": 1})
    assert "CRC 3(1): Fares" in page(drafter, row.url)
    assert drafter.post(change, {**form, "summary": "Tariffs", "revision": 1}).status_code == 422


def test_a_provision_without_a_row_names_those_of_the_same_list(office, client):
    row = write(office, office.world.text, "2.2")
    shown = page(client, reverse("amendments:provision", args=keys_of(office.world.text, "2.1")))
    assert "On the same list:" in shown
    assert row.reference in shown


def test_a_row_is_taken_out_and_the_page_offers_to_undo_it(office, drafter):
    row = write(office, office.world.text, "2.1")
    url = reverse("concordance:remove_row", args=[row.pk])
    assert "reason" in drafter.post(url, follow=True).content.decode()
    done = drafter.post(url, {"reason": "Twice."}, follow=True).content.decode()
    assert reverse("concordance:bring_back_row", args=[row.pk]) in done
    assert drafter.get(row.url).status_code == 404
    drafter.post(reverse("concordance:bring_back_row", args=[row.pk]))
    assert drafter.get(row.url).status_code == 200


def test_other_provisions_are_named_with_a_degree_and_a_wrong_number_is_told(office, drafter):
    row = write(office, office.world.text, degree=Degree.NONE)
    url = reverse("concordance:judge_row", args=[row.pk])
    given = {"text": office.world.text.pk, "degree": "full", "other": "99"}
    assert drafter.post(url, given).status_code == 422
    assert drafter.post(url, {**given, "other": "2.1"}).status_code == 302
    assert [str(one.provision_id) for one in row.anchors.all()] == keys_of(office.world.text, "2.1")
    assert drafter.post(url, {**given, "other": "", "text": "x"}).status_code == 422


def test_the_list_and_the_page_ask_no_more_queries_for_more_rows(office, drafter, monkeypatch):
    row = write(office, office.world.text, "2.1")
    drafter.get(
        reverse("concordance:rows")
    )  # what a process keeps, such as the kinds of rows, is there from now on
    first = [_queries(drafter, url) for url in (reverse("concordance:rows"), row.url)]
    for treaty in Treaty.objects.all()[:6]:
        more = write(office, office.world.text, "2.1", "2.2", treaty=treaty)
        actor = office.act(office.world.drafter)
        JudgeRow(more, office.world.base, Judged(Degree.NONE), actor=actor).execute()
    assert [_queries(drafter, url) for url in (reverse("concordance:rows"), row.url)] == first
    monkeypatch.setattr(views, "ROWS", 1)
    assert len(drafter.get(reverse("concordance:rows"), {"page": 2}).context["lines"]) == 1


def test_pages_and_files_name_the_body_that_assessed_and_the_person_only_to_those_who_write_rows(
    office, client
):
    world = office.world
    people = {"drafter": world.drafter, "secretary": world.secretary, "analyst": office.analyst}
    for person in people.values():
        person.name = f"Person {person.pk}"
        person.save()
    analyst = office.analyst
    analyst.name = ""
    analyst.save()
    named = [str(person) for person in people.values()]
    assert "@" in named[2]
    rows = [write(office, world.text, "2.1", person=world.drafter, articles="1")]
    rows.append(write(office, world.text, "2.2", person=world.secretary, articles="2"))
    rows.append(write(office, world.text, "2.2", person=analyst, articles="3", rights=("B01",)))
    table, hub = reverse("concordance:rows"), reverse("amendments:provision", args=keys_of(world.text, "2.1"))
    pages = [
        page(client, url) for url in (table, *(row.url for row in rows), hub, reverse("concordance:report"))
    ]
    for name, slug in (
        ("file", "concordance-docx"),
        ("file", "concordance-xlsx"),
        ("report_file", "report-docx"),
    ):
        answer = client.get(reverse(f"concordance:{name}", args=[slug]))
        with ZipFile(BytesIO(answer.content)) as parts:
            pages.append(" ".join(parts.read(part).decode(errors="replace") for part in parts.namelist()))
    assert not [name for name in named for shown in pages if name in shown]
    bodies = (world.section.title, "Committee", "Ombudsman&#x27;s office")
    for body, shown in zip(bodies, pages[1:4], strict=True):
        assert f", {body}</li>" in shown
        assert f", {body}</td>" in shown
        assert f", {body}</span>" in pages[0]
    client.force_login(world.drafter, backend=BACKEND)
    assert all(name in page(client, table) for name in named)
    assert f"Committee, {named[1]}</li>" in page(client, rows[1].url)


def _queries(client, url):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    assert len(queries) <= 35
    return len(queries)


def test_the_page_of_the_act_leads_to_the_table_and_my_work_to_the_rows_with_other_words(office, drafter):
    act = office.world.base.instrument
    assert "Write the first row" in page(drafter, act.url)
    write(office, office.world.base, "2.1")
    assert "Table of concordance: 1 row" in page(drafter, act.url)
    home = page(drafter, "/en/")
    assert "1 row of the table of concordance has other words in a new text" in home
    assert "(1)" not in home
    drafter.force_login(office.analyst, backend=BACKEND)
    assert "of the table of concordance" not in page(drafter, "/en/")
    ConcordanceRow.objects.get().rights.add(Right.objects.get(code="B01"))
    told = "1 row of the table of concordance that names a right has other words in a new text"
    home = page(drafter, "/en/")
    assert told in home
    write(office, office.world.base, "2.1", articles="9")  # changed too, and names no right
    own = f"{reverse('concordance:rows')}?act={act.pk}&only=mine"
    assert own.replace("&", "&amp;") in home
    assert [line.row.articles for line in drafter.get(own).context["lines"]] == ["3(1)"]
    drafter.logout()
    assert drafter.get(own).context["lines"] == []


def test_the_office_of_the_ombudsman_is_told_to_name_a_right_and_loses_nothing(office, client):
    client.force_login(office.analyst, backend=BACKEND)
    url = reverse("concordance:write_row", args=[office.world.base.instrument_id])
    typed = {
        "treaty": "CRC",
        "articles": "3",
        "summary": "A court decides",
        "provisions": "2.1",
        "degree": "full",
    }
    answer = client.post(url, typed)
    assert answer.status_code == 422
    assert "Your office writes rows that name a right." in answer.content.decode()
    assert "A court decides" in answer.content.decode()
    assert client.post(url, typed | {"rights": "B01"}).status_code == 302
