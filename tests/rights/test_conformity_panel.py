"""The table of conformity narrowed, what it covers, the side panel of a cell, and a law of 900 provisions."""

from time import process_time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amendments.models import Amendment
from amendments.states import State
from consultations.models import Cluster, Right, Term, Treaty
from consultations.rules.benchmarks import TreatyArticle
from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.open_issue import OpenIssue
from rights.models import Assessment
from rights.queries.conformity import Narrowed, conformity_table
from rights.queries.conformity_cell import cell_page
from rights.queries.conformity_coverage import coverage
from rights.values import Conformity, IssueState
from tests.factories import law
from tests.rights.concordance_rows import write
from tests.rights.conftest import content, passage
from tests.rights.drafts import other_draft
from tests.rights.many_issues import HASH, big_act, issue_on_each

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def act(office):
    return office.world.base.instrument


def term(kind):
    return Term.objects.create(kind=kind, code=f"{kind}-x", labels={"en": f"The {kind}"})


def opened(office, number, **more):
    version = office.world.base
    words = [passage(version, number)]
    return OpenIssue(version, words, content(**more), actor=office.act()).execute()


def page(client, act, **query):
    return " ".join(client.get(reverse("rights:conformity", args=[act.pk]), query).content.decode().split())


def test_the_table_shows_the_issues_of_a_stage_a_group_or_a_cluster(office, act):
    stage, group = term("stage"), term("group")
    opened(office, "2.2", rights=("B02",), terms=(stage, group))
    text = str(office.world.base.pk)

    def shown(**more):
        return [row.called for row in conformity_table(office.analyst, act, text, Narrowed(**more)).rows]

    assert shown() == ["2.1", "2.2"]
    assert shown(stage=stage.code) == shown(group=group.code) == shown(stage=stage.code, group=group.code)
    assert shown(stage=stage.code) == ["2.2"]
    assert shown(stage="other") == []
    cluster = Right.objects.get(code="B02").cluster.code
    assert shown(cluster=cluster) == ["2.1", "2.2"]
    assert shown(cluster="none") == []
    assert Cluster.objects.filter(code=cluster).exists()


def test_coverage_counts_the_issues_of_each_stage_and_group_and_leaves_gaps_visible(office, act, client):
    stage, gap = term("stage"), Term.objects.create(kind="stage", code="stage-y", labels={"en": "Another"})
    opened(office, "2.2", terms=(stage,))
    raised = conformity_table(office.analyst, act, str(office.world.base.pk))
    (covered,) = [one for one in coverage(raised)["stage"].rows if one.term == stage]
    assert (covered.issues, covered.weakest, covered.waiting) == (1, Conformity.DOES_NOT, 0)
    (none,) = [one for one in coverage(raised)["stage"].rows if one.term == gap]
    assert (none.issues, none.weakest) == (0, None)
    assert not coverage(raised)["group"].is_named
    client.force_login(office.analyst, backend=BACKEND)
    shown = page(client, act, text=str(office.world.base.pk))
    assert "No issue on this act names an affected group." in shown
    assert "No issue on this act names a stage of migration." not in shown
    narrowed = page(client, act, text=str(office.world.base.pk), stage=stage.code)
    assert "None of these issues names an affected group." in narrowed
    none_fits = page(client, act, text=str(office.world.base.pk), stage=gap.code)
    assert "No issue fits these filters." in none_fits
    assert f'<option value="{gap.code}" selected>' in none_fits
    assert "names an affected group." not in none_fits
    law.add(office.world.amendment, office.world.drafter, "repeal", "1.2.1")
    now = conformity_table(office.analyst, act, "")
    assert sum(one.issues for one in coverage(now)["stage"].rows) == 1


def test_a_cell_opens_beside_the_table_with_what_stands_behind_it(office, act, client):
    client.force_login(office.analyst, backend=BACKEND)
    version = office.world.base
    treaty = Treaty.objects.get(code="CRC")
    issue = opened(office, "2.1", rights=("B02",), articles=(TreatyArticle("CRC", "3(1)"),))
    AssessText(
        issue, office.world.text, Conformity.PARTLY, actor=office.act(), note="Better than before."
    ).execute()
    row = write(office, office.world.text, "2.1")
    provision = version.entries.get(number="2.1").provision_id
    shown = page(client, act, cell=f"{provision}:B02")
    panel = shown[shown.index('id="cell"') :]
    for words in (
        "Better than before.",
        str(treaty),
        "3(1)",
        issue.url,
        row.reference,
        "<ins",
        "<del",
        "2.1",
    ):
        assert words in panel
    assert f"cell={provision}%3AB01" in panel  # the cell before it
    assert 'aria-current="true" >' not in panel
    for wrong in ("x", f"{provision}:Z99", ""):
        assert 'id="cell"' not in page(client, act, cell=wrong)


def test_of_two_cells_of_one_issue_the_open_one_alone_is_framed(office, act, client):
    client.force_login(office.analyst, backend=BACKEND)
    version = office.world.base
    words = [passage(version, number) for number in ("2.2", "1.2.1")]
    OpenIssue(version, words, content(rights=("B02",)), actor=office.act()).execute()
    cell = f"{words[0].provision}:B02"
    shown = page(client, act, cell=cell).partition('id="cell"')[0]
    (framed,) = [part for part in shown.partition("data-cells")[2].split("<a ")[1:] if "aria-current" in part]
    assert cell.replace(":", "%3A") in framed


@pytest.mark.whole
def test_the_panel_counts_no_answer_to_a_failed_amendment_for_another_one(office, act):
    world = office.world
    given = AssessText(office.issue, world.text, Conformity.PARTLY, actor=office.act()).execute()
    later = other_draft(office, "Another amendment", "20 coins")
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.WITHDRAWN)
    told = []
    for text in (world.text, later):
        table = conformity_table(office.analyst, act, str(text.pk))
        (row,) = table.rows
        panel = cell_page(office.analyst, table, f"{row.provision}:B01")
        told.append((row.touched[0].value, panel.issues[0].assessment))
    assert told[0] == (Conformity.PARTLY, given)
    assert told[1] == (None, office.issue.assessments.get(version=world.base))


def test_on_a_phone_the_cells_that_need_attention_are_listed(office, act, client):
    client.force_login(office.analyst, backend=BACKEND)
    text = str(office.world.base.pk)
    assert [cell.value for _row, cell in conformity_table(office.analyst, act, text).attention] == [
        "does-not"
    ]
    waiting = conformity_table(office.analyst, act, "")
    assert [cell.is_waiting for _row, cell in waiting.attention] == [True]
    AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=office.act()).execute()
    assert conformity_table(office.analyst, act, "").attention == []
    assert "Nothing: every assessed provision conforms." in page(client, act)
    assert "No issue fits these filters." in page(client, act, stage="none")


@pytest.mark.whole
def test_900_provisions_and_all_rights_take_less_than_a_second_and_20_queries(office, client):
    version = big_act(office, articles=30, parts=30)
    issues = issue_on_each(office, version)
    assert len(issues) == 900
    told = {"version": version, "text_hash": HASH}
    Assessment.objects.bulk_create(
        Assessment(
            issue=issue,
            value=Conformity.PARTLY,
            at=version.sealed_at,
            by=office.analyst,
            place=1,
            state_before=IssueState.FLAGGED,
            state_after=IssueState.FLAGGED,
            **told,
        )
        for issue in issues
    )
    client.force_login(office.analyst, backend=BACKEND)
    url = reverse("rights:conformity", args=[version.instrument.pk])
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        start = process_time()
        shown = client.get(url)
        took = process_time() - start
    assert (shown.status_code, len(shown.context["table"].rows)) == (200, 900)
    assert len(shown.context["table"].rights) == 71
    assert len(queries) <= 20, len(queries)
    print(f"\n71 rights, {len(queries)} queries, {took:.2f} s")  # what the benchmark tells
    assert took < 1
