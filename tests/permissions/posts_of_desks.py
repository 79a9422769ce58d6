"""What is posted to the desk of rights issues, and to the lists of accounts and groups of the editing desk."""

import json
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import Group

from amendments.audit.actor import Actor
from consultations.actions.comments.anchoring import Chosen
from rights.actions.concordance.remove_row import RemoveRow
from rights.actions.issues.cover_provisions import AddProvisions
from rights.actions.issues.open_issue import OpenIssue
from tests.factories import law
from tests.factories.consultation import DAY, NOW
from tests.permissions.issues import (
    WORDS,
    another_recommendation,
    further_provision,
    given_answer,
    given_reply,
    let_stand,
    newer_text,
    not_gone_on,
    place_of_issue,
    place_to_recommend,
)
from tests.permissions.posting import Given, Post, because, clerks, day, nothing, provision
from tests.permissions.rights_steps import NEW_TABLE
from tests.permissions.roles import (
    ACCOUNTS,
    BORDER_SERVICE,
    EVERYBODY,
    NOBODY,
    OMBUDSMAN,
    OWN,
    SECRETARY,
    SIGNED_IN,
    SUPERUSER,
    WRITE_ROWS,
)
from tests.permissions.world import World


def on_issue(*more: str) -> Any:
    return lambda world: [world.issues["office"].pk, *more]


def on_covering(world: World) -> list[Any]:
    """An issue that covers it besides."""
    issue, actor = world.issues["office"], Actor.now(world.people["rights_head"])
    if issue.anchors.count() == 1:
        AddProvisions(issue, [str(further_provision(world).provision_id)], actor=actor).execute()
    return [issue.pk]


def removing(world: World) -> Given:
    return {"provision": world.issues["office"].anchors.last().provision_id, "reason": "Not touched."}


def on_opinion(world: World) -> list[Any]:
    return [world.opinions["drafted"].pk]


def on_recommendation(world: World) -> list[Any]:
    return [world.recommendations["drafted"].pk]


def on_issued(world: World) -> list[Any]:
    return [world.recommendations["issued"].pk]


def recommended(world: World) -> Given:
    """A recommendation on the provision that was commented on."""
    version, key = place_to_recommend(world)
    number = version.entries.get(provision=key).number
    return {"title": "Fares", "text": version.pk, "number": number}


def other_issue(world: World) -> object:
    """An issue that the opinion has not gathered."""
    words = [Chosen(str(world.provisions["commented"].pk))]
    actor = Actor.now(world.people["rights_head"])
    return OpenIssue(world.versions["base"], words, WORDS, actor=actor).execute().pk


def opened(world: World) -> Given:
    return {"title": "Children", "severity": "high", "conformity": "does-not", "rights": ["B01"]}


def evidence(world: World) -> Given:
    return {"kind": "visit", "summary": "Two families waited.", "period": "2026", "cases": "2"}


def answered(world: World) -> Given:
    return {"text": law.text_in(world.drafts["public"]).pk, "value": "conforms"}


def on_row(world: World) -> list[object]:
    return [world.rows["public"].pk]


def of_row(world: World) -> Given:
    return {"treaty": "CRC", "articles": "3", "summary": "Children", "rights": ["B01"]}


def written(world: World) -> Given:
    return {**of_row(world), "degree": "none", "provisions": ""}


def judged(world: World) -> Given:
    return {"text": law.text_in(world.drafts["public"]).pk, "degree": "none"}


def removed(world: World) -> list[object]:
    actor = Actor.now(world.people["drafter"], reason="Twice.")
    RemoveRow(world.rows["public"], actor=actor).execute()
    return on_row(world)


RIGHTS: Mapping[str, Post] = {
    "rights:open": Post(lambda w: [provision(w)], opened, OMBUDSMAN),
    "rights:tag": Post(lambda w: ["provision", provision(w)], lambda w: {"rights": ["B01"]}, OMBUDSMAN),
    "rights:remove_tag": Post(lambda w: [w.tags["standing"].pk], lambda w: {}, OMBUDSMAN),
    "rights:bring_back_tag": Post(lambda w: [w.tags["removed"].pk], lambda w: {}, OMBUDSMAN),
    "rights:edit": Post(on_issue(), lambda w: {**opened(w), "revision": "2"}, OMBUDSMAN),
    "rights:provisions": Post(on_issue(), lambda w: {"numbers": further_provision(w).number}, OMBUDSMAN),
    "rights:remove_provision": Post(on_covering, removing, OMBUDSMAN),
    "rights:note": Post(on_issue(), lambda w: {"text": "A note."}, OMBUDSMAN),
    "rights:add_evidence": Post(on_issue(), evidence, OMBUDSMAN),
    "rights:evidence": Post(
        lambda w: [w.evidence["standing"].pk], lambda w: {**evidence(w), "revision": "1"}, OMBUDSMAN
    ),
    "rights:remove_evidence": Post(lambda w: [w.evidence["standing"].pk], because, OMBUDSMAN),
    "rights:bring_back_evidence": Post(lambda w: [w.evidence["removed"].pk], lambda w: {}, OMBUDSMAN),
    "rights:import_international": Post(
        lambda w: [], lambda w: {"table": json.dumps(NEW_TABLE), "reason": "New."}, OMBUDSMAN
    ),
    "rights:name_rights": Post(
        lambda w: [w.international["other"].pk], lambda w: {"rights": ["B01"]}, OMBUDSMAN
    ),
    "rights:choose_rights": Post(
        lambda w: [w.international["other"].pk], lambda w: {"rights": ["B01"]}, OMBUDSMAN
    ),
    "rights:link_international": Post(
        lambda w: [w.international["other"].pk], lambda w: {"issue": w.issues["office"].pk}, OMBUDSMAN
    ),
    "rights:unlink_international": Post(
        lambda w: [w.international["linked"].pk], lambda w: {"issue": w.issues["office"].pk}, OMBUDSMAN
    ),
    "rights:answer": Post(on_issue(), answered, OMBUDSMAN),
    "rights:ask": Post(
        on_issue(),
        lambda w: {"question": "Why?", "due": day(NOW + 9 * DAY), "seen": w.asked["open"].pk},
        OMBUDSMAN,
    ),
    "rights:request": Post(
        lambda w: [w.asked["open"].pk],
        lambda w: {"text": "So."},
        frozenset({"border_focal"}),
        OMBUDSMAN | BORDER_SERVICE,
    ),
    "rights:begin_opinion": Post(
        lambda w: [],
        lambda w: {"subject": f"amendment-{w.amendments['own'].pk}", "title": "Fares", "language": "en"},
        OMBUDSMAN,
    ),
    "rights:edit_opinion": Post(
        on_opinion, lambda w: {"title": "Fares", "language": "en", "revision": "3"}, OMBUDSMAN
    ),
    "rights:recommendation": Post(
        on_recommendation, lambda w: {"title": "Fares", "revision": "3"}, OMBUDSMAN
    ),
    "rights:write_recommendation": Post(on_opinion, recommended, OMBUDSMAN),
    "rights:move_recommendation": Post(
        on_recommendation, lambda w: {"place": "1"}, OMBUDSMAN, before=another_recommendation
    ),
    "rights:gather": Post(on_opinion, lambda w: {"issue": other_issue(w)}, OMBUDSMAN),
    "rights:remove_recommendation": Post(on_recommendation, lambda w: {}, OMBUDSMAN),
    "rights:issue_opinion": Post(
        on_opinion, lambda w: {"revision": "3"}, frozenset({"rights_head"}), OMBUDSMAN
    ),
    "rights:take": Post(on_issued, lambda w: {"wording": "A fare is 7 coins."}, OWN | SECRETARY),
    "rights:reply_to_recommendation": Post(
        on_issued, lambda w: {"text": "So."}, frozenset({"border_focal"}), SIGNED_IN
    ),
    "rights:follow_up": Post(
        on_issued,
        lambda w: {"text": newer_text(w).pk, "value": "accepted"},
        OMBUDSMAN,
        SIGNED_IN,
    ),
    "rights:take_request_back": Post(
        lambda w: [w.asked["replied"].pk],
        lambda w: {"seen": w.asked["replied"].replied_at.isoformat(), "reason": "A slip."},
        frozenset({"border_focal"}),
        OMBUDSMAN | BORDER_SERVICE,
        before=not_gone_on,
    ),
    "rights:take_question_back": Post(lambda w: [w.asked["open"].pk], lambda w: {}, OMBUDSMAN),
    "rights:take_note_back": Post(
        lambda w: [w.notes["office"].pk], lambda w: {}, frozenset({"rights_analyst"}), OMBUDSMAN
    ),
    "rights:take_reply_back": Post(
        on_issued,
        lambda w: {"seen": given_reply(w).pk, "reason": "A slip."},
        frozenset({"border_focal"}),
        SIGNED_IN,
        before=given_reply,
    ),
    "rights:take_follow_up_back": Post(
        on_issued,
        lambda w: {"seen": given_answer(w).pk, "reason": "A slip."},
        OMBUDSMAN,
        SIGNED_IN,
        before=given_answer,
    ),
    "rights:move": Post(on_issue("closed"), because, OMBUDSMAN),
    "rights:take_back": Post(lambda w: [w.answers["public"].pk], lambda w: {}, OMBUDSMAN, before=let_stand),
    "rights:confirm_place": Post(
        lambda w: [place_of_issue(w, "public").pk], lambda w: {"place": ""}, OMBUDSMAN
    ),
    "concordance:write_row": Post(lambda w: [w.versions["base"].instrument_id], written, WRITE_ROWS),
    "concordance:change_row": Post(on_row, lambda w: {**of_row(w), "revision": "1"}, WRITE_ROWS),
    "concordance:judge_row": Post(on_row, judged, WRITE_ROWS),
    "concordance:remove_row": Post(on_row, because, WRITE_ROWS),
    "concordance:bring_back_row": Post(removed, lambda w: {}, WRITE_ROWS),
    "concordance:take_back_judgement": Post(
        lambda w: [w.rows["public"].judgements.last().pk], lambda w: {}, WRITE_ROWS
    ),
}
OWN_ACCOUNT: Mapping[str, Post] = {
    "account_name": Post(lambda w: [], lambda w: {"name": "Another"}, SIGNED_IN),
    "account_strength": Post(lambda w: [], lambda w: {"password1": "of whoever types"}, NOBODY, EVERYBODY),
    # After the password alone
    **dict.fromkeys(("account_sessions", "account_close"), Post(lambda w: [], nothing, NOBODY)),
    "accounts/2fa/webauthn/keys/<int:pk>/remove/": Post(lambda w: [1], nothing, NOBODY),
}
EDITING_DESK: Mapping[str, Post] = {
    "wagtailusers_users:add": Post(
        lambda w: [], lambda w: {"email": "new@example.invalid", "name": "New"}, ACCOUNTS
    ),
    "wagtailusers_groups:add": Post(lambda w: [], clerks, SUPERUSER),
    "wagtailusers_groups:edit": Post(lambda w: [Group.objects.get(name="citizen").pk], clerks, SUPERUSER),
    "wagtailusers_users:edit": Post(
        lambda w: [w.people["citizen"].pk],
        lambda w: {"email": w.people["citizen"].email, "name": "Another", "is_active": "on"},
        ACCOUNTS,
    ),
}
