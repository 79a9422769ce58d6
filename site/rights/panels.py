"""What the page of a provision shows of rights issues: to the office, the issues on it and where one is opened."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from amendments.hooks import Link
from amendments.models import Provision, Version
from amendments.permissions import holds
from rights.powers import Power
from rights.queries.asked_replies import requests_on
from rights.queries.issue_lines import for_lines, lines

SHOWN = 5


class IssuesOnProvision:
    """Answers the hook `register_provision_panels`."""

    slug = "rights-issues"

    def links(self, request: HttpRequest, versions: Sequence[Version]) -> Mapping[str, Sequence[Link]]:
        """None: beside a text, issues would be a reason to look at a provision that others do not see."""
        return {}

    def render(self, request: HttpRequest, provision: Provision) -> str:
        """The issues that the reader may read, the worst first. Outside the office: what the own institution was asked."""
        if not holds(request.user, Power.READ):
            asked = requests_on(request.user, provision)
            context: dict[str, Any] = {"asked": asked}
            return render_to_string("madda/rights/provision_asked.html", context, request) if asked else ""
        found = for_lines(request.user).filter(anchors__provision=provision).distinct()
        total = found.count()
        context = {
            "provision": provision,
            "lines": lines(request.user, found[:SHOWN]),
            "total": total,
            "more": total > SHOWN,
            "may_write": holds(request.user, Power.WRITE),
        }
        return render_to_string("madda/rights/provision_issues.html", context, request)
