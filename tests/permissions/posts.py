"""Every address that takes a POST: the object, the data, and who may post."""

from collections.abc import Mapping

from django.core import signing
from django.urls import reverse
from django.utils import timezone

from amendments.states import State
from consultations.models import Committee, Office
from consultations.values import OfficeKind, SeatRole
from portal.users import locks
from portal.users.links import link_to
from tests.factories import law
from tests.factories.consultation import DAY, NOW
from tests.permissions.files import unreleased_file
from tests.permissions.law_steps import import_waits
from tests.permissions.posting import (
    ANSWERS,
    HEAD,
    INDIVIDUAL,
    ON_A_PROVISION,
    OWN_DRAFT,
    Post,
    aside,
    aside_one,
    because,
    body,
    consulted,
    day,
    discard,
    edited,
    hidden_act,
    imported,
    is_chair,
    left_out,
    long_import,
    minute,
    named,
    newcomer,
    newer_base,
    nothing,
    office,
    office_of_chair,
    on_amendment,
    on_comment,
    on_draft,
    on_round,
    on_version,
    paces,
    passed,
    prepared,
    provision,
    received,
    second_act,
    second_committee,
    sign,
    signed_stop,
    taken,
    ticked,
    translated,
    undelivered,
    undelivered_one,
)
from tests.permissions.posts_of_days import ENTRY_DAYS
from tests.permissions.posts_of_desks import EDITING_DESK, OWN_ACCOUNT, RIGHTS
from tests.permissions.posts_of_marked_files import MARKED_FILES
from tests.permissions.reading import account_change
from tests.permissions.roles import (
    ACCOUNTS,
    ADMINISTRATOR,
    DRAFTING,
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
    WRITERS,
)
from tests.permissions.vocabulary_steps import on_treaty, posted_clusters
from tests.permissions.world import World

POSTS: Mapping[str, Post] = {
    "amendments:cancel_export": Post(unreleased_file, nothing, frozenset({"drafter"})),
    "amendments:write_note": Post(on_draft("unreleased"), lambda w: {"effects": "Fewer boats."}, OWN),
    "amendments:request_release": Post(on_draft("unreleased"), lambda w: {"audience": "invited"}, OWN),
    "amendments:release": Post(on_draft("invited"), lambda w: {"audience": "public"}, SECRETARY),
    "amendments:approve_release": Post(lambda w: [w.requests["wider"].pk], nothing, frozenset({"chair"})),
    "amendments:change_state": Post(on_amendment(lambda w: State.CONSOLIDATION.value), nothing, SECRETARY),
    "amendments:take_back": Post(on_amendment(), because, SECRETARY),
    "amendments:ask_check": Post(
        on_amendment(),
        lambda w: {"reviewer": w.people["legal_reviewer"].pk, "due": day(NOW + 90 * DAY)},
        OWN,
        before=ticked,
    ),
    "amendments:check_step": Post(
        lambda w: [w.checks["open"].pk, "call-back"], nothing, frozenset({"other_drafter"})
    ),
    "amendments:finding_step": Post(lambda w: [w.findings["returned"].pk, "tick"], nothing, OWN),
    "amendments_admin:import": Post(lambda w: [], imported, OWN, frozenset({"other_drafter"})),
    "amendments_admin:import_state": Post(long_import, nothing, OWN),
    "amendments_admin:cancel_import": Post(long_import, nothing, OWN, before=import_waits),
    "amendments_admin:discard_act": Post(hidden_act, because, OWN),
    "amendments_admin:restore_act": Post(hidden_act, nothing, OWN, before=discard),
    "amendments_admin:retry_mails": Post(lambda w: [], undelivered_one, ADMINISTRATOR, before=undelivered),
    "consultations_admin:retry_letters": Post(lambda w: [], aside_one, ADMINISTRATOR, before=aside),
    "amendments_admin:open": Post(on_version("base"), lambda w: {"title": "New"}, DRAFTING),
    "amendments_admin:provision": Post(on_amendment(provision), edited, OWN),
    **ENTRY_DAYS,
    **MARKED_FILES,
    "amendments_admin:translate": Post(on_amendment(), prepared, OWN),
    "amendments:translate": Post(lambda w: [law.text_in(w.drafts["public"]).pk], translated, OWN | SECRETARY),
    "amendments_admin:adopt": Post(
        on_amendment(),
        lambda w: {"law_number": "9-L", "is_compared": "on", "draft": w.drafts["unreleased"].pk},
        OWN,
        before=sign,
    ),
    "amendments_admin:describe": Post(on_amendment(of="hidden"), lambda w: {"title": "On fares"}, OWN),
    "amendments_admin:add_act": Post(on_amendment(lambda w: w.versions["hidden act"].pk), nothing, OWN),
    "amendments_admin:remove_act": Post(
        on_amendment(lambda w: law.act_of(w.amendments["own"], 2).pk), nothing, OWN, before=second_act
    ),
    "amendments_admin:new_instruction": Post(
        on_amendment(), lambda w: {"op": "repeal", "target": "1.2.1", "save": "1"}, OWN
    ),
    "amendments_admin:instruction": Post(
        on_amendment(taken),
        lambda w: {"op": "insert_element", "target": "1.2.4", "new": "kites.", "save": "1"},
        OWN,
    ),
    "amendments_admin:instruction_step": Post(on_amendment(taken, lambda w: "withdraw"), because, OWN),
    "amendments_admin:seal": Post(on_amendment(), left_out, OWN, before=passed),
    "amendments_admin:step": Post(on_amendment(lambda w: "rebase"), nothing, OWN, before=newer_base),
    "consultations:comment_on_document": INDIVIDUAL,
    "consultations:comment_on": ON_A_PROVISION,
    "consultations/rounds/<uuid:pk>/comment/autosave/": INDIVIDUAL,
    "consultations/rounds/<uuid:pk>/comment/<uuid:provision>/autosave/": ON_A_PROVISION,
    "consultations:answer_questions": ANSWERS,
    "consultations/rounds/<uuid:pk>/questions/autosave/": ANSWERS,
    "consultations:preview": Post(on_round("public", provision), nothing, NOBODY, EVERYBODY),
    "consultations:edit_comment": OWN_DRAFT,
    "consultations/comments/<uuid:pk>/edit/autosave/": OWN_DRAFT,
    "consultations:discard_comment": Post(on_comment("draft"), nothing, ROWING_CLUB),
    "consultations:withdraw_comment": Post(
        on_comment("public"), because, frozenset({"ngo_focal"}), LEGAL_AID
    ),
    "consultations:co_sign": Post(
        on_comment("public"), lambda w: {"institution": w.bodies["border"].pk}, frozenset({"border_focal"})
    ),
    "consultations:members": Post(
        lambda w: [w.bodies["veiled"].pk],
        newcomer,
        frozenset({"veiled_focal"}),
    ),
    "consultations:nil_return": Post(on_round("invited", office), nothing, HEAD),
    "consultations:ask_late": Post(on_round("closed", office), because, HEAD),
    "consultations:ask_late_oneself": Post(on_round("closed"), because, WRITERS),
    "consultations:submission_step": Post(
        lambda w: [w.submission("individual").pk, "withdraw"], because, frozenset({"citizen"})
    ),
    "consultations:translate_comment": Post(
        on_comment("public"), lambda w: {"language": "ru", "rationale": "Дорого."}, SECRETARY
    ),
    "consultations:cover_words": Post(on_comment("public"), because, SECRETARY),
    "consultations:reveal": Post(on_comment("withheld"), because, SECRETARY),
    "consultations:answer": Post(
        on_comment("public"),
        lambda w: {"value": "noted", "reason": "Because.", "revision": 0},
        OWN | SECRETARY,
    ),
    "consultations:instruct": Post(
        on_comment("public"), lambda w: {"wording": "The fare is 25 coins."}, OWN | SECRETARY
    ),
    "consultations:decide": Post(
        on_comment("proposed"), lambda w: {"decided_in": "Meeting 3", "revision": 1}, SECRETARY | {"chair"}
    ),
    "consultations:group": Post(
        on_comment("public"), lambda w: {"comment": [w.comments["individual"].pk]}, SECRETARY
    ),
    "consultations:confirm_placement": Post(
        lambda w: [w.comments["public"].anchors.get().placements.first().pk], nothing, OWN | SECRETARY
    ),
    "consultations:refer": Post(
        on_amendment(of="hidden"),
        lambda w: {"committee": Committee.objects.get(slug="harbours").pk},
        OWN,
        before=second_committee,
    ),
    "consultations:open_round": Post(
        on_draft("public"),
        lambda w: {
            "audience": "public",
            "form": "written",
            "day_kind": "calendar",
            "opens": minute(NOW + DAY),
            "closes": minute(NOW + 9 * DAY),
        },
        SECRETARY,
        before=consulted,
    ),
    "consultations:round_step": Post(on_round("public", lambda w: "close"), because, SECRETARY),
    "consultations:enter_on_document": Post(on_round("public"), received, SECRETARY),
    "consultations:enter_on": Post(on_round("public", provision), received, SECRETARY),
    "consultations_admin:register_institution": Post(lambda w: [], body, SECRETARY),
    "consultations_admin:change_institution": Post(lambda w: [w.bodies["veiled"].pk], body, SECRETARY),
    "consultations_admin:add_member": Post(lambda w: [w.bodies["veiled"].pk], newcomer, SECRETARY),
    "consultations_admin:give_seat": Post(
        lambda w: [w.bodies["veiled"].pk],
        lambda w: {"committee": Committee.objects.get().pk, "role": SeatRole.MEMBER.value},
        SECRETARY | {"administrator"},
    ),
    "consultations_admin:end_membership": Post(
        lambda w: [w.bodies["veiled"].memberships.get().pk], lambda w: {"last_day": day(NOW)}, SECRETARY
    ),
    "consultations_admin:give_office": Post(lambda w: [], office_of_chair, ADMINISTRATOR, before=is_chair),
    "consultations_admin:end_office": Post(
        lambda w: [Office.objects.get(kind=OfficeKind.CHAIR).pk],
        lambda w: {"last_day": day(NOW)},
        ADMINISTRATOR,
    ),
    "consultations_admin:end_seat": Post(
        lambda w: [w.bodies["border"].seats.get().pk],
        lambda w: {"last_day": day(NOW)},
        SECRETARY | {"administrator"},
    ),
    "consultations_admin:add_vocabulary_row": Post(
        lambda w: ["ground"], lambda w: {**named("Health"), "code": "health"}, KEEP_VOCABULARIES
    ),
    "consultations_admin:import_vocabulary": Post(lambda w: ["clusters"], posted_clusters, KEEP_RIGHTS),
    "consultations_admin:change_vocabulary_row": Post(
        lambda w: ["clusters", "B"], lambda w: named("Life"), KEEP_RIGHTS
    ),
    "consultations_admin:vocabulary_step": Post(on_treaty("sign"), because, SIGN_VOCABULARIES),
    "consultations:letters": Post(lambda w: [], paces, SIGNED_IN),
    "consultations:follow": Post(
        lambda w: [], lambda w: {"what": f"round/{w.rounds['public'].pk}"}, SIGNED_IN
    ),
    "consultations:stop_letters": Post(lambda w: [signed_stop(w.people["citizen"])], nothing, EVERYBODY),
    "search:save": Post(lambda w: [], lambda w: {"name": "Fares", "address": "q=fare"}, SIGNED_IN),
    "search:change_saved": Post(
        lambda w: [w.saved["citizen"].pk], lambda w: {"mail": "on"}, frozenset({"citizen"})
    ),
    "search:stop_mail": Post(lambda w: [w.saved["citizen"].stop_token], nothing, EVERYBODY),
    "search_admin:retry": Post(lambda w: [], nothing, NOBODY),
    **OWN_ACCOUNT,
    "account_change": Post(
        lambda w: [link_to(account_change(w, "member")).rstrip("/").rpartition("/")[2]],
        lambda w: {"answer": "refuse"},
        EVERYBODY,
    ),
    # The first writes a mail, which tests keep apart from the rows; the second sets a cookie.
    "account_unlock": Post(lambda w: [], lambda w: {"email": "nobody@example.invalid"}, NOBODY),
    "account_unlock_link": Post(
        lambda w: [signing.dumps("nobody@example.invalid", salt="portal.users.unlock")], nothing, NOBODY
    ),
    "locked_sign_ins": Post(
        lambda w: [],
        lambda w: {"login": "nobody@example.invalid"},
        ACCOUNTS,
        before=lambda w: locks.count_try("nobody@example.invalid", "203.0.113.1", timezone.now()),
    ),
    "open_section": Post(
        lambda w: [], lambda w: {"institution": w.bodies["ngo"].pk}, frozenset({"administrator"})
    ),
    "drafting_body": Post(
        lambda w: [w.sections["own"].pk], lambda w: {"account": w.people["drafter"].pk}, ACCOUNTS
    ),
    "add_drafter": Post(
        lambda w: [w.sections["own"].pk], lambda w: {"email": w.people["citizen"].email}, ACCOUNTS
    ),
    "answer_account_change": Post(
        lambda w: [account_change(w, "member").pk], lambda w: {"answer": "refuse"}, ACCOUNTS
    ),
    **RIGHTS,
    **EDITING_DESK,
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
