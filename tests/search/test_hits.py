"""What a page of hits writes without templates."""

from urllib.parse import parse_qs

import pytest

from search.backends.question import Answer, Count
from search.queries.facets import Choice, facets_of
from search.query.highlight import Passage, Piece
from search.request import Request
from search.templatetags.hits import facet_choices, marked


def test_no_text_of_a_passage_is_markup():
    passage = Passage((Piece("<b>a & b "), Piece("<i>", is_marked=True)), 1)
    assert marked(passage) == "&lt;b&gt;a &amp; b <mark>&lt;i&gt;</mark>"


def test_no_label_and_no_address_of_a_value_is_markup():
    choice = Choice("status", "x", '"<b>', 7, is_chosen=True, address='q="&status=x', is_about=True)
    assert facet_choices([choice]) == (
        '<li><a href="?q=&quot;&amp;status=x" aria-current="true"><span>&quot;&lt;b&gt;</span> '
        '<span class="count">≈ 7</span></a></li>'
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "request_",
    [
        Request(text="permit"),
        Request(),
        Request(text="year=%00&institution=\0", page=3),
        Request(text="a", chosen={"institution": ("\0b", "B & C"), "year": ("2020",)}, by_act=True),
    ],
)
def test_every_value_has_the_address_of_the_question_with_it(request_):
    values = ("A+B", "B & C", "ə%=\0", "2021")
    answer = Answer(
        facets={name: tuple(Count(value, 1) for value in values) for name in ("institution", "year")}
    )
    choices = [choice for facet in facets_of(answer, request_) for choice in facet.choices]
    assert len(choices) >= 8
    for choice in choices:
        asked = parse_qs(choice.address, keep_blank_values=True)
        assert asked == parse_qs(request_.turned(choice.facet, choice.value).address())
