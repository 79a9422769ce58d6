"""What must hold for any text and any tree."""

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from amendments.provisions.schemes import DEFAULTS
from amendments.provisions.tree import Element, Kind, Tree
from azerbaijan.schemes import SCHEMES
from tests.examples import examples

ALL = [*SCHEMES, *DEFAULTS]
FRAGMENTS = [
    "Maddə 12. Ad", "M a d d ə 1", "Article 2", "Статья 3. Имя", "Fəsil I", "BİRİNCİ BÖLMƏ", "§ 2", "Chapter One",
    "1. ", "1.1. ", "12.1.2-1. ", "a) ", "(a) ", "(ii) ", "IV. ", "Qeyd: ", "Note: ", "[1]", " [12] ", "\n", "\n\n",
    "\r\n", "\t", "\n\t\n", "|", "{", "}", "{text}", "{number}", "Əlavə 2", "Annex", "Mündəricat", "söz;", "mətn.",
    "Ad", "ləğv edilmişdir.", "№ 12", "2014-cü il", "Prezidenti", "İ", "ı", "ÜMUMİ MÜDDƏALAR", "\xa0", "\ufeff",
    "dəyişiklik və əlavələrin siyahısı", "© 2023", "\u2028", "\x00", "¹", "٣", "Ⅷ", "ß", "qanununa", "-", "–",
    "8.1.\t", "8.1.1\t", "1\t", "\n1)\t", "| 1. | x |", "\n|---|---|\n", " | ", "+--+", "\n\n\n\n\n", "\n\n\t\n\n", "№\tAd\n",
    "\u2002", "\u3000", "\u200a", "I I f ə s i l", "M a d d ə  1 2 .", "I bölmə Ad Birinci fəsil Ad", "PART I A CHAPTER 1 B",
]  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join), st.text(max_size=300))


def check(scheme, text):
    parsed = scheme.parse(text)
    printed = scheme.render(parsed.tree)
    assert printed == text
    assert len({element.eid for element in parsed.tree}) == len(parsed.tree)
    seen = {""}
    for element in parsed.tree:
        assert element.parent in seen, "a parent stands before its children"
        seen.add(element.key)
        scheme.label(element)
        scheme.cite(element)


@given(texts, st.sampled_from(ALL))
@example("[1]\ufeff[1]Maddə 12. Ad", ALL[0])
@example("M a d d ə 1\ufeff[1]", ALL[0])
@example("## [1] Article 12. Name", ALL[-2])
@example("\u2002a) \n\n\t\n\nMaddə 12. Ad\n\n\t\n\nMaddə 12. Ad", ALL[2])
@settings(max_examples=examples(150), deadline=None)
def test_any_text_comes_back_byte_for_byte(text, scheme):
    check(scheme, text)


@pytest.mark.fuzz
@given(texts, st.sampled_from(ALL))
@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_ten_thousand_texts_come_back(text, scheme):
    check(scheme, text)


words = st.lists(
    st.sampled_from(["söz", "the", "слово", "12", "Respublika", "«x»"]), min_size=1, max_size=6
).map(" ".join)
sentences = words.map(lambda text: "Mətn " + text + ".")


@st.composite
def acts(draw):
    """A decimal act as a drafter builds it: no layout yet."""
    elements = []
    for article in range(1, draw(st.integers(1, 4)) + 1):
        name = f"art_{article}"
        parts = draw(st.integers(0, 3))
        text = "" if parts else draw(sentences)
        elements.append(Element(name, Kind.ARTICLE, str(article), name, "Ad " + draw(words), text))
        for part in range(1, parts + 1):
            number, part_name = f"{article}.{part}", f"{name}__para_{part}"
            body = "\n".join(draw(st.lists(sentences, min_size=1, max_size=2)))
            elements.append(Element(part_name, Kind.PART, number, part_name, "", body, name))
            for point in range(1, draw(st.integers(0, 2)) + 1):
                point_name = f"{part_name}__subpara_{point}"
                elements.append(
                    Element(
                        point_name,
                        Kind.POINT,
                        f"{number}.{point}",
                        point_name,
                        "",
                        draw(words) + ";",
                        part_name,
                    )
                )
    return Tree(tuple(elements))


@given(acts(), st.sampled_from(ALL))
@settings(max_examples=examples(60), deadline=None)
def test_a_printed_tree_reads_back_as_itself(tree, scheme):
    def content(tree):
        return [(e.key, e.kind, e.number, e.eid, e.heading, e.text, e.parent) for e in tree]

    once = scheme.parse(scheme.render(tree)).tree
    assert content(once) == content(tree)
    assert scheme.parse(scheme.render(once)).tree == once
