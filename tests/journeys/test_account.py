"""What a person does with the own account, in a browser."""

import pytest

from tests.journeys.hands import Keys

pytestmark = pytest.mark.journey


def test_a_typed_password_can_be_looked_at(come):
    person = come("", Keys())
    field = person.go("/accounts/login/").page.locator("#id_password")
    field.fill("what I type")
    button = person.page.get_by_role("button", name="Show what I type")
    person.hands.activate(button)
    assert (field.get_attribute("type"), button.get_attribute("aria-pressed")) == ("text", "true")
    person.checks_access()
    person.hands.activate(button)
    assert (field.get_attribute("type"), button.get_attribute("aria-pressed")) == ("password", "false")
