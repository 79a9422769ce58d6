import pytest

from search.query.document import Written
from search.query.expression import All, AnyOf, Run
from search.query.senses import Likeness, Rating, Sense, kinship, telling


@pytest.mark.parametrize(
    ("word", "other", "are_kin"),
    [
        ("cerimeci", "cerimelenmis", True),  # their beginning
        ("neuplata", "uplata", True),  # their grams
        ("permit", "person", False),
        ("act", "action", False),  # too short to tell
        ("12.3", "12.34", False),
    ],
)
def test_words_are_kin_by_their_beginning_or_their_grams(word, other, are_kin):
    assert (kinship(word, other) > 0) is are_kin


def test_the_rarer_the_more_a_word_tells():
    assert telling(1000, 1) > telling(1000, 100) > telling(1000, 1000) > 0


def test_what_is_common_is_looked_for_only_where_something_rare_stands():
    rare, common = Sense({"visa": 1.0}, weight=3.0), Sense({"state": 1.0}, weight=1.0)
    visa, state = Run(("visa",)), Run(("state",))
    assert Likeness((rare, common), sought=2).nodes == [(visa, 3.0), (state, 1.0)]
    assert Likeness((rare, common), sought=1).nodes == [(visa, 3.0), (All((visa, state)), 1.0)]
    assert Likeness((rare, common), sought=0).nodes == [(All((visa, state)), 4.0)]


def test_a_phrase_is_looked_for_by_its_words():
    sense = Sense({}, phrases=((frozenset({"pay", "pays"}), frozenset({"slip"})),))
    assert sense.node == All((AnyOf((Run(("pay",)), Run(("pays",)))), Run(("slip",))))
    assert sense.marked == {"pay", "pays", "slip"}


SENSES = (
    Sense({"visa": 1.0, "visas": 0.9}, weight=2.0),
    Sense({"fee": 1.0}, ("en:fee",), ((frozenset({"a"}), frozenset({"charge"})),), 1.0),
)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Written("en", "", "visa fee"), Written("en", "", "visa only")),
        (Written("en", "visa", "other words"), Written("en", "", "visa other words")),
        (Written("en", "Article 12. Visa", "x"), Written("en", "Article 12. Visa and other matters", "x")),
        (Written("en", "", "visa"), Written("en", "", "visas")),
        (Written("en", "", "a charge for a visa"), Written("en", "", "charges for a visa")),
        (Written("en", "", "visa fee" + " x" * 60), Written("en", "", "visa" + " x" * 60 + " fee")),
    ],
)
def test_a_text_is_better_that_says_more_of_it_in_its_heading_and_together(better, worse):
    rating = Rating(SENSES)
    assert rating.rate([better], "") > rating.rate([worse], "") > 0


def test_the_title_of_the_act_counts_a_little():
    text = Written("en", "", "visa")
    rating = Rating(SENSES)
    assert (
        rating.rate([text], "")
        < rating.rate([text], "Fee Act")
        < rating.rate([text, Written("en", "", "visa fee")], "")
    )
