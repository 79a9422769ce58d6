"""Acts in Akoma Ntoso come in; our own come back as they left."""

import re

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings, strategies as st

from amendments.importers import load_act
from amendments.importers.file_errors import CorruptXml, NoActInFile
from tests.amendments.provisions.test_golden_acts import GOLDEN
from tests.amendments.provisions.test_properties import acts
from tests.amendments.renderers.test_akoma_ntoso import A, akn, identified
from tests.amendments.renderers.word.documents import as_stored, content, scheme_of
from tests.amendments.renderers.word.test_word_file import DATA, FIRST_PARTS, LAMPS, real_acts
from tests.examples import examples


def back(tree, language):
    return scheme_of(language).parse(load_act("act.xml", akn(identified(tree), language)).text).tree


# What a sealed text does not keep, and therefore no file of it: the words of its print around a number.
NOT_KEPT = {"act_with_marginal_notes": "a number on the line of its first part"}


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_our_own_acts_come_back(name, language):
    """Word for word and number for number, with annexes, tables, rows and notes at their places."""
    tree = scheme_of(language).parse((DATA / f"{name}.txt").read_text(encoding="utf-8")).tree
    data = akn(identified(tree), language)
    assert in_words(load_act("act.xml", data).text) == in_words(words(data))
    assert content(back(tree, language)) == content(tree)


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_sealed_acts_come_back(name, language):
    """Of the print, a sealed text keeps the form of each label alone."""
    tree = scheme_of(language).parse((DATA / f"{name}.txt").read_text(encoding="utf-8")).tree
    data = akn(identified(as_stored(tree)), language)
    assert in_words(load_act("act.xml", data).text) == in_words(words(data))
    assert (content(back(as_stored(tree), language)) == content(tree)) is (name not in NOT_KEPT)


@pytest.mark.parametrize("first", FIRST_PARTS)
def test_a_sealed_act_comes_back_whose_first_parts_stood_beside_their_articles(first):
    tree = scheme_of("en").parse(LAMPS.format(first)).tree
    assert content(back(as_stored(tree), "en")) == content(tree)


FORMED = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:m="urn:madda:provisions"><act><body>
<hcontainer name="annex" m:printed="{form}"><num>Annex 1</num><heading>Lamps<noteRef marker="2" href="#n"/></heading><content>
<p>to the Law<authorialNote marker="1"><p>Since 2020.</p></authorialNote></p></content></hcontainer></body></act></akomaNtoso>"""


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        (
            "{number}&#10;{text}&#10;&#10;{heading}",
            ["Annex 1", "to the Law [1]", "", "Lamps [2]", "[1] Since 2020."],
        ),
        ("{text}&#10;{number}&#10;{heading}", ["to the Law [1]", "Annex 1", "Lamps [2]", "[1] Since 2020."]),
    ],
)
def test_a_file_says_on_which_lines_a_provision_is_printed(form, lines):
    assert load_act("act.xml", FORMED.format(form=form).encode()).text.splitlines() == lines


@pytest.mark.parametrize(
    "form",
    [
        "",  # which has no place for the words
        "{number} {heading}",
        "{number} {text}",
        "{heading} {text}",
        "{number} repealed {heading} {text}",  # words that are no element
        "{number:900000000} {heading} {text}",
        "{number} {ordinal} {heading} {text}",
        "{number} {heading} {text",
        "{number} {number} {heading} {text}",
        "{number} {heading} {heading} {text}",
        "§§ «{number} {heading} {text}",
        "∅{number} {heading} {text}",
        "{number} {heading}\u202e {text}",
    ],
)
def test_a_form_that_does_not_fit_is_not_followed(form):
    """The words are read as in any other file, each once."""
    text = load_act("act.xml", FORMED.format(form=form).encode()).text
    assert text.splitlines() == ["Annex 1 Lamps [2]", "to the Law [1]", "[1] Since 2020."]


def test_no_word_of_a_heading_is_lost_for_want_of_a_place():
    act = FORMED.replace("Lamps", "Lamps and oars")
    text = load_act("act.xml", act.format(form="{number} {heading:1} {text}").encode()).text
    assert text.splitlines()[0] == "Annex 1 Lamps and oars [2]"


@pytest.mark.parametrize(
    ("form", "body"),
    [
        ("{number} {text}", "<content><block name='b'>Alpha</block></content>"),
        ("{number} {text}", "<content><p>Alpha</p><block name='b'>Beta</block></content>"),
        ("{number} {text}", "<content><p>Alpha</p><ul><li>Beta</li><li>Gamma</li></ul></content>"),
        ("{number} {text}", "<content><p>Alpha</p><table><tr><td><p>Beta</p></td></tr></table></content>"),
        (
            "{number} {text}",
            "<content><table><tr><td>Alpha</td></tr></table><table><tr><td>Beta</td></tr></table></content>",
        ),
        (
            "{number} {text}",
            "<content><table><caption>Alpha</caption><tr><td>Beta</td></tr></table></content>",
        ),
        ("{number} {text}", "<table><tr><td>Alpha</td></tr></table>"),
        ("{number} {text}", "<content><p>Alpha</p></content> Beta"),
        ("{number} {text}", "<content>Alpha<p>Beta</p></content>"),
        ("{number} {text}", "<content><p>Alpha</p>Beta</content>"),
        ("{number} {text}", "<content><p>Alpha</p></content><p>Beta</p>"),
        (
            "{number} {text}",
            "<content><table><tr><td>Alpha<p>Beta</p><ul><li>Gamma</li></ul> Delta</td></tr></table></content>",
        ),
        (
            "{number} {text}",
            "<content><table><tr><td><p>Alpha</p><del>gone</del><b>Beta</b></td></tr></table></content>",
        ),
        ("{number}\t{text}", "<content><table><tr><td>Alpha</td><td>Beta</td></tr></table></content>"),
    ],
)
@pytest.mark.parametrize("kind", ["", "row"])
def test_no_word_is_lost_in_a_provision_with_a_form(form, body, kind):
    """Each once, in its order, whatever stands beside the paragraphs for which a form has places."""
    held = f'<hcontainer name="{kind}" m:printed="{form}"><num>1.</num>{body}</hcontainer>'
    start, end = FORMED.split("<hcontainer")[0], "</body></act></akomaNtoso>"
    text = load_act("act.xml", f"{start}{held}{end}".encode()).text
    order = ("1", "Alpha", "Beta", "Gamma", "Delta")
    assert re.findall(r"\w+", text) == [word for word in order if word == "1" or word in body]


def in_words(text):
    """Letters and digits, without the dashes and rules between a number and its heading or between cells."""
    return sorted(re.findall(r"[^\W_]+", text))


def words(data):
    """All words of the file, a footnote mark where it stands."""
    (act,) = fromstring(data)
    return "".join(_pieces(act))


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


@pytest.mark.real_data
def test_real_acts_come_back(real_data):
    for name, text in real_acts(real_data):
        tree = scheme_of("az").parse(text).tree
        assert content(back(tree, "az")) == content(tree), name
        assert content(back(as_stored(tree), "az")) == content(tree), name


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html/>", NoActInFile),
        (b"<akomaNtoso/>", NoActInFile),
        (b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0x"/>', NoActInFile),
        (b"<akomaNtoso", CorruptXml),
        (b"", CorruptXml),
    ],
)
def test_other_xml_is_refused(data, reason):
    with pytest.raises(reason):
        load_act("act.xml", data)
