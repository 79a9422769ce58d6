"""What stands in the way of sealing, as far as rows tell without carrying out the lists; and where a drafter stopped."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from amendments.instructions.designations import shown_name
from amendments.links import Link
from amendments.models import AmendedAct, Amendment, CheckFinding, Instruction, LegalCheck

Result = LegalCheck.Result
BLOCKS = CheckFinding.Severity.BLOCKS


def stops_of_sealing(amendments: Sequence[Any]) -> dict[int, list[Link]]:
    """By amendment, each with a name and the page on which it is dealt with. Two queries.

    The rows have `written`, the moment of their last change.
    """
    checks = _last_checks(amendments)
    stale = _stale(amendments)
    return {row.pk: [*_of_check(row, checks.get(row.pk)), *stale.get(row.pk, ())] for row in amendments}


def _last_checks(amendments: Iterable[Amendment]) -> dict[int, Any]:
    """The last check of each that was passed or returned, with the number of findings that are left."""
    left = Count("findings", filter=Q(findings__severity=BLOCKS, findings__ticked_at=None))
    rows = LegalCheck.objects.filter(amendment__in=amendments, result__in=[Result.PASSED, Result.RETURNED])
    return {row.amendment_id: row for row in rows.annotate(left=left).order_by("answered_at")}


def _of_check(amendment: Any, check: Any) -> list[Link]:
    """Every change after a pass needs another check."""
    asks = reverse("amendments:ask_check", args=[amendment.pk])
    if check is None:
        return [Link(_("The legal service has not passed the text"), asks)]
    if check.is_passed:
        is_changed = amendment.written is not None and amendment.written > check.answered_at
        return [Link(_("The text has changed since it passed the legal check"), asks)] if is_changed else []
    if not check.left:
        return [Link(_("The corrected text waits for another legal check"), asks)]
    words = ngettext(
        "%(count)d finding of the legal check must be corrected",
        "%(count)d findings of the legal check must be corrected",
        check.left,
    )
    return [Link(words % {"count": check.left}, reverse("amendments:check", args=[check.pk]))]


def _stale(amendments: Iterable[Amendment]) -> dict[int, list[Link]]:
    """The acts of which there is a newer consolidated text than the one that is amended."""
    texts = Q(instrument__versions__draft=None)
    rows = AmendedAct.objects.filter(amendment__in=amendments).select_related("instrument")
    newer = rows.annotate(newest=Max("instrument__versions__number", filter=texts))
    found: dict[int, list[Link]] = {}
    for row in newer.filter(newest__gt=F("base_version__number")):
        words = _("There is a newer text of %(act)s") % {
            "act": row.instrument.number or row.instrument.shown_title
        }
        address = reverse("amendments_admin:workspace", args=[row.amendment_id])
        found.setdefault(row.amendment_id, []).append(Link(words, address))
    return found


def last_edited(user: Any, amendments: Sequence[Amendment]) -> dict[int, Link]:
    """By amendment, the instruction that the person changed last, if it still stands. Two queries."""
    own = Instruction.history.filter(history_user=user, amended_act__amendment=OuterRef("pk"))
    newest = Subquery(own.order_by("-history_date", "-history_id").values("id")[:1])
    rows = Amendment.objects.filter(pk__in=[row.pk for row in amendments]).annotate(edited=newest)
    edited = dict(rows.exclude(edited=None).values_list("edited", "pk"))
    standing = Instruction.objects.filter(pk__in=edited, status=Instruction.Status.TAKEN)
    return {
        edited[key]: Link(
            _number_of(operation), reverse("amendments_admin:instruction", args=[edited[key], key])
        )
        for key, operation in standing.values_list("pk", "operation")
        if operation.get("target")
    }


def _number_of(operation: dict[str, Any]) -> str:
    """The number of the provision; "" for the whole act, and where the code names it in words: "annex 1 row 2"."""
    target = shown_name(str(operation["target"]))
    return target if " " not in target else ""
