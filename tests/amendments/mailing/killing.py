"""Kills the worker of mails again and again, in a process of its own: `python killing.py FOLDER KILLS`.

The parent writes mails and kills; each worker is a fork that runs the real command. The mail server is a file: a line
stands in it as soon as the server has taken a mail.
"""

# ruff: noqa: E402, S311 - the models are imported after Django's setup; chance decides only when to kill
import json
import os
import random
import signal
import sys
import time
from datetime import timedelta
from pathlib import Path

FOLDER, KILLS = Path(sys.argv[1]), int(sys.argv[2])
os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
os.environ["MADDA_DATABASE_URL"] = f"sqlite:///{FOLDER / 'mails.sqlite3'}"

import django

django.setup()

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.db import connection, transaction

from amendments.mailing import delivery
from amendments.models import OutgoingMail
from amendments.signals import sending

TOOK = FOLDER / "took"
State = OutgoingMail.State


class Server(BaseEmailBackend):
    """Takes a while, takes the mail, and takes a while to say so."""

    def send_messages(self, messages):
        for message in messages:
            time.sleep(random.random() / 500)
            with TOOK.open("a") as book:
                book.write(f"{message.message()['Message-ID']} {message.to[0]}\n")
                book.flush()
                os.fsync(book.fileno())
            time.sleep(random.random() / 100)
        return len(messages)


def write(number):
    """A mail in a transaction, as an action writes it."""
    with transaction.atomic():
        message = EmailMessage(f"Mail {number}", "Text", "site@caspia.example", [f"{number}@caspia.example"])
        get_connection("amendments.mailing.backend.Outbox").send_messages([message])


def work():
    """A worker: the real command, until it is killed."""
    connection.close()
    delivery.LEASE = timedelta(milliseconds=30)
    delivery.get_connection = lambda _path: Server()
    delivery.DeliverMails.every = timedelta(milliseconds=5)
    call_command("run_periodic", only=["mails"])


def lines():
    """What the server has taken, whole lines only."""
    return [line.split() for line in TOOK.read_text().splitlines()] if TOOK.exists() else []


def kill_one(*, after):
    """Let a worker work until the server has taken so many mails more, and kill it with SIGKILL a moment later."""
    wanted = len(lines()) + after
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    while len(lines()) < wanted and OutgoingMail.objects.filter(state=State.WAITING).exists():
        time.sleep(0.001)
    time.sleep(random.random() / 100)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def main():
    sending.receivers = []  # this database has the one table
    with connection.schema_editor() as editor:
        editor.create_model(OutgoingMail)
    random.seed(1)
    number, cut = 0, set()
    for _kill in range(KILLS):
        for _mail in range(4):
            write(number)
            number += 1
        connection.close()
        kill_one(after=random.randrange(5))
        marked = set(OutgoingMail.objects.filter(state=State.SENT).values_list("message_id", flat=True))
        cut |= {taken for taken, _to in lines()} - marked
    while OutgoingMail.objects.filter(state=State.WAITING).exists():
        connection.close()
        kill_one(after=50)
    taken = lines()
    report = {
        "written": number,
        "sent": OutgoingMail.objects.filter(state=State.SENT).count(),
        "taken": len(taken),
        "ids": len({sent for sent, _to in taken}),
        "readers": len({to for _number, to in taken}),
        "pairs": len({tuple(line) for line in taken}),
        "cut between the server and the mark": len(cut),
    }
    print(json.dumps(report))


main()
