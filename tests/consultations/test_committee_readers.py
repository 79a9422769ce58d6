"""Who reads a comment “for the committee only” is said where it is chosen and before it is sent."""

import pytest
from django.template.loader import render_to_string

from consultations.forms.commenting import SaidForm
from consultations.forms.question_answers import AnswersForm
from consultations.models import Comment
from tests.permissions.roles import COMMITTEE, COMMITTEE_READERS, DRAFTERS, OMBUDSMEN, READERS

SENTENCE = (
    "“The committee only”: its members and secretariat, those who draft and check laws in any drafting body, "
    "and the Ombudsman's office."
)


def shown(comment):
    page = render_to_string("madda/consultations/readers.html", {"comment": comment})
    return " ".join(page.replace("&#x27;", "'").split())


def test_the_sentence_is_the_one_of_the_table_of_roles():
    assert {*COMMITTEE, *DRAFTERS, *OMBUDSMEN, *READERS} == COMMITTEE_READERS
    assert {"drafter", "other_drafter", "legal_reviewer"} <= {*DRAFTERS}


@pytest.mark.parametrize("form", [SaidForm, AnswersForm])
def test_the_form_says_it_where_it_is_chosen(form):
    assert form.base_fields["visibility"].help_text == SENTENCE


def test_it_is_said_again_before_it_is_sent():
    assert SENTENCE in shown(Comment(visibility="committee"))
    assert "Ombudsman" not in shown(Comment(visibility="secretariat"))
    assert "Ombudsman" not in shown(Comment(visibility="public"))
