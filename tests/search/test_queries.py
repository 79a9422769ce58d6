from datetime import date

import pytest
from django.db import connection
from django.utils import translation

from search import sources
from search.backends.question import Sort
from search.queries import PAGE_SIZE
from search.sources import Entry, Text
from tests.search.asking import found, keys, search

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "body", "query"),
    [
        ("az", "Əcnəbilərin yaşama icazəsi", "ecnebilerin icazesi"),
        ("az", "İşıqlı gələcək", "ISIQLI GELECEK"),
        ("az", "VƏTƏNDAŞLIĞIN verilməsi", "vətəndaşlığı"),
        ("en", "The applicant's documents", "applicants document"),
        ("ru", "Гражданами признаются", "гражданин"),
        ("ru", "Ребёнок имеет право", "ребенка"),
        ("ka", "საქართველოს კანონი", "კანონი"),
    ],
)
def test_a_text_is_found_by_other_forms_and_other_keyboards(notebook, language, body, query):
    notebook.add(body, language=language)
    notebook.index()
    assert found(query) == ["n1"]


def test_headings_weigh_more_than_bodies(notebook):
    notebook.add("nothing but a permit here", heading="Other things", id="body")
    notebook.add("nothing but other things here", heading="Permit", id="heading")
    for number in range(10):
        notebook.add(f"filler text {number}")
    notebook.index()
    assert found("permit") == ["heading", "body"]


def test_the_form_as_typed_weighs_more_than_another_form(notebook):
    notebook.add("one permits two", id="other")
    notebook.add("one permit two", id="typed")
    for number in range(10):
        notebook.add(f"filler text {number}")
    notebook.index()
    assert found("permit") == ["typed", "other"]


def test_a_phrase_does_not_run_from_heading_into_body_or_over_languages(notebook):
    notebook.add("members only", heading="The family", id="a")
    texts = (Text("en", "", "big family"), Text("az", "", "members club"))
    notebook.rows["b"] = [Entry(id="b", url="/b/", texts=texts, audience=frozenset({"public"}))]
    notebook.add("the family members", id="c")
    notebook.index()
    assert found('"family members"') == ["c"]


def test_exclusions_and_filters_narrow(notebook):
    notebook.add("permit fee", id="fee", instrument="27-L")
    notebook.add("permit form", id="form", instrument="713-IVQ")
    notebook.index()
    assert found("permit -fee") == ["form"]
    assert found("permit in:27-l") == ["fee"]
    assert found("permit in:713-ivq -fee") == ["form"]
    assert found("permit in:none") == []


def test_what_was_inserted_within_a_range_is_of_it(notebook):
    for number in ("12", "12-1", "13", "13.1", "13.1-1", "13.2", "14", "14-1", "15"):
        notebook.add("text", id=number, cite=(number,))
    notebook.index()
    assert found("Articles 12 to 14") == ["12", "12-1", "13", "14"]
    assert found("13.1-ci və 13.2-ci maddələr") == ["13.1", "13.2"]
    assert found("Articles 13.1 to 13.2") == ["13.1", "13.1-1", "13.2"]
    assert found("Articles 13.2 to 15.1") == ["13.2", "14", "14-1"]
    assert found("text -Articles 12-14", sort=Sort.LAW) == ["13.1", "13.1-1", "13.2", "14-1", "15"]


def test_kinds_are_counted_beside_each_other_and_listed_apart(notebook):
    letters = type(notebook)("letter")
    sources.register(letters)
    letters.add("permit", id="l")
    notebook.add("permit", id="n")
    letters.index()
    notebook.index()
    for choice in ({"kind": "letter"}, {}):
        results = search("permit" if choice else "permit kind:letter", None, **choice)
        assert results.answer.counted("kind") == {"letter": 1, "note": 1}
        assert [card.hit.id for card in results.cards] == ["l"]
        assert results.total == 1
    assert len(found("permit", kind="unknown")) == 2


def test_hits_of_a_source_that_is_gone_are_not_shown(notebook, monkeypatch):
    notebook.add("permit")
    notebook.index()
    monkeypatch.setattr(sources, "_sources", {})
    results = search("permit", None)
    assert (results.total, results.cards) == (0, ())


def test_hits_come_in_pages_without_loss_or_repetition(notebook):
    for number in range(PAGE_SIZE + 5):
        notebook.add("permit", id=f"{number:03}")
    notebook.index()
    first, second = found("permit"), found("permit", page=2)
    assert (len(first), len(second)) == (PAGE_SIZE, 5)
    assert len({*first, *second}) == PAGE_SIZE + 5
    assert search("permit", None).pages == 2


def test_a_hit_that_is_no_longer_the_readers_is_dropped_and_the_total_becomes_about(notebook):
    notebook.add("permit", id="a")
    notebook.add("permit", id="b")
    notebook.index()
    notebook.hidden = {"a"}
    results = search("permit", None)
    assert [card.hit.id for card in results.cards] == ["b"]
    assert (results.total, results.is_about) == (1, True)


@pytest.mark.parametrize(("query", "language"), [("permit", "en"), ("icazə", "az"), ("Article 12.3", "ru")])
def test_a_hit_speaks_the_language_that_answers_else_the_readers(notebook, query, language):
    texts = (
        Text("en", "", "residence permit"),
        Text("az", "", "yaşama icazəsi"),
        Text("ru", "", "вид на жительство"),
    )
    notebook.rows["a"] = [
        Entry(id="a", url="/a/", texts=texts, audience=frozenset({"public"}), cite=("12.3",))
    ]
    notebook.index()
    with translation.override("ru"):
        (card,) = search(query, None).cards
    assert card.language == language


def test_a_status_is_shown_in_words(notebook):
    notebook.add("permit", status="open")
    notebook.index()
    assert [card.status for card in search("permit", None).cards] == ["Open"]


def test_a_page_of_hits_costs_a_fixed_number_of_queries(notebook, reader, django_assert_max_num_queries):
    for number in range(PAGE_SIZE):
        notebook.add("permit", *(["org:7"] if number % 2 else []))
    notebook.index()
    expecting = connection.vendor == "postgresql"  # asked how many matches it expects
    search("permit", reader("org:7"))  # what codes stand for is read once
    with django_assert_max_num_queries(4 + expecting):
        assert search("permit", None).total == PAGE_SIZE // 2
    with django_assert_max_num_queries(6 + 2 * expecting):
        assert search("permit", reader("org:7")).total == PAGE_SIZE
    search("Article 1 of the Code")  # what acts are called is read once
    with django_assert_max_num_queries(6 + expecting):
        search("Article 1 permit")


@pytest.mark.parametrize(
    "text",
    [
        'a" OR "b',
        "a' OR 'b",
        "heading:permit",
        "permit*",
        "per%",
        "permit) OR (1=1",
        "NEAR(permit note, 5)",
        "^permit",
        "permit & !x | (y)",
        "permit <-> x :*",
        "\\' \\\\",
        "\x00permit",
        "{heading} : permit",
        "%s %(matching)s %%",
    ],
)
def test_operators_of_an_engine_are_only_words(notebook, text):
    notebook.add("note with one permit inside")
    notebook.add("something else entirely")
    notebook.index()
    assert "n2" not in found(text)


def test_a_word_that_the_reader_finds_as_typed_is_no_slip(notebook, reader):
    notebook.add("the clauze stands", "org:7")
    notebook.add("the clause stands")
    notebook.index()
    assert search("clauze", reader("org:8")).suggestion == "clause"
    results = search("clauze", reader("org:7"))
    assert (results.total, results.suggestion) == (2, "")


def test_a_slip_in_a_short_word_is_understood_where_nothing_else_answers(notebook):
    notebook.add("the judge decides", id="judge")
    notebook.index()
    assert found("jdge") == ["judge"]


def test_what_is_chosen_is_listed_without_a_word(notebook, reader):
    notebook.add("the clause stands", id="old", institution="Bar", date=date(2024, 1, 1))
    notebook.add("the judge decides", id="new", institution="Bar", date=date(2025, 1, 1))
    notebook.add("a third thing", "org:7", id="hidden", institution="Bar")
    notebook.add("a fourth thing", id="other", institution="Court")
    notebook.index()
    results = search("", institution="Bar")
    assert (keys(results), results.total) == (["new", "old"], 2)
    assert results.answer.counted("institution") == {"Bar": 2, "Court": 1}
    assert set(found("", reader("org:7"), kind="note")) == {"old", "new", "hidden", "other"}
    assert found("institution:bar") == ["new", "old"]
    assert search("").plan.is_empty
    assert found("-judge", institution="Bar") == ["old"]


def test_a_slip_is_understood_within_the_language_of_its_letters(notebook):
    notebook.add("the sexes are equal before the law", id="sexes")
    notebook.index()
    assert (found("sexəz"), search("sexəz").suggestion) == ([], "")
    assert search("sexez").suggestion == "sexes"
    notebook.add("hər bir şəxs azaddır", id="person", language="az")
    notebook.index()
    assert found("şəxsş") == ["person"]


def test_names_are_found_and_not_shown(notebook):
    notebook.add("the clause stands", id="named", names=(Text("en", body="Right to an effective remedy"),))
    notebook.index()
    (card,) = search("effective remedies").cards
    assert card.hit.id == "named"
    assert "remedy" not in "".join(piece.text for piece in card.body.pieces)


def test_a_single_letter_is_not_what_hits_have_in_common(notebook):
    notebook.add("the clause stands", heading="C-014", id="C-014")
    notebook.add("the judge decides", heading="C-015", id="C-015")
    notebook.index()
    assert found("C-014") == ["C-014"]
    assert found("C-999") == []


@pytest.mark.parametrize("query", ["1." * 1_000, "5" + "(1)" * 700, "Lamp Law " + "1." * 1_000])
def test_a_number_of_many_levels_asks_the_database_no_more_than_one_of_few(
    notebook, query, django_assert_max_num_queries
):
    with django_assert_max_num_queries(60):
        search(query, None)
