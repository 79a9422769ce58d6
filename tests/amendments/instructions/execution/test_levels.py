import pytest

from amendments.instructions.execution.levels import region, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("See Art. 5 of the Law. It applies.", ["See Art. 5 of the Law.", "It applies."]),
        ("1. First point. 2 days later.", ["1. First point.", "2 days later."]),
        ("Signed by A. Smith. Sealed.", ["Signed by A. Smith.", "Sealed."]),
        ("rənglər və s. Bu Qanun tətbiq edilir.", ["rənglər və s.", "Bu Qanun tətbiq edilir."]),
        (
            "Lists (a, b, etc.) follow. “So it is.” Then more.",
            ["Lists (a, b, etc.) follow.", "“So it is.”", "Then more."],
        ),
        ("No end here; and on", ["No end here; and on"]),
        ("One.\nTwo. Three.", ["One.", "Two.", "Three."]),
        ("500.000 manat. Digər hallar.", ["500.000 manat.", "Digər hallar."]),
        ("", []),
    ],
)
def test_sentences_are_told_apart(text, parts):
    assert [text[start:end] for start, end in sentences(text)] == parts


@pytest.mark.parametrize(
    ("text", "level", "part"),
    [
        ("One. Two.", "sentence:2", "Two."),
        ("One.\nTwo. Three.", "paragraph:2", "Two. Three."),
        ("One.\nTwo. Three.", "paragraph:2/sentence:2", "Three."),
        ("All of it", "text", "All of it"),
        ("Theft –\nis punished by a fine.", "sanction", "is punished by a fine."),
        ("Theft –\nis punished by a fine.", "disposition", "Theft"),
        ("Theft - is punished.", "sanction", "is punished."),
    ],
)
def test_a_level_names_a_part(text, level, part):
    start, end = region(text, level)
    assert text[start:end] == part


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("One.", "sentence:2"),
        ("One.", "paragraph:2"),
        ("One.", "paragraph:2/sentence:1"),
        ("No dash", "sanction"),
        ("a – b – c", "sanction"),
    ],
)
def test_a_part_that_does_not_exist_is_none(text, level):
    assert region(text, level) is None
