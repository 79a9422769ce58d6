"""Mails that go through the outbox, and a mail server that a test can break."""

import pytest
from django.core.mail.backends.base import BaseEmailBackend

BACKEND = "amendments.mailing.backend.Outbox"


class Server(BaseEmailBackend):
    """Stands for the mail server: takes mails, or raises what a test puts into `trouble` for a recipient."""

    took: list = []
    trouble: dict = {}

    def send_messages(self, messages):
        for message in messages:
            for recipient in ("*", *message.recipients()):
                if recipient in self.trouble:
                    raise self.trouble[recipient]
            self.took.append(message)
        return len(messages)


@pytest.fixture
def server(settings, monkeypatch):
    """The mail server behind the outbox."""
    settings.EMAIL_BACKEND = BACKEND
    monkeypatch.setattr(Server, "took", [])
    monkeypatch.setattr(Server, "trouble", {})
    monkeypatch.setattr("amendments.mailing.delivery.get_connection", lambda _path: Server())
    return Server
