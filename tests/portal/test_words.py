"""The catalogues of the site do not change the words of the packages that it uses."""

import pytest
from django.utils import translation
from django.utils.translation import gettext, pgettext


@pytest.mark.parametrize(
    ("language", "at_sign_in", "of_law"), [("az", "Kod", "Məcəllə"), ("ru", "Код", "Кодекс")]
)
def test_the_code_at_sign_in_is_no_code_of_law(language, at_sign_in, of_law):
    with translation.override(language):
        assert gettext("Code") == at_sign_in
        assert pgettext("kind of act", "Code") == of_law


@pytest.mark.parametrize(
    ("language", "of_person", "of_body"), [("az", "Ad", "Ad"), ("ru", "Имя", "Название")]
)
def test_a_person_and_an_institution_have_names_of_their_own(language, of_person, of_body):
    with translation.override(language):
        assert gettext("Name") == of_person
        assert pgettext("of an institution", "Name") == of_body
