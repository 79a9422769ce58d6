import pytest
from hypothesis import given, strategies as st

from amendments.instructions.execution.levels import region
from amendments.redline.provision_redline import Mark
from consultations.rules.choices import Range, choices, joined

BASE = "The fare is 10 coins. It is paid at once. Dogs are not carried."
DRAFT = "The fare is 20 coins. It is paid at once."


def words(choice, base=BASE, draft=DRAFT):
    text = base if choice.range.in_base else draft
    return text[choice.range.start : choice.range.end]


def test_offers_the_sentences_of_the_draft_and_the_words_that_it_strikes_out():
    found = choices(BASE, DRAFT)
    assert [(words(c), c.range.in_base) for c in found] == [
        ("The fare is 20 coins.", False),
        ("10", True),
        ("It is paid at once.", False),
        ("Dogs are not carried.", True),
    ]


def test_a_sentence_is_shown_with_what_was_struck_out_of_it():
    runs = choices(BASE, DRAFT)[0].runs
    assert [(r.mark, r.text) for r in runs if r.mark is not Mark.KEPT] == [
        (Mark.DELETED, "10"),
        (Mark.INSERTED, "20"),
    ]


def test_a_provision_struck_out_whole_can_be_chosen():
    assert [words(c, "Rafts.", "") for c in choices("Rafts.", "")] == ["Rafts."]


def test_an_unchanged_provision_offers_its_sentences():
    assert len(choices(DRAFT, DRAFT)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "See para. 2 and sec. 4. Mr. X pays. It is 1.5 km.",
        "Maddə 5 b. Şəxs müraciət edir. m. 12.3 tətbiq edilir. Qərar verilir.",
        "Паспорта, визы и т.д. Порядок по ст. 5. Он платит.",
    ],
)
def test_the_sentences_to_choose_are_those_that_an_instruction_counts(text):
    chosen = [words(choice, text, text) for choice in choices(text, text)]
    counted = [region(text, f"sentence:{n}") for n in range(1, len(chosen) + 1)]
    assert chosen == [text[start:end] for start, end in counted]
    assert region(text, f"sentence:{len(chosen) + 1}") is None


text = st.text(alphabet="ab. A", max_size=40)


@given(text, text)
def test_every_choice_lies_in_its_text_and_the_runs_carry_their_places(base, draft):
    for choice in choices(base, draft):
        source = base if choice.range.in_base else draft
        assert source[choice.range.start : choice.range.end].strip()
        for run in choice.runs:
            where = base if run.mark is Mark.DELETED else draft
            assert where[run.at : run.at + len(run.text)] == run.text


@given(text, text)
def test_the_shown_runs_give_the_whole_draft(base, draft):
    shown = [c for c in choices(base, draft) if not c.range.in_base]
    if shown:
        assert "".join(r.text for c in shown for r in c.runs if r.mark is not Mark.DELETED) == draft


def test_neighbouring_sentences_become_one_passage():
    ranges = [Range(22, 41), Range(0, 21), Range(12, 14, in_base=True), Range(5, 5), Range(0, 900)]
    assert joined(ranges, BASE, DRAFT) == [Range(0, 41), Range(12, 14, in_base=True)]


def test_each_cell_of_a_row_can_be_chosen():
    base, draft = "A crossing.\t10 coins", "A crossing.\t12 coins"
    found = choices(base, draft)
    assert [words(choice, base, draft) for choice in found] == ["A crossing.", "12 coins", "10"]
