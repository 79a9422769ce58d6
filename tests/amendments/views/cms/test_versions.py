"""The list of sealed versions, and the site history."""

import importlib
import pkgutil

from django.urls import reverse

import amendments.actions
from amendments.actions.base import BaseAction
from amendments.audit.log import ACTIONS


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


def test_the_site_history_speaks_of_our_steps(stage):
    page = stage.client("administrator").get(reverse("wagtailadmin_reports:site_history")).content.decode()
    for words in ("Act imported", "Instruction added", "Draft sealed"):
        assert words in page
