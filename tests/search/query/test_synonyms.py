import pytest

from search.query.synonyms import Synonyms, read
from search.sources import _lists


def test_a_line_says_what_people_say_and_what_the_law_says():
    known = Synonyms(read(["# work", "maaş*, iş haqq* > əmək haqq*, gəlir  # pay"]))
    law = (("emek", "haqq*"), ("gelir",))
    assert known.of(["maasim", "is", "haqqi"]) == [(("maasim",), law), (("is", "haqqi"), law)]
    assert known.of(["is"]) == []


@pytest.mark.parametrize("line", ["maaş", "maaş >", "> haqq", "maaş = haqq"])
def test_a_line_that_is_none_is_named(line):
    with pytest.raises(ValueError, match=line):
        read([line])


@pytest.mark.parametrize("path", _lists, ids=lambda path: path.stem)
def test_our_lists_can_be_read(path):
    assert len(read(path.read_text(encoding="utf-8").splitlines())) > 100
