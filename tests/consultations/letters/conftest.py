"""Letters of the small world."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.utils import timezone

from consultations.letters.due_letters import write_due
from consultations.models import Letter


@pytest.fixture
def told(world) -> Callable[..., list[str]]:
    """Write what is due and return, as "person: subject", the new mails; the mails of before are forgotten."""
    Letter.objects.all().delete()

    def read(at=None) -> list[str]:
        mail.outbox.clear()
        write_due(at or timezone.now())
        names = {person.email: name for name, person in world.people.items() if name != "anonymous"}
        return sorted(f"{names[message.to[0]]}: {message.subject}" for message in mail.outbox)

    return read
