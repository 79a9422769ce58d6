"""Rows of the table of concordance: written, changed, judged, taken out; stale where their words change."""

from uuid import uuid4

import pytest
from django.urls import reverse

from amendments.errors import NotAllowed
from amendments.models import Provision
from rights.actions.concordance.change_row import ChangeRow
from rights.actions.concordance.judge_row import JudgeRow
from rights.actions.concordance.remove_row import BringBackRow, RemoveRow
from rights.actions.concordance.row_content import Judged
from rights.actions.concordance.take_back_judgement import TakeBackJudgement
from rights.actions.concordance.write_row import WriteRow
from rights.actions.following.follow_rows import FollowRows
from rights.errors import (
    JudgedMeanwhile,
    LessPublic,
    NewerJudgement,
    NoArticle,
    NoSummary,
    OfAnotherAct,
    OnlyJudgement,
    RowChangedMeanwhile,
    ShowsSomebody,
)
from rights.models import ConcordanceRow, RowPlacement, RowText
from rights.queries.comparing.degrees import degrees_of, readable_texts
from rights.queries.comparing.provision_rows import provision_rows
from rights.queries.comparing.row_list import row_table
from rights.values import Degree
from tests.factories import law
from tests.rights.concordance_rows import keys_of, row_content, write


def next_text(office, op, target, **given):
    world = office.world
    law.add(world.amendment, world.drafter, op, target, **given)
    return law.text_in(law.seal(world.amendment, world.drafter))


def stale(row):
    return [one.version for one in RowText.objects.waiting().filter(row=row).order_by("version__sealed_at")]


def degrees(office, row, user=None):
    user = user or office.world.drafter
    (found,) = degrees_of([row], readable_texts(user, [row.instrument_id]))
    return found


@pytest.mark.whole
def test_a_row_is_stale_from_the_text_on_that_changes_its_words_and_not_before(office):
    row = write(office, office.world.text, "2.2")
    assert (row.reference[:3], row.amendment, stale(row)) == ("TC-", office.world.amendment, [])
    next_text(office, "repeal", "1.2.1")
    assert stale(row) == []
    changed = next_text(office, "replace_words", "2.2", old="free of charge", new="free")
    assert stale(row) == [changed]
    assert FollowRows(changed, actor=office.act(office.world.drafter)).execute() == []


def test_the_adopted_law_with_the_words_of_the_draft_is_not_stale(office):
    row = write(office, office.world.text, "2.1")
    law.adopt(office.world.draft, office.world.drafter)
    assert stale(row) == []
    assert row.texts.count() == 3  # also the law before


@pytest.mark.whole
def test_a_draft_of_another_amendment_makes_the_row_stale_once_it_changes_the_words_of_the_law(office):
    world = office.world
    row = write(office, world.text, "2.2")
    amendment = law.make_amendment(world.section, world.base, world.drafter, "Another amendment")
    law.add(amendment, world.drafter, "repeal", "1.2.1")
    law.seal(amendment, world.drafter)
    assert stale(row) == []
    law.add(amendment, world.drafter, "replace_words", "2.2", old="free of charge", new="free")
    changed = law.text_in(law.seal(amendment, world.drafter))
    assert stale(row) == [changed]


@pytest.mark.whole
def test_saying_that_the_degree_still_holds_ends_the_staleness_and_taking_it_back_brings_it_again(office):
    row = write(office, office.world.base, "2.1")
    assert stale(row) == [office.world.text]
    actor = office.act(office.world.drafter)
    for _click in range(2):
        given = JudgeRow(row, office.world.text, Judged(Degree.PARTIAL), actor=actor).execute()
    assert (row.judgements.count(), stale(row)) == (2, [])
    for _click in range(2):
        TakeBackJudgement(given, actor=actor).execute()
    assert stale(row) == [office.world.text]
    with pytest.raises(OnlyJudgement):
        TakeBackJudgement(row.judgements.first(), actor=actor).execute()


def test_the_degree_of_a_text_is_that_of_the_same_words_wherever_they_stand(office):
    world = office.world
    unchanged, changed = write(office, world.text, "2.2"), write(office, world.text, "2.1")
    assert degrees(office, unchanged).as_of(world.base).degree == Degree.PARTIAL
    assert degrees(office, changed).as_of(world.base) is None
    JudgeRow(changed, world.base, Judged(Degree.NONE, "Dear."), actor=office.act(world.drafter)).execute()
    found = degrees(office, changed)
    assert found.as_of(world.base).degree == Degree.NONE
    assert found.as_of(world.text).degree == Degree.PARTIAL


def test_a_row_without_a_provision_is_never_stale_and_gets_its_provision_with_a_new_degree(office):
    world = office.world
    row = write(office, world.text, degree=Degree.NONE)
    next_text(office, "repeal", "1.2.1")
    assert (stale(row), row.texts.count(), degrees(office, row).newest.degree) == ([], 0, Degree.NONE)
    actor = office.act(world.drafter)
    (key,) = keys_of(world.text, "2.2")
    JudgeRow(row, world.text, Judged(Degree.FULL), actor=actor, provisions=[key]).execute()
    assert [str(one.provision_id) for one in row.anchors.all()] == [key]
    assert (row.texts.count(), stale(row)) == (3, [])
    assert degrees(office, row).as_of(world.base).degree == Degree.FULL


def test_a_degree_on_a_draft_that_is_not_released_is_read_by_those_who_read_the_draft(office):
    world = office.world
    row = write(office, world.text, "2.1")
    hidden = next_text(office, "replace_words", "2.1", old="20 coins", new="15 coins")
    JudgeRow(row, hidden, Judged(Degree.FULL, "Cheaper."), actor=office.act(world.drafter)).execute()
    assert degrees(office, row).newest.degree == Degree.FULL
    assert degrees(office, row, world.people["citizen"]).newest.degree == Degree.PARTIAL
    secret = write(office, hidden, "2.2")
    visible = ConcordanceRow.objects.visible_to(world.people["anonymous"])
    assert (visible.contains(row), visible.contains(secret)) == (True, False)
    with pytest.raises(NotAllowed):
        JudgeRow(row, hidden, Judged(Degree.FULL), actor=office.act(world.secretary)).execute()


def test_a_degree_that_a_person_may_not_read_does_not_hinder_them(office):
    world = office.world
    row = write(office, world.base, "2.1", rights=("B01",))
    first = row.judgements.get()
    hidden = next_text(office, "replace_words", "2.2", old="free of charge", new="free")
    JudgeRow(row, hidden, Judged(Degree.FULL), actor=office.act(world.drafter)).execute()
    analyst = office.act(office.analyst)
    with pytest.raises(OnlyJudgement):
        TakeBackJudgement(first, actor=analyst).execute()
    for _click in range(2):
        given = JudgeRow(row, world.text, Judged(Degree.NONE), actor=analyst, seen=first.pk).execute()
    JudgeRow(row, hidden, Judged(Degree.PARTIAL), actor=office.act(world.drafter)).execute()
    assert JudgeRow(row, world.text, Judged(Degree.NONE), actor=analyst, seen=given.pk).execute() == given
    TakeBackJudgement(given, actor=analyst).execute()
    assert row.judgements.standing().count() == 3


@pytest.mark.whole
def test_a_row_names_no_provision_that_its_readers_may_not_read(office, client):
    world = office.world
    actor = office.act(world.drafter)
    row = write(office, world.base, "2.1")
    hidden = next_text(office, "insert_element", "2-1", heading="Secret", new="Secret words.")
    (secret,), (known,) = keys_of(hidden, "2-1"), keys_of(hidden, "2.2")
    with pytest.raises(LessPublic):
        JudgeRow(row, hidden, Judged(Degree.FULL), actor=actor, provisions=[known, secret]).execute()
    JudgeRow(row, hidden, Judged(Degree.FULL), actor=actor, provisions=[known]).execute()
    anchor = row.anchors.get()
    assert (str(anchor.provision_id), anchor.version) == (known, world.base)
    for url in (row.url, reverse("concordance:rows")):
        assert secret not in client.get(url).content.decode()
    law.release(hidden.draft, "public", world.drafter, world.secretary)
    JudgeRow(row, hidden, Judged(Degree.FULL), actor=actor, provisions=[secret]).execute()
    assert str(row.anchors.get().provision_id) == secret


def test_a_row_on_a_draft_names_provisions_of_a_later_draft_that_the_same_people_read(office):
    world = office.world
    row = write(office, next_text(office, "replace_words", "2.2", old="free of charge", new="free"), "2.1")
    hidden = next_text(office, "insert_element", "2-1", heading="Secret", new="Secret words.")
    keys = keys_of(hidden, "2-1")
    JudgeRow(row, hidden, Judged(Degree.FULL), actor=office.act(world.drafter), provisions=keys).execute()
    assert [str(one.provision_id) for one in row.anchors.all()] == keys


def test_what_was_said_of_a_text_that_a_reader_may_not_read_ends_no_staleness_for_them(office):
    world = office.world
    row = write(office, world.base, "2.1")
    hidden = next_text(office, "repeal", "1.2.1")
    JudgeRow(row, hidden, Judged(Degree.FULL), actor=office.act(world.drafter)).execute()
    assert degrees(office, row).waiting is None
    assert degrees(office, row, world.citizen).waiting.version == world.text
    assert row_table(world.citizen, {}).stale == 1


def test_a_provision_lists_no_row_that_leads_to_it_only_in_a_hidden_text(office):
    world = office.world
    write(office, world.base, "2.1")
    hidden = next_text(office, "insert_element", "2-1", heading="New", new="New words.")
    other = Provision.objects.get(pk=keys_of(hidden, "2-1")[0])
    assert RowPlacement.objects.filter(version=hidden).update(provision=other) == 1
    assert provision_rows(world.drafter, other, 5).is_own
    assert provision_rows(world.people["anonymous"], other, 5).lines == ()


def test_who_writes_which_rows(office):
    world = office.world
    for person in (world.citizen, world.ngo_focal, world.member, world.admin, world.auditor, office.analyst):
        with pytest.raises(NotAllowed):
            write(office, world.text, "2.1", person=person)
    for person in (world.drafter, world.secretary):
        write(office, world.text, "2.1", person=person)
    own = write(office, world.text, "2.1", person=office.analyst, rights=("B01",))
    without = row_content()
    with pytest.raises(NotAllowed):
        ChangeRow(own, without, 1, actor=office.act(office.analyst)).execute()
    ChangeRow(own, without, 1, actor=office.act(world.secretary)).execute()
    with pytest.raises(NotAllowed):
        RemoveRow(own, actor=office.act(office.analyst, "Mine.")).execute()


def test_a_change_is_saved_once_kept_in_the_history_and_refused_after_another_one(office):
    row = write(office, office.world.text, "2.1")
    actor = office.act(office.world.drafter)
    plan = row_content(completion="The next law", rights=("B01",))
    for _click in range(2):
        row = ChangeRow(row, plan, 1, actor=actor).execute()
    assert (row.revision, row.history.count()) == (2, 2)
    newest, first = row.history.all()
    assert (newest.rights, newest.completion, first.rights) == (["B01"], "The next law", [])
    with pytest.raises(RowChangedMeanwhile):
        ChangeRow(row, row_content(completion="Another"), 1, actor=actor).execute()


@pytest.mark.whole
def test_a_row_is_taken_out_with_a_reason_and_brought_back(office):
    row = write(office, office.world.text, "2.1")
    with pytest.raises(ShowsSomebody):
        RemoveRow(row, actor=office.act(office.world.drafter, "Of the man born 7 May 1988.")).execute()
    for _click in range(2):
        RemoveRow(row, actor=office.act(office.world.drafter, "Twice in the table.")).execute()
    assert not ConcordanceRow.objects.visible_to(office.world.drafter).contains(row)
    assert row.history.first().history_change_reason == "Twice in the table."
    next_text(office, "replace_words", "2.1", old="20 coins", new="15 coins")
    assert stale(row) == []
    for _click in range(2):
        BringBackRow(row, actor=office.act(office.world.drafter)).execute()
    assert len(stale(row)) == 1


def test_what_cannot_be_written_is_refused_in_words(office):
    world, actor = office.world, office.act(office.world.drafter)
    with pytest.raises(NoArticle):
        write(office, world.text, "2.1", articles=" ")
    with pytest.raises(NoSummary):
        write(office, world.text, "2.1", summary=" ")
    row = write(office, world.text, "2.1")
    first = row.judgements.get()
    other = law.make_act(world.section, world.drafter, number="9-L")
    with pytest.raises(OfAnotherAct):
        JudgeRow(row, other, Judged(Degree.FULL), actor=actor).execute()
    JudgeRow(row, world.text, Judged(Degree.FULL), actor=actor, seen=first.pk).execute()
    with pytest.raises(JudgedMeanwhile):
        JudgeRow(row, world.text, Judged(Degree.NONE), actor=actor, seen=first.pk).execute()
    with pytest.raises(NewerJudgement):
        TakeBackJudgement(first, actor=actor).execute()


def test_the_same_form_writes_one_row(office):
    world, key = office.world, uuid4()
    for _click in range(2):
        action = WriteRow(
            world.text,
            keys_of(world.text, "2.1"),
            row_content(),
            Judged(Degree.FULL),
            actor=office.act(world.drafter),
            key=key,
        )
        action.execute()
    assert ConcordanceRow.objects.count() == 1


@pytest.mark.parametrize("field", ["summary", "quote", "completion", "comment"])
def test_the_words_of_a_row_show_nobody(office, field):
    base = office.world.base
    words = {field: "Ask a.person@example.org"}
    with pytest.raises(ShowsSomebody):
        write(office, base, "2.2", **words)
    row, actor = write(office, base, "2.2"), office.act(office.world.drafter)
    again = (
        JudgeRow(row, base, Judged(Degree.FULL, words[field]), actor=actor)
        if field == "comment"
        else ChangeRow(row, row_content(**words), row.revision, actor=actor)
    )
    with pytest.raises(ShowsSomebody):
        again.execute()
    assert ConcordanceRow.objects.get().judgements.count() == 1
