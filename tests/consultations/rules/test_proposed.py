import pytest
from hypothesis import given, strategies as st

from amendments.provisions.schemes import ENGLISH, RUSSIAN
from azerbaijan.schemes import SCHEMES
from consultations.rules.proposed import Shape, read_proposed

AZERBAIJANI = next(scheme for scheme in SCHEMES if scheme.language == "az")
WORDS = "A worker leaves the territory within 30 days after the end of work."


@pytest.mark.parametrize(
    ("proposed", "shape"),
    [
        ("A worker leaves the territory within 3 months after the end of work.", Shape.WORDING),
        ("3 months", Shape.WORDS),
        (
            "3.5 per cent of the workers leave the territory within 30 days after the end of work.",
            Shape.WORDING,
        ),
        (
            "Article 5 of this Law applies to a worker who leaves the territory after the end of work.",
            Shape.WORDING,
        ),
        ("12.4. Nobody is removed while a complaint is pending.", Shape.PROVISION),
        ("12-1. Nobody is removed while a complaint is pending.", Shape.PROVISION),
        (
            "Article 12-1. Complaints\n12-1.1. Nobody is removed.\n12-1.2. The complaint is free.",
            Shape.PROVISION,
        ),
        ("(c) nobody is removed;", Shape.PROVISION),
        ("12.4.", Shape.WORDS),
    ],
)
def test_a_proposed_text_is_a_wording_a_new_provision_or_a_few_words(proposed, shape):
    assert read_proposed(proposed, "12.3", WORDS, ENGLISH).shape is shape


@pytest.mark.parametrize(
    ("proposed", "number", "scheme", "found"),
    [
        (
            "12-1.3. Data are not transferred.",
            "12-1.2",
            ENGLISH,
            [("12-1.3", "", "Data are not transferred.")],
        ),
        ("12-1.3. Məlumat verilmir.", "12-1.2", AZERBAIJANI, [("12-1.3", "", "Məlumat verilmir.")]),
        ("3) yeni bənd;", "2", AZERBAIJANI, [("3", "", "yeni bənd;")]),
        (
            "Maddə 12-2. Şikayət\r\n12-2.1. Birinci hissə.\r\n12-2.2. İkinci hissə.",
            "12",
            AZERBAIJANI,
            [("12-2", "Şikayət", ""), ("12-2.1", "", "Birinci hissə."), ("12-2.2", "", "İkinci hissə.")],
        ),
        (
            "Статья 12-2. Жалоба\n1. Текст.\n2. Второй.",
            "12",
            RUSSIAN,
            [("12-2", "Жалоба", ""), ("1", "", "Текст."), ("2", "", "Второй.")],
        ),
    ],
)
def test_a_new_provision_is_read_as_the_act_prints_it(proposed, number, scheme, found):
    read = read_proposed(proposed, number, WORDS, scheme)
    assert read.is_new
    assert [(each.number, each.heading, each.text) for each in read.provisions] == found
    assert read.number == found[0][0]


def test_the_number_of_the_commented_provision_itself_is_left_out():
    read = read_proposed(
        "12.3. A worker leaves within 3 months after the end of work.", "12.3", WORDS, ENGLISH
    )
    assert (read.shape, read.text) == (
        Shape.WORDING,
        "A worker leaves within 3 months after the end of work.",
    )


def test_a_provision_with_its_parts_keeps_them_all():
    whole = "Article 12. Workers\n12.1. They leave.\n12.2. They stay."
    read = read_proposed(whole, "12", "Workers of another country", ENGLISH)
    assert (read.shape, read.text, read.number) == (Shape.WORDING, whole, "")


def test_a_number_with_which_the_text_of_the_provision_itself_begins_makes_no_new_one():
    words = "5. days are counted from the arrival."
    assert not read_proposed("5. days are counted from the departure.", "7", words, ENGLISH).is_new


def test_text_that_stands_before_a_number_is_not_lost():
    read = read_proposed("A worker leaves.\n12.4. Nobody is removed.", "12.3", WORDS, ENGLISH)
    assert read.provisions == ()
    assert "A worker leaves." in read.text


def test_nothing_is_a_few_words_for_an_empty_provision():
    assert read_proposed("A new text.", "12.3", "", ENGLISH).shape is Shape.WORDING


texts = st.lists(st.sampled_from(["12.4.", "Article", "5", "a)", "worker", "leaves", "\n", ";"]), max_size=8)


@given(texts.map(" ".join), texts.map(" ".join))
def test_no_word_of_a_proposal_is_lost(proposed, words):
    read = read_proposed(proposed, "12.3", words, ENGLISH)
    assert read.text == proposed.strip()
    assert read.is_new == bool(read.provisions)
