"""Lists with Latin letters in an act of another script."""


def test_latin_letters_of_a_russian_text_are_points(ru):
    parsed = ru.parse("Статья 1. Цель\n(1) Раз:\na) один;\nb) два;\nc) три.\n(2) Два:\na) один;\nb) два.\n")
    points = [element.number for element in parsed.tree if str(element.kind) == "point"]
    assert points == ["a", "b", "c", "a", "b"]
    assert not parsed.warnings


def test_letters_of_two_alphabets_stop(ru):
    parsed = ru.parse("Статья 1. Цель\n1. Раз:\na) один;\nb) два;\n2. Два:\nа) один;\nб) два.\n")
    assert any(finding.stops for finding in parsed.warnings)
