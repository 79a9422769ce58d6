"""The world with everybody who keeps, signs or reads vocabularies."""

import pytest
from django.utils import translation

from tests.consultations.views.cms.vocabularies.desk import browser
from tests.factories import consultation as make


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def staff(world):
    """The world with the roles that it lacks."""
    world.people["rights_head"] = make.make_person("head", "rights_head")
    world.people["reviewer"] = make.make_person("reviewer", "legal_reviewer")
    return world


@pytest.fixture
def admin(staff):
    return browser(staff, "admin")
