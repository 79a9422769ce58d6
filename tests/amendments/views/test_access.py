"""Page × role × stage: what is not released does not exist for those who may not read it."""

import pytest
from django.urls import reverse

from amendments.models import VersionEntry
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
    provision = VersionEntry.objects.get(
        version__draft=stage.draft, number="2.3"
    ).provision_id  # only proposed
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


@pytest.mark.parametrize("at", STAGES)
def test_page_and_reader(stage, at):
    if STAGES[at] is not None:
        stage.release(STAGES[at])
    urls = {page: address(stage, page) for page in PAGES}
    for role in ALL:
        client = stage.client(role)
        answers = {page: client.get(url, follow=True).status_code for page, url in urls.items()}
        assert answers == dict.fromkeys(PAGES, 200 if role in READERS[at] else 404), role


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


def test_our_pages_carry_no_inline_script_or_style(stage):
    stage.release("public")
    for page in PAGES:
        html = stage.client("public").get(address(stage, page)).content.decode()
        assert "<style" not in html
        assert " style=" not in html
        assert " onclick=" not in html
        assert html.count("<script") == html.count("<script src=")


CMS = {
    "index": ({"drafter", "other drafter"}, 403),
    "import": ({"drafter", "other drafter"}, 403),
    "versions": ({"drafter", "other drafter"}, 403),
    "workspace": (BODY, 403),
    "new instruction": (BODY, 403),
    "provision": (BODY, 403),
}


@pytest.mark.parametrize("page", CMS)
def test_workspace_and_role(stage, page):
    pk = stage.world.amendment.pk
    provision = VersionEntry.objects.get(version__draft=stage.draft, number="2.1").provision_id
    url = {
        "index": reverse("amendments_admin:index"),
        "import": reverse("amendments_admin:import"),
        "versions": reverse("amendments_admin:versions"),
        "workspace": reverse("amendments_admin:workspace", args=[pk]),
        "new instruction": reverse("amendments_admin:new_instruction", args=[pk]),
        "provision": reverse("amendments_admin:provision", args=[pk, provision]),
    }[page]
    allowed, _ = CMS[page]
    for role in stage.people:
        answer = stage.client(role).get(url)
        if role in allowed:
            assert answer.status_code == 200, role
        else:
            # to the login, to the start of the admin, refused, or not there
            assert answer.status_code in (302, 403, 404), role
            assert "Dogs pay half" not in answer.content.decode()


STEPS = ("seal", "rebase", "state")


@pytest.mark.parametrize("name", STEPS)
def test_only_drafters_of_the_body_use_the_buttons(stage, name):
    url = reverse("amendments_admin:step", args=[stage.world.amendment.pk, name])
    for role in ALL - BODY:
        stage.client(role).post(url, {"state": "legal_check"})
    stage.world.amendment.refresh_from_db()
    assert stage.world.amendment.state == "drafting"
    assert stage.world.amendment.drafts.count() == 1
    assert stage.client("drafter").get(url).status_code == 405
