"""What the doctor looks at in the site: first start, checks with seals and index, worker, runner, mails, chain."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core import checks
from django.db import DEFAULT_DB_ALIAS
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from amendments.models import ChainHead, Library
from amendments.queries.mails import mail_status
from amendments.record.anchor import kept_heads, log_path
from portal.home.health.beats import RUNNER, last_beat
from portal.home.health.findings import Finding, fault, warning, well
from portal.home.models import HomePage
from portal.users.powers import keepers

PATIENCE = timedelta(minutes=2)
LONG_TASK = timedelta(hours=6)
MAIL_PATIENCE = timedelta(minutes=15)
_SHOWN = 20  # messages of the checks


def first_start(now: datetime) -> Iterator[Finding]:
    """Whether there are people who keep the site, a home page and a library."""
    count = keepers().count()
    if count == 0:
        yield fault("first start", "Nobody keeps the accounts.", "Run manage.py createsuperuser.")
    elif count == 1:
        yield warning(
            "first start",
            "One person alone keeps the accounts, so nobody confirms changes.",
            "Make a second administrator (manage.py confirm_account_change).",
        )
    if not HomePage.objects.live().exists():
        yield fault("first start", "There is no home page.", "Run manage.py migrate.")
    elif not Library.objects.live().exists():
        yield warning(
            "first start",
            "There is no library of acts.",
            "Add a drafting body in /cms/ (Settings, Drafting bodies): the first one brings it.",
        )
    elif count > 1:
        yield well("first start", "Administrators, home page and library are there.")


def system_checks(now: datetime) -> Iterator[Finding]:
    """The checks of Django and of all apps: triggers of the seals, the index, roles that exclude one another."""
    found = [one for one in checks.run_checks(databases=[DEFAULT_DB_ALIAS]) if not one.is_silenced()]
    for one in found[:_SHOWN]:
        grade = fault if one.is_serious() else warning
        yield grade(f"check {one.id}", str(one.msg), str(one.hint or "See docs/extending.md."))
    if not found:
        yield well("checks", "Seals, search index and roles are as they should be.")


def worker(now: datetime) -> Iterator[Finding]:
    """Whether tasks are taken."""
    tasks = DBTaskResult.objects
    oldest = tasks.ready().order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
    if oldest is not None and now - oldest > PATIENCE:
        yield fault(
            "worker", f"A task has waited since {oldest:%Y-%m-%d %H:%M}.", "Start manage.py db_worker."
        )
    elif tasks.filter(status=TaskResultStatus.RUNNING, started_at__lt=now - LONG_TASK).exists():
        yield warning(
            "worker", "A task has run for hours; its worker may have died.", "Restart manage.py db_worker."
        )
    else:
        yield well("worker", "No task waits for a worker.")


def runner(now: datetime) -> Iterator[Finding]:
    """Whether the periodic runner runs."""
    last = last_beat(RUNNER)
    if last is None or now - last > PATIENCE:
        since = f"since {last:%Y-%m-%d %H:%M}" if last else "at all"
        yield fault("runner", f"The periodic runner was not seen {since}.", "Start manage.py run_periodic.")
    else:
        yield well("runner", "The periodic runner runs.")


def mails(now: datetime) -> Iterator[Finding]:
    """Whether mails leave."""
    status = mail_status()
    if status.failed:
        yield warning(
            "mail",
            f"{status.failed} mails were not delivered.",
            "See Reports, Mails in /cms/ and send them again.",
        )
    if status.oldest is not None and now - status.oldest > MAIL_PATIENCE:
        yield fault(
            "mail",
            f"{status.waiting} mails wait, the oldest since {status.oldest:%Y-%m-%d %H:%M}. {status.trouble}".strip(),
            "Look at the mail server (MADDA_SMTP_HOST) and at manage.py run_periodic.",
        )
    elif not status.failed:
        yield well("mail", f"{status.waiting} mails wait.")


def chain(now: datetime) -> Iterator[Finding]:
    """Whether the log outside the database knows the end of the chain; `verify_seals` compares the rest."""
    if log_path() is None:
        yield warning(
            "chain",
            "No log of heads is kept, so what is cut off at the end of the record is missed by nobody.",
            "Set MADDA_CHAIN_LOG to a file that the administrators of the database cannot write.",
        )
        return
    head = ChainHead.objects.filter(pk=1).first()
    kept, is_of_this_key = set(), True
    for one in kept_heads():
        is_of_this_key = one.is_genuine
        if head is not None and one.chain == str(head.chain):
            kept.add((one.number, one.sha256))
    if head is None or not head.number or (head.number, head.sha256) in kept:
        yield well("chain", "The log of heads knows the end of the chain.")
    elif any(number == head.number for number, _sha256 in kept):
        yield fault(
            "chain",
            f"The log of heads names another link {head.number}: the chain was cut or computed anew.",
            "Run manage.py verify_seals, and find out who could write the database.",
        )
    elif not is_of_this_key:
        yield fault(
            "chain",
            "The last line of the log of heads is damaged or signed with another key than that of the site.",
            "Add the MADDA_SECRET_KEY from before to MADDA_FORMER_SECRET_KEYS, and run manage.py verify_seals.",
        )
    else:
        yield fault(
            "chain",
            f"The log of heads does not know link {head.number}, the last one of the chain.",
            f"See whether {log_path()} can be written, and run manage.py verify_seals.",
        )
