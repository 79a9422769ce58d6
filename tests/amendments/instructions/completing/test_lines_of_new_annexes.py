"""The words of a new annex: its lines become what parsing the printed act finds, and are printed back as they were typed."""

import pytest

from amendments.instructions.completing.typed_lines import with_provisions
from amendments.instructions.course import Course, Listed
from amendments.instructions.operations import from_json
from amendments.provisions.english_scheme import ENGLISH
from azerbaijan.schemes import SCHEMES

AZERI = SCHEMES[0]
ENGLISH_ACT = "Article 1. Scope\n1. This Law applies to:\na) boats;\nb) rafts.\n2. It binds all.\n"
AZERBAIJANI_ACT = "Maddə 1. Əhatə\n1.1. Bu Qanun tətbiq edilir:\na) qayıqlara;\nb) sallara.\n"
BOATS = "\nAnnex 1\n\nList of boats\n\n1. Boat Xan.\n2. Boat Nur.\n"
QAYIQLAR = "\nƏlavə 1\n\nQayıqların siyahısı\n\n1. Xan.\n2. Nur.\n"
ACTS = [
    (ENGLISH, ENGLISH_ACT, "annex 1"),
    (ENGLISH, ENGLISH_ACT + BOATS, "annex 2"),
    (AZERI, AZERBAIJANI_ACT, "annex 1"),
    (AZERI, AZERBAIJANI_ACT + QAYIQLAR, "annex 2"),
]
WORDS = [
    ("1. Tug Aru.\n2. Tug Bela.", ["part 1", "part 2"], ["1", "2"]),
    ("1. Tug Aru.\n2. Tug Aru.", ["part 1", "part 2"], ["1", "2"]),
    ("1. Tug Aru.", ["part 1"], ["1"]),
    ("1.1. Tug Aru.\n1.2. Tug Bela.", ["part 1.1", "part 1.2"], ["1.1", "1.2"]),
    ("a) tug Aru;\nb) tug Bela.", ["point a", "point b"], ["a", "b"]),
    ("1. Tugs:\na) Aru;\nb) Bela.\n2. Rafts.", ["part 1", "point a", "point b", "part 2"], ["1", "1(a)", "1(b)", "2"]),
    ("1. General\n1.1. Aru.\n1.2. Bela.\n2. Rest", ["part 1", "point 1.1", "point 1.2", "part 2"], ["1", "1.1", "1.2", "2"]),
]  # fmt: skip


def inserted(scheme, text, target, **words):
    """The outcome of an annex that is inserted as it is typed."""
    tree = scheme.parse(text).tree
    operation = with_provisions(tree, from_json({"op": "insert_element", "target": target, **words}), scheme)
    return Course(tree).continued([Listed("a01", (1, "a01"), operation)], scheme).outcomes[0]


def new_in(outcome):
    known = outcome.before.by_key
    return [element for element in outcome.tree if element.key not in known]


@pytest.mark.parametrize(("scheme", "text", "target"), ACTS)
@pytest.mark.parametrize("heading", ["Tugs", ""])
@pytest.mark.parametrize(("words", "provisions", "names"), WORDS)
def test_numbered_lines_are_provisions_of_the_annex(scheme, text, target, heading, words, provisions, names):
    outcome = inserted(scheme, text, target, heading=heading, new=words)
    annex, *below = new_in(outcome)
    assert (annex.heading, annex.text) == (heading, "")
    assert [f"{each.kind} {each.number}" for each in below] == provisions
    printed = scheme.render(outcome.tree)
    assert printed.endswith(f"\n{words}\n")
    said = [(each.kind, each.number, each.heading, each.text, each.eid) for each in outcome.tree]
    read = scheme.parse(printed).tree
    assert [(each.kind, each.number, each.heading, each.text, each.eid) for each in read] == said
    # the names under which each gets its stable key
    assert list(outcome.created) == [target, *(f"{target} article {name}" for name in names)]


@pytest.mark.parametrize(("scheme", "text", "target"), ACTS)
@pytest.mark.parametrize("heading", ["Tugs", ""])
def test_plain_lines_are_words_of_the_annex(scheme, text, target, heading):
    outcome = inserted(scheme, text, target, heading=heading, new="Tug Aru.\nTug Bela.")
    assert [(each.number, each.text) for each in new_in(outcome)] == [(target[-1], "Tug Aru.\nTug Bela.")]
    assert scheme.render(outcome.tree).endswith("\nTug Aru.\nTug Bela.\n")


@pytest.mark.parametrize(("scheme", "text", "target"), ACTS)
def test_words_before_the_points_stay_words_of_the_annex(scheme, text, target):
    outcome = inserted(scheme, text, target, heading="Tugs", new="These are:\n1. Aru.\n2. Bela.")
    annex, *below = new_in(outcome)
    assert annex.text == "These are:"
    assert [f"{each.kind} {each.number}" for each in below] == ["part 1", "part 2"]
    assert scheme.render(outcome.tree).endswith("\nThese are:\n1. Aru.\n2. Bela.\n")


@pytest.mark.parametrize(("scheme", "text", "target"), ACTS)
def test_articles_of_an_annex_are_articles(scheme, text, target):
    word = "Article 1" if scheme is ENGLISH else "Maddə 1"
    outcome = inserted(scheme, text, target, heading="Statute", new=f"{word}. Tugs\n1.1. Aru.\n1.2. Bela.")
    kinds = [f"{each.kind} {each.number}" for each in new_in(outcome)[1:]]
    assert kinds == ["article 1", "part 1.1", "part 1.2"]
    assert scheme.render(outcome.tree).endswith(f"\n{word}. Tugs\n1.1. Aru.\n1.2. Bela.\n")
