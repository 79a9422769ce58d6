"""The list of sealed versions, and the site history."""

import importlib
import pkgutil
from datetime import UTC, datetime
from types import SimpleNamespace

from django.urls import reverse
from django.utils.timezone import override

import amendments.actions
from amendments.actions.base import BaseAction
from amendments.audit.log import ACTIONS
from amendments.views.cms.versions import ReleasesColumn
from tests.factories import law


def test_the_list_says_who_sealed_what_and_for_whom(stage, drafter):
    stage.release("public")
    page = drafter.get(reverse("amendments_admin:versions")).content.decode()
    for words in (
        "Draft 1",
        "Consolidated text 1",
        stage.draft.root_hash,
        stage.draft.sealed_by_label,
        "public (",
    ):
        assert words in page
    assert drafter.post(reverse("amendments_admin:versions")).status_code == 405


def test_the_day_of_a_release_is_that_of_the_place_of_the_site():
    row = SimpleNamespace(audience_label="public", at=datetime(2026, 1, 1, 21, 30, tzinfo=UTC))
    version = SimpleNamespace(draft=None, releases=SimpleNamespace(all=lambda: [row]))
    with override("Asia/Baku"):
        assert ReleasesColumn("releases").get_value(version) == "public (02.01.2026)"


def test_the_amendment_is_named_in_the_language_of_the_reader(stage, drafter):
    rows = type(stage.world.amendment).objects.filter(pk=stage.world.amendment.pk)
    rows.update(titles={"az": "Bərələr haqqında"})
    page = drafter.get(reverse("amendments_admin:versions"), headers={"Accept-Language": "az"})
    assert "Bərələr haqqında (tərcümə)" in page.content.decode()


def test_what_is_not_released_says_so_and_is_hidden_from_others(stage, drafter):
    assert "nobody yet" in drafter.get(reverse("amendments_admin:versions")).content.decode()
    assert (
        stage.draft.root_hash
        not in stage.client("other drafter").get(reverse("amendments_admin:versions")).content.decode()
    )


def test_every_action_has_its_words_in_the_site_history():
    for module in pkgutil.iter_modules(amendments.actions.__path__):
        importlib.import_module(f"amendments.actions.{module.name}")

    def named(cls):
        for child in cls.__subclasses__():
            if child.__module__.startswith("amendments.actions"):
                yield from [child.action_name] if getattr(child, "action_name", None) else []
                yield from named(child)

    assert set(named(BaseAction)) == set(ACTIONS)


def test_the_log_speaks_of_our_steps(stage, client):
    client.force_login(
        law.make_user("auditor", "auditor"), backend="django.contrib.auth.backends.ModelBackend"
    )
    page = client.get(reverse("amendments_admin:action_log")).content.decode()
    for words in ("Act imported", "Instruction added", "Draft sealed"):
        assert words in page
