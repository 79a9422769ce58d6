"""What the pages of texts and redlines show."""

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from amendments.hooks import PROVISION_PANELS, Link
from amendments.models import Amendment
from amendments.queries.showing.trees import tree_of
from amendments.states import State
from tests.factories import law


class Collector(HTMLParser):
    """The words inside and outside of one kind of element, and every id of the page."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.open, self.inside = [], [], {"ins": [], "del": []}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]
        if tag in self.inside:
            self.open.append(tag)
            self.inside[tag].append("")

    def handle_endtag(self, tag):
        if tag in self.inside:
            self.open.remove(tag)

    def handle_data(self, data):
        for tag in self.open:
            self.inside[tag][-1] += data


@pytest.fixture
def shown(stage, once):
    once(_released, stage)
    return lambda view="inline": (
        stage.client("public").get(f"{stage.draft.url}redline/?view={view}").content.decode()
    )


def _released(stage):
    stage.release("public")


def key_of(draft, number):
    return next(element.key for element in tree_of(law.text_in(draft)) if element.number == number)


@pytest.mark.parametrize("view", ["inline", "side", "table", "changed"])
def test_insertions_and_deletions_are_named_for_those_who_do_not_see_them(shown, view):
    found = Collector(shown(view)).inside
    assert any(words == "[deleted 10]" for words in found["del"])
    assert any(words == "[inserted 12]" for words in found["ins"])
    assert all(
        re.fullmatch(r"\[(inserted|deleted) .*\]", words, re.S) for words in found["ins"] + found["del"]
    )


@pytest.mark.parametrize("view", ["inline", "side", "table", "changed"])
def test_no_id_stands_twice_in_a_page(shown, view):
    ids = Collector(shown(view)).ids
    assert len(ids) == len(set(ids))


def test_the_comparative_table_has_exactly_the_changed_provisions(stage, shown):
    numbers = re.findall(r'<tr id="p-([\w-]+)"', shown("table"))
    expected = {key_of(stage.draft, number) for number in ("1.2.1", "2.1", "2.3")}
    assert len(numbers) == len(expected)
    assert set(numbers) == expected


def test_changed_only_shows_what_it_stands_under_and_nothing_else(shown):
    page = shown("changed")
    for words in ("Article 2.", "This Law does not apply to:", "Dogs pay half.", "CHAPTER 1"):
        assert words in page
    for words in ("Children travel free", "rafts."):
        assert words not in page


def test_a_phone_that_says_so_gets_the_changes_only(stage, shown):
    url = f"{stage.draft.url}redline/"
    phone = stage.client("public").get(url, headers={"Sec-CH-UA-Mobile": "?1"})
    assert "Children travel free" not in phone.content.decode()
    assert "Sec-CH-UA-Mobile" in phone["Vary"]
    assert "Children travel free" in stage.client("public").get(url).content.decode()
    chosen = stage.client("public").get(f"{url}?view=inline", headers={"Sec-CH-UA-Mobile": "?1"})
    assert "Children travel free" in chosen.content.decode()


def test_where_nothing_is_chosen_a_phone_folds_what_does_not_change(shown):
    page = shown("")
    far = re.findall(r'class="[^"]* is-far[^"]*"\s+data-depth="\d" id="p-([\w-]+)"', page)
    changed = re.findall(r'id="p-([\w-]+)"\s+data-change', page)
    assert far
    assert changed
    assert not set(far) & set(changed)
    assert "Only what changes is shown here." in page
    assert "is-far" not in shown("inline")


def test_an_unknown_display_is_the_usual_one(shown):
    assert "Children travel free" in shown("upside-down")


def test_every_change_names_its_instructions(shown):
    page = shown()
    assert "Instruction 1" in page
    assert "Instruction 2" in page
    assert "Instruction 3" in page


def test_a_repealed_provision_keeps_its_number(stage, shown):
    assert "Repealed; the number stays." in shown()
    text = stage.client("public").get(stage.draft.url).content.decode()
    assert "1.2.1." in text
    assert "is-repealed" in text


def test_two_drafts_are_compared(stage, shown):
    law.add(stage.world.amendment, stage.world.drafter, "replace_number", "2.1", old="12", new="15")
    second = law.seal(stage.world.amendment, stage.world.drafter)
    law.release(second, "public", stage.world.drafter, stage.world.secretary)
    client, url = stage.client("public"), stage.world.amendment.url
    chosen = client.get(f"{url}compare/", {"old": 1, "new": 2})
    assert chosen["Location"] == f"{url}compare/1/2/"
    found = Collector(client.get(chosen["Location"]).content.decode()).inside
    assert found == {"ins": ["[inserted 15]"], "del": ["[deleted 12]"]}


@pytest.mark.parametrize("pair", [{}, {"old": "1"}, {"old": "x", "new": "2"}, {"old": "-1", "new": "1"}])
def test_a_pair_that_is_none_leads_back(stage, pair):
    stage.release("public")
    answer = stage.client("public").get(f"{stage.world.amendment.url}compare/", pair)
    assert answer["Location"] == stage.world.amendment.url


def test_equal_texts_say_so(stage):
    stage.release("public")
    for view in ("changed", "table"):
        page = stage.client("public").get(f"{stage.world.amendment.url}compare/1/1/?view={view}")
        assert "The two texts are the same." in page.content.decode()


def test_a_version_that_is_not_there_is_not_found(stage):
    stage.release("public")
    for url in (
        f"{stage.world.amendment.url}v/9/",
        f"{stage.world.amendment.url}v/9/redline/",
        f"{stage.world.amendment.url}compare/1/9/",
    ):
        assert stage.client("public").get(url).status_code == 404


def test_the_printed_page_has_version_date_and_hash(stage):
    stage.release("public")
    for url in (stage.draft.url, f"{stage.draft.url}redline/"):
        page = stage.client("public").get(url).content.decode()
        assert 'class="title-block only-print"' in page
        assert stage.draft.root_hash in page


class Says:
    """A panel that has something to say about one provision."""

    slug = "says"

    def __init__(self, provision):
        self.provision = provision

    def links(self, request, versions):
        return {self.provision: [Link("2 comments", "/comments/", 2), Link("Comment", "/write/")]}

    def render(self, request, provision):
        return "<p>First comment</p>" if str(provision.pk) == self.provision else ""


@pytest.fixture
def panel(stage, monkeypatch):
    says = Says(key_of(stage.draft, "2.1"))
    monkeypatch.setattr(
        "amendments.views.texts.collect", lambda point: [says] if point is PROVISION_PANELS else []
    )
    return says


@pytest.mark.parametrize("view", ["", "redline/"])
def test_a_link_that_counts_opens_the_discussion_beside_the_text(stage, panel, view):
    stage.release("public")
    page = stage.client("public").get(f"{stage.draft.url}{view}").content.decode()
    fragment = reverse("amendments:discussion", args=[panel.provision])
    assert "has-discussion" in page
    assert f'href="/comments/" class="is-kept" data-discussion="{fragment}"' in page
    assert 'href="/write/">' in page
    assert "First comment" in stage.client("public").get(fragment).content.decode()
    assert (
        "First comment"
        in stage.client("public")
        .get(reverse("amendments:provision", args=[panel.provision]))
        .content.decode()
    )


def test_without_anything_said_there_is_no_place_for_it(stage, panel, monkeypatch):
    stage.release("public")
    monkeypatch.setattr(panel, "links", lambda request, version: {})
    assert "has-discussion" not in stage.client("public").get(stage.draft.url).content.decode()
    silent = reverse("amendments:discussion", args=[key_of(stage.draft, "2.2")])
    assert "There is nothing about this provision" in stage.client("public").get(silent).content.decode()


def test_the_hub_tells_every_wording_and_where_it_stands(stage):
    stage.release("public")
    page = (
        stage.client("public")
        .get(reverse("amendments:provision", args=[key_of(stage.draft, "2.1")]))
        .content.decode()
    )
    for words in (
        "Article 2.1",
        "Proposed changes",
        "[deleted",
        "Wordings through time",
        "Consolidated text 1",
        "CHAPTER 1",
    ):
        assert words in page
    proposed = stage.client("public").get(reverse("amendments:provision", args=[key_of(stage.draft, "2.3")]))
    assert "only proposed" in proposed.content.decode()


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("2.1", [("Consolidated text 1", "first text"), ("Draft 1", "changed")]),
        ("2.2", [("Consolidated text 1", "first text"), ("Draft 1", "same wording")]),
        ("2.3", []),  # a single text is no line through time
    ],
)
def test_the_hub_shows_the_texts_of_a_provision_in_a_row(stage, number, told):
    stage.release("public")
    hub = reverse("amendments:provision", args=[key_of(stage.draft, number)])
    page = stage.client("public").get(hub).content.decode()
    row = page.partition('<ol class="through-time"')[2].partition("</ol>")[0]
    points = [" ".join(strip_tags(f"<li {point}").split()) for point in row.split("<li ")[1:]]
    assert len(points) == len(told)
    for point, (name, words) in zip(points, told, strict=True):
        assert point.startswith(name)
        assert point.endswith(words)


def test_what_became_law_is_no_longer_called_proposed(stage):
    stage.release("public")
    law.adopt(stage.draft, stage.world.drafter)
    hub = reverse("amendments:provision", args=[key_of(stage.draft, "2.1")])
    assert "Proposed changes" in stage.client("public").get(hub).content.decode()
    Amendment.objects.update(state=State.IN_FORCE)
    assert "Proposed changes" not in stage.client("public").get(hub).content.decode()


def test_what_is_said_of_a_provision_follows_its_wordings(stage, panel):
    stage.release("public")
    page = (
        stage.client("public").get(reverse("amendments:provision", args=[panel.provision])).content.decode()
    )
    assert page.index("Wordings through time") < page.index("First comment")


def test_an_unknown_provision_is_not_found(client, db):
    unknown = "00000000-0000-4000-8000-000000000000"
    for name in ("provision", "discussion"):
        assert client.get(reverse(f"amendments:{name}", args=[unknown]), follow=True).status_code == 404
