"""Who gave the degrees of rows, as a page may say it: the body; the person only to those who write rows and to the office."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Permission
from django.utils.translation import gettext as _
from wagtail.models import GroupPagePermission

from amendments.permissions import holds
from consultations.models import Membership, Office
from consultations.models.institution import stands
from rights.models import Judgement
from rights.powers import Power, may_write_rows


def name_assessors(user: Any, judgements: Iterable[Judgement | None]) -> None:
    """Put the words for the reader into `assessor` of each. Four queries at most, however many there are."""
    given = [one for one in judgements if one is not None]
    people = {one.by_id for one in given}
    if not people:
        return
    office, drafted = _of_office(people), _sections(people)
    acting: list[tuple[Any, str]] = [
        *((row, str(row.institution)) for row in _standing(Membership, "institution", people)),
        *((row, str(row.committee)) for row in _standing(Office, "committee", people)),
    ]
    with_person = holds(user, Power.READ) or may_write_rows(user, ["any"])
    for one in given:
        if one.by_id in office:
            body = _("Ombudsman's office")
        else:
            own = (name for row, name in acting if row.user_id == one.by_id and stands(row, one.at))
            body = next(own, drafted.get(one.by_id, ""))
        parts = [body, str(one.by) if with_person else ""]
        one.assessor = ", ".join(filter(None, parts)) or "–"


def _of_office(people: Iterable[Any]) -> set[Any]:
    """The people who work in the Ombudsman's office."""
    app, codename = Power.READ.split(".")
    rows = Permission.objects.filter(content_type__app_label=app, codename=codename, group__user__in=people)
    return set(rows.values_list("group__user", flat=True))


def _sections(people: Iterable[Any]) -> dict[Any, str]:
    """The drafting body of each person who drafts."""
    rows = GroupPagePermission.objects.filter(
        group__user__in=people, permission__codename="change_page", page__content_type__model="section"
    )
    return dict(rows.order_by("-page__path").values_list("group__user", "page__title"))


def _standing(kind: Any, body: str, people: Iterable[Any]) -> Any:
    return kind.objects.filter(user__in=people).select_related(body).order_by("start", "pk")
