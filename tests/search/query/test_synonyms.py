import re
from pathlib import Path

import pytest

from search import sources
from search.query.analysis import fold
from search.query.synonyms import Synonyms, fits, read
from search.sources import synonyms


def test_a_line_says_what_people_say_and_what_the_law_says():
    known = Synonyms(read(["# work", "maaş*, iş haqq* > əmək haqq*, gəlir  # pay"]))
    law = (("emek", "haqq*"), ("gelir",))
    assert known.of(["maasim", "is", "haqqi"]) == [(("maasim",), law), (("is", "haqqi"), law)]
    assert known.of(["is"]) == []


def test_words_joined_by_a_hyphen_are_words_of_their_own_as_in_texts():
    known = Synonyms(read(["e-poçt* > qeyri-yaşayış sahə*"]))
    assert known.of(["e", "poctum"]) == [(("e", "poctum"), (("qeyri", "yasayis", "sahe*"),))]


@pytest.mark.parametrize(
    ("beginning", "meant", "other"),
    [
        ("əmi*", "əmi əmisi əmilər əmimin", "əmizdirmək emissiya"),
        ("qız*", "qız qızı qızlarının", "qızıl"),
        ("uşa*", "uşaq uşağı uşaqlarım", "uşaqbazlıq"),
        ("olma*", "olmaq olmayan olmadığı", "olimpiada"),
        ("sınaq*", "sınaqsa sınaqlaradək sınaqdırsa", ""),
        ("burax*", "buraxsın buraxmasınlar", ""),
        ("evlən*", "evləndi evlənmək evlənmiş", "evladlıq"),
        ("elect*", "elect elected elections electoral", "electronic"),
        ("bank*", "bank banks banking", "bankruptcy"),
        ("retire*", "retire retired retiree", "retreat"),
        ("лиц*", "лица лицо лицами", "лицензия"),
        ("суд*", "суд судом судебного", "судостроение"),
        ("налог*", "налог налогами налоговый", "налогоплательщик"),
        ("инвалид*", "инвалид инвалидность инвалидностью", ""),
        ("владел*", "владелец владельца владельцем", ""),
        ("наркот*", "наркотик наркотических", "наркотрафик"),
        ("мошен*", "мошенник мошенничество", ""),
        ("reproduc*", "reproduce reproduced reproduction", ""),
        ("child*", "child children", "childbirth"),
        ("injur*", "injury injured injurious", ""),
    ],
)
def test_a_star_stands_for_endings_and_for_no_other_word(beginning, meant, other):
    assert all(fits(fold(beginning), fold(word)) for word in meant.split())
    assert not any(fits(fold(beginning), fold(word)) for word in other.split())


@pytest.mark.parametrize(
    ("typed", "law"),
    [
        ("авиарейс задержали", "воздушн*"),
        ("криптовалюта", "цифров*"),
        ("университет", "высш*"),
        ("загранкомандировка", "иностранн*"),
        ("cybersecurity", "computer*"),
        ("deportasiya", "kenara"),
        ("həbsxana", "hebs*"),
        ("qanunsuz tapşırıqlar", "gosteris*"),
    ],
)
def test_words_that_people_make_of_a_listed_one_are_listed_too(typed, law):
    found = synonyms().of([fold(word) for word in typed.split()])
    assert law in {word for _, ways in found for way in ways for word in way}


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ("мать-одиночка", "одинокой матери"),
        ("дтп", "владельцем источника повышенной опасности"),
        ("dual citizens", "renunciation"),
        ("passed on", "referral"),
    ],
)
def test_what_is_listed_is_what_the_law_says(listed, said):
    typed = [word for part in listed.split() for word in fold(part).split("-")]
    ways = [way for _, some in synonyms().of(typed) for way in some]
    words = [fold(word) for word in said.split()]
    assert any(len(way) == len(words) and all(map(fits, way, words)) for way in ways)


@pytest.mark.parametrize("line", ["maaş", "maaş >", "> haqq", "maaş = haqq", "girdi > daxil ol*"])
def test_a_line_that_is_none_is_named(line):
    with pytest.raises(ValueError, match=re.escape(line)):
        read([line])


@pytest.mark.parametrize(
    "path", sorted(Path(sources.__file__).parent.glob("words/*.txt")), ids=lambda path: path.stem
)
def test_our_lists_can_be_read(path):
    assert len(read(path.read_text(encoding="utf-8").splitlines())) > 100
