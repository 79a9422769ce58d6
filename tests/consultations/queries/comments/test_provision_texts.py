"""How a provision is named where it bears no number."""

import pytest
from django.urls import reverse

from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.audit.actor import Actor
from consultations.queries.comments.provision_texts import wordings
from tests.factories import consultation as make, law

pytestmark = pytest.mark.django_db

TEXT = """Act on Ferries

The Parliament, mindful of the sea, enacts this law.

Article 1. Ferries
1.1. A ferry is a boat.
Note: A raft is no ferry.
"""


@pytest.fixture
def base(world):
    particulars = Particulars("Act on Ferries", "7-L", "en")
    return ImportAct(world.section, law.parse(TEXT), particulars, actor=Actor.now(world.drafter)).execute()


def test_the_number_the_citation_or_the_kind(world, base):
    found = wordings([base], base.entries.values_list("provision", flat=True)).values()
    assert [row.called for row in sorted(found, key=lambda row: row.order)] == [
        "title", "preamble", "1", "1.1", "the note of Article 1"
    ]  # fmt: skip


def test_a_row_is_named_with_its_table_unless_its_number_goes_on_from_an_article(world):
    rows = "№\tGood\tFee\n12\tApples\t10\n13\tPears\t20"
    text = f"Act on Rates\nArticle 1. Rates\n1.1. The rates:\n{rows}\nArticle 2. Duty\nDuties:\n№\tGood\tFee\n2.1.\tTea\t5\n"
    particulars = Particulars("Act on Rates", "8-L", "en")
    base = ImportAct(world.section, law.parse(text), particulars, actor=Actor.now(world.drafter)).execute()
    found = wordings([base], base.entries.values_list("provision", flat=True)).values()
    rows = sorted((row for row in found if row.kind == "row"), key=lambda row: row.order)
    assert [row.called for row in rows] == [
        "row 12 of table 1 of part 1 of Article 1", "row 13 of table 1 of part 1 of Article 1", "2.1"
    ]  # fmt: skip


@pytest.mark.whole
def test_every_page_names_the_provision(client, world, base):
    law.release(base, "public", world.drafter, world.secretary)
    amendment = law.make_amendment(world.section, base, world.drafter)
    law.add(amendment, world.drafter, "replace_words", "1.1", old="boat", new="ship")
    draft = law.seal(amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    round_ = make.open_round(draft, world.secretary, world.ngo)
    note = law.text_in(draft).entries.get(eid="art_1__note_1").provision_id
    client.force_login(world.ngo_focal)
    form = client.get(reverse("consultations:comment_on", args=[round_.pk, note])).content.decode()
    assert "Comment on the note of Article 1" in form
    said = make.content(make.Chosen(str(note)))
    comment = make.draft(round_, world.ngo_author, world.ngo, said)
    sent = make.send(comment.submission, world.ngo_focal)
    for address in (
        comment.url,
        reverse("consultations:receipt", args=[sent.pk]),
        reverse("consultations:submission", args=[sent.pk]),
        reverse("consultations:round", args=[round_.pk]),
        reverse("consultations:provision_comments", args=[note]),
    ):
        assert "the note of Article 1" in client.get(address).content.decode(), address
    client.force_login(world.secretary)
    board = client.get(reverse("consultations:board", args=[round_.pk])).content.decode()
    assert "the note of Article 1" in board
