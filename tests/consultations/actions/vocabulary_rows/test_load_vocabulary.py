"""Vocabularies are loaded from plugins. A load can be repeated and never changes a row that a person signed or edited."""

import datetime
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from amendments.signals import changed
from consultations.access.roles import ROLES, install_roles
from consultations.checks import benchmarks_are_whole
from consultations.errors import BadBenchmarks
from consultations.models import ArticleReference, Right, Term, Treaty
from consultations.rules.benchmarks import Benchmarks, TermKind, TreatyArticle
from tests.factories import law
from tests.factories.vocabulary import SMALL, contributed, keeper, labels, load, with_row

pytestmark = pytest.mark.django_db
ROWS = len(SMALL.rows)
RENAMED = with_row(SMALL, "rights", 0, labels=labels("Life"))


@pytest.fixture(autouse=True)
def roles():
    install_roles()


def state():
    """Everything that is loaded."""
    rows = [row.given for model in (Term, Treaty, Right) for row in model.objects.all()]
    histories = [model.history.count() for model in (Term, Treaty, Right)]
    return (
        rows,
        histories,
        list(ArticleReference.objects.values_list("pk", flat=True)),
        ModelLogEntry.objects.count(),
    )


def sign(row):
    row.reviewed_by, row.reviewed_on = keeper(), datetime.date(2026, 1, 2)
    row.save()


def test_the_rows_say_what_the_plugin_says():
    assert load().counts == {"added": ROWS, "updated": 0, "unchanged": 0, "signed": 0, "edited": 0}
    for given in SMALL.rights:
        assert Right.objects.get(code=given.code).given == given
    for given in SMALL.treaties:
        assert Treaty.objects.get(code=given.code).given == given
    assert [row.code for row in Term.objects.filter(kind=TermKind.GROUND)] == ["sex", "language"]
    assert [row.code for row in Right.objects.all()] == ["B01", "B02", "E03", "E01", "F01", "F02"]


def test_loading_twice_changes_nothing():
    load()
    before = state()
    heard = []
    changed.connect(lambda kind, ids, **_: heard.append(kind), weak=False, dispatch_uid="test")
    try:
        assert load().counts == {"added": 0, "updated": 0, "unchanged": ROWS, "signed": 0, "edited": 0}
    finally:
        changed.disconnect(dispatch_uid="test")
    assert state() == before
    assert heard == []


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("rights", {"labels": labels("Life")}),
        ("rights", {"descriptions": labels("What it is.")}),
        ("rights", {"cluster": "E"}),
        ("rights", {"order": 9}),
        ("rights", {"articles": (TreatyArticle("CRC", "6"), TreatyArticle("ICCPR", "6"))}),
        ("rights", {"articles": (TreatyArticle("CRC"),)}),
        ("treaties", {"reference": "ETS 1"}),
        ("treaties", {"adopted": datetime.date(1989, 11, 20)}),
        ("terms", {"labels": labels("Nations")}),
        ("clusters", {"order": 5}),
    ],
)
def test_what_the_plugin_changes_is_updated_and_the_history_keeps_both(name, change):
    load()
    plugin = with_row(SMALL, name, 0, **change)
    loaded = load(plugin)
    assert loaded.counts == {"added": 0, "updated": 1, "unchanged": ROWS - 1, "signed": 0, "edited": 0}
    (row,) = loaded.updated
    row = type(row).objects.get(pk=row.pk)
    assert row.given == getattr(plugin, name)[0]
    assert row.history.count() == 2


def test_the_history_of_a_right_keeps_its_articles():
    load()
    load(with_row(SMALL, "rights", 0, articles=(TreatyArticle("CRC"),)))
    right = Right.objects.get(code="B01")
    assert [row.articles for row in right.history.all()] == [["CRC"], ["ICCPR 6", "CRC 6"]]
    assert right.history.first().actor_label == str(keeper())
    right.save()  # by a step that does not touch the articles
    assert right.history.first().articles == ["CRC"]


def test_a_signed_row_survives_a_reload_with_its_signature():
    load()
    right = Right.objects.get(code="B01")
    sign(right)
    loaded = load(RENAMED)
    assert loaded.counts == {"added": 0, "updated": 0, "unchanged": ROWS - 1, "signed": 1, "edited": 0}
    right = Right.objects.get(code="B01")
    assert right.labels["en"] == "Right to life"
    assert right.reviewed_on == datetime.date(2026, 1, 2)
    assert load().counts["unchanged"] == ROWS  # what the plugin says is what was signed


def test_a_row_that_a_person_edited_survives_a_reload():
    load()
    Right.objects.filter(code="B01").update(is_edited=True, labels=labels("The right to life"))
    assert load(RENAMED).counts["edited"] == 1
    assert Right.objects.get(code="B01").labels["en"] == "The right to life"


def test_a_retired_row_stays_retired_and_a_row_that_no_plugin_gives_stays():
    load()
    Right.objects.filter(code="B01").update(is_active=False)
    loaded = load(replace(RENAMED, rights=RENAMED.rights[:1]))
    assert loaded.counts["updated"] == 1
    assert not Right.objects.get(code="B01").is_active
    assert Right.objects.count() == len(SMALL.rights)


def test_plugins_load_together_in_whatever_order_they_are_installed():
    rights = Benchmarks(
        slug="rights", languages=SMALL.languages, clusters=SMALL.clusters, rights=SMALL.rights
    )
    treaties = Benchmarks(
        slug="treaties", languages=SMALL.languages, terms=SMALL.terms, treaties=SMALL.treaties
    )
    assert load(rights, treaties).counts["added"] == ROWS
    assert Right.objects.get(code="E03").given.articles == (TreatyArticle("CRC", "3"),)


def test_nothing_is_loaded_where_anything_is_wrong():
    broken = with_row(SMALL, "rights", 5, cluster="Z")
    with pytest.raises(BadBenchmarks, match="right F02 names the unknown cluster Z"):
        load(broken)
    assert not Term.objects.exists()
    with contributed(broken):
        (message,) = benchmarks_are_whole(None)
    assert message.id == "consultations.E001"
    assert "right F02 names the unknown cluster Z" in message.msg


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"administrator"}))
def test_administrators_alone_load(role):
    with pytest.raises(NotAllowed):
        load(actor=Actor.now(law.make_user("somebody", role, is_superuser=role == "citizen")))
    assert not Term.objects.exists()


def test_a_load_is_logged_once_with_what_it_did():
    load()
    entry = ModelLogEntry.objects.get(action="consultations.load_vocabulary")
    assert entry.data["added"] == ROWS
    load()
    assert ModelLogEntry.objects.filter(action="consultations.load_vocabulary").count() == 1


def test_the_command_says_what_it_did():
    def run(*plugins):
        out = StringIO()
        with contributed(*plugins):
            call_command("load_vocab", user=keeper().email, stdout=out)
        return out.getvalue()

    assert run(SMALL) == f"Vocabularies: {ROWS} added, 0 updated, 0 unchanged, 0 signed, 0 edited.\n"
    sign(Right.objects.get(code="B01"))
    Treaty.objects.filter(code="CRC").update(is_edited=True)
    told = run(with_row(RENAMED, "treaties", 0, reference="other"))
    assert "Kept as signed: right B01, Right to life" in told
    assert "Kept as edited here: treaty CRC, Convention on the Rights of the Child" in told


def test_the_command_refuses_strangers_and_those_who_may_not():
    with pytest.raises(CommandError, match="no account"):
        call_command("load_vocab", user="nobody@example.invalid")
    with pytest.raises(CommandError, match="Your role does not include this step"):
        call_command("load_vocab", user=law.make_user("author").email)
    with (
        contributed(with_row(SMALL, "rights", 0, cluster="Z")),
        pytest.raises(CommandError, match="cluster Z"),
    ):
        call_command("load_vocab", user=keeper().email)
