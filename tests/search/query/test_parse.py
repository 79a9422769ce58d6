import time

import pytest
from hypothesis import given, strategies as st

from search.query.expression import matching, ranking
from search.query.filters import Filter
from search.query.parse import MAX_LENGTH, MAX_WORDS, parse


def exact(plan):
    return [word.exact for word in plan.words]


def test_words_phrases_exclusions_and_filters_are_taken_apart():
    plan = parse('residence “family members” -fee -"work permit" kind:comment in:27-L permit', ["comment"])
    assert exact(plan) == ["residence", "permit"]
    assert plan.phrases == (("family", "members"),)
    assert plan.excluded == (("fee",), ("work", "permit"))
    assert plan.filters == (Filter("kind", "comment"), Filter("instrument", "27-l"))


@pytest.mark.parametrize("quoted", ['"ailə üzvləri"', "“ailə üzvləri”", "„ailə üzvləri“", "«ailə üzvləri»"])
def test_every_kind_of_quotation_marks_makes_a_phrase(quoted):
    assert parse(quoted).phrases == (("aile", "uzvleri"),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"open quotation', ["open", "quotation"]),
        ("kind:unknown", ["kind", "unknown"]),
        ("well-known", ["well", "known"]),
        ("a - b", ["a", "b"]),
        ("word word WORD", ["word"]),
        ("begin: end", ["begin", "end"]),
    ],
)
def test_what_is_no_operator_is_words(text, words):
    assert exact(parse(text)) == words


def test_citations_are_not_words():
    plan = parse("detention Article 12.3")
    assert exact(plan) == ["detention"]
    assert [citation.key for citation in plan.citations] == ["12.3"]


@pytest.mark.parametrize("text", ["", "   ", "-word", "in:27-L", '""', "§§§ ***", "\0\0"])
def test_without_a_word_there_is_nothing_to_look_for(text):
    assert parse(text).is_empty


@pytest.mark.parametrize(
    ("text", "required"),
    [("law", 1), ("the law", 1), ("one two", 2), ("one two three", 2), ("a1 b1 c1 d1", 3), ("the of", 2)],
)
def test_three_quarters_of_many_words_are_enough_and_stop_words_do_not_count(text, required):
    assert parse(text).required == required


def test_the_most_telling_words_of_a_long_text_are_kept_in_order():
    plan = parse(
        "an act on administrative responsibility of foreigners residing temporarily within national borders today"
    )
    assert len(plan.words) == MAX_WORDS
    assert exact(plan)[:2] == ["administrative", "responsibility"]
    assert plan.was_cut
    assert parse("x" * (MAX_LENGTH + 1)).was_cut
    assert not parse("two words").was_cut


HOSTILE = {
    "a megabyte": "lawful " * 150_000,
    "one long word": "x" * 1_000_000,
    "quotation marks": '"' * 100_000,
    "brackets": "(" * 50_000 + "a" + ")" * 50_000,
    "operators": "a AND b OR NOT NEAR(c d) ^e {heading body}: f* & | ! <-> :* ; DROP TABLE search_publicentry; --"
    * 50,
    "wildcards": "* % _ ? a* *a %a%",
    "minus": "-" * 100_000,
    "filters": "in:" * 50_000 + "kind:" * 50_000,
    "numbers": "1." * 100_000,
    "raised numbers": "1¹" * 100_000,
    "units": "article " * 10_000 + "12",
    "accents": "e" + "\u0301" * 100_000,
    "apostrophes": "a'" * 100_000,
    "control characters": "".join(map(chr, range(32))) * 1000 + "law",
    "nested quotes": "«" * 1000 + "a" + "»" * 1000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_queries_are_planned_in_a_tenth_of_a_second(text):
    started = time.process_time()
    plan = parse(text, ["comment"])
    if not plan.is_empty:
        assert matching(plan)
        assert ranking(plan)
    assert time.process_time() - started < 0.1


@given(st.text())
def test_nothing_typed_is_refused(text):
    plan = parse(text, ["comment"])
    assert plan.is_empty or matching(plan)
