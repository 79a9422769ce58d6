"""Wagtail's own views cannot delete the legal record or the pages above it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from amendments.models import Section

REFUSED = "you do not have permission"
STANDS_BELOW = "contains acts or amendments"
BULK_DELETION = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])


@pytest.fixture
def editor(stage):
    """Somebody whom Wagtail lets change, publish and delete every page."""
    group = Group.objects.create(name="editors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("change_page", "publish_page", "bulk_delete_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(
            group=group, page=Page.get_first_root_node(), permission=permission
        )
    stage.people["ombudsman"].groups.add(group)
    stage.release("public")
    return stage.client("ombudsman")


@pytest.fixture
def record(stage):
    """The page of an act and the page of an amendment."""
    return stage.world.base.instrument, stage.world.amendment


def test_a_page_of_the_record_is_not_deleted(record, editor):
    for page in record:
        answer = editor.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
        assert REFUSED in answer.content.decode()
        editor.post(f"{BULK_DELETION}?id={page.pk}", {"wagtail_site_name": "Madda"})
        assert Page.objects.filter(pk=page.pk).exists()


def test_nor_is_the_page_above_it(stage, record, editor):
    home = stage.world.section.get_parent()
    for page in (stage.world.section, record[0].get_parent()):
        answer = editor.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
        assert STANDS_BELOW in answer.content.decode()
    answer = editor.post(f"{BULK_DELETION}?id={home.pk}", {"wagtail_site_name": "Madda"}, follow=True)
    assert STANDS_BELOW in answer.content.decode()
    for page in (home, stage.world.section, *record):
        assert Page.objects.filter(pk=page.pk).exists()


def test_an_empty_section_may_go(stage, editor):
    free = stage.world.section.get_parent().add_child(instance=Section(title="Free", slug="free"))
    editor.post(reverse("wagtailadmin_pages:delete", args=[free.pk]), follow=True)
    assert not Page.objects.filter(pk=free.pk).exists()


def test_a_page_of_the_record_is_not_unpublished_moved_or_copied(record, editor):
    for page in record:
        for step in ("unpublish", "move", "copy", "edit", "set_privacy"):
            answer = editor.get(reverse(f"wagtailadmin_pages:{step}", args=[page.pk]), follow=True)
            assert REFUSED in answer.content.decode(), step


def test_what_stands_in_the_record_is_made_by_its_steps_alone(stage, record):
    superuser = stage.client("administrator")
    for parent, model in ((record[0].get_parent(), "instrument"), (stage.world.section, "amendment")):
        url = reverse("wagtailadmin_pages:add", args=["amendments", model, parent.pk])
        assert REFUSED in superuser.get(url, follow=True).content.decode()


def test_wagtails_editor_neither_keeps_nor_mails_a_title_of_an_amendment(stage, drafter):
    stage.people["administrator"].user_permissions.clear()
    amendment = stage.world.amendment
    own = reverse("amendments_admin:describe", args=[amendment.pk])
    form = {"title": "Other title", "slug": amendment.slug, "summary": ""}
    for step in ({}, {"action-submit": "1"}, {"action-publish": "1"}):
        answer = drafter.post(reverse("wagtailadmin_pages:edit", args=[amendment.pk]), {**form, **step})
        assert (answer.status_code, answer.url) == (302, own)
    amendment.refresh_from_db()
    assert amendment.get_latest_revision_as_object().title == amendment.title != "Other title"
    assert not amendment.workflow_in_progress
    assert mail.outbox == []


def test_other_bulk_actions_and_other_things_are_none_of_our_business(rf, stage):
    from amendments.views.cms.guards import refuse_deletion
    from amendments.wagtail_hooks import keep_the_record_in_bulk

    assert keep_the_record_in_bulk(rf.post("/"), "publish", [stage.world.section], None) is None
    assert refuse_deletion(rf.post("/"), [stage.draft]) is None
