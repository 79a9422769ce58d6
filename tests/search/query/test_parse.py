import pytest
from hypothesis import given, strategies as st

from search.query.expression import matching, ranking
from search.query.filters import Filter
from search.query.parse import MAX_LENGTH, MAX_WORDS, parse
from search.query.plan import Misread
from tests.search.hostile import HOSTILE


def exact(plan):
    return [word.exact for word in plan.words]


def test_words_phrases_exclusions_and_filters_are_taken_apart():
    plan = parse('residence “family members” -fee -"work permit" kind:comment in:27-L permit', ["comment"])
    assert exact(plan) == ["residence", "permit"]
    assert plan.phrases == (("family", "members"),)
    assert [part.typed for part in plan.excluded] == ["fee", '"work permit"']
    assert plan.filters == (Filter("kind", "comment"), Filter("instrument", "27-l"))


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»", "‘’", "''", "‚‘"])
def test_every_kind_of_quotation_marks_makes_a_phrase(marks):
    quoted = f"{marks[0]}ailə üzvləri{marks[1]}"
    assert parse(quoted).phrases == (("aile", "uzvleri"),)
    (left_out,) = parse(f"visa -{quoted}").excluded
    assert (left_out.is_quoted, len(left_out.words)) == (True, 2)
    assert [term.is_quoted for term in parse(f"{quoted} OR visa").formula.terms] == [True, False]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("‘the State’s duty’ and the parents’ rights", (("the", "state", "duty"),)),
        ("employees' 'trade union' rights", (("trade", "union"),)),
        ("Article 5(1) ‘a’", (("a",),)),
        ("the permit's 12 months, parents' rights and children's duties", ()),
        ("mə'lumat və sən'ət", ()),
        ("‘open quotation", ()),
        ("'rjyjvbrf b 'rjkjubz", ()),  # on a Russian keyboard
    ],
)
def test_an_apostrophe_is_no_quotation_mark(text, phrases):
    assert parse(text).phrases == phrases


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"open quotation', ["open", "quotation"]),
        ("kind:unknown visa", ["visa"]),
        ("well-known", ["well", "known"]),
        ("a - b", ["a", "b"]),
        ("word word WORD", ["word"]),
        ("begin: end", ["begin", "end"]),
        ("Əmək Məcəlləsi:maddə", ["emek", "mecellesi", "madde"]),
        ("intitle:visa", ["visa"]),
    ],
)
def test_what_is_no_operator_is_words(text, words):
    assert exact(parse(text)) == words


@pytest.mark.parametrize("name", ["Section", "section", "madde", "Article"])
@pytest.mark.parametrize("number", ["1101", "1200", "1101.2"])
def test_a_number_behind_a_colon_is_no_date(name, number):
    plan = parse(f"{name}:{number} fee")
    said = set(exact(plan)) | {citation.key for citation in plan.citations}
    assert said & {number, number.partition(".")[0]}


@pytest.mark.parametrize("day", ["2024-05-01", "2024/5/1", "2024.05.01", "2024-05", "01.05.2024", "1/5/2024"])
def test_a_date_behind_any_name_is_no_word(day):
    assert exact(parse(f"from:{day} fee")) == ["fee"]


def test_citations_are_not_words():
    plan = parse("detention Article 12.3")
    assert exact(plan) == ["detention"]
    assert [citation.key for citation in plan.citations] == ["12.3"]


@pytest.mark.parametrize(
    ("text", "first"),
    [("Articles 12 to 90", "52"), ("Articles 12-90", "51"), ("Articles 12, 20 to 90", "59")],
)
def test_the_first_provision_that_is_left_out_of_a_long_range_is_told(text, first):
    plan = parse(text)
    assert plan.misread == ((Misread.MORE, first),)
    assert first not in [citation.key for citation in plan.citations]


@pytest.mark.parametrize("text", ["", "   ", "-word", "in:27-L", '""', "§§§ ***", "\0\0"])
def test_without_a_word_there_is_nothing_to_look_for(text):
    assert parse(text).is_empty


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("law", 1),
        ("the law", 1),
        ("one two", 2),
        ("one two three", 3),
        ("a1 b1 c1 d1", 4),
        ("how can the law", 1),
        ("the of", 2),
    ],
)
def test_all_words_must_stand_and_stop_words_and_those_of_any_question_do_not_count(text, required):
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


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_queries_are_planned(text):
    plan = parse(text, ["comment"])
    if not plan.is_empty:
        assert matching(plan)
        assert ranking(plan)


@given(st.text())
def test_nothing_typed_is_refused(text):
    plan = parse(text, ["comment"])
    assert plan.is_empty or matching(plan)


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("the Code, Article 12.3, as amended", (("the", "code"), ("as", "amended"))),
        ("M.M. 12", (("mm",),)),
        ("Ə.M. m. 12", (("emm",), ("em",))),
        ("по А. Б. В ст. 12", (("по", "абв"),)),
        ("R.S.C. 1985, c. A-1, s. 4", (("rsc", "1985", "c", "a", "1"),)),
        ("п.п. 1 и 2 ст. 5", (("и",),)),
        ("Article 12", ()),
        ("M.M. of nothing cited", ()),
    ],
)
def test_what_stands_beside_a_citation_is_kept_with_initials_as_one_word(text, beside):
    assert parse(text).beside == beside


@pytest.mark.parametrize(
    ("text", "key", "phrases"),
    [
        ("55-VIQ 1.1 “ç” bəndi", "1.1.ç", ()),
        ('12-ci maddənin 1-ci hissəsinin "ə" bəndi 55-VIQ', "12.1.ə", ()),
        ('статья 12 пункт "3" 77-З', "12.3", ()),
        ("point «b» of Article 7 “visa”", "7.b", (("visa",),)),
        ('madde:"125" gomruk', "125", ()),
        ('maddə:"5" gömrük', "5", ()),
        ('статья:"5.1" книга', "5.1", ()),
        ("Article:“5”", "5", ()),
        ('gömrük Maddə: "5"', "5", ()),
        ("permit OR point “b” of Article 7", "7.b", ()),
    ],
)
def test_a_point_in_quotation_marks_is_cited(text, key, phrases):
    plan = parse(text)
    assert ([one.key for one in plan.citations], plan.phrases) == ([key], phrases)


@pytest.mark.parametrize(
    "text", ['year:"2020" article 5', 'article 5 year="2020" section 5', 'il:"2020" 5-ci maddə']
)
def test_a_value_in_quotation_marks_beside_a_provision_stays_that_of_its_filter(text):
    plan = parse(text)
    assert ([one.key for one in plan.citations], plan.filters) == (["5"], (Filter("year", "2020"),))
