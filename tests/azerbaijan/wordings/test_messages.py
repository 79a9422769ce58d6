"""What the wording of Azerbaijan refuses is said in the language of the reader."""

import re
from pathlib import Path

import polib
import pytest
from django.utils.translation import override

from amendments.instructions.instruction_errors import Unread
from amendments.plugins.registry import wording_for
from amendments.text.saying import say

LOCALE = Path(__file__).resolve().parents[3] / "site" / "azerbaijan" / "locale"


@pytest.mark.parametrize(
    ("language", "sentence", "said"),
    [
        ("az", "5.1-ci maddədə", "Cümlədə dəyişiklik yoxdur."),
        ("ru", "5.1-ci maddədə", "В предложении нет изменения."),
        ("en", "5.1-ci maddədə", "The sentence holds no instruction."),
        ("az", "5.1-ci maddədə “A sözü çıxarılmışdır.", "Dırnaq açılıb, amma bağlanmayıb."),
        ("ru", "5.1-ci maddə verilmişdir.", "Слово «verilmişdir» стоит без слов «yeni redaksiyada»."),
        ("ru", "Bəndin sözləri çıxarılmışdır.", "«bənd» какого положения?"),
        ("az", "Bəndin sözləri çıxarılmışdır.", "“bənd” hansı müddəaya aiddir?"),
    ],
)
def test_a_sentence_that_is_not_read_is_refused_in_the_language_of_the_reader(language, sentence, said):
    with pytest.raises(Unread) as refused:
        wording_for("az", "az").parse(sentence)
    with override(language):
        assert say(refused.value) == said


@pytest.mark.parametrize("language", ["az", "ru"])
def test_every_message_is_translated_with_all_its_values(language):
    entries = list(polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po")))
    assert len(entries) > 30
    for entry in entries:
        assert entry.msgstr
        assert sorted(re.findall(r"%\((\w+)\)s", entry.msgid)) == sorted(
            re.findall(r"%\((\w+)\)s", entry.msgstr)
        )


def test_every_refusal_of_the_wording_is_a_message():
    """A bare string cannot be translated."""
    sources = (LOCALE.parent / "wordings").glob("*.py")
    bare = [
        (path.name, line)
        for path in sources
        for line in path.read_text().splitlines()
        if re.search(r'(?:Unread|Refused)\(f?"[^"]*"\)', line)
    ]
    assert bare == []
