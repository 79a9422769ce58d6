"""The files that pages offer: in the words of the page, for its readers, and never kept by a proxy."""

import io
from datetime import timedelta

import docx
import pytest
from defusedxml.ElementTree import fromstring
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import registry

from amendments.renderers.akoma_ntoso import NAMESPACE, OURS
from amendments.renderers.exporter import Exporter
from amendments.renderers.paper.documents import TextDocument
from amendments.renderers.word.opc import MEDIA_TYPE
from tests.amendments.renderers.pdf import tagged
from tests.amendments.renderers.word.revisions import accepted, changes, rejected
from tests.factories import law


def opened(response):
    return docx.Document(io.BytesIO(response.content))


def lines(response):
    return [paragraph.text for paragraph in opened(response).paragraphs]


def logged(text):
    return list(registry.get_logs_for_instance(text).filter(action="amendments.download_text"))


def test_the_page_of_a_text_offers_the_file_and_the_file_says_the_law(stage):
    stage.release("public")
    client = stage.client("public")
    page = client.get(stage.draft.url).content.decode()
    assert f'href="{stage.draft.url}download/docx/"' in page
    response = client.get(f"{stage.draft.url}download/docx/")
    assert response["Content-Type"] == MEDIA_TYPE
    assert "2.1. The fare is 12 coins. It is paid before the crossing." in lines(response)
    assert "2.3. Dogs pay half." in lines(response)


def test_the_file_has_a_name_that_people_recognise_and_says_which_text_it_is(stage):
    stage.release("public")
    response = stage.client("public").get(f"{stage.draft.url}download/docx/")
    assert response["Content-Disposition"] == content_disposition_header(True, "1-L – Draft 1.docx")
    section = opened(response).sections[0]
    first = [paragraph.text for paragraph in section.first_page_header.paragraphs]
    assert first[1:3] == [stage.world.amendment.title, "Law · No. 1-L"]
    assert first[-1] == "Not an official text. Only the official gazette is authentic."
    assert stage.draft.root_hash in section.footer.paragraphs[0].text
    assert opened(response).core_properties.author == "Ferry Authority"


@pytest.mark.parametrize("days", [-1, 30, None])
def test_the_file_of_an_adopted_text_says_at_its_top_that_it_is_not_in_force_yet(stage, days):
    world = stage.world
    day = None if days is None else localdate() + timedelta(days=days)
    text = law.adopt(stage.draft, world.drafter, "2-L", day)
    law.release(text, "public", world.drafter, world.secretary)
    section = opened(stage.client("public").get(f"{text.url}download/docx/")).sections[0]
    first = "\n".join(paragraph.text for paragraph in section.first_page_header.paragraphs)
    assert ("Not in force yet." in first) == (days != -1)
    assert (f"enters into force on {date_format(day)}." in first if day else "not known yet" in first) == (
        days != -1
    )


def test_the_file_of_an_earlier_text_says_which_one_is_in_force(stage):
    world = stage.world
    text = law.adopt(stage.draft, world.drafter, "2-L", localdate())
    for each in (world.base, text):
        law.release(each, "public", world.drafter, world.secretary)
    client = stage.client("public")

    def top(version):
        section = opened(client.get(f"{version.url}download/docx/")).sections[0]
        return [paragraph.text for paragraph in section.first_page_header.paragraphs]

    assert "Earlier text. The text in force is Consolidated text 2." in top(world.base)
    assert f"in force from {date_format(localdate())}" in top(text)


@pytest.mark.parametrize(("language", "label"), [("az", "Layihə 1"), ("ru", "Проект 1")])
def test_the_frame_speaks_the_language_of_the_page(stage, language, label):
    stage.release("public")
    url = stage.draft.url.replace("/en/", f"/{language}/")
    found = opened(stage.client("public").get(f"{url}download/docx/"))
    assert label in found.sections[0].header.paragraphs[0].text
    assert "2.3. Dogs pay half." in [paragraph.text for paragraph in found.paragraphs]


def test_who_may_not_read_the_page_gets_no_file_and_no_proxy_keeps_one(stage):
    url = f"{stage.draft.url}download/docx/"
    assert stage.client("public").get(url).status_code == 404
    assert stage.client("other drafter").get(url).status_code == 404
    response = stage.client("drafter").get(url)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-cache"
    assert "Cookie" in response["Vary"]


def test_a_format_that_nobody_registered_is_not_there_and_nothing_is_posted(stage):
    client = stage.client("drafter")
    assert client.get(f"{stage.draft.url}download/odt/").status_code == 404
    assert client.post(f"{stage.draft.url}download/docx/").status_code == 405
    assert logged(stage.draft) == []


def test_a_signed_in_person_is_logged_with_what_the_file_contained_and_a_visitor_is_nobody(stage):
    stage.release("public")
    url = f"{stage.draft.url}download/docx/"
    stage.client("public").get(url)
    stage.client("drafter").head(url)
    assert logged(stage.draft) == []
    stage.client("drafter").get(url)
    (entry,) = logged(stage.draft)
    assert entry.user == stage.world.drafter
    assert {name: entry.data[name] for name in ("format", "acts", "languages", "hash")} == {
        "format": "docx",
        "acts": [stage.world.base.instrument.title],
        "languages": ["en"],
        "hash": stage.draft.root_hash,
    }


def test_a_consolidated_text_is_offered_too(stage):
    stage.release("public")
    response = stage.client("public").get(f"{stage.world.base.url}download/docx/")
    assert "2.1. The fare is 10 coins. It is paid before the crossing." in lines(response)
    assert response["Content-Disposition"] == content_disposition_header(
        True, "1-L – Consolidated text 1.docx"
    )


def test_of_several_acts_the_file_holds_those_that_the_page_shows(stage):
    world = stage.world
    other = law.make_act(world.section, world.drafter, text=law.ACT.replace("Ferries", "Buses"), number="2-L")
    amendment = law.make_amendment(world.section, world.base, world.drafter, "Two laws", other)
    for place in (1, 2):
        law.add(amendment, world.drafter, "repeal", "2.2", place=place)
    draft = law.seal(amendment, world.drafter)
    client = stage.client("drafter")
    whole = client.get(f"{draft.url}download/docx/")
    assert len(opened(whole).sections) == 2
    assert client.get(f"{draft.url}download/akn/").status_code == 404  # it holds one act
    assert client.get(f"{draft.url}download/akn/?act={other.instrument.slug}").status_code == 200
    page = client.get(f"{draft.url}?act={other.instrument.slug}").content.decode()
    link = f"{draft.url}download/docx/?act={other.instrument.slug}"
    assert f'href="{link}"' in page
    assert "On Buses" in lines(client.get(link))
    assert "On Ferries" not in lines(client.get(link))
    assert client.get(f"{draft.url}download/docx/?act=nothing").status_code == 404


def test_an_act_by_itself_leaves_in_akoma_ntoso_with_what_the_reader_may_know(stage):
    stage.release("public")
    client = stage.client("public")
    page = client.get(stage.draft.url).content.decode()
    assert f"{stage.draft.url}download/akn/" in page
    response = client.get(f"{stage.draft.url}download/akn/")
    assert response["Content-Type"] == "application/akn+xml"
    (act,) = fromstring(response.content)
    numbers = [each.get(f"{{{OURS}}}number") for each in act.iter(f"{{{NAMESPACE}}}paragraph")]
    assert "2.3" in numbers
    guids = {each.get("GUID") for each in act.iter() if each.get("GUID")}
    assert guids == {
        str(each) for each in law.text_in(stage.draft).entries.values_list("provision_id", flat=True)
    }
    assert stage.draft.root_hash in response.content.decode()


def test_a_plugin_adds_a_format_to_the_menu(stage):
    stage.release("public")
    plain = Exporter(
        "plain", _("Text"), "text/plain", ".txt", TextDocument, lambda document: document.name.encode()
    )
    with hooks.register_temporarily("register_exporters", lambda: plain):
        client = stage.client("public")
        assert f"{stage.draft.url}download/plain/" in client.get(stage.draft.url).content.decode()
        assert client.get(f"{stage.draft.url}download/plain/").content.decode() == "1-L – Draft 1"


def test_a_file_costs_few_queries_however_long_the_act_is(stage):
    stage.release("public")
    client = stage.client("public")
    client.get(stage.draft.url)
    with CaptureQueriesContext(connection) as queries:
        client.get(f"{stage.draft.url}download/docx/")
    assert len(queries) <= 42  # what it depends on is read again once it is made
    with CaptureQueriesContext(connection) as queries:
        client.get(f"{stage.draft.url}download/docx/")
    assert len(queries) <= 24  # it is there


def test_the_redline_offers_tracked_changes_that_give_the_draft_and_its_base(stage):
    stage.release("public")
    client = stage.client("public")
    page = client.get(stage.draft.redline_url).content.decode()
    response = client.get(f"{stage.draft.redline_url}download/tracked/")
    assert f'href="{stage.draft.redline_url}download/tracked/"' in page
    texts = [client.get(f"{url}download/docx/").content for url in (stage.draft.url, stage.world.base.url)]
    assert accepted(response.content) == accepted(texts[0])
    assert rejected(response.content) == accepted(texts[1])
    at = stage.draft.sealed_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert {tuple(change[1:]) for change in changes(response.content)} == {("Ferry Authority", at)}
    assert response["Content-Disposition"] == content_disposition_header(True, "1-L – Draft 1, changes.docx")


def test_the_comparative_table_is_offered_beside_it(stage):
    stage.release("public")
    client = stage.client("public")
    (table,) = opened(client.get(f"{stage.draft.redline_url}download/table/")).tables
    read = [[cell.text for cell in row.cells] for row in table.rows]
    assert read[0] == ["Current text – Consolidated text 1", "Proposed text – Draft 1"]
    assert ["1.2.1. rowing boats;", "1.2.1.\nRepealed; the number stays."] in read
    assert ["—", "2.3. Dogs pay half."] in read
    response = client.get(f"{stage.draft.redline_url}download/table/")
    assert response["Content-Disposition"] == content_disposition_header(
        True, "1-L – Draft 1, comparative table.docx"
    )


def test_any_two_texts_are_compared_in_a_file_and_the_log_says_which(stage):
    world = stage.world
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    second = law.seal(world.amendment, world.drafter)
    client = stage.client("drafter")
    page = world.amendment.url
    response = client.get(f"{page}compare/1/2/download/tracked/")
    assert accepted(response.content) == accepted(client.get(f"{second.url}download/docx/").content)
    assert rejected(response.content) == accepted(client.get(f"{stage.draft.url}download/docx/").content)
    (entry, *_others) = [each for each in logged(second) if each.data["format"] == "tracked"]
    assert entry.data["against"] == ["Draft 1"]
    base = client.get(f"{page}compare/0/2/download/tracked/")
    assert rejected(base.content) == accepted(client.get(f"{world.base.url}download/docx/").content)
    assert stage.client("other drafter").get(f"{page}compare/1/2/download/tracked/").status_code == 404
    assert client.get(f"{page}compare/1/2/download/docx/").status_code == 404  # that of a text


def test_a_reader_of_translations_gets_their_words_with_their_language(stage):
    world = stage.world
    stage.release("public")
    version = law.text_in(stage.draft)
    law.translate(version, world.drafter, "2.2", "Uşaqlar pulsuz gedir.")
    url = f"{stage.draft.url}download/docx/".replace("/en/", "/az/")
    client = stage.client("drafter")
    assert "2.2. Uşaqlar pulsuz gedir." in lines(client.get(url))
    assert sorted(logged(stage.draft)[0].data["languages"]) == ["az", "en"]
    assert "2.2. Children travel free of charge." in lines(client.get(f"{url}?text=authentic"))
    tracked = client.get(
        f"{stage.draft.redline_url.replace('/en/', '/az/')}download/tracked/?text=translation"
    )
    assert "2.2. Uşaqlar pulsuz gedir." in accepted(tracked.content)


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("", "download/pdf/"),
        ("redline/", "redline/download/redline-pdf/"),
        ("redline/", "redline/download/table-pdf/"),
        ("act/", "act/download/act-pdf/"),
    ],
    ids=["text", "redline", "table", "amending act"],
)
def test_each_page_of_a_draft_offers_its_pdf(stage, page, file):
    stage.release("public")
    client = stage.client("public")
    assert f'href="{stage.draft.url}{file}' in client.get(f"{stage.draft.url}{page}").content.decode()
    response = client.get(f"{stage.draft.url}{file}")
    assert response["Content-Type"] == "application/pdf"
    pdf = tagged.opened(response.content)
    words = "".join(each.words for each in tagged.tagged(pdf))
    assert "12" in words
    assert "Draft 1" in str(pdf.docinfo.Title)
    assert str(pdf.docinfo.Keywords) == stage.draft.root_hash


@pytest.mark.parametrize(("language", "said"), [("az", "çıxarılan sözlər"), ("ru", "исключённые слова")])
def test_the_frame_of_a_pdf_speaks_the_language_of_the_page(stage, language, said):
    stage.release("public")
    url = stage.draft.redline_url.replace("/en/", f"/{language}/")
    pdf = tagged.opened(stage.client("public").get(f"{url}download/redline-pdf/").content)
    assert any(each.words == said for each in tagged.tagged(pdf))
    assert str(pdf.Root.Lang) == "en"
