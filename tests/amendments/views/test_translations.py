"""Whoever reads another language than that of the act reads the translation, is told so, and reaches the authentic text."""

import re
from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amendments.models import Amendment, Instrument, Library
from amendments.queries.showing.trees import tree_of
from tests.factories import law

OLD, NEW = "Gediş haqqı 10 qəpikdir.", "Gediş haqqı 12 qəpikdir."


class Languages(HTMLParser):
    """The words of a page by the nearest language around them."""

    def __init__(self, html):
        super().__init__()
        self.open, self.words = [], {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag not in ("meta", "link", "input", "br", "col", "img"):
            self.open.append((tag, dict(attrs).get("lang")))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        language = next((lang for _, lang in reversed(self.open) if lang), None)
        self.words.setdefault(language, []).append(data.strip())

    def of(self, words):
        return {language for language, texts in self.words.items() if any(words in text for text in texts)}


@pytest.fixture
def translated(stage, once):
    once(_translated, stage)
    return stage


def _translated(stage):
    """The text in force has translations of 2.1 and of the heading of Article 2, the draft one of its new 2.1."""
    law.translate(stage.world.base, stage.world.drafter, "2.1", OLD)
    law.translate(stage.world.base, stage.world.drafter, "2", heading="Gediş haqqı")
    law.translate(law.text_in(stage.draft), stage.world.drafter, "2.1", NEW)
    stage.release("public")


def page(stage, url, language="az", client=None):
    client = client or stage.client("public")
    client.cookies["django_language"] = language
    prefixed = re.sub(r"^/en/", f"/{language}/", url)
    response = client.get(prefixed, headers={"Accept-Language": language})
    assert response.status_code == 200
    return response.content.decode()


def provision_of(stage, number):
    return next(element.key for element in tree_of(stage.world.base) if element.number == number)


def addresses(stage):
    return {
        "text": stage.world.base.url,
        "draft": stage.draft.url,
        "provision": reverse("amendments:provision", args=[provision_of(stage, "2.1")]),
        **{view: f"{stage.draft.redline_url}?view={view}" for view in ("inline", "side", "table", "changed")},
    }


@pytest.mark.parametrize("name", ["text", "draft", "provision", "inline", "side", "table", "changed"])
def test_the_translation_is_read_in_its_language_and_called_a_translation(translated, name):
    html = page(translated, addresses(translated)[name])
    assert 'href="?text=authentic' in html or "text=authentic" in html
    assert Languages(html).of("qəpikdir") == {"az"}
    assert "The fare is" not in html


@pytest.mark.parametrize("name", ["text", "inline", "table", "provision"])
def test_whoever_reads_the_language_of_the_act_is_told_nothing(translated, name):
    html = page(translated, addresses(translated)[name], "en")
    assert "wording-told" not in html
    assert Languages(html).of("The fare is") == {"en"}
    assert "qəpikdir" not in html


@pytest.mark.parametrize("name", ["text", "inline", "table", "provision"])
def test_without_a_translation_the_authentic_text_is_shown_and_the_page_says_so(translated, name):
    html = page(translated, addresses(translated)[name], "ru")
    assert Languages(html).of("The fare is") == {"en"}
    assert "wording-told" in html
    assert "text=authentic" not in html


def test_the_authentic_text_is_one_click_away_and_stays_chosen(translated):
    client, url = translated.client("public"), translated.world.base.url
    link = re.search(r'href="([^"]*text=authentic[^"]*)"', page(translated, url, client=client))[1]
    chosen = page(translated, url + link, client=client)
    assert "The fare is 10 coins" in chosen
    assert "text=translation" in chosen
    for other in addresses(translated).values():
        assert "qəpikdir" not in page(translated, other, client=client)
    assert OLD in page(translated, f"{url}?text=translation", client=client)
    assert OLD in page(translated, url, client=client)


def test_an_unknown_choice_keeps_nothing(translated):
    client, url = translated.client("public"), translated.world.base.url
    page(translated, f"{url}?text=nonsense", client=client)
    assert "madda_text" not in client.cookies


def test_a_redline_of_translations_compares_the_translations(translated):
    html = page(translated, addresses(translated)["inline"])
    assert re.search(r"<del>.{0,99}10.{0,60}</del>", html, re.S)
    assert re.search(r"<ins>.{0,99}12.{0,60}</ins>", html, re.S)


def test_a_provision_that_lacks_a_translation_on_one_side_is_compared_in_the_authentic_words(stage):
    law.translate(stage.world.base, stage.world.drafter, "2.1", OLD)
    stage.release("public")
    html = page(stage, addresses(stage)["inline"])
    assert "qəpikdir" not in html
    assert Languages(html).of("The fare is") == {"en"}


def test_what_is_not_translated_stands_in_the_authentic_language_and_is_counted(translated):
    html = page(translated, translated.world.base.url, "az")
    assert Languages(html).of("Children travel free") == {"en"}
    assert Languages(html).of("Gediş haqqı") == {"az"}


def test_counts_and_changes_are_those_of_the_authentic_text(translated):
    found = [re.findall(r'data-change="(\w+)"', page(translated, addresses(translated)["inline"], language))
             for language in ("az", "en")]  # fmt: skip
    assert found[0] == found[1]


def test_articles_are_called_as_in_the_language_of_the_translation(translated):
    html = page(translated, translated.world.base.url)
    assert "Maddə 2." in html
    assert "Article 2." not in html


@pytest.mark.parametrize("name", ["text", "inline", "table", "provision"])
def test_a_translation_costs_one_query(translated, name):
    counts = []
    for language in ("en", "az", "en", "az"):
        client = translated.client("public")
        with CaptureQueriesContext(connection) as queries:
            page(translated, addresses(translated)[name], language, client)
        counts.append(len(queries))
    assert counts[3] - counts[2] <= 1


def test_lists_and_forms_name_acts_and_amendments_in_the_language_of_the_reader(stage):
    stage.release("public")
    Instrument.objects.update(titles={"az": "“Bərələr haqqında” Qanun"})
    Amendment.objects.update(titles={"az": "“Bərələr haqqında” Qanunda dəyişiklik"})
    release = reverse("amendments:confirm_release", args=[stage.draft.pk, "public"])
    seal = reverse("amendments_admin:seal", args=[stage.world.amendment.pk])
    for role, url, titles in (
        ("public", Library.objects.get().url, ("“Bərələr haqqında” Qanun (tərcümə)",)),
        ("secretary", release, ("Qanun (tərcümə)", "Qanunda dəyişiklik (tərcümə)")),
        ("drafter", seal, ("Qanun (tərcümə)",)),
    ):
        said = page(stage, url, client=stage.client(role))
        assert [title for title in titles if title not in said] == [], url
