"""The whole act is called by its kind: a Code is no Law, and read literally "the Law" would be the amending law."""

from datetime import date

import pytest

from amendments.instructions.law_record import AmendingLaw, frame_of
from amendments.instructions.operations import Op, Operation
from amendments.instructions.wording import Mood, about
from amendments.instructions.wordings import DEFAULTS, find
from amendments.provisions.tree import Tree
from azerbaijan.wordings import WORDINGS

THROUGHOUT = Operation(Op.GLOBAL_REPLACE, "*", old="a", new="b")
TITLE = Operation(Op.REPLACE_WORDS, "title", old="a", new="b")
CALLED = {
    "en": {
        "code": "the Code",
        "law": "the Law",
        "decree": "the Decree",
        "decision": "the Decision",
        "constitution": "the Constitution",
        "other": "the Act",
    },
    "ru": {
        "code": "Кодекса",
        "law": "Закона",
        "decree": "Указа",
        "decision": "Постановления",
        "constitution": "Конституции",
        "other": "акта",
    },
    "az": {
        "code": "Məcəllənin",
        "law": "Qanunun",
        "decree": "Fərmanın",
        "decision": "Qərarın",
        "constitution": "Konstitusiyanın",
        "other": "Aktın",
    },
}
SAID = {
    "en": (
        "Throughout {}, the word “a” shall be replaced by the word “b”.",
        "In the title of {}, the word “a” shall be replaced by the word “b”.",
    ),
    "ru": (
        "По всему тексту {} слово «a» заменить словом «b».",
        "В наименовании {} слово «a» заменить словом «b».",
    ),
    "az": (
        "{} mətnində “a” sözü “b” sözü ilə əvəz edilsin.",
        "{} adında “a” sözü “b” sözü ilə əvəz edilsin.",
    ),
}
CASES = [(language, kind) for language, kinds in CALLED.items() for kind in kinds]


@pytest.mark.parametrize(("language", "kind"), CASES)
def test_an_act_is_called_by_its_kind(language: str, kind: str) -> None:
    wording = about(find((*DEFAULTS, *WORDINGS), "az" if language == "az" else "", language), kind)
    for operation, words in zip((THROUGHOUT, TITLE), SAID[language], strict=True):
        said = wording.word(operation, Mood.IMPERATIVE)
        assert said == words.format(CALLED[language][kind])
        assert wording.parse(said) == [operation]


@pytest.mark.parametrize("language", ["en", "ru", "az"])
def test_every_kind_is_read_by_the_wording_of_every_other(language: str) -> None:
    wording = find((*DEFAULTS, *WORDINGS), "az" if language == "az" else "", language)
    for called in CALLED[language].values():
        for operation, words in zip((THROUGHOUT, TITLE), SAID[language], strict=True):
            assert wording.parse(words.format(called)) == [operation]


@pytest.mark.parametrize(("language", "kind"), CASES)
def test_the_record_of_an_act_calls_it_by_its_kind(language: str, kind: str) -> None:
    frame = frame_of(about(find((*DEFAULTS, *WORDINGS), "az" if language == "az" else "", language), kind))
    assert frame is not None
    law = AmendingLaw("2-L", date(2027, 4, 4))
    assert CALLED[language][kind] in frame.footnote(THROUGHOUT, law, Tree(()))


def test_a_wording_with_one_name_for_every_act_stays_as_it_is() -> None:
    class Plain:
        country, language = "", "xx"

        def word(self, operation: Operation, mood: Mood) -> str:
            return ""

        def parse(self, text: str, year: int | None = None) -> list[Operation]:
            return []

    plain = Plain()
    assert about(plain, "code") is plain
