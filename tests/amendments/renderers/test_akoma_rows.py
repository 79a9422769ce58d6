"""Rows of a table in Akoma Ntoso: in the order of the act, and the same when the file is read again."""

from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring

from amendments.importers.legal_xml import AkomaNtosoImporter
from amendments.provisions.tree import Kind, LiftedMark, Tree
from amendments.renderers.akoma_ntoso import NAMESPACE
from tests.amendments.renderers.test_akoma_ntoso import akn, faults, identified
from tests.amendments.renderers.test_akoma_redline import redline
from tests.amendments.renderers.word.documents import as_stored, scheme_of
from tests.tables_of_strangers import act_with_table

ARTICLES = {"az": "Maddə {}.", "en": "Article {}.", "ru": "Статья {}."}


def seen(tree):
    return [(each.kind, each.number, each.eid, each.heading, each.text) for each in tree]


@pytest.mark.parametrize("stored", [as_stored, lambda tree: tree], ids=["sealed", "imported"])
@pytest.mark.parametrize("language", ARTICLES)
def test_rows_stand_in_the_order_of_the_act_and_are_read_so_again(language, stored):
    scheme = scheme_of(language)
    tree = scheme.parse(act_with_table(ARTICLES[language])).tree
    file = akn(stored(identified(tree)), language)
    written = [each.get("eId") for each in fromstring(file).iter(f"{{{NAMESPACE}}}hcontainer")]
    assert written == [each.eid for each in tree if each.kind in ("table", "row")]
    assert seen(scheme.parse(AkomaNtosoImporter().read(file).text).tree) == seen(tree)


def test_a_redline_keeps_the_order_of_the_rows():
    tree = identified(scheme_of("en").parse(act_with_table(ARTICLES["en"])).tree)
    file = redline(tree, tree)
    written = [each.get("eId") for each in fromstring(file).iter(f"{{{NAMESPACE}}}hcontainer")]
    assert written == [each.eid for each in tree if each.kind in ("table", "row")]


@pytest.mark.parametrize("language", ARTICLES)
def test_an_imported_table_is_read_again_letter_by_letter(language):
    text = act_with_table(ARTICLES[language])
    file = akn(identified(scheme_of(language).parse(text).tree), language)
    assert AkomaNtosoImporter().read(file).text == text


def test_the_mark_of_a_repealed_row_stays():
    """Of the row the number alone stays, and the mark of the footnote that says so."""
    tree = identified(scheme_of("en").parse(act_with_table(ARTICLES["en"])).tree)
    row = next(each for each in tree if each.kind is Kind.ROW)
    bare = replace(row, text="", repealed=True, marks=(LiftedMark("21", "text", 0, "[21]"),))
    law = Tree([bare if each.key == row.key else each for each in tree])
    file = akn(law, "en")
    assert [each.get("marker") for each in fromstring(file).iter(f"{{{NAMESPACE}}}noteRef")] == ["21"]
    assert f"{row.number}.\t[21]" in AkomaNtosoImporter().read(file).text
    assert not faults(law, "en")
