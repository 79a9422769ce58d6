"""`manage.py run_demo`, called by `make run`: migrate, load the story, start the two workers and the server."""

import os
import signal
import subprocess
import sys
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from portal.demo.people import PASSWORD
from portal.demo.story import read

SHOWN = {
    "drafter": "Drafter",
    "secretary": "Committee secretary",
    "chair": "Committee chair",
    "member_tu": "Committee member",
    "ngo_legal": "NGO author",
    "focal.harbour": "NGO focal point",
    "author.bar": "Institution author",
    "focal.bar": "Institution focal point",
    "ombud1": "Ombudsman analyst",
    "ombud2": "Ombudsman head of unit",
    "reviewer.justice": "Legal reviewer",
    "citizen": "Individual citizen",
    "editor.handbook": "Handbook editor",
    "training": "Training coordinator",
    "admin": "Administrator",
    "auditor": "Auditor",
}

WORKERS = ("db_worker", "run_periodic")


class Command(BaseCommand):
    """Runs until it is stopped (Ctrl-C or SIGTERM); then workers and server stop together."""

    help = "Bring up the site with the demo story."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", default="127.0.0.1:8000")

    def handle(self, *args: Any, **options: Any) -> None:
        # as given in the environment, else what the server listens to; the worker reads it there
        settings.WAGTAILADMIN_BASE_URL = os.environ.setdefault(
            "MADDA_BASE_URL", f"http://{options['address']}"
        )
        for folder in (settings.VAR, settings.MEDIA_ROOT, settings.STATIC_ROOT):
            folder.mkdir(parents=True, exist_ok=True)
        self.stdout.write("Preparing the database …")
        call_command("migrate", verbosity=0)
        self.stdout.write("Loading the demo story …")
        call_command("load_demo", stdout=self.stdout)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # as Ctrl-C: no worker must outlive the server
        workers = [
            subprocess.Popen([sys.executable, sys.argv[0], name])  # noqa: S603 - our own command
            for name in WORKERS
        ]
        self._print_accounts(options["address"])
        try:
            call_command(
                "runserver",
                options["address"],
                use_reloader=False,
                insecure_serving=False,
                stdout=StringIO(),  # its own greeting would push the logins up
            )
        finally:
            _stop(workers)

    def _print_accounts(self, address: str) -> None:
        emails = {person["username"]: person["email"] for person in read("users")}
        self.stdout.write(f"\nOpen http://{address}/   Every password is: {PASSWORD}\n\n")
        for username, role in SHOWN.items():
            self.stdout.write(f"  {role:<26} {emails[username]}")
        self.stdout.write("\nCtrl-C stops it.\n")


def _stop(workers: list[subprocess.Popen[bytes]]) -> None:
    """Let them end what they do; long work is cut off, which undoes all of it."""
    for worker in workers:
        worker.terminate()
    for worker in workers:
        try:
            worker.wait(timeout=20)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()
