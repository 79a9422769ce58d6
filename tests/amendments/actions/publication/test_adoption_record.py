"""An adoption on the site writes the record of the law."""

from datetime import date

import pytest

from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.actions.publication.seal_consolidated import Adoption, SealConsolidated
from amendments.audit.actor import Actor
from amendments.instructions.law_record import AmendingLaw
from amendments.models import Amendment, WordingTranslation
from amendments.provisions.english_scheme import ENGLISH
from amendments.queries.languages.translations import Words, translations_in
from amendments.queries.showing.trees import tree_of
from amendments.states import State
from tests.factories import law

LAW = AmendingLaw("2-L", date(2027, 4, 4), gazettes="Gazette 2027, No. 3")


@pytest.fixture
def draft(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    law.add(world.amendment, world.drafter, "restate", "2.2", new="Children pay half.")
    sealed = law.seal(world.amendment, world.drafter)
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.SIGNED)
    return sealed


def adopted(draft, drafter, named=LAW):
    adoption = Adoption("2-L", date(2027, 5, 1), law=named)
    (version,) = SealConsolidated(draft, adoption, actor=Actor.now(drafter)).execute()
    return tree_of(version)


def test_footnotes_and_lists_stand_in_the_consolidated_text(draft, world):
    tree = adopted(draft, world.drafter)
    sources, changes = (element for element in tree if element.kind == "apparatus")
    said = "Law No. 2-L of 4 April 2027 (Gazette 2027, No. 3)"
    assert sources.text == f"1.\xa0\xa0\xa0 {said}"
    assert changes.text.split("\n") == [
        f"[1] {said}: In Article 2.1, the figure “10” has been replaced by the figure “12”.",
        f"[2] {said}: Article 2.2 has been restated.",
        "The previous wording was:",
        "2.2. Children travel free of charge.",
    ]
    marked = {element.number: [mark.number for mark in element.marks] for element in tree if element.marks}
    assert marked == {"2.1": ["1"], "2.2": ["2"]}


@pytest.mark.whole
def test_a_law_that_was_told_at_the_import_stands_in_the_list_of_sources(world):
    given = Particulars("On Rafts", "8-L", "en", date=date(2020, 1, 1), as_of=date(2021, 1, 1), by_law="9-L")
    parsed = ENGLISH.parse("Article 1. Rafts\n1.1. A raft is free.\n")
    base = ImportAct(world.section, parsed, given, actor=Actor.now(world.drafter)).execute()
    amendment = law.make_amendment(world.section, base, world.drafter, "On rafts")
    law.add(amendment, world.drafter, "repeal", "1.1")
    sealed = law.seal(amendment, world.drafter)
    Amendment.objects.filter(pk=amendment.pk).update(state=State.SIGNED)
    sources, __ = (element for element in adopted(sealed, world.drafter) if element.kind == "apparatus")
    said = "Law No. 2-L of 4 April 2027 (Gazette 2027, No. 3)"
    assert sources.text.split("\n") == ["1.\xa0\xa0\xa0 Law No. 9-L", f"2.\xa0\xa0\xa0 {said}"]


def test_without_the_day_of_the_law_the_text_gets_no_record(draft, world):
    tree = adopted(draft, world.drafter, None)
    assert not any(element.marks or element.kind == "apparatus" for element in tree)


def test_provisions_that_the_law_leaves_alone_keep_their_wording(draft, world):
    tree = adopted(draft, world.drafter)
    before = tree_of(world.base)
    for number in ("1.1", "1.2", "1.2.1"):
        (one,), (other,) = tree.numbered(number), before.numbered(number)
        assert one == other


@pytest.mark.whole
def test_what_is_translated_of_the_draft_stays_translated_under_its_footnotes(draft, world):
    """The newest translation of each wording, with who made it; what the law left alone shares its row anyway."""
    version = draft.versions.get()
    law.translate(version, world.drafter, "2.1", "Gediş haqqı 13 manatdır.")
    law.translate(version, world.drafter, "2.1", "Gediş haqqı 12 manatdır.")
    law.translate(version, world.drafter, "1.1", "Bu Qanun bərələrə aiddir.")
    adopted(draft, world.drafter)
    (sealed,) = version.consolidations.all()
    shown = translations_in([sealed], "az")[sealed.pk]
    (fare,), (scope,) = (tree_of(sealed).numbered(number) for number in ("2.1", "1.1"))
    assert fare.marks
    assert shown[fare.key] == Words("", "Gediş haqqı 12 manatdır.")
    assert shown[scope.key] == Words("", "Bu Qanun bərələrə aiddir.")
    rows = WordingTranslation.objects.filter(wording__entry_texts__entry__version=sealed)
    assert [row.source for row in rows] == ["An office", "An office"]
