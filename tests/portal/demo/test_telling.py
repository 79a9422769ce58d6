"""The mails of the story reach nobody outside."""

import pytest

from consultations.models import Letter
from portal.demo import telling
from portal.demo.outbox import Backend
from tests.factories import consultation as make
from tests.factories.consultation import NOW

pytestmark = pytest.mark.django_db


def test_they_go_to_the_outbox_of_the_demo_whatever_the_site_sends_with(settings, monkeypatch, person):
    settings.MADDA_MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    letter = make.letter_aside(person())
    Letter.objects.filter(pk=letter.pk).update(state=Letter.State.WAITING, due_at=NOW)
    used = []

    def write(due, connection):
        used.append(connection)
        Letter.objects.update(state=Letter.State.WRITTEN)

    monkeypatch.setattr(telling, "write_due", write)
    telling.post(NOW)
    assert [type(connection) for connection in used] == [Backend]
