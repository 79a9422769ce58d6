"""The pages of tags: the form with what the words suggest, the lists, and the sections on the pages of things."""

from unittest.mock import patch

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amendments.models import Provision
from consultations.models import Right
from rights.models import RightTag
from rights.queries.tag_lists import tag_lines, tags_by_right
from rights.suggesting.suggestion import Suggestion
from tests.factories import consultation as make, law
from tests.rights.pages import text_of


@pytest.fixture
def analyst(office, client):
    client.force_login(office.analyst, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def provision(office):
    return Provision.objects.get(entries__version=office.world.base, entries__number="2.1")


@pytest.fixture
def page(provision):
    return reverse("rights:tag", args=["provision", provision.pk])


def test_a_provision_is_tagged_on_its_page_and_the_tag_is_taken_off_and_put_back(analyst, provision, page):
    hub = reverse("amendments:provision", args=[provision.pk])
    assert page in analyst.get(hub).content.decode()
    answer = analyst.post(page, {"rights": ["E03"]}, follow=True)
    assert "2.1 is tagged." in text_of(answer)
    right = str(Right.objects.get(code="E03"))
    assert f"E03 {right}" in text_of(analyst.get(hub))
    row = RightTag.objects.get()
    assert 'value="E03"' not in text_of(analyst.get(page))  # it has it already
    answer = analyst.post(reverse("rights:remove_tag", args=[row.pk]), follow=True)
    assert "The tag is taken off." in text_of(answer)
    assert f"E03 {right}" not in text_of(analyst.get(hub))
    answer = analyst.post(reverse("rights:bring_back_tag", args=[row.pk]), follow=True)
    assert "The tag stands again." in text_of(answer)
    assert f"E03 {right}" in text_of(analyst.get(hub))


def test_what_the_words_suggest_stands_first_with_its_words_and_is_not_ticked(analyst, page):
    told = [Suggestion("E03", ("coins",))]
    with patch("rights.queries.suggested_rights.suggested_rights", lambda text, language: told):
        words = text_of(analyst.get(page))
    assert words.index('value="E03"') < words.index('value="B01"')
    assert "“coins”" in words
    assert "checked" not in words
    assert not RightTag.objects.exists()


def test_without_a_right_the_form_says_what_is_missing(analyst, page):
    answer = analyst.post(page, {"rights": []})
    assert answer.status_code == 422
    assert "Choose at least one right." in text_of(answer)


def test_a_comment_of_somebody_else_is_tagged_from_its_page(office, analyst, client):
    world = office.world
    row = make.draft(world.round, world.ngo_author, world.ngo, make.content(make.chosen(world.draft, "2.1")))
    make.send(row.submission, world.ngo_focal, supersedes=False)
    row.refresh_from_db()
    page = reverse("rights:tag", args=["comment", row.pk])
    assert page in analyst.get(row.url).content.decode()
    analyst.post(page, {"rights": ["E03"]})
    right = str(Right.objects.get(code="E03"))
    assert right in text_of(analyst.get(row.url))
    listed = text_of(analyst.get(reverse("rights:by_right"), {"right": "E03"}))
    assert row.reference in listed
    client.logout()
    assert right not in text_of(client.get(row.url))


def test_the_instructions_of_a_draft_are_listed_with_tags_and_suggestions_in_pages(office, analyst):
    world = office.world
    page = reverse("rights:instructions", args=[world.draft.pk])
    sealed = law.text_in(world.draft).sealed_instructions.first()
    told = [Suggestion("E03", ("coins",))]
    with patch("rights.queries.suggested_rights.suggested_rights", lambda text, language: told):
        words = text_of(analyst.get(page))
    assert f"E03 {Right.objects.get(code='E03')} (“coins”)" in words
    form = reverse("rights:tag", args=["instruction", sealed.instruction_id])
    assert form in words
    analyst.post(form, {"rights": ["B01"]})
    assert f"B01 {Right.objects.get(code='B01')}" in text_of(analyst.get(page))
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old="free of charge", new="free")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    newer = reverse("rights:instructions", args=[draft.pk])
    assert form in text_of(analyst.get(newer))
    words = text_of(analyst.get(newer, {"only": "new"}))
    assert form not in words
    assert "2.2" in words
    # a tag leads to its instruction alone, on whatever page of the list that stands
    url = tag_lines(tags_by_right(office.analyst))[0].url
    words = text_of(analyst.get(url))
    assert form in words
    assert words.count('<li id="i-') == 1 < text_of(analyst.get(page)).count('<li id="i-')
    assert analyst.get(newer, {"only": str(draft.pk)}).status_code == 404  # no instruction of the draft


def test_an_instruction_suggests_what_the_words_of_its_provisions_do_in_the_list_and_in_the_form(
    office, analyst
):
    world = office.world
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old="free of charge", new="free")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    sealed = law.text_in(draft).sealed_instructions.last()
    with patch(
        "rights.queries.suggested_rights.suggested_rights",
        lambda text, _language: [Suggestion("E03", ("Children",))] if "Children" in text else [],
    ):
        for url in (
            reverse("rights:instructions", args=[draft.pk]) + "?only=new",
            reverse("rights:tag", args=["instruction", sealed.instruction_id]),
        ):
            assert "“Children”" in text_of(analyst.get(url))


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_number_of_queries_does_not_grow_with_tags(office, analyst, page):
    pages = (page, reverse("rights:by_right"), reverse("rights:instructions", args=[office.world.draft.pk]))
    instruction = law.text_in(office.world.draft).sealed_instructions.first().instruction_id
    others = (page, reverse("rights:tag", args=["instruction", instruction]))
    for other in others:
        analyst.post(other, {"rights": ["B01"]})
    for each in pages:
        analyst.get(each)
    few = [queries_of(analyst, each) for each in pages]
    for other in others:
        analyst.post(other, {"rights": ["E03"]})
    analyst.get(page)  # shows the message
    assert [queries_of(analyst, each) for each in pages] == few


@pytest.mark.parametrize("kind", ["nothing", "comment", "instruction"])
def test_what_is_not_there_is_not_found(analyst, provision, kind):
    assert analyst.get(reverse("rights:tag", args=[kind, provision.pk])).status_code == 404
