import pytest
from hypothesis import given, strategies as st

from search.query import highlight
from search.query.highlight import Highlighter
from search.query.parse import parse


def shown(text, query, language="en", length=200):
    return "".join(
        f"[{piece.text}]" if piece.is_marked else piece.text
        for piece in Highlighter(parse(query)).passage(text, language, length).pieces
    )


@pytest.mark.parametrize(
    ("language", "text", "query", "expected"),
    [
        ("en", "They apply; the applicant applied.", "applies", "They [apply]; the applicant [applied]."),
        ("az", "Əcnəbilərin işıqlı evi", "ecnebiler isiqli", "[Əcnəbilərin] [işıqlı] evi"),
        ("ru", "Граждане и гражданство", "гражданин", "[Граждане] и гражданство"),
        (
            "en",
            "The residence permit and a permit of residence",
            '"residence permit"',
            "The [residence permit] and a permit of residence",
        ),
        ("en", "See Article 12.3 and 12.4.", "12.3", "See Article [12.3] and 12.4."),
        ("en", "See Article 12 and 12 apples.", "Article 12", "See [Article 12] and 12 apples."),
        ("en", "The law of the land", "the law", "The [law] of the land"),
        ("fr", "Le séjour", "SEJOUR", "Le [séjour]"),
        ("en", "Nothing here", "permit", "Nothing here"),
        ("en", "", "permit", ""),
    ],
)
def test_the_words_of_the_query_are_marked_as_they_are_written(language, text, query, expected):
    assert shown(text, query, language) == expected


def test_the_passage_with_most_different_words_is_shown():
    text = (
        "permit " * 30 + "filler " * 100 + "residence and work permit for seasonal labour " + "filler " * 100
    )
    found = shown(text, "residence work permit seasonal", length=120)
    assert "[residence] and [work] [permit] for [seasonal]" in found
    assert found.startswith("… ")
    assert found.endswith(" …")


@pytest.mark.parametrize(
    ("heading", "begins"),
    [
        ("Article 12. ", "Article 12. … "),
        ("Maddə 25.1.3. ", "Maddə 25.1.3. … "),
        ("", "… "),
        ("In the year 1999 and later ", "… "),
    ],
)
def test_a_heading_is_cut_behind_its_number(heading, begins):
    text = f"{heading}{'filler words ' * 30}permit"
    found = Highlighter(parse("permit")).heading(text, "en", 100)
    said = "".join(piece.text for piece in found.pieces)
    assert said.startswith(begins)
    assert said.endswith("permit")
    assert (len(said.replace("… ", "")) <= 100, found.weight) == (True, 1)
    assert Highlighter(parse("permit")).heading("Article 12. permit", "en", 100).pieces[-1].is_marked


def test_a_passage_is_cut_between_words():
    text = "alpha beta gamma " * 40
    words = set(shown(text, "nothing", length=100).removesuffix(" …").split())
    assert words <= {"alpha", "beta", "gamma"}


def test_the_weight_counts_different_words():
    plan = parse("residence permit")
    assert Highlighter(plan).passage("permit permit permit", "en", 200).weight == 1
    assert Highlighter(plan).passage("residence permit", "en", 200).weight == 2


@given(
    st.text(alphabet="ab ə12.-\n'", max_size=120),
    st.text(alphabet='ab ə12."', max_size=20),
    st.integers(10, 60),
)
def test_a_passage_is_a_stretch_of_the_original(text, query, length):
    pieces = Highlighter(parse(query)).passage(text, "az", length).pieces
    stretch = "".join(piece.text for piece in pieces).removeprefix("… ").removesuffix(" …")
    assert stretch in text
    assert len(stretch) <= max(length, 0) or len(text) <= length


def test_a_passage_of_a_text_of_many_pages_has_both_words():
    text = "permit residence " * 60_000
    assert Highlighter(parse("residence permit")).passage(text, "en", 280).weight == 2


def test_a_text_without_spaces_is_read_but_not_kept():
    text = "\n".join(f"Line{number}" for number in range(500)) + "\nA residence\tpermit’s end"
    before = highlight._read.cache_info().currsize
    assert Highlighter(parse("“permit’s end” residence")).passage(text, "en", 5_000).weight == 2
    assert highlight._read.cache_info().currsize - before <= 2


def test_a_quotation_longer_than_the_passage_is_shown_from_its_beginning():
    quoted = " ".join(f"obligation{number}of{number}institutions" for number in range(12))
    passage = Highlighter(parse(f'"{quoted}"')).passage(
        f"{'Before it. ' * 40}{quoted} {'after ' * 40}", "en", 200
    )
    marked = [piece.text for piece in passage.pieces if piece.is_marked]
    assert passage.weight == 1
    assert len(marked) == 1
    assert quoted.startswith(marked[0])
    assert len(marked[0]) > 100
