import pytest

from amendments.provisions.messages import Message, Told, message


@pytest.mark.parametrize(
    ("said", "english"),
    [
        (message("Nothing is missing."), "Nothing is missing."),
        (message("%(number)s follows %(before)s.", number="12", before=11), "12 follows 11."),
        (message("%(whole)s: 100%%.", whole="all"), "all: 100%."),
        (message("No %(part)s.", part=message("sentence %(n)s", n=2)), "No sentence 2."),
        (message("“%(words)s” is repealed.", words="5 % of %(x)s"), "“5 % of %(x)s” is repealed."),
    ],
)
def test_a_message_reads_as_english(said, english):
    assert str(said) == english


def test_messages_with_the_same_template_and_values_are_equal():
    assert message("%(n)s", n=1) == message("%(n)s", n=1) != message("%(n)s", n=2)
    assert len({message("%(n)s", n=1), message("%(n)s", n=1)}) == 1


def test_a_refusal_keeps_its_message():
    refusal = Told(message("There is no provision %(number)s.", number="9"))
    assert str(refusal) == "There is no provision 9."
    assert refusal.message.values == {"number": "9"}


def test_a_bare_string_is_taken_as_it_is():
    assert Told("5 % of the act").message == Message("5 % of the act")
    assert str(Told("5 % of the act")) == "5 % of the act"
