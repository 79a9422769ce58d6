"""Who may check an amendment, whether its text is being checked, and what came of the last check."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from wagtail.models import GroupPagePermission

from amendments.hooks import REVIEW_RULES, ReviewRule, collect
from amendments.models import Amendment, CheckFinding, Instruction, LegalCheck
from amendments.permissions import holds_on, is_limited, may_draft
from amendments.queries.drafting.drafts import WorkingDraft
from amendments.queries.drafting.working_text import working_text

REVIEW = "amendments.review_amendment"


def may_review(user: Any, amendment: Amendment) -> bool:
    """Whether the person may be named as reviewer and answer."""
    return has_right_to_review(user, amendment) and not review_obstacle(user, amendment)


def review_obstacle(user: Any, amendment: Amendment) -> str:
    """What a rule has against a person who has the right to review, as a sentence; "" for nothing."""
    rules: list[ReviewRule] = collect(REVIEW_RULES)
    found = (rule.obstacle(user, amendment) for rule in rules)
    return next((words for words in found if words), "")


def has_right_to_review(user: Any, amendment: Amendment) -> bool:
    """Whether the person has the right to review and no part in the drafting."""
    if not holds_on(user, REVIEW, amendment) or may_draft(user, amendment):
        return False
    return amendment.owner_id != user.pk and not _wrote(amendment).filter(history_user=user).exists()


def reviewers_for(amendment: Amendment) -> list[Any]:
    """The people who may be named as reviewer, by name."""
    app, code = REVIEW.split(".")
    people: QuerySet[Any] = get_user_model()._default_manager.filter(
        is_active=True,
        groups__permissions__codename=code,
        groups__permissions__content_type__app_label=app,
    )
    drafting = GroupPagePermission.objects.filter(
        permission__codename="change_page",
        page__content_type__model="section",
        page__path=amendment.path[: -amendment.steplen],
    )
    wrote = _wrote(amendment).exclude(history_user=None).values("history_user")
    people = people.exclude(groups__in=drafting.values("group")).exclude(
        Q(pk__in=wrote) | Q(pk=amendment.owner_id)
    )
    rules: list[ReviewRule] = collect(REVIEW_RULES)
    for rule in rules:
        people = people.filter(rule.reviewers_of(amendment))
    found = sorted(people.distinct(), key=str)
    return (
        [person for person in found if holds_on(person, REVIEW, amendment)] if is_limited(REVIEW) else found
    )


def _wrote(amendment: Amendment) -> QuerySet[Any]:
    """The changes of its list. Whoever proposed an instruction did not draft."""
    rows = Instruction.history.filter(amended_act__amendment=amendment)
    return rows.exclude(status=Instruction.Status.PROPOSED)


def open_check(amendment: Amendment) -> LegalCheck | None:
    """The check that is under way; while it is, nobody changes the text."""
    return LegalCheck.objects.open().filter(amendment=amendment).first()


def last_answer(amendment: Amendment) -> LegalCheck | None:
    """The last check that was passed or returned. One that was called back says nothing of the text."""
    answered = (LegalCheck.Result.PASSED, LegalCheck.Result.RETURNED)
    return (
        LegalCheck.objects.filter(amendment=amendment, result__in=answered).order_by("-answered_at").first()
    )


def unticked(check: LegalCheck) -> list[CheckFinding]:
    """The findings that must be corrected and are not ticked off."""
    return list(check.findings.filter(severity=CheckFinding.Severity.BLOCKS, ticked_at=None))


class TextState(StrEnum):
    """How the working text stands towards the legal check."""

    UNCHECKED = "unchecked"
    UNDER_CHECK = "under check"
    RETURNED = "returned"
    PASSED = "passed"
    CHANGED = "changed since it passed"
    SEALED = "sealed as it passed"


@dataclass(frozen=True, slots=True)
class CheckStanding:
    """The check that counts for the working text, and what is left of its findings."""

    state: TextState
    check: LegalCheck | None
    findings: tuple[CheckFinding, ...] = ()

    @property
    def may_seal(self) -> bool:
        """Whether exactly this text passed."""
        return self.state == TextState.PASSED

    @property
    def may_ask(self) -> bool:
        """Whether a check can be asked for, as far as earlier checks go."""
        return self.state in (TextState.UNCHECKED, TextState.RETURNED, TextState.CHANGED)

    @property
    def left(self) -> int:
        """How many findings are not ticked off."""
        return sum(finding.ticked_at is None for finding in self.findings)


def check_standing(amendment: Amendment, *known: WorkingDraft) -> CheckStanding:
    """How the working text stands; the text itself is read only where an earlier one passed.

    `known` are lists of its acts that are carried out already.
    """
    rows = LegalCheck.objects.filter(amendment=amendment).exclude(result=LegalCheck.Result.CALLED_BACK)
    check = rows.order_by("-asked_at").first()  # while one is open, no other is asked for
    if check is None:
        return CheckStanding(TextState.UNCHECKED, None)
    if check.is_open:
        return CheckStanding(TextState.UNDER_CHECK, check)
    findings = tuple(check.findings.select_related("instruction", "legal_check"))
    if not check.is_passed:
        return CheckStanding(TextState.RETURNED, check, findings)
    if working_text(amendment, *known).hash != check.text_hash:
        return CheckStanding(TextState.CHANGED, check, findings)
    last = check.drafts.order_by("-number").first()
    is_sealed = last is not None and last.is_framed_by(amendment)
    state = TextState.SEALED if is_sealed else TextState.PASSED
    return CheckStanding(state, check, findings)
