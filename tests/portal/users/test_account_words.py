"""Words of allauth in ours."""

from pathlib import Path

import allauth
import polib
import pytest
from django.contrib import auth
from django.urls import reverse
from django.utils.translation import gettext, override

from portal.users.account_words import ACCOUNT_WORDS, KEYS, LEFT, LENGTHS


def test_each_is_a_word_of_allauth_or_django():
    catalogues = [
        Path(each.__file__).parent / "locale" / "az" / "LC_MESSAGES" / "django.po" for each in (allauth, auth)
    ]
    said = {entry.msgid for path in catalogues for entry in polib.pofile(str(path))}
    assert [words for words in ACCOUNT_WORDS if words not in said] == []


@pytest.mark.parametrize(("language", "other"), [("az", "şifrə"), ("ru", "password")])
def test_each_is_said_in_our_words(language, other):
    with override(language):
        assert [words for words in ACCOUNT_WORDS if gettext(words) == words] == []
        assert [words for words in LENGTHS if "character" in str(words)] == []
        assert "security" not in str(KEYS % {"count": 2})
        assert "recovery" not in str(LEFT % {"unused_count": 3, "total_count": 10})
        assert [words for words in ACCOUNT_WORDS if other in gettext(words).casefold()] == []


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["account_login", "account_signup", "account_reset_password"])
def test_the_pages_say_one_word_for_a_password(client, page):
    client.cookies["django_language"] = "az"
    words = client.get(reverse(page)).content.decode()
    assert "ifrə" not in words
