"""Human rights that entries name by code: readers see and type what they are called."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import get_language, gettext_lazy as _, override

from search import sources
from search.errors import BadSourceError, DuplicateSourceError
from tests.search.asking import found, search

pytestmark = pytest.mark.django_db
NAMES = {
    "E03": {"az": "Uşağın ən yaxşı mənafeyi", "en": "Best interests of the child", "ru": "Наилучшие интересы ребёнка"},
    "B01": {"az": "Yaşamaq hüququ", "en": "Right to life", "ru": "Право на жизнь"},
}  # fmt: skip


def named(labels):
    """What is said in the language of the reader."""
    return lazy(lambda: labels[get_language()[:2]], str)()


@pytest.fixture
def rights(notebook):
    sources.register_rights(lambda: {code: named(labels) for code, labels in NAMES.items()})
    notebook.add("permit of a child", id="child", rights=("E03", "B01"))
    notebook.add("permit of anybody", id="anybody", rights=("B01",))
    notebook.add("permit of an author who knows no codes", id="words", rights=("a fair hearing",))
    notebook.index()


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_the_page_calls_rights_by_name_and_keeps_the_code_in_addresses(rights, client, language):
    response = client.get(reverse("search:search"), {"q": "permit"}, headers={"accept-language": language})
    page = response.content.decode()
    facet = next(facet for facet in response.context["facets"] if facet.name == "right")
    assert [choice.number for choice in facet.choices] == [2, 1, 1]
    for choice in facet.choices:
        assert parse_qs(urlsplit(f"?{choice.address}").query)["right"] == [choice.value]
    for code, names in NAMES.items():
        assert f"<span>{names[language]}</span>" in page
        assert f"<span>{code}</span>" not in page
    assert "<span>a fair hearing</span>" in page


def test_a_chosen_right_is_named_in_its_chip_and_in_the_name_of_a_saved_search(rights, client, owner):
    client.force_login(owner)
    response = client.get(reverse("search:search"), {"q": "permit", "right": "E03"})
    assert [str(choice.label) for choice in response.context["chosen"]] == ["Best interests of the child"]
    assert 'value="permit · Best interests of the child"' in response.content.decode()


def test_a_long_question_gets_a_name_that_can_be_saved(rights, client, owner):
    client.force_login(owner)
    name = client.get(reverse("search:search"), {"q": "permit " * 90, "right": "E03"}).context["save_name"]
    assert len(name) <= 200
    answer = client.post(reverse("search:save"), {"name": name, "address": "q=permit"})
    assert answer.status_code == 302


def test_machines_get_code_and_name(rights, client):
    facets = client.get(reverse("search_api:search"), {"q": "permit"}).json()["facets"]
    assert {choice["value"]: choice["label"] for choice in facets["right"]} == {
        "E03": "Best interests of the child",
        "B01": "Right to life",
        "a fair hearing": "a fair hearing",
    }


@pytest.mark.parametrize(
    "typed", ["E03", "e03", '"Best interests"', "child", "mənafeyi", "MENAFEYI", "ребенка"]
)
@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_a_right_is_typed_by_code_or_name_in_any_language(rights, typed, language):
    with override(language):
        assert found(f"permit right:{typed}") == ["child"]


def test_rights_in_an_authors_own_words_are_typed_too(rights):
    assert found("permit right:hearing") == ["words"]
    assert search("permit right:nothing").total == 0


def test_a_state_is_typed_in_any_language_whoever_asks(notebook):
    notebook.statuses = {"current": _("in force")}
    notebook.add("permit", id="now", status="current")
    notebook.add("permit", id="then", status="earlier")
    notebook.index()
    for typed in ("current", '"in force"', "qüvvədədir", "действует"):
        assert found(f"permit status:{typed}") == ["now"], typed


def test_many_rights_cost_no_query_each(notebook, client, django_assert_max_num_queries):
    sources.register_rights(lambda: {f"X{number:02}": f"Right {number}" for number in range(70)})
    for number in range(70):
        notebook.add("permit", id=str(number), rights=(f"X{number:02}",))
    notebook.index()
    with django_assert_max_num_queries(9):
        answer = client.get(reverse("search:search"), {"q": "permit right:right"})
    assert answer.context["results"].total == 70


def test_names_are_asked_for_once_a_page_and_only_where_rights_are_shown(notebook, client):
    asked = []
    sources.register_rights(lambda: asked.append(1) or {"E03": "Best interests of the child"})
    notebook.add("permit", id="child", rights=("E03",))
    notebook.add("permit", id="other", rights=("B01",))
    notebook.add("licence", id="none")
    notebook.index()
    client.get(reverse("search:search"), {"q": "permit"})
    assert len(asked) == 1
    client.get(reverse("search:search"), {"q": "licence"})
    assert len(asked) == 1
    client.get(reverse("search:search"), {"q": "permit right:interests"})
    assert len(asked) == 3  # to find the right, and to show it


def test_a_right_is_called_as_it_is_called_now(notebook, client):
    names = {"E03": "Best interests of the child"}
    sources.register_rights(lambda: names)
    notebook.add("permit", id="child", rights=("E03",))
    notebook.index()
    assert found("permit right:minor") == []
    names["E03"] = "Interests of minors"
    assert found("permit right:minor") == ["child"]


def test_names_are_registered_once_and_the_first_name_of_a_code_counts():
    def names():
        return {"E03": "Best interests of the child"}

    sources.register_rights(names)
    sources.register_rights(lambda: {"E03": "The child", "B01": "Right to life"})
    assert sources.rights() == {"E03": "Best interests of the child", "B01": "Right to life"}
    with pytest.raises(DuplicateSourceError, match="names"):
        sources.register_rights(names)
    with pytest.raises(BadSourceError, match="E04"):
        sources.register_rights({"E04": "Other"})
