"""`manage.py import_act FILE`: an act into the library, with a JSON report of what was read."""

import json
from argparse import ArgumentTypeError
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError, CommandParser

from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.audit.actor import Actor
from amendments.errors import AmendmentsError
from amendments.importers import ImportFailed, load_act
from amendments.importers.limits import check_size
from amendments.importers.swallowed_headings import swallowed
from amendments.models import Section
from amendments.models.instrument import InstrumentType
from amendments.permissions import may_draft_in
from amendments.plugins.registry import country_for, importers, scheme_for
from amendments.provisions.losses.codes import UNPARSED_LINE
from amendments.provisions.provision_errors import ProvisionError
from amendments.provisions.scheme import Parsed
from amendments.provisions.tree import Kind

NUMBERED = (Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT)


class Command(BaseCommand):
    """Saves nothing while a finding stops the import; `--confirm` says why the text is right as it stands."""

    help = (
        "Import an act from a file of a known format (DOCX, text, those of plugins) and print a JSON report."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--country", default="", help="two letters; needed if several countries have the language"
        )
        parser.add_argument("--language", default="en")
        parser.add_argument("--title", default="", help="default: the title printed in the file")
        parser.add_argument("--number", default="", help="default: the name of the file")
        parser.add_argument("--date", type=date.fromisoformat, help="date of adoption, YYYY-MM-DD")
        parser.add_argument("--as-of", type=date.fromisoformat, help="first day of this wording, YYYY-MM-DD")
        parser.add_argument("--by-law", default="", help="number of the law that brought this wording")
        parser.add_argument("--type", choices=InstrumentType.values, default="law")
        parser.add_argument("--section", default="", help="slug of the drafting body; default: the first")
        parser.add_argument(
            "--user", default="", help="e-mail of the drafter; default: the first of the body"
        )
        parser.add_argument(
            "--confirm",
            action="append",
            default=[],
            type=_confirmation,
            metavar='CODE="reason"',
            help="why the text is right in spite of the findings of this code; once for each code",
        )
        parser.add_argument(
            "--tracked",
            choices=("accepted", "rejected"),
            default="accepted",
            help="tracked changes of a Word file",
        )
        parser.add_argument("--dry-run", action="store_true", help="report and save nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        parsed, notices = self._parse(options)
        report = _report(parsed) | {"notices": notices}
        if not options["dry_run"]:
            self._refuse_unclear(parsed, dict(options["confirm"]))
            report["saved"] = self._save(parsed, options)
        self.stdout.write(json.dumps(report, ensure_ascii=False, indent=1))

    def _parse(self, options: dict[str, Any]) -> tuple[Parsed, list[str]]:
        path: Path = options["file"]
        try:
            check_size(path.stat().st_size)
            imported = load_act(path.name, path.read_bytes(), importers())
            if options["tracked"] == "rejected" and imported.original:
                imported = imported.original
            options["country"] = country_for(options["country"], options["language"])
            parsed = scheme_for(options["country"], options["language"]).parse(imported.text)
            lost = tuple(swallowed(imported.headings, imported.text, parsed))
            parsed = replace(parsed, warnings=(*parsed.warnings, *lost))
            return parsed, [str(notice) for notice in imported.notices]
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        except (ImportFailed, ProvisionError) as error:
            raise CommandError(f"{path}: {error}") from error

    def _refuse_unclear(self, parsed: Parsed, confirmed: dict[str, str]) -> None:
        """Stop before the drafter is looked up, and show the line of each finding."""
        if unclear := parsed.unconfirmed(confirmed):
            lines = "\n".join(
                f"  {finding.code}: {finding.count} ×, first in line {finding.line}: {finding.message}"
                for finding in unclear
            )
            raise CommandError(
                f"Nothing is saved: law may be lost.\n{lines}\n"
                'Correct the file, or say --confirm CODE="reason" for each when the text is right as it stands.'
            )

    def _save(self, parsed: Parsed, options: dict[str, Any]) -> dict[str, object]:
        section, user = _who(options["section"], options["user"])
        title = next((e.text or e.heading for e in parsed.tree if e.kind is Kind.TITLE), "")
        particulars = Particulars(
            options["title"] or " ".join(title.split())[:255] or options["file"].stem,
            options["number"] or options["file"].stem[:50],
            options["language"],
            options["country"],
            options["type"],
            options["date"],
            options["file"].name,
            as_of=options["as_of"],
            by_law=options["by_law"],
        )
        try:
            version = ImportAct(
                section, parsed, particulars, actor=Actor.now(user), confirmed=dict(options["confirm"])
            ).execute()
        except (AmendmentsError, PermissionDenied) as refusal:
            raise CommandError(f"Nothing is saved: {refusal}") from refusal
        return {"act": version.instrument.url, "version": str(version.pk), "hash": version.root_hash}


def _confirmation(given: str) -> tuple[str, str]:
    code, __, reason = given.partition("=")
    if not code.strip() or not reason.strip():
        raise ArgumentTypeError(f'“{given}” is no confirmation: write CODE="reason".')
    return code.strip(), reason.strip()


def _who(slug: str, email: str) -> tuple[Section, Any]:
    sections = Section.objects.filter(slug=slug) if slug else Section.objects.order_by("path")
    section = sections.first()
    if section is None:
        raise CommandError("There is no such drafting body. Create its section below Home in /cms/ first.")
    users = get_user_model().objects.filter(is_active=True).order_by("pk")
    for user in (
        users.filter(**{users.model.get_email_field_name(): email})
        if email
        else users.filter(groups__isnull=False).distinct()
    ):
        if may_draft_in(user, section):
            return section, user
    raise CommandError(f"No drafter of “{section.title}” was found. Name one with --user.")


def _report(parsed: Parsed) -> dict[str, Any]:
    kinds = Counter(element.kind.value for element in parsed.tree)
    codes = Counter(finding.code for finding in parsed.warnings)
    return {
        "provisions": sum(kinds[kind.value] for kind in NUMBERED),
        "elements": dict(kinds),
        "unexplained_lines": codes[UNPARSED_LINE],
        "warnings": [
            {
                "line": finding.line,
                "code": finding.code,
                "message": str(finding.message),
                "count": finding.count,
                "stops": finding.stops,
            }
            for finding in parsed.warnings
        ],
        "to_confirm": {finding.code: finding.count for finding in parsed.stopping},
    }
