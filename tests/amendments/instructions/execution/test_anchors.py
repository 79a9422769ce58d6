import pytest

from amendments.instructions.execution.anchors import find_stems, find_words


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("a foreign national or national", "national", ["national", "national"]),
        ("foreign nationals", "national", []),
        ("within 30 days of 2030", "30", ["30"]),
        ("Article 21.3 and 3", "3", ["3"]),
        ("Article 12-1 and 12", "12", ["12"]),
        ("rate of 2,5 per cent", "2", []),
        ("Articles 45.1.1-45.1.7", "45.1.7", ["45.1.7"]),
        ("3-cü gün", "3", ["3"]),
        ("under the “Law on X” act", '"Law on X"', ["“Law on X”"]),
        ("ten\u00a0days", "ten days", ["ten\u00a0days"]),
        ("a — b", "a – b", ["a — b"]),
        ("one. Two.", ".", [".", "."]),
        ("anything", "  ", []),
    ],
)
def test_words_are_found_whole(text, words, found):
    assert [text[start:end] for start, end in find_words(text, words)] == found


def test_words_glued_by_the_print_are_found_where_a_mark_will_part_them():
    assert find_words("əsasındavə onların icrası", "və onların icrası", ", həmin icra") == [(8, 25)]
    assert find_words("əsasındavə onların icrası", "və onların icrası", "ya həmin icra") == []


def test_stems_are_found_with_any_ending():
    assert len(find_stems("centre, centres, epicentre", "centre")) == 2
