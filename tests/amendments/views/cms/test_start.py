"""The drafters' start and a new amendment."""

from django.urls import reverse

from amendments.models import Amendment, Section
from amendments.views.cms import start
from tests.factories import law


def test_the_start_lists_the_own_amendments_and_every_readable_act(stage, drafter):
    page = drafter.get(reverse("amendments_admin:index")).content.decode()
    assert "Amending the Law" in page
    assert "Law 1-L" in page
    foreign = stage.client("other drafter").get(reverse("amendments_admin:index")).content.decode()
    assert "Amending the Law" not in foreign
    assert "None yet. Import the first act." in foreign


def test_long_lists_are_cut_into_pages(stage, drafter, monkeypatch):
    monkeypatch.setattr(start, "PAGE_SIZE", 3)
    for number in range(4):
        law.make_amendment(
            stage.world.section, stage.world.base, stage.world.drafter, f"Amendment {number:02}"
        )
        law.make_act(stage.world.section, stage.world.drafter, number=f"{number + 10}-L")
    page = drafter.get(reverse("amendments_admin:index"))
    assert len(page.context["amendments"]) == 3
    assert "Page 1 of 2." in page.content.decode()
    second = drafter.get(reverse("amendments_admin:index"), {"page": 2, "acts": 2})
    assert len(second.context["amendments"]) == 2
    assert len(second.context["acts"]) == 2


def test_an_amendment_is_opened_on_a_consolidated_text(stage, drafter):
    url = reverse("amendments_admin:open", args=[stage.world.base.pk])
    assert "Further acts that it amends" not in drafter.get(url).content.decode()  # there are none
    assert "This field is required." in drafter.post(url, {"title": ""}).content.decode()
    answer = drafter.post(url, {"title": "On dogs", "summary": "Dogs pay."})
    amendment = Amendment.objects.get(title="On dogs")
    assert answer["Location"] == reverse("amendments_admin:workspace", args=[amendment.pk])
    assert (amendment.summary, law.act_of(amendment).base_version) == ("Dogs pay.", stage.world.base)


def test_an_amendment_is_not_opened_on_a_draft_or_an_unreleased_act(stage, drafter):
    assert (
        drafter.get(
            reverse("amendments_admin:open", args=[law.text_in(stage.draft).pk]), follow=True
        ).status_code
        == 404
    )
    url = reverse("amendments_admin:open", args=[stage.world.base.pk])
    assert stage.client("other drafter").get(url, follow=True).status_code == 404
    assert stage.client("secretary").get(url).status_code in (302, 403)
    law.release(stage.world.base, "public", stage.world.drafter, stage.world.secretary)
    assert stage.client("other drafter").get(url).status_code == 200


def test_who_drafts_for_two_bodies_chooses_one(stage, drafter):
    url = reverse("amendments_admin:open", args=[stage.world.base.pk])
    assert 'name="section"' not in drafter.get(url).content.decode()
    second = law.make_section("Bridge Office")
    law.join(stage.world.drafter, f"drafters of {second.title}")
    drafter = stage.client("drafter")
    assert drafter.get(url).context["form"]["section"].value() is None
    assert "This field is required." in drafter.post(url, {"title": "On bridges"}).content.decode()
    foreign = Section.objects.get(title="Harbour Board")
    assert (
        "Select a valid choice" in drafter.post(url, {"title": "On", "section": foreign.pk}).content.decode()
    )
    drafter.post(url, {"title": "On bridges", "section": second.pk})
    assert Amendment.objects.get(title="On bridges").drafting_body == second


def test_the_refusal_of_an_action_stands_in_the_form(stage, drafter, monkeypatch):
    from amendments.actions.drafting.open_amendment import OpenAmendment
    from amendments.errors import AmendmentsError

    def refuse(self):
        raise AmendmentsError("Not today.")

    monkeypatch.setattr(OpenAmendment, "perform", refuse)
    page = drafter.post(
        reverse("amendments_admin:open", args=[stage.world.base.pk]), {"title": "Kept"}
    ).content.decode()
    assert "Not today." in page
    assert "Kept" in page


def test_the_desk_stands_in_the_frame_of_the_site_and_not_in_the_admin(drafter):
    for name in ("index", "import"):
        page = drafter.get(reverse(f"amendments_admin:{name}")).content.decode()
        assert 'class="site-header"' in page
        assert "wagtail-sidebar" not in page
        assert f'"{reverse("wagtailadmin_home")}"' not in page.partition("<main")[2]
