"""How texts of an act are named to readers of issues."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from amendments.models import Version
from rights.models.unanswered import failed


def text_name(version: Version) -> str:
    """ "Draft 2" or "Law 118-L". Read the version with its act."""
    if version.is_draft:
        return version.label
    act = version.instrument
    return f"{act.get_type_display()} {version.law_number or act.number}"


def ended(version: Version) -> str:
    """ "Withdrawn" or "Rejected", of a draft whose amendment failed; "" of other texts. Read it with its amendment."""
    return str(version.draft.amendment.get_state_display()) if version.draft and failed(version) else ""


def earlier_text(version: Version) -> str:
    """The name of a text inside a sentence that compares: "draft 2", "Law 118-L"."""
    return text_in_sentence(version) if version.is_draft else text_name(version)


def earlier_dated(version: Version) -> str:
    """The name inside a sentence where drafts of several amendments bear the same number: "draft 2 of 14 November 2026"."""
    if not version.is_draft:
        return text_name(version)
    named = {"number": version.number, "day": date_format(localdate(version.sealed_at))}
    return _("draft %(number)s of %(day)s") % named


def text_in_sentence(version: Version) -> str:
    """The name of a text inside a sentence: "draft 2", "the adopted law"."""
    if version.is_draft:
        return _("draft %(number)s") % {"number": version.number}
    return _("the final text")


def dated_name(version: Version) -> str:
    """The name with the day of a draft, which tells the drafts of several amendments apart: "Draft 1, 14 November 2026"."""
    name = text_name(version)
    return f"{name}, {date_format(localdate(version.sealed_at))}" if version.is_draft else name


def names_apart(versions: Sequence[Version]) -> list[str]:
    """The names of texts side by side; drafts of several amendments that are called the same get their days."""
    plain = [text_name(version) for version in versions]
    return [
        dated_name(version) if plain.count(name) > 1 else name
        for name, version in zip(plain, versions, strict=True)
    ]
