"""The amending act of a draft on its page, in three languages, and as a file."""

import io

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.http import content_disposition_header

from amendments.models import Amendment
from amendments.states import State
from tests.amendments.views.test_downloads import logged
from tests.factories import law


def page(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def words(response):
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(response.content)).paragraphs]


def test_the_page_has_the_parts_of_the_act_in_their_order(stage):
    stage.release("public")
    html = page(stage.client("public"), stage.draft.act_url)
    parts = [
        stage.world.amendment.title,
        "It is enacted as follows:",
        "In the Law 1-L (No. 1-L) the following amendments shall be made:",
        "Article 1.2.1 shall be repealed.",
        "In Article 2.1, the figure “10” shall be replaced by the figure “12”.",
        "“2.3. Dogs pay half.”",
        "______________________________",
    ]
    places = [html.index(part, html.index("amending-act")) for part in parts]
    assert places == sorted(places)


def test_the_instructions_are_numbered_in_the_order_of_the_law(stage):
    stage.release("public")
    html = page(stage.client("public"), stage.draft.act_url)
    found = [html.index(f"<strong>{number}.</strong>") for number in (1, 2, 3)]
    assert found == sorted(found)
    assert html.index("1.2.1 shall be repealed") < html.index("“10” shall be replaced")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("az", "2.1-ci maddədə “10” rəqəmləri “12” rəqəmləri ilə əvəz edilsin."),
        ("en", "In Article 2.1, the figure “10” shall be replaced by the figure “12”."),
        ("ru", "В статье 2.1 цифры «10» заменить цифрами «12»."),
    ],
)
def test_the_reader_chooses_the_language_of_the_wording(stage, language, sentence):
    stage.release("public")
    client = stage.client("public")
    assert sentence in page(client, f"{stage.draft.act_url}?words={language}")
    assert sentence in page(client, stage.draft.act_url.replace("/en/", f"/{language}/"))
    file = client.get(f"{stage.draft.act_url}download/act/?words={language}")
    assert any(sentence in line for line in words(file))


def test_a_language_that_nobody_words_is_not_there(stage):
    stage.release("public")
    assert stage.client("public").get(f"{stage.draft.act_url}?words=fr").status_code == 404


def test_the_page_says_that_the_act_is_in_another_language(stage):
    stage.release("public")
    client = stage.client("public")
    assert "The act itself is in another language" in page(client, f"{stage.draft.act_url}?words=az")
    assert "The act itself is in another language" not in page(client, stage.draft.act_url)


def test_who_may_not_read_the_draft_reads_no_act_of_it(stage):
    for url in (stage.draft.act_url, f"{stage.draft.act_url}download/act/"):
        assert stage.client("public").get(url).status_code == 404
        assert stage.client("other drafter").get(url).status_code == 404
        assert stage.client("drafter").get(url).status_code == 200


def test_the_other_pages_of_the_draft_lead_to_it_and_it_leads_back(stage):
    stage.release("public")
    client = stage.client("public")
    for url in (stage.draft.url, stage.draft.redline_url, stage.world.amendment.url):
        assert f'href="{stage.draft.act_url}"' in page(client, url)
    html = page(client, stage.draft.act_url)
    assert f'href="{stage.draft.redline_url}"' in html
    assert f'href="{stage.draft.url}"' in html


def test_several_acts_are_its_articles(stage):
    world = stage.world
    text = law.ACT.replace("Ferries", "Buses")
    other = law.make_act(world.section, world.drafter, text=text, number="2-L")
    amendment = law.make_amendment(world.section, world.base, world.drafter, "Two laws", other)
    for place in (1, 2):
        law.add(amendment, world.drafter, "repeal", "2.2", place=place)
    law.add(amendment, world.drafter, "commencement", "*", place=2, new="This Law enters into force today.")
    draft = law.seal(amendment, world.drafter)
    html = page(stage.client("drafter"), draft.act_url)
    for line in (
        "Article 1.</strong> In the Law 1-L",
        "Article 2.</strong> In the Law 2-L",
        "Article 3.</strong> This",
    ):
        assert line in html


def test_the_drafters_read_the_act_of_their_working_text_and_nobody_else_does(stage):
    world = stage.world
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    url = reverse("amendments_admin:working_act", args=[world.amendment.pk])
    assert "Article 2.2 shall be repealed." in page(stage.client("drafter"), url)
    assert stage.client("other drafter").get(url).status_code == 404
    assert "Article 2.2 shall be repealed." not in page(stage.client("drafter"), stage.draft.act_url)
    workspace = reverse("amendments_admin:workspace", args=[world.amendment.pk])
    assert f'href="{url}"' in page(stage.client("drafter"), workspace)


def test_the_act_is_named_with_its_gazettes_and_the_laws_that_amended_it(stage):
    world = stage.world
    instrument = world.base.instrument
    instrument.gazette_references = "Gazette 2014, No. 3\nGazette 2016, No. 1"
    instrument.save()
    law.adopt(stage.draft, world.drafter)
    steps = {"amendment": world.amendment, "at": stage.draft.sealed_at, "by": world.drafter}
    world.amendment.state_changes.create(state=State.SIGNED, day="2027-04-04", number="2-L", **steps)
    newest = instrument.versions.filter(draft=None).last()
    later = law.make_amendment(world.section, newest, world.drafter, "Again")
    law.add(later, world.drafter, "repeal", "2.2")
    draft = law.seal(later, world.drafter)
    html = page(stage.client("drafter"), draft.act_url)
    assert "In the Law 1-L (Gazette 2014, No. 3; Gazette 2016, No. 1; Law No. 2-L of 4 April 2027)" in html
    signed = page(stage.client("drafter"), stage.draft.act_url)
    assert "4 April 2027" in signed[signed.index("act-signature") :]


def test_the_file_has_a_name_and_is_logged_with_its_hash(stage):
    response = stage.client("drafter").get(f"{stage.draft.act_url}download/act/")
    name = "1-L – Draft 1, amending act.docx"
    assert response["Content-Disposition"] == content_disposition_header(True, name)
    (entry,) = logged(stage.draft)
    assert (entry.data["format"], entry.data["hash"]) == ("act", stage.draft.root_hash)
    assert entry.data["languages"] == ["en"]


def test_hostile_words_stay_words(stage):
    world = stage.world
    evil = "<script>alert(1)</script> =SUM(A1) { PAGE }"
    Amendment.objects.filter(pk=world.amendment.pk).update(title=evil)
    law.add(world.amendment, world.drafter, "insert_element", "2.4", new=evil)
    draft = law.seal(world.amendment, world.drafter)
    assert "<script>alert" not in page(stage.client("drafter"), draft.act_url)
    file = stage.client("drafter").get(f"{draft.act_url}download/act/")
    assert words(file)[0] == evil
    assert any(evil in line for line in words(file)[1:])


def test_the_page_costs_a_fixed_number_of_queries(stage):
    world = stage.world
    client = stage.client("drafter")
    few = _queries(client, stage.draft.act_url)
    for number in range(4, 12):
        law.add(world.amendment, world.drafter, "insert_element", f"2.{number}", new="Cats pay nothing.")
    draft = law.seal(world.amendment, world.drafter)
    assert _queries(client, draft.act_url) == few


def _queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)
