"""Letters of the small world."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django.utils.timezone import localtime

from consultations.letters import pacing
from consultations.letters.due_letters import write_due
from consultations.models import Letter
from tests.factories.consultation import NOW


@pytest.fixture
def told(world, monkeypatch) -> Callable[..., list[str]]:
    """Write what is due and return, as "person: subject", the new mails; the mails of before are forgotten.

    Summaries go 23 hours from now, so that none goes while a test runs, whatever the hour is.
    """
    monkeypatch.setattr(pacing, "MORNING", localtime(NOW - timedelta(hours=1)).time())
    Letter.objects.all().delete()

    def read(at=None) -> list[str]:
        mail.outbox.clear()
        write_due(at or timezone.now())
        names = {person.email: name for name, person in world.people.items() if name != "anonymous"}
        return sorted(f"{names[message.to[0]]}: {message.subject}" for message in mail.outbox)

    return read
