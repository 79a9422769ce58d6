"""What the pages of provisions, acts and amendments show of issues, of opinions and of the table of concordance."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html

from amendments.hooks import Link
from amendments.models import Amendment, Draft, Instrument, Provision, Version
from amendments.permissions import holds
from consultations.models import Comment
from rights.powers import Power, may_write_rows
from rights.queries.asked_replies import requests_on
from rights.queries.comparing.provision_rows import provision_rows
from rights.queries.comparing.row_list import row_count
from rights.queries.issue_lines import for_lines, lines
from rights.queries.office_texts import office_texts
from rights.queries.opinion_lists import opinions_on, recommended_on
from rights.queries.tagging import tags_on
from rights.queries.taken import offered_to_take

SHOWN = 5


class IssuesOnProvision:
    """Answers the hook `register_provision_panels`."""

    slug = "rights-issues"

    def links(self, request: HttpRequest, versions: Sequence[Version]) -> Mapping[str, Sequence[Link]]:
        """None: beside a text, issues would be a reason to look at a provision that others do not see."""
        return {}

    def render(self, request: HttpRequest, provision: Provision) -> str:
        """The issues that the reader may read, the worst first. Outside the office: what the own institution was asked.

        Everybody: what issued opinions recommend.
        """
        recommended = offered_to_take(request.user, recommended_on(request.user, provision)[:SHOWN])
        told = {"recommended": recommended}
        template = "madda/rights/provision_recommended.html"
        below = render_to_string(template, told, request) if recommended else ""
        return format_html("{}{}", self._of_reader(request, provision), below)

    def _of_reader(self, request: HttpRequest, provision: Provision) -> str:
        if not holds(request.user, Power.READ):
            asked = requests_on(request.user, provision)
            context: dict[str, Any] = {"asked": asked}
            template = "madda/rights/provision_asked.html"
            return render_to_string(template, context, request) if asked else ""
        found = for_lines(request.user).filter(anchors__provision=provision).distinct()
        total = found.count()
        context = {
            "provision": provision,
            "lines": lines(request.user, found[:SHOWN]),
            "total": total,
            "more": total > SHOWN,
            "may_write": _may_write_on(request.user, provision),
        }
        return render_to_string("madda/rights/provision_issues.html", context, request)


class RightsOnProvision:
    """Answers the hook `register_provision_panels`: the tags of the office."""

    slug = "right-tags"

    def links(self, request: HttpRequest, versions: Sequence[Version]) -> Mapping[str, Sequence[Link]]:
        """None, as for issues."""
        return {}

    def render(self, request: HttpRequest, provision: Provision) -> str:
        """The rights with which the office tagged it, for the office alone."""
        return tag_panel(request, provision, "provision")


def tag_panel(request: HttpRequest, thing: Provision | Comment, kind: str) -> str:
    """The tags of one thing, and where others are added; "" outside the office."""
    if not holds(request.user, Power.READ):
        return ""
    tags = [row for row in tags_on(request.user, thing) if row.removed_at is None]
    may_write = _may_write_on(request.user, thing)
    if not tags and not may_write:
        return ""
    context = {"tags": tags, "kind": kind, "key": thing.pk, "may_write": may_write}
    return render_to_string("madda/rights/tags_on.html", context, request)


def _may_write_on(user: Any, thing: Provision | Comment) -> bool:
    """Whether the person writes for the office, which works on a text that has the provision."""
    if not holds(user, Power.WRITE):
        return False
    return isinstance(thing, Comment) or office_texts(user).filter(entries__provision=thing).exists()


class OpinionsOnAmendment:
    """Answers the hook `register_amendment_panels`."""

    slug = "opinions"

    def render(self, request: HttpRequest, amendment: Amendment) -> str:
        """The opinions on it that the reader may read; the office begins one here, once it reads a draft."""
        texts = office_texts(request.user).filter(draft__amendment=amendment).values("draft")
        newest = Draft.objects.filter(pk__in=texts).order_by("-number")
        draft = newest.first() if holds(request.user, Power.READ) else None
        return _opinions(request, amendment, f"amendment-{amendment.pk}", draft)


class OpinionsOnAct:
    """Answers the hook `register_act_panels`."""

    slug = "opinions"

    def render(self, request: HttpRequest, act: Instrument) -> str:
        """The opinions on the act in force that the reader may read."""
        return _opinions(request, act, f"act-{act.pk}")


def _opinions(
    request: HttpRequest, subject: Amendment | Instrument, key: str, draft: Draft | None = None
) -> str:
    """`draft` is the newest one on which the office works; without one it begins no opinion here."""
    rows = opinions_on(request.user, subject)[:SHOWN]
    may_begin = draft is not None and holds(request.user, Power.WRITE)
    if not rows and draft is None:
        return ""
    context = {"rows": rows, "may_begin": may_begin, "key": key, "draft": draft}
    return render_to_string("madda/rights/opinion_panel.html", context, request)


class ConcordanceOnProvision:
    """Answers the hook `register_provision_panels`: the rows of the table of concordance that name the provision."""

    slug = "concordance"

    def links(self, request: HttpRequest, versions: Sequence[Version]) -> Mapping[str, Sequence[Link]]:
        """None: the redline shows what changes, not how it compares."""
        return {}

    def render(self, request: HttpRequest, provision: Provision) -> str:
        """The first rows with their degree; where none names it, the nearest ones of the same article."""
        found = provision_rows(request.user, provision, SHOWN)
        may_write = may_write_rows(request.user, ["any"])
        if not found.lines and not may_write:
            return ""
        context = {"provision": provision, "found": found, "may_write": may_write}
        return render_to_string("madda/rights/provision_rows.html", context, request)


class ConcordanceOfAct:
    """Answers the hook `register_act_panels`: where the table of concordance of the act is."""

    slug = "concordance"

    def render(self, request: HttpRequest, act: Instrument) -> str:
        """A link with the number of rows; for whoever writes rows also where there is none yet."""
        count = row_count(request.user, act)
        may_write = may_write_rows(request.user, ["any"])
        if not count and not may_write:
            return ""
        context = {"act": act, "count": count, "may_write": may_write}
        return render_to_string("madda/rights/act_rows.html", context, request)
