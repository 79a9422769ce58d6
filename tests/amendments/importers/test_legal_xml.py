"""Acts in Akoma Ntoso come in; our own come back as they left."""

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings, strategies as st

from amendments.importers import load_act
from amendments.importers.file_errors import CorruptXml, NoActInFile
from tests.amendments.provisions.test_golden_acts import GOLDEN
from tests.amendments.provisions.test_properties import acts
from tests.amendments.renderers.test_akoma_ntoso import A, akn, identified
from tests.amendments.renderers.word.documents import content, scheme_of
from tests.amendments.renderers.word.test_word_file import DATA
from tests.examples import examples


def back(tree, language):
    return scheme_of(language).parse(load_act("act.xml", akn(identified(tree), language)).text).tree


# Akoma Ntoso keeps no line ends between a label and its heading. Annexes and rows that are told by them are read again as
# words, and the findings of the parser say so.
BY_LINE_ENDS = frozenset(
    [
        "russian_code",
        "decree_with_rules",
        "charter",
        "decimal_order",
        "numbered_sections",
        "decimal_rules",
        "rules_of_paragraphs",
        "lettered_points",
        "fee_schedule",
        "presidential_decree",
        "cabinet_decision",
        "rates_in_cells",
        "rates_in_tabs",
        "code_with_points",
        "duty_rates",
        "order_with_statute",
    ]
)


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_our_own_acts_come_back(name, language):
    """Word for word and number for number; with the same tree where no line end decides."""
    tree = scheme_of(language).parse((DATA / f"{name}.txt").read_text(encoding="utf-8")).tree
    data = akn(identified(tree), language)
    assert load_act("act.xml", data).text.split() == words(data)
    if name not in BY_LINE_ENDS:
        assert content(back(tree, language)) == content(tree)


def words(data):
    """All words of the file in their order, a footnote mark where it stands."""
    (act,) = fromstring(data)
    found = "".join(_pieces(act)).split()
    return [word for word in found if word]


def _pieces(element):
    for each in element:
        name = each.tag.removeprefix(A)
        if name != "meta":
            yield f" [{each.get('marker')}]" if name == "noteRef" else each.text or ""
            yield from _pieces(each)
            yield "" if name in {"noteRef", "ref", "b", "i"} else " "
            yield each.tail or ""


@given(acts(), st.sampled_from(["az", "en", "ru"]))
@settings(max_examples=examples(40), deadline=None)
def test_any_act_comes_back(tree, language):
    assert content(back(tree, language)) == content(tree)


OLD = """<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><act contains="singleVersion"><meta/>
<preface><p>LAW</p><p>On <ref href="#x">Ferries</ref></p></preface><body>
<chapter id="c1"><num>CHAPTER 1</num><heading>GENERAL</heading>
<article id="a1"><num>Article 1.</num><heading>Scope</heading>
<paragraph id="p1"><num>1.1.</num><intro><p>This Law applies to:</p></intro>
<point><num>(a)</num><content><p>ferries<authorialNote marker="1"><p>Since 2020.</p></authorialNote>;</p></content></point>
<point><num>(b)</num><content><p>rafts.<eol/>And boats. <del>gone</del></p></content></point></paragraph>
</article></chapter></body></act></akomaNtoso>"""


def test_the_older_version_of_the_standard_is_read_too():
    imported = load_act("act.akn", OLD.encode())
    assert imported.text.splitlines() == [
        "LAW",
        "On Ferries",
        "CHAPTER 1 GENERAL",
        "Article 1. Scope",
        "1.1. This Law applies to:",
        "(a) ferries [1];",
        "(b) rafts.",
        "And boats.",
        "[1] Since 2020.",
    ]
    assert [str(each) for each in imported.notices] == ["Tracked changes: 1 deletion was left out."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html/>", NoActInFile),
        (b"<akomaNtoso/>", NoActInFile),
        (b"<akomaNtoso", CorruptXml),
        (b"", CorruptXml),
    ],
)
def test_other_xml_is_refused(data, reason):
    with pytest.raises(reason):
        load_act("act.xml", data)
