import pytest

from amendments.instructions.execution.levels import region


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
