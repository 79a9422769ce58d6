"""Page by role by stage: people who may not read a text get 404 until it is released to them."""

import pytest
from django.urls import reverse

from amendments.models import Draft, VersionEntry
from tests.amendments.views.conftest import STAGES

ALL = {"public", "drafter", "other drafter", "secretary", "chair", "ombudsman", "administrator", "inactive"}
BODY = {"drafter"}
ASKED = {"drafter", "secretary", "chair"}  # a request for release stands behind every release
READERS = {"nobody": BODY, "body": ASKED, "public": ALL}
PAGES = (
    "act", "text of the act", "comparison of the act", "amendment", "text of the draft", "redline", "side by side",
    "table", "changed only", "comparison with the base", "provision", "discussion",
)  # fmt: skip


def address(stage, page):
    act, amendment = stage.world.base.instrument, stage.world.amendment
    # Only proposed
    provision = VersionEntry.objects.get(version__draft=stage.draft, number="2.3").provision_id
    redline = f"{stage.draft.url}redline/"
    return {
        "act": act.url,
        "text of the act": stage.world.base.url,
        "comparison of the act": f"{act.url}compare/1/1/",
        "amendment": amendment.url,
        "text of the draft": stage.draft.url,
        "redline": redline,
        "side by side": f"{redline}?view=side",
        "table": f"{redline}?view=table",
        "changed only": f"{redline}?view=changed",
        "comparison with the base": f"{amendment.url}compare/0/1/",
        "provision": reverse("amendments:provision", args=[provision]),
        "discussion": reverse("amendments:discussion", args=[provision]),
    }[page]


def answers(stage, role):
    client = stage.client(role)
    return {page: client.get(address(stage, page), follow=True) for page in PAGES}


def statuses(stage, role):
    return {page: answer.status_code for page, answer in answers(stage, role).items()}


def test_no_page_or_view_of_it_opens_before_it_is_released_to_anybody_but_its_drafters(stage):
    """`tests/permissions` asks for each address as each role."""
    assert statuses(stage, "public") == dict.fromkeys(PAGES, 404)
    assert statuses(stage, "drafter") == dict.fromkeys(PAGES, 200)


def test_every_page_opens_when_it_is_released_and_carries_no_inline_script_or_style(stage):
    stage.release("public")
    for page, answer in answers(stage, "public").items():
        assert answer.status_code == 200, page
        html = answer.content.decode()
        assert "<style" not in html
        assert " style=" not in html
        assert " onclick=" not in html
        assert html.count("<script") == html.count("<script src=")


@pytest.mark.parametrize("at", STAGES)
def test_reader_and_stage(stage, at):
    if STAGES[at] is not None:
        stage.release(STAGES[at])
    read = {role for role in ALL if Draft.objects.visible_to(stage.people[role]).contains(stage.draft)}
    assert read == READERS[at]


def test_lists_name_nothing_that_is_not_released(stage):
    for role in ALL - BODY:
        for url in ("/en/acts/", stage.world.section.url):
            shown = stage.client(role).get(url)
            assert shown.status_code == 200
            assert "Law 1-L" not in shown.content.decode()
            assert "Amending the Law" not in shown.content.decode()


def test_the_page_of_an_act_names_no_amendment_that_is_not_released(stage):
    from tests.factories import law

    law.release(stage.world.base, "public", stage.world.drafter, stage.world.secretary)
    assert (
        "Amending the Law" not in stage.client("public").get(stage.world.base.instrument.url).content.decode()
    )


@pytest.mark.parametrize("prefix", ["az", "en", "ru"])
def test_every_language_opens_the_same_page(stage, prefix):
    stage.release("public")
    url = f"{stage.draft.url}redline/".replace("/en/", f"/{prefix}/", 1)
    page = stage.client("public").get(url).content.decode()
    assert f'<html lang="{prefix}">' in page
    assert "Dogs pay half." in page


def test_a_closed_account_opens_nothing_of_the_workspace(stage):
    """`tests/permissions` asks for all other people."""
    pk = stage.world.amendment.pk
    provision = VersionEntry.objects.get(version__draft=stage.draft, number="2.1").provision_id
    of_no_object = [reverse(f"amendments_admin:{name}") for name in ("index", "import", "versions")]
    of_the_amendment = [
        reverse("amendments_admin:workspace", args=[pk]),
        reverse("amendments_admin:new_instruction", args=[pk]),
        reverse("amendments_admin:provision", args=[pk, provision]),
    ]
    for url in (*of_no_object, *of_the_amendment):
        assert stage.client("inactive").get(url).status_code in (302, 403, 404), url


STEPS = ("seal", "rebase")


@pytest.mark.parametrize("name", STEPS)
def test_only_drafters_of_the_body_use_the_buttons(stage, name):
    url = reverse("amendments_admin:step", args=[stage.world.amendment.pk, name])
    for role in ALL - BODY:
        stage.client(role).post(url)
    stage.world.amendment.refresh_from_db()
    assert stage.world.amendment.state == "drafting"
    assert stage.world.amendment.drafts.count() == 1
    assert stage.client("drafter").get(url).status_code == 405
