"""The page of the title and the purpose of an amendment."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from amendments.actions.checking.ask_check import AskCheck
from amendments.audit.actor import Actor
from amendments.models import Amendment, Instrument
from tests.factories import law


@pytest.fixture
def amendment(stage):
    return Amendment.objects.get(pk=stage.world.amendment.pk)


@pytest.fixture
def url(amendment):
    return reverse("amendments_admin:describe", args=[amendment.pk])


def workspace(amendment):
    return reverse("amendments_admin:workspace", args=[amendment.pk])


def given(page, **other):
    form = page.context["form"]
    return {name: form[name].value() for name in ("title", "summary", "seen")} | other


def test_the_workspace_leads_to_it_and_the_public_page_says_the_new_words(drafter, amendment, url):
    assert f'href="{url}"' in drafter.get(workspace(amendment)).content.decode()
    page = drafter.get(url)
    assert amendment.title in page.content.decode()
    answer = drafter.post(url, given(page, title="On ferries", summary="Fares rise."), follow=True)
    assert answer.redirect_chain[-1][0] == workspace(amendment)
    assert "The title and the purpose are saved." in answer.content.decode()
    shown = drafter.get(amendment.url).content.decode()
    assert "On ferries" in shown
    assert "Fares rise." in shown


def test_a_refused_title_keeps_what_was_typed(drafter, amendment, url):
    page = drafter.post(url, given(drafter.get(url), title="q" * 256, summary="Fares rise."))
    assert page.status_code == 422
    assert "q" * 256 in page.content.decode()
    assert "Fares rise." in page.content.decode()
    assert Amendment.objects.get(pk=amendment.pk).title == amendment.title


def test_two_drafters_see_each_others_words_before_one_replaces_the_other(drafter, amendment, url):
    read = drafter.get(url)
    drafter.post(url, given(read, title="First"))
    page = drafter.post(url, given(read, title="Second"))
    assert page.status_code == 422
    text = page.content.decode()
    assert "Somebody else saved this in the meantime." in text
    assert "<strong>First</strong>" in text
    assert 'value="Second"' in text
    drafter.post(url, given(page))
    assert Amendment.objects.get(pk=amendment.pk).title == "Second"


def test_nothing_can_be_typed_while_the_text_is_checked(stage, drafter, amendment, url):
    law.add(amendment, stage.world.drafter, "repeal", "2.2")
    check = AskCheck(
        amendment,
        law.join_legal_service(law.make_reviewer()),
        localdate(),
        actor=Actor.now(stage.world.drafter),
    )
    check.execute()
    page = drafter.get(url).content.decode()
    assert "is checking this text" in page
    assert amendment.title in page
    assert 'name="title"' not in page
    assert url not in drafter.get(workspace(amendment)).content.decode()


def test_after_the_adoption_the_page_says_so(stage, drafter, amendment, url):
    law.adopt(stage.draft, stage.world.drafter)
    page = drafter.get(url).content.decode()
    assert "The adoption of this amendment is recorded already." in page
    assert 'name="title"' not in page
    refused = drafter.post(url, {"title": "Too late"})
    assert refused.status_code == 422
    assert Amendment.objects.get(pk=amendment.pk).title == amendment.title


def test_a_basis_that_the_formula_cannot_say_is_refused_beside_its_field(drafter, amendment, url):
    Instrument.objects.filter(amended_in__amendment=amendment).update(country="az", language="az")
    page = drafter.post(url, given(drafter.get(url), basis="the constitution"))
    assert page.status_code == 422
    assert list(page.context["form"].errors) == ["basis"]
    assert Amendment.objects.get(pk=amendment.pk).basis == ""


def test_others_do_not_reach_it(stage, url):
    assert stage.client("other drafter").get(url, follow=True).status_code == 404
