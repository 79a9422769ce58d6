"""Do what has to be done again and again, until it is stopped: send mails, remind."""

import signal
from argparse import ArgumentParser
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from amendments import periodic


class Command(BaseCommand):
    help = "Send mails and do other regular work; one is enough, several do no harm."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--only", action="append", default=[], metavar="JOB", help="a job; may be repeated"
        )
        parser.add_argument("--once", action="store_true", help="run every job once and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        jobs = periodic.jobs(options["only"])
        if unknown := set(options["only"]) - {job.slug for job in jobs}:
            raise CommandError(f"There is no job {', '.join(sorted(unknown))}.")
        if options["once"]:
            for job in jobs:
                periodic.run_once(job)
            return
        stopped = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        periodic.run(jobs, stopped)
