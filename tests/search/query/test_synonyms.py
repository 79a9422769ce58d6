import re

import pytest

from search.query.analysis import fold
from search.query.synonyms import Synonyms, fits, read
from search.sources import _lists


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
        ("evlən*", "evləndi evlənmək evlənmiş", "evladlıq"),
        ("elect*", "elect elected elections electoral", "electronic"),
        ("bank*", "bank banks banking", "bankruptcy"),
        ("retire*", "retire retired retiree", "retreat"),
        ("лиц*", "лица лицо лицами", "лицензия"),
        ("суд*", "суд судом судебного", "судостроение"),
        ("налог*", "налог налогами налоговый", "налогоплательщик"),
    ],
)
def test_a_star_stands_for_endings_and_for_no_other_word(beginning, meant, other):
    assert all(fits(fold(beginning), fold(word)) for word in meant.split())
    assert not any(fits(fold(beginning), fold(word)) for word in other.split())


@pytest.mark.parametrize("line", ["maaş", "maaş >", "> haqq", "maaş = haqq", "girdi > daxil ol*"])
def test_a_line_that_is_none_is_named(line):
    with pytest.raises(ValueError, match=re.escape(line)):
        read([line])


@pytest.mark.parametrize("path", _lists, ids=lambda path: path.stem)
def test_our_lists_can_be_read(path):
    assert len(read(path.read_text(encoding="utf-8").splitlines())) > 100
