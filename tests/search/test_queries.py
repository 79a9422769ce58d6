import pytest
from django.db import connection
from django.utils import translation

from search import sources
from search.queries import PAGE_SIZE
from search.sources import Entry, Text
from tests.search.asking import search

pytestmark = pytest.mark.django_db


def found(text, user=None, **choice):
    return [card.hit.id for card in search(text, user, **choice).cards]


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


@pytest.mark.parametrize("query", ["Article 12.3", "12.3-cü maddə", "ст. 12.3", "maddə 12.3", "12.3"])
def test_the_cited_provision_comes_first(notebook, query):
    notebook.add("Article 12.3 again: Article 12.3, maddə 12.3, ст. 12.3 ", id="mentions")
    notebook.add("Some words", id="cited", cite=("12.3.",))
    notebook.add("Other words", id="longer", cite=("12.3.1",))
    notebook.index()
    assert found(query) == ["cited", "mentions"]


def test_words_beside_a_citation_choose_among_the_cited(notebook):
    notebook.add("On residence", id="residence", cite=("12.3",))
    notebook.add("On detention", id="detention", cite=("12.3",))
    notebook.index()
    assert found("Article 12.3 detention")[0] == "detention"


ACTS = (  # numbers and titles
    ("27-L", "Law on asylum"),
    ("713-IVQ", "Azərbaycan Respublikasının Miqrasiya Məcəlləsi"),
    ("713-IVQ", "Migration Code of the Republic of Azerbaijan"),
    ("713-IVQ", "Миграционный кодекс Азербайджанской Республики"),
    ("K", "Azərbaycan Respublikasının Konstitusiyası"),
)


@pytest.fixture
def acts(notebook):
    """Article 12.3 in each act, in one of them as many as it has titles; that of no act answers best by its words."""
    notebook.add("migration code law asylum constitution permit", id="none", cite=("12.3",))
    for place, (number, title) in enumerate(ACTS):
        titled = {"instrument": number, "instrument_title": title}
        notebook.add("words", id=f"{number}.{place}", group=number, cite=("12.3",), **titled)
        notebook.add("permit words, Article 12.3", id=f"other.{place}", cite=("7.1",), **titled)
    notebook.index()
    return notebook


@pytest.mark.parametrize(
    ("query", "act"),
    [
        ("Article 12.3 of the Migration Code", "713-IVQ"),
        ("the Migration Code's Article 12.3 on permits", "713-IVQ"),
        ("Miqrasiya Məcəlləsinin 12.3-cü maddəsi", "713-IVQ"),
        ("miqrasiya mecellesi 12.3", "713-IVQ"),
        ("ст. 12.3 Миграционного кодекса", "713-IVQ"),
        ("M.M. 12.3", "713-IVQ"),
        ("AR MM m. 12.3", "713-IVQ"),
        ("по ст. 12.3 МК АР", "713-IVQ"),
        ("Article 12.3 of Law 27-L", "27-L"),
        ("12.3 of 27-l", "27-L"),
        ("12.3 of the law on asylum", "27-L"),
        ("Article 12.3 of the “Law on asylum”", "27-L"),
        ("Konstitusiyanın 12.3-cü maddəsi", "K"),
    ],
)
def test_of_the_cited_provisions_that_of_the_named_act_comes_first(acts, query, act):
    first, *others = found(query)
    assert first.startswith(f"{act}.")
    assert {"none", "27-L.0", "K.4"} - {first} <= set(
        others[:3]
    )  # what is cited comes before what mentions it
    assert search(query).acts == ()


@pytest.mark.parametrize(
    "query",
    [
        "Article 12.3",
        "Article 12.3 permit",
        "Article 12.3 of the Law of the Republic",
        "Article 12.3 of 127-L",
        "Article 12.3 of Law 27",
        "Article 12.3 code",
    ],
)
def test_no_act_is_named_by_what_all_or_none_are_called(acts, query):
    assert search(query).plan.acts == ()
    assert set(found(query)[:4]) == {"none", "27-L.0", "713-IVQ.1", "K.4"}


@pytest.mark.parametrize("query", ["27-L 12", "12, Law 27-L", "law on asylum 12", "law on asylom 12"])
def test_a_number_beside_the_name_of_an_act_is_a_provision_of_it(acts, query):
    acts.add("words", id="asked for", cite=("12",), instrument="27-L", instrument_title="Law on asylum")
    acts.add("12 laws on asylum, of 27 and L", id="mentions", cite=("12",), instrument="28-L")
    acts.index()
    assert found(query)[0] == "asked for"


def test_an_act_that_is_named_as_another_is_not_chosen(acts):
    acts.add("words", id="same", cite=("12.3",), instrument="28-L", instrument_title="Law on asylum")
    acts.index()
    assert found("Article 12.3 of the law on asylum")[0] == "none"
    assert found("Article 12.3 of the law on asylum, 28-L")[0] == "same"


def test_the_name_of_an_act_filters_nothing_and_weighs_nothing_without_a_citation(acts):
    cited, plain = search("Article 12.3 of the Migration Code"), search("Article 12.3 migration code permit")
    assert {card.hit.id for card in cited.cards} == {card.hit.id for card in plain.cards}
    assert found("migration code") == ["none"]


def test_acts_are_grouped_from_the_named_one_on(acts):
    results = search("Article 12.3 of the law on asylum", by_act=True)
    assert results.acts[0].number == "27-L"


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


def test_wordings_of_one_provision_are_one_hit_and_the_current_one_is_shown(notebook):
    notebook.add("permit permit permit", id="old", group="p", is_current=False)
    notebook.add("a permit among many other words", id="now", group="p")
    notebook.add("a fee of old", id="older", group="p", is_current=False)
    notebook.index()
    assert found("permit") == ["now"]
    assert search("permit", None).total == 1
    assert found("fee") == ["older"]


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


def test_where_nothing_has_enough_of_the_words_texts_with_some_are_shown_and_it_is_said(notebook):
    notebook.add("torture is forbidden", id="some")
    notebook.index()
    results = search("torture prohibition everywhere always")
    assert ([card.hit.id for card in results.cards], results.is_loose) == (["some"], True)
    assert not search("torture forbidden").is_loose


def test_of_three_words_all_count_and_two_where_no_text_has_them_all(notebook):
    notebook.add("a residence permit is refused", id="all")
    notebook.add("a residence permit is granted", id="two")
    notebook.add("a permit", id="one")
    notebook.index()
    assert found("residence permit refused") == ["all"]
    results = search("residence permit extended")
    assert ({card.hit.id for card in results.cards}, results.is_loose) == ({"all", "two"}, True)


def test_filters_that_fit_nothing_do_not_loosen_the_words(notebook):
    notebook.add("torture is forbidden", id="both", instrument="1-L")
    notebook.add("torture", id="one", instrument="2-L")
    notebook.index()
    results = search("torture forbidden", instrument="2-L")
    assert (results.total, results.is_loose) == (0, False)


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
