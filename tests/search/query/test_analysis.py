import pytest
from hypothesis import given, strategies as st

from search.query.analysis import fold, tokens


def words(text):
    return [token.word for token in tokens(text)]


@pytest.mark.parametrize(
    ("written", "typed_in_ascii"),
    [
        ("Əcnəbilərin", "ecnebilerin"),
        ("İŞIQ", "isiq"),
        ("işıq", "ISIQ"),
        ("şəxsiyyət", "sexsiyyet"),
        ("güzəştli ödəniş çağı", "guzestli odenis cagi"),
        ("café", "cafe"),
        ("Ёлка", "елка"),
    ],
)
def test_words_typed_without_their_own_letters_are_the_same_words(written, typed_in_ascii):
    assert words(written) == words(typed_in_ascii)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 12.3, 12-1.1 and 9.", ["article", "12.3", "12-1.1", "and", "9"]),
        ("12.3-cü maddə", ["12.3", "cu", "madde"]),
        ("the state's officials’ duty", ["the", "state", "officials", "duty"]),
        ("mə'lum", ["melum"]),
        ("мой район", ["мой", "район"]),
        ("soft\u00adhyphen", ["softhyphen"]),
        ("decompose\u0301", ["decompose"]),
        ("и\u0306", ["й"]),
        ("_ — “…” §", []),
        ("a" * 100, ["a" * 40]),
        ("ﬁling ⑴ ½ 𝐀", ["filing", "1", "12", "a"]),
    ],
)
def test_text_is_split_into_folded_words(text, expected):
    assert words(text) == expected


def test_tokens_know_where_they_stand_in_the_original():
    text = "«Əcnəbi» 12.3"
    assert [text[token.start : token.end] for token in tokens(text)] == ["Əcnəbi", "12.3"]


@given(st.text())
def test_tokens_come_in_order_and_never_overlap(text):
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.word
        assert not token.word.isspace()
        end = token.end


@given(st.text(alphabet=st.characters(codec="utf-8", max_codepoint=0x2FFF)))
def test_words_hold_nothing_that_an_engine_could_take_for_an_operator(text):
    for word in words(text):
        assert not set(word) & set("\"'\\:*()|&!<> \n\t\0")


def test_folding_compares_codes():
    assert fold("713-IVQ") == fold("713-ivq")
    assert fold("İQ") == "iq"
