import pytest

from amendments.instructions.folding.merging import Conflicting, merged, merged_words
from amendments.instructions.operations import NewElement, Op, Operation


@pytest.mark.parametrize(
    ("common", "one", "other", "both"),
    [
        ("a b c d", "a B c d", "a b c D", "a B c D"),
        ("a b c d", "a b c d", "x", "x"),
        ("a b c d", "x", "a b c d", "x"),
        ("a b c d", "a x c d", "a x c d", "a x c d"),
        ("a b c d", "a c d", "a b c d e f", "a c d e f"),
    ],
)
def test_changes_of_different_words_stand_beside_each_other(common, one, other, both):
    assert merged_words(common, one, other) == both


@pytest.mark.parametrize(("one", "other"), [("a x c", "a y c"), ("", "a b c d")])
def test_changes_that_meet_are_refused(one, other):
    with pytest.raises(Conflicting):
        merged_words("a b c", one, other)


def inserted(*texts, **creates):
    children = tuple(
        NewElement(f"2.{number}", text=text) for number, text in enumerate(texts, start=1) if text
    )
    return Operation(Op.INSERT_ELEMENT, "2", heading="Fees", children=children, creates=creates)


def test_further_elements_are_put_together_by_their_numbers():
    common, one, other = inserted("A a.", "B b."), inserted("A x."), inserted("A a.", "B b.", "C c.")
    assert merged(common, one, other) == inserted("A x.", "", "C c.")
    assert merged(common, other, one) == inserted("A x.", "", "C c.")


def test_an_element_that_one_changes_and_the_other_takes_out_is_refused():
    with pytest.raises(Conflicting):
        merged(inserted("A a.", "B b."), inserted("A a.", "B c."), inserted("A a."))


def test_identities_go_with_their_elements():
    merge = merged(inserted("A.", n1="k1"), inserted("A.", n1="k1", n2="k2"), inserted("B.", n1="k1"))
    assert merge == inserted("B.", n1="k1", n2="k2")


def test_whoever_alone_chose_another_form_keeps_it():
    common = Operation(Op.REPLACE_WORDS, "2.1", old="a b", new="c d e")
    one, other = (
        Operation(Op.REPLACE_WORDS, "2.1", old="a", new="c d e"),
        Operation(Op.REPLACE_WORDS, "2.1", old="a b", new="c d x"),
    )
    assert merged(common, one, other) == Operation(Op.REPLACE_WORDS, "2.1", old="a", new="c d x")


def added(*sentences):
    return Operation(Op.ADD_SENTENCE, "2.1", level="sentence:2", new=" ".join(sentences))


def test_a_sentence_is_left_out_between_later_ones():
    common, one = added("Cats pay.", "Owls wait."), added("Cats pay.")
    later = added("Cats pay.", "Dogs too.", "Owls wait.", "Rats swim.")
    assert merged(common, one, later) == added("Cats pay.", "Dogs too.", "Rats swim.")


@pytest.mark.parametrize(
    ("one", "later"),
    [
        (
            added("Cats pay."),
            added("Cats pay.", "Owls fly.", "Dogs too."),
        ),  # somebody worded the sentence anew
        (added("Cats pay."), added("Cats pay.", "Owls wait.", "Owls wait.")),  # which of the two is meant?
    ],
)
def test_a_sentence_that_was_changed_since_is_not_left_out(one, later):
    with pytest.raises(Conflicting):
        merged(added("Cats pay.", "Owls wait."), one, later)
