from itertools import product

import pytest

from search.query.expression import All, AnyOf, Ending, Run, Without, cite_term, matching, naming, ranking
from search.query.parse import parse


def holds(node, words):
    """Whether a document of these words fulfils an expression."""
    match node:
        case Run(terms):
            return any(tuple(words[i : i + len(terms)]) == terms for i in range(len(words)))
        case All(parts):
            return all(holds(part, words) for part in parts)
        case AnyOf(parts):
            return any(holds(part, words) for part in parts)
        case Without(wanted, excluded):
            return holds(wanted, words) and not any(holds(part, words) for part in excluded)


@pytest.mark.parametrize("count", range(1, 9))
def test_a_hit_has_the_required_number_of_words(count):
    typed = [f"w{number}" for number in range(count)]
    plan = parse(" ".join(typed))
    node = matching(plan)
    for present in product((True, False), repeat=count):
        words = [word for word, there in zip(typed, present, strict=True) if there]
        assert holds(node, words) is (len(words) >= plan.required)


def test_any_form_of_a_word_counts():
    node = matching(parse("applies"))
    assert holds(node, ["applies"])
    assert holds(node, ["en:appli"])
    assert holds(node, ["az:applie"])
    assert not holds(node, ["appli"])


def test_a_phrase_is_required_beside_the_words():
    node = matching(parse('permit "family members"'))
    assert holds(node, ["family", "members", "permit"])
    assert not holds(node, ["family", "permit", "members"])


def test_an_excluded_word_excludes():
    node = matching(parse("permit -fee"))
    assert holds(node, ["permit"])
    assert not holds(node, ["permit", "fee"])


def test_a_citation_is_enough_and_so_is_its_mention():
    node = matching(parse("Article 12 detention"))
    assert holds(node, ["cite:12"])
    assert holds(node, ["article", "12"])
    assert holds(node, ["detention"])
    assert not holds(node, ["12"])


def test_words_that_stand_together_as_typed_rank_higher():
    assert Run(("permit", "of", "stay")) in ranking(parse("permit of stay")).parts
    assert Run(("permit",)) == ranking(parse('permit "of stay"')).parts[-2]


def test_each_term_ranks_once():
    node = ranking(parse('law laws "law" Article 12.3'))
    assert isinstance(node, AnyOf)
    assert len(node.parts) == len(set(node.parts))
    assert Run(("cite:12.3",)) in node.parts


def test_citations_come_first():
    assert naming(parse("law")) == ()
    assert naming(parse("12.3")) == (Run(("cite:12.3",)),)
    assert naming(parse("12.3 work permit")) == (Run(("cite:12.3",)),)


def test_several_citations_come_as_typed():
    assert naming(parse("Articles 15, 12 and 13")) == tuple(Run((f"cite:{n}",)) for n in (15, 12, 13))


def test_without_citations_a_heading_as_typed_comes_first():
    assert naming(parse("Work permit")) == (Ending(("work", "permit")),)


def test_a_number_that_never_ends_is_cut():
    assert cite_term("1" * 1000) == "cite:" + "1" * 100
