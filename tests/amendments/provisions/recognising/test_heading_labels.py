"""“§ 12” at the beginning of a line: a heading, a citation in a sentence, a section that is repealed."""

import pytest


def act(line):
    return f"Gesetz über die Probe\n§ 1 Zweck\n(1) Dieses Gesetz regelt die Probe.\n{line}\n§ 13 Schluss\nText.\n"


@pytest.mark.parametrize(
    "line",
    [
        "§ 12 Absatz 1 gilt entsprechend.",
        "§ 12 Abs. 1 Satz 2 gilt nicht.",
        "§ 12a Satz 2 bleibt unberührt.",
        "§ 12 Unterabsatz 1 gilt.",
        "§ 12 Nr. 3 gilt.",
        "§ 12 Nummer 3 Buchstabe b gilt.",
        "§ 12 Buchstabe a gilt.",
    ],
)
def test_a_level_in_german_words_behind_a_number_cites(en, line):
    parsed = en.parse(act(line))
    assert [element.number for element in parsed.tree if element.kind == "article"] == ["1", "13"]
    assert {finding.code for finding in parsed.warnings} <= {"gap"}


@pytest.mark.parametrize(
    "heading", ["Satzung", "Absatzmärkte", "Nummernschilder", "Satzungsänderung", "Sätze"]
)
def test_a_word_that_begins_like_such_a_level_is_a_heading(en, heading):
    parts = [element for element in en.parse(act(f"§ 12 {heading}\nText.")).tree if element.kind == "article"]
    assert [(part.number, part.heading) for part in parts][1] == ("12", heading)


@pytest.mark.parametrize("words", ["(weggefallen)", "(aufgehoben)"])
def test_a_section_that_is_repealed_in_german_has_its_mark(en, words):
    section = next(element for element in en.parse(act(f"§ 12 {words}")).tree if element.number == "12")
    assert (section.repealed, section.text, section.heading) == (True, words, "")
