"""Where drafters begin: at an act, and in the library."""

import pytest
from django.urls import reverse

from amendments.models import Library


@pytest.mark.parametrize(("role", "begins"), [("drafter", True), ("secretary", False), ("public", False)])
def test_drafters_begin_an_amendment_on_the_page_of_an_act(stage, role, begins):
    page = stage.client(role).get(stage.world.base.instrument.url).content.decode()
    newest = stage.world.base.instrument.consolidated().first()
    assert (reverse("amendments_admin:open", args=[newest.pk]) in page) == begins


@pytest.mark.parametrize(("role", "begins"), [("drafter", True), ("secretary", False), ("public", False)])
def test_drafters_import_an_act_from_the_library(stage, role, begins):
    page = stage.client(role).get(Library.objects.get().url).content.decode()
    assert (reverse("amendments_admin:import") in page) == begins
