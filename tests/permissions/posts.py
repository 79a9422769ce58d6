"""Every address that takes a POST: the object, the data, and who may post."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group
from django.urls import resolve, reverse
from django.utils.timezone import localtime

from amendments.actions.checking.tick_finding import TickFinding
from amendments.actions.drafting.add_amended_act import AddAmendedAct
from amendments.actions.importing.discard_act import DiscardAct
from amendments.audit.actor import Actor
from amendments.models import Amendment, OutgoingMail
from amendments.provisions.tree import text_hash
from amendments.queries.drafts import working_draft
from amendments.queries.translating import place_of
from amendments.states import State
from consultations.letters.stopping import stop_address
from consultations.models import Committee, Office
from consultations.models.letter import Letter, LetterGroup
from consultations.values import InstitutionType, MembershipRole, OfficeKind, SeatRole
from portal.users.links import link_to
from tests.factories import consultation as make, law
from tests.factories.consultation import DAY, NOW
from tests.permissions.reading import account_change
from tests.permissions.roles import (
    ACCOUNTS,
    ADMINISTRATOR,
    EVERYBODY,
    KEEP_RIGHTS,
    KEEP_VOCABULARIES,
    LEGAL_AID,
    NOBODY,
    OWN,
    ROWING_CLUB,
    SECRETARY,
    SIGN_VOCABULARIES,
    SIGNED_IN,
    SUPERUSER,
    WRITERS,
    Roles,
)
from tests.permissions.steps import as_sealed
from tests.permissions.world import ACT, World

Given = Mapping[str, Any]


@dataclass(frozen=True)
class Post:
    """A step: the arguments of its address, what is sent, and who takes it. `sees` are told so on its own page."""

    arguments: Callable[[World], list[Any]]
    given: Callable[[World], Given]
    acts: Roles
    sees: Roles = NOBODY
    before: Callable[[World], object] = lambda world: None


def _nothing(world: World) -> Given:
    return {}


def _because(world: World) -> Given:
    return {"reason": "Because."}


def _clerks(world: World) -> Given:
    """A group of this name without permissions."""
    kinds = ("page", "document", "image", "collection")
    counts = {
        f"{kind}_permissions-{count}": "0" for kind in kinds for count in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    return {"name": "clerks"} | counts


def _minute(at: Any) -> str:
    return localtime(at).strftime("%Y-%m-%dT%H:%M")


def _day(at: Any) -> str:
    return localtime(at).strftime("%Y-%m-%d")


def _said(**more: Any) -> dict[str, Any]:
    words = {"stance": "opposes", "rationale": "Too dear.", "visibility": "public", "identity": "shown"}
    return {**words, "proposed_text": "", "language": "en", "priority": "medium", **more}


def _answers(world: World) -> Given:
    field = f"answer-{world.questions['public'].pk.hex}"
    return {
        "acting_for": "person",
        "visibility": "public",
        "identity": "shown",
        "language": "en",
        field: "We do.",
    }


def _edited(world: World) -> Given:
    element = working_draft(law.act_of(world.amendments["own"])).tree.by_key[
        str(world.provisions["commented"].pk)
    ]
    return {"text": f"{element.text} It is kept.", "seen": text_hash(element), "save": "1"}


def _prepared(world: World) -> Given:
    (element,) = working_draft(law.act_of(world.amendments["own"])).tree.numbered("2.1")
    return {"place": place_of(element), "heading": "", "body": "Gediş haqqı.", "source": "An office"}


def _translated(world: World) -> Given:
    place = world.provisions["commented"].pk
    return {"place": place, "heading": "", "body": "Gediş haqqı.", "source": "An office"}


def _imported(world: World) -> Given:
    particulars = {"title": "New", "number": "7-L", "type": "law", "country": "", "language": "en"}
    return {**particulars, "section": world.sections["own"].pk, "text": ACT, "save": "1"}


def _sign(world: World) -> None:
    as_sealed(world)
    Amendment.objects.filter(pk=world.amendments["own"].pk).update(state=State.SIGNED)


def _second_act(world: World) -> None:
    base = world.versions["hidden act"]
    AddAmendedAct(world.amendments["own"], base, actor=Actor.now(world.people["drafter"])).execute()


def _hidden_act(world: World) -> list[Any]:
    return [world.versions["hidden act"].instrument_id]


def _discard(world: World) -> None:
    actor = Actor.now(world.people["drafter"], reason="Imported twice.")
    DiscardAct(world.versions["hidden act"].instrument, actor=actor).execute()


def _received(world: World) -> Given:
    came = {"channel": "letter", "received": _minute(NOW - DAY / 24), "source": "Letter 5"}
    return _said(institution=world.bodies["union"].pk, **came)


def _body(world: World) -> Given:
    return {"name": "Pilots", "type": InstitutionType.NGO.value, "slug": "pilots", "start": _day(NOW)}


def _office_of_chair(world: World) -> Given:
    committee, person = Committee.objects.get(), world.people["citizen"]
    return {"committee": committee.pk, "email": person.email, "kind": "chair", "start": _day(NOW)}


def _is_chair(world: World) -> None:
    law.join(world.people["citizen"], "chair")


def _second_committee(world: World) -> None:
    law.make_committee("harbours")


def _ticked(world: World) -> None:
    actor = Actor.now(world.people["drafter"])
    TickFinding(world.findings["returned"], is_done=True, actor=actor).execute()


def _passed(world: World) -> None:
    law.record_pass(world.amendments["own"], world.people["drafter"])


def _named(name: str) -> dict[str, Any]:
    return {"order": 0, **{f"label_{language}": name for language in ("az", "en", "ru")}}


def _amendment(*more: Callable[[World], Any], of: str = "own") -> Callable[[World], list[Any]]:
    return lambda world: [world.amendments[of].pk, *(each(world) for each in more)]


def _version(name: str) -> Callable[[World], list[Any]]:
    return lambda world: [world.versions[name].pk]


def _draft(name: str) -> Callable[[World], list[Any]]:
    return lambda world: [world.drafts[name].pk]


def _round(name: str, *more: Callable[[World], Any]) -> Callable[[World], list[Any]]:
    return lambda world: [world.rounds[name].pk, *(each(world) for each in more)]


def _undelivered(_world: World) -> OutgoingMail:
    return law.undelivered_mail()


def _undelivered_one(_world: World) -> Given:
    return {"mail": [mail.pk for mail in OutgoingMail.objects.all()]}


def _aside(world: World) -> Letter:
    return make.letter_aside(world.people["citizen"])


def _aside_one(_world: World) -> Given:
    return {"letter": [letter.pk for letter in Letter.objects.filter(state=Letter.State.FAILED)]}


def _paces(_world: World) -> Given:
    return dict.fromkeys(LetterGroup.values, "daily") | {"language": "en"}


def signed_stop(person: Any) -> str:
    """What the address in a mail ends with that stops letters."""
    return resolve(stop_address(person, LetterGroup.ROUNDS)).kwargs["signed"]


def _comment(name: str) -> Callable[[World], list[Any]]:
    return lambda world: [world.comments[name].pk]


def _provision(world: World) -> object:
    return world.provisions["commented"].pk


def _office(world: World) -> object:
    return world.bodies["office"].pk


def _taken(world: World) -> object:
    return world.instructions["taken"].pk


HEAD: Roles = frozenset({"rights_head"})
INDIVIDUAL = Post(_round("public"), lambda w: _said(acting_for="person"), WRITERS, SIGNED_IN)
ON_A_PROVISION = Post(_round("public", _provision), INDIVIDUAL.given, WRITERS, SIGNED_IN)
ANSWERS = Post(_round("public"), _answers, WRITERS, SIGNED_IN)
OWN_DRAFT = Post(_comment("draft"), lambda w: _said(acting_for=w.bodies["stranger"].pk), ROWING_CLUB)

POSTS: Mapping[str, Post] = {
    "amendments:request_release": Post(_draft("unreleased"), lambda w: {"audience": "invited"}, OWN),
    "amendments:release": Post(_draft("invited"), lambda w: {"audience": "public"}, SECRETARY),
    "amendments:approve_release": Post(lambda w: [w.requests["wider"].pk], _nothing, frozenset({"chair"})),
    "amendments:change_state": Post(_amendment(lambda w: State.CONSOLIDATION.value), _nothing, SECRETARY),
    "amendments:take_back": Post(_amendment(), _because, SECRETARY),
    "amendments:ask_check": Post(
        _amendment(),
        lambda w: {"reviewer": w.people["legal_reviewer"].pk, "due": _day(NOW + 90 * DAY)},
        OWN,
        before=_ticked,
    ),
    "amendments:check_step": Post(
        lambda w: [w.checks["open"].pk, "call-back"], _nothing, frozenset({"other_drafter"})
    ),
    "amendments:finding_step": Post(lambda w: [w.findings["returned"].pk, "tick"], _nothing, OWN),
    "amendments_admin:import": Post(lambda w: [], _imported, OWN, frozenset({"other_drafter"})),
    "amendments_admin:import_state": Post(lambda w: [w.imports["failed"].pk], _nothing, OWN),
    "amendments_admin:discard_act": Post(_hidden_act, _because, OWN),
    "amendments_admin:restore_act": Post(_hidden_act, _nothing, OWN, before=_discard),
    "amendments_admin:retry_mails": Post(lambda w: [], _undelivered_one, ADMINISTRATOR, before=_undelivered),
    "consultations_admin:retry_letters": Post(lambda w: [], _aside_one, ADMINISTRATOR, before=_aside),
    "amendments_admin:open": Post(
        _version("base"), lambda w: {"title": "New"}, frozenset({"drafter", "other_drafter"})
    ),
    "amendments_admin:provision": Post(_amendment(_provision), _edited, OWN),
    "amendments_admin:translate": Post(_amendment(), _prepared, OWN),
    "amendments:translate": Post(
        lambda w: [law.text_in(w.drafts["public"]).pk], _translated, OWN | SECRETARY
    ),
    "amendments_admin:adopt": Post(
        _amendment(),
        lambda w: {"law_number": "9-L", "is_compared": "on", "draft": w.drafts["unreleased"].pk},
        OWN,
        before=_sign,
    ),
    "amendments_admin:add_act": Post(_amendment(lambda w: w.versions["hidden act"].pk), _nothing, OWN),
    "amendments_admin:remove_act": Post(
        _amendment(lambda w: law.act_of(w.amendments["own"], 2).pk), _nothing, OWN, before=_second_act
    ),
    "amendments_admin:new_instruction": Post(
        _amendment(), lambda w: {"op": "repeal", "target": "1.2.1", "save": "1"}, OWN
    ),
    "amendments_admin:instruction": Post(
        _amendment(_taken),
        lambda w: {"op": "insert_element", "target": "1.2.4", "new": "kites.", "save": "1"},
        OWN,
    ),
    "amendments_admin:instruction_step": Post(_amendment(_taken, lambda w: "withdraw"), _because, OWN),
    "amendments_admin:step": Post(_amendment(lambda w: "seal"), _nothing, OWN, before=_passed),
    "consultations:comment_on_document": INDIVIDUAL,
    "consultations:comment_on": ON_A_PROVISION,
    "consultations/rounds/<uuid:pk>/comment/autosave/": INDIVIDUAL,
    "consultations/rounds/<uuid:pk>/comment/<uuid:provision>/autosave/": ON_A_PROVISION,
    "consultations:answer_questions": ANSWERS,
    "consultations/rounds/<uuid:pk>/questions/autosave/": ANSWERS,
    "consultations:preview": Post(_round("public", _provision), _nothing, NOBODY, EVERYBODY),
    "consultations:edit_comment": OWN_DRAFT,
    "consultations/comments/<uuid:pk>/edit/autosave/": OWN_DRAFT,
    "consultations:discard_comment": Post(_comment("draft"), _nothing, ROWING_CLUB),
    "consultations:withdraw_comment": Post(_comment("public"), _because, frozenset({"ngo_focal"}), LEGAL_AID),
    "consultations:co_sign": Post(
        _comment("public"), lambda w: {"institution": w.bodies["border"].pk}, frozenset({"border_focal"})
    ),
    "consultations:nil_return": Post(_round("invited", _office), _nothing, HEAD),
    "consultations:ask_late": Post(_round("closed", _office), _because, HEAD),
    "consultations:ask_late_oneself": Post(_round("closed"), _because, WRITERS),
    "consultations:submission_step": Post(
        lambda w: [w.submission("individual").pk, "withdraw"], _because, frozenset({"citizen"})
    ),
    "consultations:translate_comment": Post(
        _comment("public"), lambda w: {"language": "ru", "rationale": "Дорого."}, SECRETARY
    ),
    "consultations:reveal": Post(_comment("withheld"), _because, SECRETARY),
    "consultations:answer": Post(
        _comment("public"), lambda w: {"value": "noted", "reason": "Because.", "revision": 0}, OWN | SECRETARY
    ),
    "consultations:instruct": Post(
        _comment("public"), lambda w: {"wording": "The fare is 25 coins."}, OWN | SECRETARY
    ),
    "consultations:decide": Post(
        _comment("proposed"), lambda w: {"decided_in": "Meeting 3"}, SECRETARY | {"chair"}
    ),
    "consultations:group": Post(
        _comment("public"), lambda w: {"comment": [w.comments["individual"].pk]}, SECRETARY
    ),
    "consultations:confirm_placement": Post(
        lambda w: [w.comments["public"].anchors.get().placements.first().pk], _nothing, OWN | SECRETARY
    ),
    "consultations:refer": Post(
        _amendment(of="hidden"),
        lambda w: {"committee": Committee.objects.get(slug="harbours").pk},
        OWN,
        before=_second_committee,
    ),
    "consultations:open_round": Post(
        _draft("public"),
        lambda w: {
            "audience": "public",
            "form": "written",
            "day_kind": "calendar",
            "opens": _minute(NOW + DAY),
            "closes": _minute(NOW + 9 * DAY),
        },
        SECRETARY,
    ),
    "consultations:round_step": Post(_round("public", lambda w: "close"), _because, SECRETARY),
    "consultations:enter_on_document": Post(_round("public"), _received, SECRETARY),
    "consultations:enter_on": Post(_round("public", _provision), _received, SECRETARY),
    "consultations_admin:register_institution": Post(lambda w: [], _body, SECRETARY),
    "consultations_admin:change_institution": Post(lambda w: [w.bodies["veiled"].pk], _body, SECRETARY),
    "consultations_admin:add_member": Post(
        lambda w: [w.bodies["veiled"].pk],
        lambda w: {
            "email": w.people["citizen"].email,
            "role": MembershipRole.AUTHOR.value,
            "start": _day(NOW),
        },
        SECRETARY,
    ),
    "consultations_admin:give_seat": Post(
        lambda w: [w.bodies["veiled"].pk],
        lambda w: {"committee": Committee.objects.get().pk, "role": SeatRole.MEMBER.value},
        SECRETARY | {"administrator"},
    ),
    "consultations_admin:end_membership": Post(
        lambda w: [w.bodies["veiled"].memberships.get().pk], lambda w: {"last_day": _day(NOW)}, SECRETARY
    ),
    "consultations_admin:give_office": Post(lambda w: [], _office_of_chair, ADMINISTRATOR, before=_is_chair),
    "consultations_admin:end_office": Post(
        lambda w: [Office.objects.get(kind=OfficeKind.CHAIR).pk],
        lambda w: {"last_day": _day(NOW)},
        ADMINISTRATOR,
    ),
    "consultations_admin:end_seat": Post(
        lambda w: [w.bodies["border"].seats.get().pk],
        lambda w: {"last_day": _day(NOW)},
        SECRETARY | {"administrator"},
    ),
    "consultations_admin:add_vocabulary_row": Post(
        lambda w: ["ground"], lambda w: {**_named("Health"), "code": "health"}, KEEP_VOCABULARIES
    ),
    "consultations_admin:change_vocabulary_row": Post(
        lambda w: ["clusters", "B"], lambda w: _named("Life"), KEEP_RIGHTS
    ),
    "consultations_admin:vocabulary_step": Post(
        lambda w: ["treaties", "CRC", "sign"], _because, SIGN_VOCABULARIES
    ),
    "consultations:letters": Post(lambda w: [], _paces, SIGNED_IN),
    "consultations:follow": Post(
        lambda w: [], lambda w: {"what": f"round/{w.rounds['public'].pk}"}, SIGNED_IN
    ),
    "consultations:stop_letters": Post(lambda w: [signed_stop(w.people["citizen"])], _nothing, EVERYBODY),
    "search:save": Post(lambda w: [], lambda w: {"name": "Fares", "address": "q=fare"}, SIGNED_IN),
    "search:change_saved": Post(
        lambda w: [w.saved["citizen"].pk], lambda w: {"mail": "on"}, frozenset({"citizen"})
    ),
    "search:stop_mail": Post(lambda w: [w.saved["citizen"].stop_token], _nothing, EVERYBODY),
    "search_admin:retry": Post(lambda w: [], _nothing, NOBODY),
    "account_name": Post(lambda w: [], lambda w: {"name": "Another"}, SIGNED_IN),
    "account_change": Post(
        lambda w: [link_to(account_change(w, "member")).rstrip("/").rpartition("/")[2]], _nothing, EVERYBODY
    ),
    "answer_account_change": Post(
        lambda w: [account_change(w, "member").pk], lambda w: {"answer": "refuse"}, ACCOUNTS
    ),
    "wagtailusers_users:add": Post(
        lambda w: [], lambda w: {"email": "new@example.invalid", "name": "New"}, ACCOUNTS
    ),
    "wagtailusers_groups:add": Post(lambda w: [], _clerks, SUPERUSER),
    "wagtailusers_groups:edit": Post(lambda w: [Group.objects.get(name="citizen").pk], _clerks, SUPERUSER),
    "wagtailusers_users:edit": Post(
        lambda w: [w.people["citizen"].pk],
        lambda w: {"email": w.people["citizen"].email, "name": "Another", "is_active": "on"},
        ACCOUNTS,
    ),
}
"""Who may take a step of the state of an object and who may not is tried with the real actions in `steps.py`; here
each address is asked once."""


def address(name: str, world: World, routes: Mapping[str, str]) -> str:
    """Where the step is posted."""
    arguments = [str(each) for each in POSTS[name].arguments(world)]
    if "/" not in name:
        return reverse(name, args=arguments)
    route = routes[name]
    for each in arguments:
        before, _, rest = route.partition("<")
        route = f"{before}{each}{rest.partition('>')[2]}"
    return f"/{route}"
