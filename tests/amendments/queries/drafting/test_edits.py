"""How a provision is named to the people who write instructions on an act."""

import pytest

from amendments.instructions.touches import named
from amendments.models import Instrument
from amendments.plugins.registry import scheme_for
from amendments.queries.drafting.edits import citation, citation_in_words, named_in

pytestmark = pytest.mark.django_db  # a page asks for its content type
ACT = """AZƏRBAYCAN RESPUBLİKASININ QANUNU
Gəmilər haqqında

I fəsil. Rüsumlar

Maddə 1. Rüsum
1.1. Rüsumun dərəcələri 1 nömrəli əlavədədir.

1 nömrəli əlavə
Rüsumun dərəcələri
№ | Gəmi | Manat
1 | Qayıq | 5
2 | Yaxta | 40
"""


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("1.1", "1.1"),
        ("chapter I", "I fəsil"),
        ("annex 1", "1 nömrəli əlavə"),
        ("annex 1 row 2", "1 nömrəli əlavənin 1-ci cədvəlinin 2-ci sətri"),
    ],
)
def test_a_provision_is_named_in_the_words_of_the_act_and_read_again(code, said):
    act = Instrument(country="az", language="az")
    tree = scheme_for("az", "az").parse(ACT).tree
    (element,) = (each for each in tree if each.number and citation(tree, each) == code)
    assert citation_in_words(act, tree, element) == said
    assert named(tree, named_in(act, said)) is element


@pytest.mark.parametrize("typed", ["əlavə 1 sətir 2", "1 nömrəli əlavənin 2-ci sətri", "annex 1 row 2"])
def test_a_row_is_named_as_people_write_it(typed):
    assert named_in(Instrument(country="az", language="az"), typed) == "annex 1 row 2"


def test_what_names_nothing_stays_as_it_is_typed():
    assert named_in(Instrument(country="az", language="az"), "heç nə, heç kim") == "heç nə, heç kim"
