"""Readers of another language see translated titles, so called, in lists, headings and mails."""

from django.core import mail
from django.urls import reverse
from django.utils import translation

from amendments.audit.actor import Actor
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.letters.due_letters import write_due
from consultations.models import Letter, LetterSettings
from tests.factories import consultation as make

NAME = "“Bərələr haqqında” Qanun"


def test_lists_headings_and_mails_name_it(client, world):
    """It is written where the text is translated."""
    client.force_login(world.drafter)
    address = reverse("amendments:translate", args=[world.text.pk]) + "?language=az"
    assert client.post(address, {"title": NAME}).status_code == 302
    assert f'value="{NAME}"' in client.get(address).content.decode()
    client.force_login(world.ngo_focal)
    with translation.override("az"):
        for page in (
            world.round.url,
            world.draft.redline_url,
            world.amendment.url,
            reverse("consultations:list"),
        ):
            said = client.get(page, headers={"accept-language": "az"}).content.decode()
            assert f"{NAME} (tərcümə)" in said, page
    Letter.objects.all().delete()
    LetterSettings.objects.create(person=world.ngo_focal, language="az")
    until = make.NOW + 30 * make.DAY
    ExtendRound(world.round, until, actor=Actor.now(world.secretary, reason="Longer.")).execute()
    mail.outbox.clear()
    write_due(until)
    (letter,) = [message for message in mail.outbox if message.to == [world.ngo_focal.email]]
    assert f"{NAME} (tərcümə)" in letter.subject
    assert "“‘Bərələr haqqında’ Qanun (tərcümə)”" in letter.body
