"""Wagtail's own words in Azerbaijani and Russian."""

from pathlib import Path

import polib
import pytest
import wagtail
from django.conf import settings
from django.templatetags.static import static
from django.utils.translation import gettext, override

from portal.home.wagtail_words import WAGTAIL_WORDS
from portal.users.roles import Role


def test_each_is_a_word_of_wagtail():
    catalogues = Path(wagtail.__file__).parent.glob("**/locale/en/LC_MESSAGES/*.po")
    said = {entry.msgid for path in catalogues for entry in polib.pofile(str(path))}
    assert [word for word in WAGTAIL_WORDS if word not in said] == []


@pytest.mark.parametrize("language", ["az", "ru"])
def test_each_is_translated(language):
    with override(language):
        assert [word for word in WAGTAIL_WORDS if gettext(word) == word] == []


@pytest.mark.django_db
def test_the_menu_of_an_administrator_is_azerbaijani(signed_in):
    client = signed_in(Role.ADMINISTRATOR)
    client.cookies["django_language"] = "az"
    page = client.get("/cms/users/").content.decode()
    assert "İstifadəçi əlavə et" in page
    assert "Add a user" not in page


def test_what_scripts_of_the_admin_say_is_azerbaijani():
    catalogue = Path(wagtail.__file__).parent / "admin/locale/en/LC_MESSAGES/djangojs.po"
    ours = settings.ROOT / "site/portal/locale/az/LC_MESSAGES/djangojs.po"
    said = {entry.msgid for entry in polib.pofile(str(catalogue))}
    assert said - {entry.msgid for entry in polib.pofile(str(ours)).translated_entries()} == set()


@pytest.mark.django_db
def test_the_search_of_the_side_menu_is_azerbaijani(signed_in):
    client = signed_in(Role.ADMINISTRATOR)
    client.cookies["django_language"] = "az"
    assert '"Search": "Axtar\\u0131\\u015f"' in client.get("/cms/jsi18n/").content.decode()


@pytest.mark.django_db
def test_the_admin_has_the_accent_of_the_site(signed_in):
    client = signed_in(Role.ADMINISTRATOR)
    assert static("madda/portal/cms.css") in client.get("/cms/account/").content.decode()
