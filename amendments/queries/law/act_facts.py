"""What identifies an act and its text outside this site, and what happened to it as far as the reader may know."""

from datetime import date
from typing import Any

from django.utils import timezone

from amendments.models import Version
from amendments.queries.law.act_titles import title_in
from amendments.queries.law.in_force_now import in_force_from
from amendments.renderers.paper.documents import ActEvent, ActFacts


def act_facts(user: Any, version: Version) -> ActFacts:
    """The facts of the act and of this text; two queries."""
    act = version.instrument
    last = version.parent if version.is_draft else version
    texts = Version.objects.visible_to(user).filter(instrument=act, draft=None)
    known = texts.filter(number__lte=last.number if last else 0).prefetch_related("commencements")
    adopted = [ActEvent(act.date, "generation", act.number)] if act.date else []
    later = [
        ActEvent(_day(text), "amendment", text.law_number or str(text.label))
        for text in known.order_by("number")
        if text.number > 1
    ]
    return ActFacts(
        country=act.country,
        kind=act.type,
        number=act.number,
        adopted=act.date,
        title=title_in(version),
        day=_day(version),
        version=str(version.label),
        stage=f"draft-{version.number}" if version.is_draft else "",
        events=(*adopted, *later),
    )


def _day(version: Version) -> date:
    """From when the text is in force; else when the act was adopted, for an imported text, or when it was sealed."""
    begins = None if version.is_draft else in_force_from(version)
    if begins is None and not version.is_draft and version.text_of_id is None:
        begins = version.instrument.date
    return begins or timezone.localtime(version.sealed_at).date()
