"""Wagtail's own views do not delete the legal record."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from amendments.models import Section


@pytest.fixture
def editor(stage):
    """Somebody whom Wagtail lets delete every page."""
    group = Group.objects.create(name="editors")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("change_page", "publish_page", "bulk_delete_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(
            group=group, page=Page.get_first_root_node(), permission=permission
        )
    stage.people["ombudsman"].groups.add(group)
    return stage.client("ombudsman")


def test_a_page_of_the_record_is_not_deleted(stage, editor):
    for page in (stage.world.base.instrument, stage.world.amendment, stage.world.section):
        answer = editor.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
        assert "belongs to the legal record" in answer.content.decode()
        assert Page.objects.filter(pk=page.pk).exists()


def test_nor_with_many_others_at_once_nor_with_the_page_above_it(stage, editor):
    home = stage.world.section.get_parent()
    free = home.add_child(instance=Section(title="Free", slug="free"))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    editor.post(
        f"{url}?id={free.pk}&id={stage.world.section.pk}"
    )  # Wagtail itself sees what refers to the section
    answer = editor.post(f"{url}?id={home.pk}", {"wagtail_site_name": "Madda"}, follow=True)
    assert "belongs to the legal record" in answer.content.decode()
    for page in (home, free, stage.world.section, stage.world.amendment, stage.world.base.instrument):
        assert Page.objects.filter(pk=page.pk).exists()


def test_an_empty_section_may_go(stage, editor):
    free = stage.world.section.get_parent().add_child(instance=Section(title="Free", slug="free"))
    editor.post(reverse("wagtailadmin_pages:delete", args=[free.pk]), follow=True)
    assert not Page.objects.filter(pk=free.pk).exists()


def test_other_bulk_actions_and_other_things_are_none_of_our_business(rf, stage):
    from amendments.views.cms.guards import refuse_deletion
    from amendments.wagtail_hooks import keep_the_record_in_bulk

    assert keep_the_record_in_bulk(rf.post("/"), "publish", [stage.world.section], None) is None
    assert refuse_deletion(rf.post("/"), [stage.draft]) is None
