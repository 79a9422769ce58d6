"""The log of actions: who did what and when, for administrators and auditors."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log

from amendments.queries.proof.action_log import LoggedActions
from amendments.views.cms.action_log import PAGE_SIZE
from tests.factories import law


def enter(account):
    browser = Client()
    browser.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return browser


@pytest.mark.parametrize(("role", "status"), [("administrator", 200), ("auditor", 200), ("secretary", 302)])
def test_administrators_and_auditors_read_it(stage, role, status):
    answer = enter(law.make_user(f"another-{role}", role)).get(reverse("amendments_admin:action_log"))
    assert answer.status_code == status


def test_the_auditor_finds_it_in_the_menu(stage):
    page = enter(law.make_user("auditor", "auditor")).get("/cms/").content.decode()
    assert reverse("amendments_admin:action_log") in page


def test_it_says_who_did_what_but_names_no_draft_that_is_not_for_the_reader(stage):
    page = enter(law.make_user("auditor", "auditor")).get(reverse("amendments_admin:action_log"))
    text = page.content.decode()
    assert "Draft sealed" in text
    assert str(stage.draft.sealed_by_label) in text
    assert stage.world.amendment.title not in text


def test_it_is_paged_and_costs_a_bounded_number_of_queries(stage, django_assert_max_num_queries):
    auditor = law.make_user("auditor", "auditor")
    actions = LoggedActions(auditor)
    assert len(actions) > 0
    browser = enter(auditor)
    browser.get(reverse("amendments_admin:action_log"))
    with django_assert_max_num_queries(40):
        page = browser.get(reverse("amendments_admin:action_log"))
    assert len(page.context["page"].object_list) <= PAGE_SIZE
    times = [row.at for row in page.context["page"].object_list]
    assert times == sorted(times, reverse=True)


def test_it_names_the_account_that_was_changed(stage):
    log(law.make_user("somebody"), "wagtail.edit", user=stage.people["secretary"])
    page = enter(law.make_user("auditor", "auditor")).get(reverse("amendments_admin:action_log"))
    assert "somebody" in page.content.decode()


def test_it_says_in_words_what_was_opened(stage):
    stage.release("public")
    browser = enter(law.make_user("auditor", "auditor"))
    browser.cookies["django_language"] = "az"
    page = browser.get(reverse("amendments_admin:action_log")).content.decode()
    assert "açıqlama" in page
    assert "<td>release" not in page
