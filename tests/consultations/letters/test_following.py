"""What people follow: acts, provisions, rounds and rights."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import override

from amendments.audit.actor import Actor
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.letters.stopping import EVERYTHING, followed, stop, stop_address
from consultations.models import Follow, Letter, Right
from consultations.models.letter import FollowKind, LetterSettings, Pace
from consultations.queries.my_tasks import follows
from consultations.queries.my_tasks.follows import offered_to_follow, things_followed
from consultations.values import RoundAudience, Visibility
from tests.factories import consultation as make, law
from tests.factories.consultation import DAY, NOW

pytestmark = [pytest.mark.django_db, pytest.mark.whole]
SOON = NOW + timedelta(hours=1)


def follow(person, kind, key, pace=Pace.AT_ONCE):
    return Follow.objects.create(person=person, kind=kind, key=str(key), pace=pace)


def of(name, lines):
    """What one person was told."""
    return [line.partition(": ")[2] for line in lines if line.startswith(f"{name}: ")]


def test_who_follows_a_round_hears_of_its_changes_at_the_chosen_pace(world, told):
    follow(world.citizen, FollowKind.ROUND, world.round.pk)
    follow(world.legal_reader, FollowKind.ROUND, world.round.pk, Pace.WEEKLY)
    ExtendRound(world.round, NOW + 30 * DAY, actor=Actor(world.secretary, NOW, reason="More.")).execute()
    lines = told()
    assert len(of("citizen", lines)) == 1
    assert of("legal_reader", lines) == []
    (mine,) = [message for message in mail.outbox if message.to == [world.citizen.email]]
    assert "because you follow the round" in mine.body
    assert len(of("legal_reader", told(NOW + 8 * DAY))) == 1


def test_who_follows_an_act_hears_of_rounds_drafts_and_adoption(world, told):
    follow(world.citizen, FollowKind.ACT, world.base.instrument_id)
    make.open_round(world.draft, world.secretary, world.ngo, opens=NOW + DAY, closes=NOW + 9 * DAY)
    assert len(of("citizen", told(NOW + DAY))) == 1
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "committee", world.drafter, world.secretary)
    assert of("citizen", told(SOON)) == []
    law.release(second, "public", world.drafter, world.secretary)
    assert of("citizen", told(SOON)) == [f"Draft 2 can be read: {world.amendment.title}"]
    version = law.adopt(second, world.drafter)
    law.release(version, "public", world.drafter, world.secretary)
    assert of("citizen", told(SOON)) == [f"Adopted: {version.instrument.title}"]


def test_an_adopted_law_is_told_with_its_day_and_a_followed_provision_with_its_act(world, told):
    entry = world.base.entries.get(number="2.1")
    follow(world.citizen, FollowKind.ACT, world.base.instrument_id)
    follow(world.citizen, FollowKind.PROVISION, entry.provision_id)
    names = {thing.kind: thing.name for thing in things_followed(world.citizen)}
    assert names[FollowKind.PROVISION.label] == f"Article 2.1, {world.base.instrument.shown_title}"
    day = localdate() + 17 * DAY
    version = law.adopt(world.draft, world.drafter, in_force=day)
    law.release(version, "public", world.drafter, world.secretary)
    told(SOON)
    (mine,) = [message for message in mail.outbox if message.to == [world.citizen.email]]
    assert f"It enters into force on {date_format(day)}." in mine.body


def test_following_opens_no_round_that_one_may_not_see(world, told):
    closed = make.open_round(
        world.draft, world.secretary, world.ngo, audience=RoundAudience.INVITED, closes=NOW + 9 * DAY
    )
    told(SOON)
    follow(world.citizen, FollowKind.ROUND, closed.pk)
    ExtendRound(closed, NOW + 30 * DAY, actor=Actor(world.secretary, NOW, reason="More.")).execute()
    assert of("citizen", told()) == []


def test_who_follows_a_provision_hears_once_of_a_draft_that_changes_it(world, told):
    provision = world.base.entries.get(number="2.2").provision_id
    follow(world.citizen, FollowKind.PROVISION, provision)
    follow(world.legal_reader, FollowKind.PROVISION, world.base.entries.get(number="1.1").provision_id)
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old="free of charge", new="for half")
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "committee", world.drafter, world.secretary)
    law.release(second, "public", world.drafter, world.secretary)
    lines = told(SOON)
    assert of("citizen", lines) == [f"Draft 2 changes a provision that you follow: {world.amendment.title}"]
    assert of("legal_reader", lines) == []
    assert "for half" not in "".join(message.body for message in mail.outbox)


def test_who_follows_a_right_hears_of_readable_comments_that_name_it(world, told):
    right = Right.objects.first()
    follow(world.citizen, FollowKind.RIGHT, right.code)
    shown = make.draft(world.round, world.ngo_author, world.ngo, make.content(rights=(right.code,)))
    make.draft(
        world.round, world.ngo_author, world.ngo,
        make.content(rights=(right.code,), visibility=Visibility.SECRETARIAT),
    )  # fmt: skip
    make.send(shown.submission, world.ngo_focal)
    assert of("citizen", told(SOON)) == [f"1 comment names a right that you follow: {world.amendment.title}"]
    assert shown.reference in mail.outbox[-1].body or any(shown.reference in m.body for m in mail.outbox)


def test_the_address_in_a_mail_stops_only_this(world, client, told):
    row = follow(world.citizen, FollowKind.ROUND, world.round.pk)
    other = follow(world.citizen, FollowKind.ACT, world.base.instrument_id)
    client.post(stop_address(world.citizen, followed(row.pk)))
    row.refresh_from_db()
    other.refresh_from_db()
    assert (row.pace, other.pace) == (Pace.OFF, Pace.AT_ONCE)


def test_a_person_follows_on_the_page_of_a_round_and_of_a_provision(world, client):
    client.force_login(world.citizen)
    provision = world.base.entries.get(number="2.2").provision_id
    for url, what in (
        (world.round.url, f"round/{world.round.pk}"),
        (reverse("amendments:provision", args=[provision]), f"provision/{provision}"),
    ):
        assert f'value="{what}"' in client.get(url).content.decode()
        assert client.post(reverse("consultations:follow"), {"what": what}).url == url
        assert "Follow no more" in client.get(url).content.decode()
    assert Follow.objects.count() == 2


def test_acts_and_rights_are_chosen_from_lists_and_the_pace_is_changed(world, client):
    client.force_login(world.citizen)
    page, address = reverse("consultations:letters"), reverse("consultations:follow")
    act = f"act/{world.base.instrument_id}"
    assert act in client.get(page).content.decode()
    client.post(address, {"what": act, "list": "1"})
    client.post(address, {"what": act, "list": "1", "pace": "daily"})
    assert Follow.objects.get().pace == "daily"
    assert world.base.instrument.title in client.get(page).content.decode()
    client.post(address, {"what": act, "list": "1", "stop": "1"})
    assert not Follow.objects.exists()


@pytest.mark.parametrize(
    "what", ["", "act/1x", "act/99999", "right/none", "round/00000000-0000-0000-0000-000000000000", "x/1"]
)
def test_nobody_follows_what_they_may_not_read(world, client, what):
    client.force_login(world.citizen)
    assert client.post(reverse("consultations:follow"), {"what": what}).status_code == 404
    assert not Follow.objects.exists()


@pytest.mark.parametrize("key", ["not-a-key", "1"])
def test_a_key_that_is_none_is_not_there(world, client, key):
    client.force_login(world.citizen)
    for kind in ("round", "provision"):
        assert client.post(reverse("consultations:follow"), {"what": f"{kind}/{key}"}).status_code == 404


def test_a_letter_of_something_followed_is_no_letter_without_it(world, told):
    row = follow(world.citizen, FollowKind.PROVISION, world.base.entries.get(number="2.2").provision_id)
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "public", world.drafter, world.secretary)
    row.delete()
    assert of("citizen", told(SOON)) == []
    assert Letter.objects.filter(kind="provision_touched", state=Letter.State.DROPPED).exists()


def test_what_is_followed_is_read_with_as_many_queries_however_much_it_is(
    world, django_assert_max_num_queries
):
    provisions = list(world.draft.versions.get().entries.values_list("provision", flat=True))
    kinds = ((FollowKind.ACT, world.base.instrument_id), (FollowKind.ROUND, world.round.pk))
    for kind, key in (*kinds, (FollowKind.RIGHT, "B01"), (FollowKind.PROVISION, provisions[0])):
        follow(world.citizen, kind, key)
    with CaptureQueriesContext(connection) as few:
        assert len(things_followed(world.citizen)) == 4
    for key in provisions[1:6]:
        follow(world.citizen, FollowKind.PROVISION, key)
    for code in ("B02", "E03", "typed by hand"):
        follow(world.citizen, FollowKind.RIGHT, code)
    follow(world.citizen, FollowKind.PROVISION, "no key")
    with django_assert_max_num_queries(len(few)):
        names = [thing.name for thing in things_followed(world.citizen)]
    assert len(names) == 13
    assert names.count("–") == 2


def test_all_mails_are_stopped_or_none(world, monkeypatch):
    row = follow(world.citizen, FollowKind.ROUND, world.round.pk)

    def refuse(*_args, **_named):
        raise OperationalError

    monkeypatch.setattr(LetterSettings, "save", refuse)
    with pytest.raises(OperationalError):
        stop(world.citizen, EVERYTHING)
    row.refresh_from_db()
    assert row.pace == Pace.AT_ONCE


def test_followed_acts_are_named_in_the_language_of_the_reader(world):
    act = world.base.instrument
    type(act).objects.filter(pk=act.pk).update(titles={"az": "Bərələr haqqında"})
    follow(world.citizen, FollowKind.ACT, act.pk)
    with override("az"):
        (thing,) = things_followed(world.citizen)
        assert thing.name == "Bərələr haqqında (tərcümə)"
        assert thing.name in [each.name for each in offered_to_follow(world.citizen).acts]


def test_an_act_to_follow_is_found_by_its_words_where_there_are_many(client, world, monkeypatch):
    monkeypatch.setattr(follows, "MOST_ACTS", 1)
    first = world.base.instrument
    other = law.make_act(
        world.section, world.drafter, text=law.ACT.replace("Ferries", "Bridges"), number="88-L"
    )
    law.release(other, "public", world.drafter, world.secretary)
    assert offered_to_follow(world.citizen).more_acts
    for words, names in (
        (first.number, [first.title]),
        (" law  88 ", [other.instrument.title]),
        ("tunnel", []),
    ):
        found = offered_to_follow(world.citizen, words)
        assert [thing.name for thing in found.acts] == names, words
    client.force_login(world.citizen)
    page = client.get(reverse("consultations:letters"), {"words": "tunnel"}).content.decode()
    assert "No act has these words." in page
    assert 'value="tunnel"' in page
