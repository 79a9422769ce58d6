"""The files for other programs, as the pages offer them, and the schemas at their addresses."""

import json
from datetime import UTC, datetime
from uuid import UUID

import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client
from django.urls import reverse

from amendments.actions.publication.seal_draft import SealDraft
from amendments.audit.actor import Actor
from amendments.renderers.akoma_ntoso import NAMESPACE
from amendments.renderers.data_files import SCHEMAS
from tests.amendments.renderers.akoma_executor import Act, execute
from tests.amendments.renderers.schema_checker import faults
from tests.amendments.renderers.test_akoma_redline import side
from tests.factories import law


def schema(name):
    response = Client().get(reverse("amendments:schema", args=[name]))
    assert response["Content-Type"] == "application/schema+json"
    return response.json()


@pytest.mark.parametrize(
    ("place", "slug", "name"),
    [
        ("download/", "json", "text-1"),
        ("redline/download/", "redline-json", "redline-1"),
        ("act/download/", "act-json", "instructions-1"),
    ],
)
def test_a_file_is_offered_and_valid_by_the_published_schema(stage, place, slug, name):
    stage.release("public")
    client = stage.client("public")
    url = f"{stage.draft.url}{place}{slug}/"
    page = client.get(url.removesuffix(f"download/{slug}/")).content.decode()
    assert url in page
    response = client.get(url)
    assert response["Content-Type"] == "application/json"
    read = json.loads(response.content)
    assert list(faults(read, schema(name))) == []
    assert read["hash"] == stage.draft.root_hash
    assert "Dogs pay half." in response.content.decode()


def test_the_redline_leaves_as_akoma_ntoso_too(stage):
    stage.release("public")
    client = stage.client("public")
    url = f"{stage.draft.redline_url}download/redline-akn/"
    assert url in client.get(stage.draft.redline_url).content.decode()
    content = client.get(url).content
    texts = [client.get(f"{each.url}download/akn/").content for each in (stage.draft, stage.world.base)]
    for text, gone in zip(texts, ("del", "ins"), strict=True):
        lines = [" ".join(said[1:]).strip() for said in side(content, gone)]
        assert lines[1:] == [" ".join(said[1:]).strip() for said in side(text, "none")]  # after the title
    work = f"{{{NAMESPACE}}}FRBRWork/{{{NAMESPACE}}}FRBRthis"
    assert fromstring(content).find(f".//{work}").get("value").startswith("/akn/")


def test_there_are_no_other_schemas(db):
    assert Client().get(reverse("amendments:schema", args=["poem-1"])).status_code == 404
    assert {schema(name)["$id"] for name in SCHEMAS} == {f"urn:madda:schema:{name}" for name in SCHEMAS}


def test_the_amending_act_executes_on_the_law_to_the_draft(stage):
    stage.release("public")
    client = stage.client("public")
    url = f"{stage.draft.url}act/download/act-akn/"
    assert url in client.get(stage.draft.act_url).content.decode()
    base, draft = (client.get(f"{each.url}download/akn/").content for each in (stage.world.base, stage.draft))
    assert Act(base).lines() != Act(draft).lines()
    assert execute(client.get(url).content, Act(base)).lines() == Act(draft).lines()


def test_what_the_amending_act_brings_has_the_identity_that_it_has_in_the_draft(stage):
    stage.release("public")
    client = stage.client("public")
    amending = fromstring(client.get(f"{stage.draft.url}act/download/act-akn/").content)
    draft = fromstring(client.get(f"{stage.draft.url}download/akn/").content)
    brought = {
        (each.get("eId").rpartition("__qstr_")[2].partition("__")[2], each.get("wId"))
        for structure in amending.iter(f"{{{NAMESPACE}}}quotedStructure")
        for each in structure.iter()
        if each.get("wId")
    }
    assert brought
    assert brought <= {(each.get("eId"), each.get("wId")) for each in draft.iter()}
    assert all(UUID(identity) for _eid, identity in brought)


def test_the_amending_act_tells_the_day_of_its_entry_into_force(stage):
    world = stage.world
    words = "This Law enters into force on 1 May 2027."
    law.add(world.amendment, world.drafter, "commencement", "*", new=words)
    second = law.seal(world.amendment, world.drafter)
    made = fromstring(stage.client("drafter").get(f"{second.url}act/download/act-akn/").content)
    days = {each.get("eId"): each.get("date") for each in made.iter(f"{{{NAMESPACE}}}eventRef")}
    (interval,) = made.iter(f"{{{NAMESPACE}}}timeInterval")
    assert days[interval.get("start")[1:]] == "2027-05-01"


def test_the_day_of_a_file_is_that_of_the_seal_by_the_clock_of_the_country(stage):
    world, late = stage.world, Actor(stage.world.drafter, datetime(2026, 3, 1, 21, 30, tzinfo=UTC))
    law.add(world.amendment, world.drafter, "repeal", "2.1")
    law.record_pass(world.amendment, world.drafter)
    draft = SealDraft(world.amendment, actor=late).execute()  # on the 2nd in Baku
    made = fromstring(stage.client("drafter").get(f"{draft.url}download/akn/").content)
    (manifestation,) = made.iter(f"{{{NAMESPACE}}}FRBRManifestation")
    assert manifestation.find(f"{{{NAMESPACE}}}FRBRdate").get("date") == "2026-03-02"
