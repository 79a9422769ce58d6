"""The secrets of second factors are encrypted where they are stored."""

from base64 import b32encode
from time import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from portal.users.factor_keys import decrypted, encrypted
from tests.portal.users.test_second_factor import code_of

pytestmark = pytest.mark.django_db


def test_the_database_holds_no_secret_that_makes_codes(person):
    user, secret = person(), generate_totp_secret()
    TOTP.activate(user, secret)
    codes = RecoveryCodes.activate(user).generate_codes()
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored
    assert not [code for code in codes if code in stored]
    assert TOTP(Authenticator.objects.get(type="totp")).validate_code(code_of(secret))


def test_the_same_secret_is_stored_differently_each_time():
    assert encrypted("A" * 32) != encrypted("A" * 32)


def test_a_former_key_of_the_site_still_opens_it(settings):
    stored = encrypted("A" * 32)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    assert decrypted(stored) == "A" * 32


def test_after_a_change_of_the_key_the_former_one_is_needed_no_longer(person, settings, capsys):
    user, secret = person(), generate_totp_secret()
    TOTP.activate(user, secret)
    codes = RecoveryCodes.activate(user).generate_codes()
    older = Authenticator.objects.create(
        user=person(email="older@caspia.example"), type="recovery_codes",
        data={"migrated_codes": [encrypted("12345678")], "used_mask": 5},
    )  # fmt: skip
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    call_command("encrypt_factors_anew")
    assert "3 second factors" in capsys.readouterr().out
    settings.SECRET_KEY_FALLBACKS = []
    assert TOTP(Authenticator.objects.get(type="totp")).validate_code(code_of(secret))
    assert (
        RecoveryCodes(Authenticator.objects.get(user=user, type="recovery_codes")).generate_codes() == codes
    )
    older.refresh_from_db()
    assert (decrypted(older.data["migrated_codes"][0]), older.data["used_mask"]) == ("12345678", 5)


def test_a_secret_that_no_key_opens_changes_none(person, settings):
    TOTP.activate(person(), generate_totp_secret())
    settings.SECRET_KEY = "another"
    TOTP.activate(person(email="second@caspia.example"), generate_totp_secret())
    before = list(Authenticator.objects.order_by("pk").values_list("data", flat=True))
    with pytest.raises(CommandError, match="Ask two administrators"):
        call_command("encrypt_factors_anew")
    assert list(Authenticator.objects.order_by("pk").values_list("data", flat=True)) == before


@pytest.mark.parametrize(
    "damage", [lambda stored: stored[:-2] + "A=", lambda _stored: "A" * 32, lambda _stored: ""]
)
def test_what_was_changed_opens_nothing(damage):
    with pytest.raises(ValidationError, match="cannot be read"):
        decrypted(damage(encrypted("A" * 32)))


def test_another_key_opens_nothing(settings):
    stored = encrypted("A" * 32)
    settings.SECRET_KEY = "another"
    with pytest.raises(ValidationError, match="Ask two administrators"):
        decrypted(stored)


def test_a_code_is_taken_once(person):
    user, secret = person(), generate_totp_secret()
    factor = TOTP.activate(user, secret)
    code = code_of(secret)
    assert factor.validate_code(code)
    assert not factor.validate_code(code)


def test_codes_are_those_of_the_standard():
    """The values of RFC 4226, annex D, of which those of RFC 6238 are made."""
    secret = b32encode(b"12345678901234567890").decode()
    said = [format_hotp_value(hotp_value(secret, counter)) for counter in range(4)]
    assert said == ["755224", "287082", "359152", "969429"]


@pytest.mark.parametrize("seconds", [-60, 60])
def test_a_code_of_another_minute_is_refused(person, seconds):
    secret = generate_totp_secret()
    code = format_hotp_value(hotp_value(secret, int(time() + seconds) // 30))
    assert not TOTP.activate(person(), secret).validate_code(code)


def test_a_recovery_code_is_taken_once(person):
    codes = RecoveryCodes.activate(person())
    code = codes.generate_codes()[0]
    assert len(set(codes.generate_codes())) == 10
    assert codes.validate_code(code)
    assert not codes.validate_code(code)
