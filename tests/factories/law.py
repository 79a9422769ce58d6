"""Bodies, people, acts, amendments and drafts of the law app."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.mail import EmailMessage
from django.db import connection
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission, Page

from amendments.actions.drafting.add_instruction import AddInstruction
from amendments.actions.drafting.open_amendment import OpenAmendment
from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.actions.publication.release_version import ReleaseVersion
from amendments.actions.publication.request_release import RequestRelease
from amendments.actions.publication.seal_consolidated import Adoption, SealConsolidated
from amendments.actions.publication.seal_draft import SealDraft
from amendments.actions.translating.prepare_translations import PrepareTranslations
from amendments.actions.translating.translate_wordings import TranslateWordings
from amendments.audit.actor import Actor
from amendments.instructions.operations import Operation, from_json
from amendments.mailing.backend import written
from amendments.models import (
    AmendedAct,
    Amendment,
    Draft,
    Instruction,
    LegalCheck,
    Library,
    OutgoingMail,
    Section,
    Version,
)
from amendments.plugins.registry import scheme_for
from amendments.provisions.scheme import Parsed
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.working_text import working_text
from amendments.queries.languages.translating import place_of
from amendments.queries.languages.translations import Words
from amendments.queries.showing.trees import tree_of
from amendments.states import State
from consultations.models import Committee, Institution, Membership, Office
from consultations.values import MembershipRole

ACT = """LAW OF THE REPUBLIC OF CASPIA
On Ferries

CHAPTER 1
GENERAL PROVISIONS

Article 1. Scope
1.1. This Law applies to ferries in the territory of the Republic of Caspia.
1.2. This Law does not apply to:
1.2.1. rowing boats;
1.2.2. rafts.

Article 2. Fares
2.1. The fare is 10 coins. It is paid before the crossing.
2.2. Children travel free of charge.
"""
LONG_AGO = date(2020, 1, 1)
SECRETARIAT = (
    "release_version",
    "move_amendment",
    "read_released",
    "read_requested",
    "propose_instruction",
    "view_statechange",
)


def make_user(name: str, *groups: str, permissions: Iterable[str] = (), **extra: Any) -> Any:
    """A person in groups; `permissions` are codenames given to a group of the same name as the person."""
    user = get_user_model().objects.create_user(f"{name}@example.invalid", "password", name=name, **extra)
    for group in groups:
        user.groups.add(Group.objects.get_or_create(name=group)[0])
    if permissions:
        own, _ = Group.objects.get_or_create(name=f"rights of {name}")
        own.permissions.add(*Permission.objects.filter(codename__in=list(permissions)))
        user.groups.add(own)
    return user


def join(person: Any, *groups: str) -> None:
    """Give a person roles that two administrators gave."""
    person.groups.add(*Group.objects.filter(name__in=groups))


def root_page() -> Page:
    """The page below which the library and the sections stand."""
    return Page.objects.filter(depth=2).first() or Page.objects.get(depth=1)


def make_library() -> Library:
    """The library of acts, once."""
    return Library.objects.first() or root_page().add_child(instance=Library(title="Acts", slug="acts"))


def make_section(title: str = "Ferry Authority") -> Section:
    """The section of a drafting body with a group that drafts in it, on a site with one committee."""
    make_library()
    make_committee()
    section = root_page().add_child(instance=Section(title=title, slug=title.lower().replace(" ", "-")))
    group, _ = Group.objects.get_or_create(name=f"drafters of {title}")
    permission = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.get_or_create(group=group, page=section, permission=permission)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    return section


def make_drafter(section: Section, name: str = "drafter") -> Any:
    """A drafter of the section."""
    return make_user(name, f"drafters of {section.title}")


def make_secretary(name: str = "secretary") -> Any:
    """A person of the secretariat of the committee."""
    return appoint(make_user(name, permissions=SECRETARIAT), "secretary")


def make_committee(slug: str = "committee") -> Committee:
    """The committee of this name, once."""
    return Committee.objects.get_or_create(slug=slug, defaults={"name": slug.title()})[0]


def appoint(
    person: Any,
    kind: str,
    committee: Committee | None = None,
    start: date = LONG_AGO,
    end: date | None = None,
) -> Any:
    """Give a person an office of a committee, for long already."""
    committee = committee or make_committee()
    Office.objects.create(user=person, committee=committee, kind=kind, start=start, end=end)
    return person


def parse(text: str = ACT, language: str = "en", country: str = "") -> Parsed:
    """The tree of a text."""
    return scheme_for(country, language).parse(text)


def make_act(
    section: Section, drafter: Any, *, text: str = ACT, number: str = "1-L", kind: str = "law"
) -> Version:
    """An imported act: its first sealed version, released to nobody yet."""
    particulars = Particulars(f"Law {number}", number, "en", type=kind)
    return ImportAct(section, parse(text), particulars, actor=Actor.now(drafter)).execute()


def make_amendment(
    section: Section, base: Version, drafter: Any, title: str = "Amending the Law", *others: Version
) -> Amendment:
    """An amendment without instructions, on one act or on further ones too."""
    return OpenAmendment(section, [base, *others], title, actor=Actor.now(drafter)).execute()


def act_of(amendment: Amendment, place: int = 1) -> AmendedAct:
    """An act that it amends, by its place."""
    return amendment.amended_acts.get(order=place)


def operation(op: str, target: str, **given: Any) -> Operation:
    """An operation in the one shape."""
    return from_json({"op": op, "target": target, **given})


def add(
    amendment: Amendment, drafter: Any, op: str, target: str, *, place: int = 1, **given: Any
) -> Instruction:
    """An instruction on the list of an act, by the place of the act."""
    act, wanted = act_of(amendment, place), operation(op, target, **given)
    return AddInstruction(act, wanted, actor=Actor.now(drafter)).execute()


def text_in(draft: Draft, place: int = 1) -> Version:
    """The version of an act in a draft, by the place of the act."""
    return draft.versions.get(order=place)


def make_reviewer(name: str = "legal reviewer") -> Any:
    """A person of the legal service, who may check what others draft; once."""
    email = f"{name}@example.invalid"
    found = get_user_model().objects.filter(email=email).first()
    return found or make_user(name, permissions=["review_amendment"])


def join_legal_service(reviewer: Any) -> Any:
    """Make the reviewer a member of the legal service of a ministry of justice."""
    start = date(2020, 1, 1)
    ministry, _is_new = Institution.objects.get_or_create(
        slug="justice", defaults={"name": "Justice", "type": "ministry", "start": start, "checks_law": True}
    )
    known = {"user": reviewer, "institution": ministry, "role": MembershipRole.LEGAL_SERVICE}
    Membership.objects.get_or_create(**known, defaults={"start": start})
    return reviewer


def record_pass(amendment: Amendment, drafter: Any) -> LegalCheck:
    """The working text passed the legal check, and the amendment stays in its state."""
    actor = Actor.now(drafter)
    reviewer = make_reviewer()
    check = LegalCheck(
        amendment=amendment,
        reviewer=reviewer,
        reviewer_label=str(reviewer),
        asked_at=actor.at,
        asked_by=drafter,
        due=actor.at.date(),
        text_hash=working_text(amendment).hash,
        result=LegalCheck.Result.PASSED,
        answered_at=actor.at,
        answered_by=reviewer,
    )
    check.save()
    return check


def seal(amendment: Amendment, drafter: Any) -> Draft:
    """The next sealed draft, after its legal check."""
    record_pass(amendment, drafter)
    return SealDraft(amendment, actor=Actor.now(drafter)).execute()


def release(text: Draft | Version, audience: str, drafter: Any, secretary: Any) -> None:
    """Ask for a release and give it."""
    RequestRelease(text, audience, actor=Actor.now(drafter)).execute()
    ReleaseVersion(text, audience, actor=Actor.now(secretary)).execute()


def translate(version: Version, person: Any, number: str, body: str = "", heading: str = "") -> None:
    """An Azerbaijani translation of the provision with this number."""
    (element,) = tree_of(version).numbered(number)
    words = {element.key: Words(heading, body)}
    TranslateWordings(version, "az", words, "An office", actor=Actor.now(person)).execute()


def prepare_translation(amendment: Amendment, person: Any, number: str, body: str) -> None:
    """An Azerbaijani translation of the provision with this number in the working text."""
    act = act_of(amendment)
    (element,) = working_draft(act).tree.numbered(number)
    words = {place_of(element): Words("", body)}
    PrepareTranslations(act, "az", words, "An office", actor=Actor.now(person)).execute()


def adopt(draft: Draft, drafter: Any, number: str = "2-L", in_force: date | None = None) -> Version:
    """The amendment is signed, and its last draft becomes the text of its act; of several, that of the first."""
    Amendment.objects.filter(pk=draft.amendment_id).update(state=State.SIGNED)
    return SealConsolidated(draft, Adoption(number, in_force), actor=Actor.now(drafter)).execute()[0]


def holds(action: Any, row: Model) -> bool:
    """Whether an action first locks this row, so that others who need it wait. Rows may still point at it."""
    with CaptureQueriesContext(connection) as queries:
        action.lock()
    held = " FOR NO KEY UPDATE" if connection.features.has_select_for_update else ""
    key = row._meta.pk.get_db_prep_value(row.pk, connection)
    wanted = f'WHERE "{row._meta.db_table}"."{row._meta.pk.column}" = {key}'
    return any(wanted in query["sql"] and query["sql"].endswith(held) for query in queries)


def undelivered_mail(number: int = 1) -> OutgoingMail:
    """A mail that the mail server refused for good."""
    message = EmailMessage("Subject", "Text", "site@caspia.example", ["gone@caspia.example"])
    mail = written(message)
    mail.message_id, mail.state, mail.error = (
        f"<{number}@caspia.example>",
        OutgoingMail.State.FAILED,
        "No such user",
    )
    mail.save()
    return mail
