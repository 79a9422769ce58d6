"""The questions of a round: the form in which they are answered, and the answers to each."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from amendments.errors import AmendmentsError
from consultations.actions.comments.answer_questions import AnswerQuestions
from consultations.errors import RoundNotOpen
from consultations.forms.commenting import LONGEST, ONESELF
from consultations.forms.question_answers import AnswersForm
from consultations.models import Comment, Institution, Round, RoundQuestion, Submission
from consultations.queries.comments.comment_lines import lines
from consultations.queries.comments.writing import acting_for, late_askers, writers_of
from consultations.queries.rounds.late_ends import end_for
from consultations.queries.rounds.questions import answers_to, drafts_of_answers
from consultations.values import WORKING_STATES
from consultations.views.asked import typed_answers
from consultations.views.kept import keep, take_back
from consultations.views.requests import actor_of, answers_scripts, page_of, visible_round


@dataclass(frozen=True, slots=True)
class Answering:
    """A round with questions, for whom the person can answer them, and for whom they do so now."""

    round: Round
    questions: list[RoundQuestion]
    bodies: list[Institution | None]
    body: Institution | None
    may_write: bool

    def form(self, request: HttpRequest, data: object = None) -> AnswersForm:
        """The form with the answers that were saved before."""
        standing = drafts_of_answers(self.round, self.body, request.user) if self.bodies else {}
        return AnswersForm(data, questions=self.questions, body=self.body, standing=standing)


def question(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One question with the answers that the reader may read."""
    row = get_object_or_404(RoundQuestion.objects.select_related("round"), pk=pk)
    round_ = visible_round(request, row.round_id)
    rows = page_of(request, answers_to(request.user, row))
    context = {"question": row, "round": round_, "lines": lines(rows, request.user), "rows": rows}
    return render(request, "madda/consultations/question.html", context)


@answers_scripts
@never_cache  # after the sign-out, "back" does not show the text to the next person
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All questions of a round with their fields."""
    answering = _answering(request, pk)
    if not request.user.is_authenticated:
        if request.method == "POST":
            _keep(request)
        return redirect_to_login(request.path)
    if request.method != "POST":
        kept = take_back(request, only_look=not answering.may_write)
        if kept and answering.may_write:
            messages.warning(request, _("What you typed before is back; it is not saved yet."))
        form = answering.form(request, kept["data"] if kept else None)
        return _show(request, answering, form, is_checked=False)
    form = answering.form(request, request.POST)
    if not form.is_valid():
        return _show(request, answering, form)
    try:
        saved = _save(request, answering, form)
    except AmendmentsError as refusal:
        if isinstance(refusal, RoundNotOpen):
            _keep(request)
        form.show_meanwhile()
        form.add_error(None, str(refusal))
        return _show(request, answering, form)
    messages.success(request, _("Your answers are saved as drafts."))
    working = saved[0].submission if saved else _working(answering, request)
    if "send" in request.POST and working is not None:
        return redirect("consultations:submission", working.pk)
    return redirect(f"{request.path}?for={form.cleaned_data['acting_for']}")


@require_POST
def autosave_answers(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Save the answers while the person types. A header returns the moment."""
    answering = _answering(request, pk)
    if not request.user.is_authenticated:
        return HttpResponse(status=401)
    form = answering.form(request, request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    try:
        saved = _save(request, answering, form)
    except AmendmentsError:
        return HttpResponse(status=409)
    if not saved:
        return HttpResponse(status=202)  # heard, but nothing is kept
    at = max(comment.saved_at for comment in saved)
    return HttpResponse(status=204, headers={"X-Saved-At": timezone.localtime(at).strftime("%H:%M")})


def _answering(request: HttpRequest, pk: UUID) -> Answering:
    round_ = visible_round(request, pk)
    questions = list(round_.questions.all())
    if not questions:
        raise Http404
    now = timezone.now()
    bodies = acting_for(request.user, round_, now)
    may_write = bool(bodies)
    bodies = bodies or writers_of(request.user, round_, now)
    wanted = request.POST.get("acting_for") or request.GET.get("for", "")
    by_key = {str(body.pk) if body else ONESELF: body for body in bodies}
    if bodies and wanted and wanted not in by_key:
        raise Http404  # nobody's answers become those of another body
    first = bodies[0] if bodies else None
    return Answering(round_, questions, bodies, by_key.get(wanted, first), may_write)


def _save(request: HttpRequest, answering: Answering, form: AnswersForm) -> list[Comment]:
    return AnswerQuestions(
        answering.round,
        form.answers,
        form.said,
        actor=actor_of(request, institution=answering.body),
        institution=answering.body,
        key=form.cleaned_data["key"],
    ).execute()


def _working(answering: Answering, request: HttpRequest) -> Submission | None:
    person = None if answering.body else request.user.pk
    rows = Submission.objects.filter(round=answering.round, institution=answering.body, person=person)
    return rows.filter(state__in=WORKING_STATES).first()


def _keep(request: HttpRequest) -> None:
    names = {*AnswersForm.base_fields}
    typed = {key: value[:LONGEST] for key, value in request.POST.items() if key in names}
    keep(request, {"data": {**typed, **typed_answers(request, LONGEST)}, "ranges": []})


def _show(
    request: HttpRequest, answering: Answering, form: AnswersForm, *, is_checked: bool = True
) -> HttpResponse:
    context = {
        "answering": answering,
        "round": answering.round,
        "form": form,
        "errors": form.errors if is_checked else None,
        "ends": end_for(answering.round, answering.body, request.user, timezone.now()),
        "late": late_askers(request.user, answering.round, answering.bodies, timezone.now()),
    }
    status = 422 if request.method == "POST" and context["errors"] else 200
    return render(request, "madda/consultations/answer_questions.html", context, status=status)
