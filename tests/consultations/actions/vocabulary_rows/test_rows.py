"""Adding, changing, signing and retiring rows of vocabularies: permissions, reasons and history."""

import datetime
from dataclasses import replace

import pytest
from django.utils.translation import override
from wagtail.models import ModelLogEntry

from amendments.audit.actor import Actor
from amendments.errors import HiddenCharacter, NotAllowed
from consultations.access.roles import ROLES, install_roles
from consultations.actions.vocabulary_rows.add_row import AddRow
from consultations.actions.vocabulary_rows.edit_row import EditRow
from consultations.actions.vocabulary_rows.restore_row import RestoreRow
from consultations.actions.vocabulary_rows.retire_row import RetireRow
from consultations.actions.vocabulary_rows.sign_row import SignRow
from consultations.actions.vocabulary_rows.take_back_signature import TakeBackSignature
from consultations.errors import BadRow, CodeTaken, ReasonNeeded, RowChanged, StillNamed
from consultations.models import Cluster, Right, Term, Treaty
from consultations.rules.benchmarks import (
    ClusterRow,
    RightRow,
    TermKind,
    TermRow,
    TreatyArticle,
    state_of,
)
from tests.factories import law, vocabulary
from tests.factories.vocabulary import SMALL, keeper, labels, with_row

DAY = datetime.datetime(2199, 3, 4, 22, tzinfo=datetime.UTC)  # the 5th in the country


@pytest.fixture(scope="module")
def standing_rows(standing):
    return standing("the small vocabulary", _load)


def _load():
    install_roles()
    vocabulary.load()


@pytest.fixture(autouse=True)
def loaded(standing_rows, db):
    """The rows stand in the database."""


def someone(role):
    return law.make_user(f"one {role}".replace(" ", "-"), role)


def actor(person=None, reason="Because."):
    return Actor(person or keeper(), DAY, reason=reason)


def right(code="B01"):
    return Right.objects.get(code=code)


def edit(row, *, by=None, seen="", **changes):
    return EditRow(row, replace(row.given, **changes), actor=actor(by), seen=seen).execute()


def lawyer():
    return someone("rights_head")


def sign(row, *, by=None, seen=""):
    return SignRow(row, actor=actor(by or lawyer()), seen=seen).execute()


@pytest.mark.parametrize(
    "changes",
    [
        {"labels": labels("Life")},
        {"descriptions": labels("It is protected by law.")},
        {"order": 7},
        {"cluster": "E"},
        {"articles": (TreatyArticle("CRC"), TreatyArticle("ICCPR", "6(1)"))},
        {"articles": ()},
    ],
)
def test_a_right_is_changed_with_reason_and_history(changes):
    row = right()
    wanted = replace(row.given, **changes)
    edit(row, **changes)
    assert right().given == wanted
    assert right().is_edited
    record = right().history.first()
    assert (record.history_change_reason, record.actor_label) == ("Because.", str(keeper()))
    assert record.articles == [str(one) for one in wanted.articles]
    entry = ModelLogEntry.objects.get(action=EditRow.action_name)
    assert (entry.user, entry.data["reason"]) == (keeper(), "Because.")


def test_the_same_again_is_no_change():
    sign(right())
    before = right().history.count()
    edit(right())
    assert right().is_signed
    assert right().history.count() == before
    assert not ModelLogEntry.objects.filter(action=EditRow.action_name).exists()


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"labels": {"en": "Life", "ru": "Жизнь"}}, "no label in az"),
        ({"descriptions": {"en": "Words."}}, "no description in az, ru"),
        ({"cluster": "Z"}, "unknown cluster Z"),
        ({"articles": (TreatyArticle("XYZ", "1"),)}, "unknown treaty XYZ"),
        ({"articles": (TreatyArticle("CRC", "eleven"),)}, "“CRC eleven”, which is no number of an article"),
        ({"articles": (TreatyArticle("CRC", "1"), TreatyArticle("CRC", "1"))}, "CRC 1 twice"),
        ({"code": "B77"}, "the code B01 never changes"),
    ],
)
def test_what_is_not_whole_is_refused(changes, fault):
    row = right()
    with pytest.raises(BadRow, match=fault):
        edit(row, **changes)
    assert right().given == SMALL.rights[0]
    assert right().history.count() == 1


def test_hidden_characters_are_refused():
    with pytest.raises(HiddenCharacter):
        edit(right(), labels=labels("Li\u202efe"))


def test_a_change_takes_the_signature_away_and_a_reload_brings_neither_back():
    sign(right())
    edit(right(), labels=labels("Life"))
    assert (right().reviewed_by, right().reviewed_on) == (None, None)
    vocabulary.load(with_row(SMALL, "rights", 0, labels=labels("The right to life")))
    assert str(right()) == "Life"


def test_a_lawyer_signs_what_was_shown_with_name_and_day():
    lawyer_ = lawyer()
    signed = SignRow(right(), actor=Actor(lawyer_, DAY), seen=state_of(right().given)).execute()
    assert (signed.reviewed_by, signed.reviewed_on) == (lawyer_, datetime.date(2199, 3, 5))
    assert right().history.first().reviewed_by == lawyer_


def test_what_changed_since_it_was_shown_is_neither_signed_nor_changed_nor_retired():
    seen = state_of(right().given)
    edit(right(), articles=(TreatyArticle("CRC"),))
    for step in (
        lambda: sign(right(), seen=seen),
        lambda: edit(right(), seen=seen, order=9),
        lambda: RetireRow(right(), actor=actor(), seen=seen).execute(),
    ):
        with pytest.raises(RowChanged):
            step()
    assert not right().is_signed
    sign(right(), by=someone("legal_reviewer"), seen=state_of(right().given))
    assert right().is_signed


def test_a_signature_is_taken_back_with_a_reason_and_its_history_stays():
    first = lawyer()
    sign(right(), by=first)
    other = actor(someone("legal_reviewer"))
    with pytest.raises(ReasonNeeded):
        TakeBackSignature(right(), actor=replace(other, reason="")).execute()
    TakeBackSignature(right(), actor=replace(other, reason="Signed by mistake.")).execute()
    assert not right().is_signed
    assert [row.reviewed_by for row in right().history.all()[:2]] == [None, first]
    sign(right(), by=first)
    assert right().is_signed


def test_a_second_signature_leaves_the_first():
    first = lawyer()
    sign(right(), by=first)
    sign(right(), by=someone("legal_reviewer"))
    assert right().reviewed_by == first
    assert ModelLogEntry.objects.filter(action=SignRow.action_name).count() == 1


def test_a_row_is_retired_and_restored_with_a_reason():
    for step, stands in ((RetireRow, False), (RestoreRow, True)):
        with pytest.raises(ReasonNeeded):
            step(right(), actor=actor(reason=" ")).execute()
        for _twice in range(2):
            step(right(), actor=actor()).execute()
        assert right().is_active == stands
        assert ModelLogEntry.objects.filter(action=step.action_name).count() == 1
    assert right().history.count() == 3


def test_retiring_leaves_the_signature():
    sign(right())
    RetireRow(right(), actor=actor()).execute()
    assert right().is_signed


@pytest.mark.parametrize(
    ("row", "under"),
    [
        (lambda: Cluster.objects.get(code="B"), lambda: Right.objects.filter(cluster__code="B")),
        (lambda: Term.objects.get(code="UN"), lambda: Treaty.objects.all()),
    ],
)
def test_what_rows_in_use_stand_under_is_not_retired(row, under):
    with pytest.raises(StillNamed):
        RetireRow(row(), actor=actor()).execute()
    under().update(is_active=False)
    RetireRow(row(), actor=actor()).execute()
    assert not row().is_active


def test_what_is_wrong_is_said_in_the_language_of_the_reader():
    with override("ru"), pytest.raises(BadRow) as refused:
        edit(right(), cluster="Z")
    assert "право B01: нет такого элемента – группа прав Z" in str(refused.value)


def test_a_row_is_added_under_a_code_of_its_own_and_no_load_changes_it():
    added = RightRow(code="B09", labels=labels("Dignity"), cluster="B", articles=(TreatyArticle("CRC", "1"),))
    row = AddRow(added, actor=actor()).execute()
    assert (row.given, row.is_edited, row.is_signed) == (added, True, False)
    with pytest.raises(CodeTaken):
        AddRow(added, actor=actor()).execute()
    with pytest.raises(BadRow, match="unknown cluster Z"):
        AddRow(replace(added, code="B10", cluster="Z"), actor=actor()).execute()
    vocabulary.load(replace(SMALL, rights=(*SMALL.rights, replace(added, labels=labels("Honour")))))
    assert str(right("B09")) == "Dignity"


def test_one_code_may_stand_in_two_lists():
    AddRow(TermRow(kind=TermKind.FORM, code="sex", labels=labels("Sexual")), actor=actor()).execute()
    assert Term.objects.filter(code="sex").count() == 2


KEEP_ALL = {"administrator"}
KEEP_RIGHTS = {"administrator", "rights_analyst", "rights_head"}
SIGN_ALL = {"rights_head", "legal_reviewer"}
STEPS = {
    "change a right": (lambda who: edit(right(), by=who, order=9), KEEP_RIGHTS),
    "change a cluster": (lambda who: edit(Cluster.objects.get(code="B"), by=who, order=9), KEEP_RIGHTS),
    "change a treaty": (lambda who: edit(Treaty.objects.get(code="CRC"), by=who, order=9), KEEP_ALL),
    "change a ground": (lambda who: edit(Term.objects.get(code="sex"), by=who, order=9), KEEP_ALL),
    "add a cluster": (
        lambda who: AddRow(ClusterRow(code="Z", labels=labels("Z")), actor=actor(who)).execute(),
        KEEP_RIGHTS,
    ),
    "add a ground": (
        lambda who: AddRow(
            TermRow(kind=TermKind.GROUND, code="z", labels=labels("Z")), actor=actor(who)
        ).execute(),
        KEEP_ALL,
    ),
    "retire a right": (lambda who: RetireRow(right(), actor=actor(who)).execute(), KEEP_RIGHTS),
    "retire a ground": (
        lambda who: RetireRow(Term.objects.get(code="sex"), actor=actor(who)).execute(),
        KEEP_ALL,
    ),
    "restore a right": (
        lambda who: Right.objects.update(is_active=False) and RestoreRow(right(), actor=actor(who)).execute(),
        KEEP_RIGHTS,
    ),
    "sign a right": (lambda who: sign(right(), by=who), SIGN_ALL),
    "take a signature back": (
        lambda who: sign(right()) and TakeBackSignature(right(), actor=actor(who)).execute(),
        SIGN_ALL,
    ),
    "sign a treaty": (lambda who: sign(Treaty.objects.get(code="CRC"), by=who), SIGN_ALL),
}


@pytest.mark.parametrize("role", ROLES)
def test_each_step_is_taken_by_its_roles_alone(role):
    person = law.make_user("person", role, is_superuser=role == "citizen")
    taken = set()
    for name, (step, _roles) in STEPS.items():
        try:
            step(person)
        except NotAllowed:
            continue
        taken.add(name)
    assert taken == {name for name, (_step, roles) in STEPS.items() if role in roles}
