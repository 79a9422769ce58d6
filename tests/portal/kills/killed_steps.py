"""The six kinds of work during which a process is killed.

`prepare` makes something to do, in the parent. `parts` are carried out one after the other in the process that is
killed; each is one transaction at most. `again` is what people and the periodic runner do afterwards. `is_done` says
whether the work is there, and `problem` what is wrong with it.
"""

# ruff: noqa: S311 - chance decides only how long the mail server takes
import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone

from amendments.actions.importing.particulars import Particulars
from amendments.actions.importing.request_import import RequestImport
from amendments.actions.publication.seal_draft import SealDraft
from amendments.audit.actor import Actor
from amendments.errors import NothingToSeal
from amendments.mailing import delivery
from amendments.models import ActImport, Instrument, OutgoingMail
from amendments.worker.abandoned import TakeUpImports
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.submissions.sign_off_submission import SignOffSubmission
from consultations.actions.submissions.submit import Submit
from consultations.models import Comment, Disposition, Submission
from consultations.rules.answer_kinds import Answer
from portal.home.health.jobs import ForgetTasks
from search.models import ConfidentialContent, PublicContent
from search.queries import search
from search.request import Request
from tests.factories import consultation as make, law

Parts = list[Callable[[], Any]]


class Seal:
    """A drafter seals a draft, and presses again where no answer came."""

    def __init__(self, world: Any) -> None:
        self.world = world

    def prepare(self) -> None:
        drafter = self.world.drafter
        self.amendment = law.make_amendment(self.world.section, self.world.base, drafter)
        law.add(self.amendment, drafter, "replace_words", "2.2", old="free of charge", new="at half the fare")
        law.add(self.amendment, drafter, "repeal", "1.2.1")
        law.record_pass(self.amendment, drafter)

    def parts(self) -> Parts:
        return [SealDraft(self.amendment, actor=Actor.now(self.world.drafter)).execute]

    def again(self) -> None:
        with suppress(NothingToSeal):
            SealDraft(self.amendment, actor=Actor.now(self.world.drafter)).execute()

    def is_done(self) -> bool:
        return self.amendment.drafts.exists()

    def problem(self) -> str:
        drafts = [draft.versions.count() for draft in self.amendment.drafts.all()]
        return "" if drafts == [1] else f"versions of its drafts: {drafts}"


class Send:
    """A focal point signs off and sends, and presses again."""

    def __init__(self, world: Any) -> None:
        self.world = world

    def prepare(self) -> None:
        said = make.content(make.chosen(self.world.draft, "2.1"), files=(make.attached(),))
        comment = make.draft(self.world.round, self.world.ngo_author, self.world.ngo, said)
        self.submission = comment.submission

    def _row(self) -> Submission:
        return Submission.objects.get(pk=self.submission.pk)

    def parts(self) -> Parts:
        actor = Actor.now(self.world.ngo_focal)
        return [
            lambda: SignOffSubmission(self._row(), actor=actor).execute(),
            lambda: Submit(self._row(), actor=actor).execute(),
        ]

    def again(self) -> None:
        if not self._row().is_received:
            self.parts()[0]()
        self.parts()[1]()

    def is_done(self) -> bool:
        return self._row().is_received

    def problem(self) -> str:
        row = self._row()
        states = set(row.comments.values_list("state", flat=True))
        is_whole = states == {"submitted"} and row.reference and row.sha256
        return "" if is_whole else f"receipt {row.reference!r}, comments {states}"


class Decide:
    """A secretary proposes an answer and records the decision, and presses again."""

    def __init__(self, world: Any) -> None:
        self.world = world

    def prepare(self) -> None:
        said = make.content(make.chosen(self.world.draft, "2.2"))
        comment = make.draft(self.world.round, self.world.body_author, self.world.body, said)
        make.send(comment.submission, self.world.body_focal)
        self.comment = Comment.objects.get(pk=comment.pk)

    def parts(self) -> Parts:
        actor = Actor.now(self.world.secretary, reason="Because.")
        return [
            lambda: ProposeDisposition(self.comment, Answer.NOT_ACCEPTED, actor=actor).execute(),
            lambda: DecideDisposition(self.comment, actor=actor, decided_in="meeting 3").execute(),
        ]

    def again(self) -> None:
        if not self.is_done():
            self.parts()[0]()
        self.parts()[1]()

    def is_done(self) -> bool:
        return Disposition.objects.filter(comment=self.comment).exclude(decided_at=None).exists()

    def problem(self) -> str:
        rows = list(Disposition.objects.filter(comment=self.comment).values_list("decided_in", "revision"))
        return "" if rows == [("meeting 3", 2)] else f"answers: {rows}"


class Import:
    """A drafter asks for an act, which a worker imports; the periodic runner and another worker take up what they left."""

    def __init__(self, world: Any) -> None:
        self.world = world
        self.number = 1000

    def prepare(self) -> None:
        self.number += 1

    def parts(self) -> Parts:
        return [self._ask, _work]

    def _ask(self) -> None:
        given = Particulars(f"Law {self.number}", f"{self.number}-L", "en")
        actor = Actor.now(self.world.drafter)
        RequestImport(self.world.section, law.ACT, given, actor=actor).execute()

    def again(self) -> None:
        self._ask()
        TakeUpImports().run(timezone.now() + timedelta(minutes=3))
        ForgetTasks().run(timezone.now() + timedelta(minutes=20))
        _work()

    def is_done(self) -> bool:
        return self._asked().filter(state=ActImport.State.DONE).exists()

    def problem(self) -> str:
        acts = Instrument.objects.filter(title=f"Law {self.number}")
        texts, asked = [act.versions.count() for act in acts], self._asked().count()
        return "" if (texts, asked) == ([1], 1) else f"texts of its acts: {texts}, requests: {asked}"

    def _asked(self) -> Any:
        return ActImport.objects.filter(given__number=f"{self.number}-L")


def _work() -> None:
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)


class Mail:
    """The worker sends four mails; another one goes on. The mail server is a file, in which a line is a mail it took."""

    took: Path

    def __init__(self, world: Any) -> None:
        self.number = 0

    def prepare(self) -> None:
        self.written = []
        for _mail in range(4):
            self.number += 1
            to = f"{self.number}@caspia.example"
            with transaction.atomic():
                message = EmailMessage(f"Mail {self.number}", "Text", "site@caspia.example", [to])
                get_connection("amendments.mailing.backend.Outbox").send_messages([message])
            self.written.append(to)

    def parts(self) -> Parts:
        return [self._send]

    def _send(self) -> None:
        with _server():
            while OutgoingMail.objects.filter(state=OutgoingMail.State.WAITING).exists():
                call_command("run_periodic", only=["mails"], once=True)

    again = _send

    def is_done(self) -> bool:
        return not OutgoingMail.objects.exclude(state=OutgoingMail.State.SENT).exists()

    def problem(self) -> str:
        """Each reader has a mail, and whoever was sent one twice gets it under one Message-ID."""
        lines = {tuple(line.split()) for line in self.took.read_text().splitlines()}
        ids = [sorted(name for name, to in lines if to == wanted) for wanted in self.written]
        return "" if all(len(names) == 1 for names in ids) else f"numbers of its mails: {ids}"


class _Server(BaseEmailBackend):
    """Takes a while, takes the mail, and takes a while to say so."""

    def send_messages(self, messages: Any) -> int:
        for message in messages:
            time.sleep(random.random() / 500)
            with Mail.took.open("a") as book:
                book.write(f"{message.message()['Message-ID']} {message.to[0]}\n")
                book.flush()
                os.fsync(book.fileno())
            time.sleep(random.random() / 100)
        return len(messages)


@contextmanager
def _server() -> Iterator[None]:
    lease, transport = delivery.LEASE, delivery.get_connection
    delivery.LEASE = timedelta(milliseconds=30)
    delivery.get_connection = lambda _path: _Server()
    try:
        yield
    finally:
        delivery.LEASE, delivery.get_connection = lease, transport


class Reindex:
    """An operator fills the index again, and once more where the command did not end."""

    def __init__(self, world: Any) -> None:
        self.held: list[Any] = []

    def prepare(self) -> None:
        self.held = self._entries()

    def parts(self) -> Parts:
        return [lambda: call_command("rebuild_index", stdout=_Nowhere(), stderr=_Nowhere())]

    def again(self) -> None:
        self.parts()[0]()

    def is_done(self) -> bool:
        return True  # before and after, the index holds the same

    def problem(self) -> str:
        held, found = set(self.held), self._entries()
        return "" if held == set(found) and len(found) == len(held) else f"entries: {set(found) ^ held}"

    def _entries(self) -> list[Any]:
        """What stands in the index, and how many results its full text gives."""
        rows = (
            str(row)
            for model in (PublicContent, ConfidentialContent)
            for row in model.objects.values_list("entry__source", "entry__key", "texts")
        )
        return [*rows, search(Request.read(QueryDict("q=ferries")), AnonymousUser()).total]


class _Nowhere:
    def write(self, _text: str) -> None:
        """What a command says."""

    def flush(self) -> None:
        """Nothing to do."""

    def isatty(self) -> bool:
        return False


STEPS = {"seal": Seal, "submit": Send, "answer": Decide, "import": Import, "mail": Mail, "reindex": Reindex}
