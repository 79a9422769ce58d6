import pytest
from hypothesis import given, strategies as st

from consultations.rules.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("  \n ", []),
        ("One sentence without a stop", ["One sentence without a stop"]),
        ("is considered undesirable;", ["is considered undesirable;"]),
        (
            "The appeal is free. It does not suspend the decision.",
            ["The appeal is free.", "It does not suspend the decision."],
        ),
        ("1.2. The law applies to all.", ["1.2. The law applies to all."]),
        (
            "12-1. Passports are not kept. They are returned.",
            ["12-1. Passports are not kept.", "They are returned."],
        ),
        ("See Art. 5 of the Code. It applies.", ["See Art. 5 of the Code.", "It applies."]),
        ("Ends in Article 5. The next begins.", ["Ends in Article 5.", "The next begins."]),
        ("Fees, taxes, etc. The rest is free.", ["Fees, taxes, etc.", "The rest is free."]),
        ("Signed by A. Marin. Sealed.", ["Signed by A. Marin.", "Sealed."]),
        ("He asked: “May I stay?” Nobody answered.", ["He asked: “May I stay?”", "Nobody answered."]),
        ("First paragraph\nsecond paragraph", ["First paragraph", "second paragraph"]),
        (
            "Срок исчисляется по ст. 5 и п. 3. Он не продлевается.",
            ["Срок исчисляется по ст. 5 и п. 3.", "Он не продлевается."],
        ),
        (
            "Паспорта, визы и т.д. Порядок устанавливается законом.",
            ["Паспорта, визы и т.д.", "Порядок устанавливается законом."],
        ),
        (
            "Bu müddət 15 gündür. Əcnəbi qeydiyyata alınır.",
            ["Bu müddət 15 gündür.", "Əcnəbi qeydiyyata alınır."],
        ),
        ("Sənədlər və s. əlavə edilir. İcazə verilir.", ["Sənədlər və s. əlavə edilir.", "İcazə verilir."]),
        ("Müddət 2.5 ildir. O uzadılmır!", ["Müddət 2.5 ildir.", "O uzadılmır!"]),
    ],
)
def test_cuts_legal_prose_into_sentences(text, sentences):
    assert [sentence.text for sentence in split_sentences(text)] == sentences


@given(st.text(alphabet="Ab1 .!?\n“”ə;ИIV", max_size=80))
def test_the_sentences_cover_every_visible_character_in_order(text):
    end = 0
    for sentence in split_sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text
        assert not text[end : sentence.start].strip()
        end = sentence.end
    assert not text[end:].strip()
