"""What the check of the message catalogues finds."""

import polib
import pytest

from tests.catalogues import unended

SOURCE = "The file is kept."


@pytest.mark.parametrize("whole", ["Fayl saxlanılır.", "Файл сохранён: «да.»", "Файл:", "Saxlanılır…", ""])
def test_a_translation_that_ends_as_its_sentence_does_is_whole(whole):
    assert unended([polib.POEntry(msgid=SOURCE, msgstr=whole)]) == []


@pytest.mark.parametrize("words", ["Fayl saxlanılır", "Файл сохранён"])
def test_a_translation_without_the_full_stop_of_its_sentence_is_named(words):
    assert unended([polib.POEntry(msgid=SOURCE, msgstr=words)]) == [f"the full stop is missing: {SOURCE!r}"]
    forms = {0: "Fayl saxlanılır.", 1: words}
    assert len(unended([polib.POEntry(msgid="a", msgid_plural=SOURCE, msgstr_plural=forms)])) == 1
