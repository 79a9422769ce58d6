"""Provisions that somebody names in an act whose articles count their parts anew."""

import pytest

from amendments.queries.law.named_provisions import name_to_type, provisions_named, typed_names
from tests.factories import law

ACT = """LAW OF THE REPUBLIC OF CASPIA
On Piers

Article 1. Scope
1. This Law applies to piers.
2. It does not apply to:
a) rafts;
b) bridges.

Article 2. Fees
The fee is 10 coins.

Article 3. Detention
1. A boat is detained for a day.
2. It is released:
a) when the fee is paid;
b) after a week.
"""


@pytest.fixture
def piers(world):
    return law.make_act(world.section, world.drafter, text=ACT, number="7-L")


def eids(version, cited):
    rows = dict(version.entries.values_list("provision", "eid"))
    return [rows[key] for key in provisions_named(version, cited)]


@pytest.mark.parametrize(
    "cited", ["3(2)", "3 (2)", "Article 3(2)", "part 2 of Article 3", "part “2.” of Article 3"]
)
def test_a_part_is_named_with_its_article(piers, cited):
    assert eids(piers, cited) == ["art_3__para_2"]


def test_an_article_is_meant_where_parts_have_its_number_too(piers):
    assert eids(piers, "2") == ["art_2"]
    assert eids(piers, "2.") == ["art_2"]


def test_all_that_have_a_number_are_found_in_the_order_of_the_law(piers):
    assert eids(piers, "a)") == ["art_1__para_2__subpara_a", "art_3__para_2__subpara_a"]
    assert eids(piers, "3(2)(b)") == ["art_3__para_2__subpara_b"]
    assert eids(piers, "9(9)") == []
    assert eids(piers, "(1)") == ["art_1__para_1", "art_3__para_1"]


def test_the_name_to_type_leads_back(piers):
    for key, eid in piers.entries.exclude(number="").values_list("provision", "eid"):
        assert eids(piers, name_to_type(piers, str(key))) == [eid]
    assert name_to_type(piers, "elsewhere") == ""


def test_a_repealed_article_is_meant_by_its_number_before_a_part_that_has_it_too(world, piers):
    amendment = law.make_amendment(world.section, piers, world.drafter)
    law.add(amendment, world.drafter, "repeal", "2")
    law.add(amendment, world.drafter, "repeal", "1(2)")
    draft = law.text_in(law.seal(amendment, world.drafter))
    assert eids(draft, "2") == eids(draft, "Article 2") == ["art_2"]
    assert eids(draft, "2)") == ["art_3__para_2"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("1.1, 2.2;3", ["1.1", "2.2", "3"]),
        ("1.1 2.2\n3", ["1.1", "2.2", "3"]),
        ("3 (2), part 2 of Article 1", ["3 (2)", "part 2 of Article 1"]),
        ("57 (a)", ["57 (a)"]),
        ("57(2) 58", ["57(2)", "58"]),
        ("II III, aa) ab)", ["II", "III", "aa)", "ab)"]),
        ("57-ci maddənin 2-ci hissəsi", ["57-ci maddənin 2-ci hissəsi"]),
        (" , ", []),
    ],
)
def test_several_names_in_one_field(typed, names):
    assert typed_names(typed) == names
