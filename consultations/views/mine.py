""" "My institution": tasks, deadlines, and the outcomes of comments."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from consultations.queries.comments.comment_lines import lines
from consultations.queries.submissions.mine import late_rounds, my_bodies, my_outcomes
from consultations.views.requests import page_of_comments


@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """Show the deadlines, drafts and submissions to sign off of each institution, then the outcomes in pages."""
    now = timezone.now()
    rows = page_of_comments(request, my_outcomes(request.user))
    bodies = my_bodies(request.user, now)
    context = {
        "bodies": bodies,
        "speaks_for_bodies": any(body.institution for body in bodies),
        "late": late_rounds(request.user, now),
        "lines": lines(rows, request.user),
        "rows": rows,
        "now": now,
    }
    return render(request, "madda/consultations/mine.html", context)
