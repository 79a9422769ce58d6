"""What a step is posted to, and what is sent."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import resolve
from django.utils.timezone import localtime

from amendments.actions.checking.tick_finding import TickFinding
from amendments.actions.drafting.add_amended_act import AddAmendedAct
from amendments.actions.importing.discard_act import DiscardAct
from amendments.audit.actor import Actor
from amendments.models import Amendment, OutgoingMail
from amendments.provisions.tree import text_hash
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.languages.translating import place_of
from amendments.queries.way.seal_page import open_proposals
from amendments.states import State
from consultations.letters.stopping import stop_address
from consultations.models import Committee
from consultations.models.letter import Letter, LetterGroup
from consultations.values import InstitutionType, MembershipRole
from tests.factories import consultation as make, law
from tests.factories.consultation import DAY, NOW
from tests.permissions.law_steps import as_sealed
from tests.permissions.roles import (
    NOBODY,
    ROWING_CLUB,
    SIGNED_IN,
    WRITERS,
    Roles,
)
from tests.permissions.world import ACT, World

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MARKED = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
    '<w:ins w:id="1" w:author="Author A"><w:r><w:t>2.3. Dogs pay.</w:t></w:r></w:ins></w:p></w:body></w:document>'
)
_KINDS = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
Given = Mapping[str, Any]


@dataclass(frozen=True)
class Post:
    """A step: the arguments of its address, what is sent, and who takes it. `sees` are told so on its own page.

    `before` changes the world first; nothing else here does.
    """

    arguments: Callable[[World], list[Any]]
    given: Callable[[World], Given]
    acts: Roles
    sees: Roles = NOBODY
    before: Callable[[World], object] | None = None


def nothing(world: World) -> Given:
    return {}


def because(world: World) -> Given:
    return {"reason": "Because."}


def clerks(world: World) -> Given:
    """A group of this name without permissions."""
    kinds = ("page", "document", "image", "collection")
    counts = {
        f"{kind}_permissions-{count}": "0" for kind in kinds for count in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    return {"name": "clerks"} | counts


def minute(at: Any) -> str:
    return localtime(at).strftime("%Y-%m-%dT%H:%M")


def day(at: Any) -> str:
    return localtime(at).strftime("%Y-%m-%d")


def newcomer(world: World) -> Given:
    return {"email": world.people["citizen"].email, "role": MembershipRole.AUTHOR.value, "start": day(NOW)}


def said(**more: Any) -> dict[str, Any]:
    words = {"stance": "opposes", "rationale": "Too dear.", "visibility": "public", "identity": "shown"}
    return {**words, "proposed_text": "", "language": "en", "priority": "medium", **more}


def answers(world: World) -> Given:
    field = f"answer-{world.questions['public'].pk.hex}"
    return {
        "acting_for": "person",
        "visibility": "public",
        "identity": "shown",
        "language": "en",
        field: "We do.",
    }


def edited(world: World) -> Given:
    element = working_draft(law.act_of(world.amendments["own"])).tree.by_key[
        str(world.provisions["commented"].pk)
    ]
    return {"text": f"{element.text} It is kept.", "seen": text_hash(element), "save": "1"}


def prepared(world: World) -> Given:
    (element,) = working_draft(law.act_of(world.amendments["own"])).tree.numbered("2.1")
    return {"place": place_of(element), "heading": "", "body": "Gediş haqqı.", "source": "An office"}


def translated(world: World) -> Given:
    place = world.provisions["commented"].pk
    return {"place": place, "heading": "", "body": "Gediş haqqı.", "source": "An office"}


def imported(world: World) -> Given:
    particulars = {"title": "New", "number": "7-L", "type": "law", "country": "", "language": "en"}
    return {**particulars, "section": world.sections["own"].pk, "text": ACT, "save": "1"}


def word_file(world: World) -> Given:
    """The redline of a draft, in which the drafting body marked its changes."""
    files = {"word/document.xml": _MARKED, "[Content_Types].xml": _KINDS, "_rels/.rels": _RELATIONS}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return {"file": SimpleUploadedFile("marked.docx", data.getvalue())}


def chosen_marks(world: World) -> Given:
    return {"change": "1", "note": "1"}


def sign(world: World) -> None:
    as_sealed(world)
    Amendment.objects.filter(pk=world.amendments["own"].pk).update(state=State.SIGNED)


def consulted(world: World) -> None:
    """The amendment of the public draft is at its consultation."""
    amendment = world.drafts["public"].amendment
    Amendment.objects.filter(pk=amendment.pk).update(state=State.CONSULTATION)


def second_act(world: World) -> None:
    base = world.versions["hidden act"]
    AddAmendedAct(world.amendments["own"], base, actor=Actor.now(world.people["drafter"])).execute()


def hidden_act(world: World) -> list[Any]:
    return [world.versions["hidden act"].instrument_id]


def long_import(world: World) -> list[Any]:
    return [world.imports["failed"].pk]


def discard(world: World) -> None:
    actor = Actor.now(world.people["drafter"], reason="Imported twice.")
    DiscardAct(world.versions["hidden act"].instrument, actor=actor).execute()


def received(world: World) -> Given:
    came = {"channel": "letter", "received": minute(NOW - DAY / 24), "source": "Letter 5"}
    return said(institution=world.bodies["union"].pk, **came)


def body(world: World) -> Given:
    return {"name": "Pilots", "type": InstitutionType.NGO.value, "slug": "pilots", "start": day(NOW)}


def office_of_chair(world: World) -> Given:
    committee, person = Committee.objects.get(), world.people["citizen"]
    return {"committee": committee.pk, "email": person.email, "kind": "chair", "start": day(NOW)}


def is_chair(world: World) -> None:
    law.join(world.people["citizen"], "chair")


def second_committee(world: World) -> None:
    law.make_committee("harbours")


def ticked(world: World) -> None:
    actor = Actor.now(world.people["drafter"])
    TickFinding(world.findings["returned"], is_done=True, actor=actor).execute()


def passed(world: World) -> None:
    law.record_pass(world.amendments["own"], world.people["drafter"])


def left_out(world: World) -> Given:
    """The open proposals that the page names before the seal."""
    return {"left_out": [row.key for row in open_proposals(world.amendments["own"])]}


def newer_base(world: World) -> None:
    """Another amendment of the same act is adopted."""
    own, drafter = world.amendments["own"], world.people["drafter"]
    rival = law.make_amendment(own.get_parent().specific, law.act_of(own).base_version, drafter, "Rival")
    law.add(rival, drafter, "repeal", "1.2.1")
    law.adopt(law.seal(rival, drafter), drafter)


def named(name: str) -> dict[str, Any]:
    return {"order": 0, **{f"label_{language}": name for language in ("az", "en", "ru")}}


def on_amendment(*more: Callable[[World], Any], of: str = "own") -> Callable[[World], list[Any]]:
    return lambda world: [world.amendments[of].pk, *(each(world) for each in more)]


def on_version(name: str) -> Callable[[World], list[Any]]:
    return lambda world: [world.versions[name].pk]


def on_draft(name: str) -> Callable[[World], list[Any]]:
    return lambda world: [world.drafts[name].pk]


def on_round(name: str, *more: Callable[[World], Any]) -> Callable[[World], list[Any]]:
    return lambda world: [world.rounds[name].pk, *(each(world) for each in more)]


def undelivered(_world: World) -> OutgoingMail:
    return law.undelivered_mail()


def undelivered_one(_world: World) -> Given:
    return {"mail": [mail.pk for mail in OutgoingMail.objects.all()]}


def aside(world: World) -> Letter:
    return make.letter_aside(world.people["citizen"])


def aside_one(_world: World) -> Given:
    return {"letter": [letter.pk for letter in Letter.objects.filter(state=Letter.State.FAILED)]}


def paces(_world: World) -> Given:
    return dict.fromkeys(LetterGroup.values, "daily") | {"language": "en"}


def signed_stop(person: Any) -> str:
    """What the address in a mail ends with that stops letters."""
    return resolve(stop_address(person, LetterGroup.ROUNDS)).kwargs["signed"]


def on_comment(name: str) -> Callable[[World], list[Any]]:
    return lambda world: [world.comments[name].pk]


def provision(world: World) -> object:
    return world.provisions["commented"].pk


def office(world: World) -> object:
    return world.bodies["office"].pk


def taken(world: World) -> object:
    return world.instructions["taken"].pk


HEAD: Roles = frozenset({"rights_head"})
INDIVIDUAL = Post(on_round("public"), lambda w: said(acting_for="person"), WRITERS, SIGNED_IN)
ON_A_PROVISION = Post(on_round("public", provision), INDIVIDUAL.given, WRITERS, SIGNED_IN)
ANSWERS = Post(on_round("public"), answers, WRITERS, SIGNED_IN)
OWN_DRAFT = Post(on_comment("draft"), lambda w: said(acting_for=w.bodies["stranger"].pk), ROWING_CLUB)
