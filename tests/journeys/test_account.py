"""What a person does with the own account, in a browser."""

import pytest

from portal.demo.people import PASSWORD
from tests.journeys.hands import Keys

pytestmark = pytest.mark.journey
WHO = "chair"
KEY = {
    "protocol": "ctap2",
    "transport": "usb",
    "hasResidentKey": False,
    "hasUserVerification": False,
    "automaticPresenceSimulation": True,
}


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


def test_how_strong_a_password_is_is_said_while_it_is_typed(come):
    person = come("", Keys(), width=390)
    person.go("/accounts/signup/").fill("password1", "twelve signs")
    meter = person.page.get_by_role("status").filter(has_text="Enough; a longer one is stronger.")
    meter.wait_for()
    person.fill("password1", "the ferry leaves a wet quay at noon")
    person.page.get_by_role("status").filter(has_text="Very strong.").wait_for()
    person.checks_access()


def test_a_security_key_is_added_and_opens_the_account(come):
    """Chromium's own key in software, at `localhost`: browsers offer keys there and over https alone."""
    person = come("", Keys())
    person.address = person.address.replace("127.0.0.1", "localhost")
    devices = person.page.context.new_cdp_session(person.page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    _gives_the_password(person)
    person.go("/accounts/2fa/webauthn/add/").fill("password", PASSWORD).press_enter()  # once more
    person.fill("name", "In my pocket").checks_access()
    person.press("Add Security Key").sees("Recovery Codes")
    person.page.context.clear_cookies()
    _gives_the_password(person)
    assert "/accounts/2fa/authenticate/" in person.page.url
    person.checks_access()
    person.page.evaluate(
        "() => { navigator.credentials.get = () => Promise.reject(new DOMException('No key.')) }"
    )
    person.hands.activate(person.page.get_by_role("button", name="Use a security key"))
    person.sees("The browser got no answer from a security key.").checks_access()
    person.go("/accounts/2fa/authenticate/").press("Use a security key")
    person.go("/accounts/2fa/webauthn/").sees("In my pocket").checks_access()
    person.follow("Remove In my pocket").fill("password", PASSWORD).press_enter()
    person.press("Remove").sees("No security keys have been added.")


def _gives_the_password(person):
    person.go("/accounts/login/").fill("login", f"{WHO}@demo.invalid").fill(
        "password", PASSWORD
    ).press_enter()
