"""The forms of this app: they read input and decide nothing."""

import re
from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language, gettext_lazy as _

from consultations.actions.writing import Chosen, Content
from consultations.models import Comment, Institution
from consultations.queries.writing import Commented
from consultations.rules.answers import Answer, Kind, Stance
from consultations.rules.choices import Range, joined
from consultations.rules.passages import Field
from consultations.values import (
    ANSWER_LABELS,
    KIND_LABELS,
    STANCE_LABELS,
    DayKind,
    Identity,
    Priority,
    RoundAudience,
    RoundForm,
    Visibility,
)

_RANGE = re.compile(r"([db]):(\d{1,7}):(\d{1,7})")
ONESELF = "person"


def read_ranges(values: Iterable[str]) -> list[Range]:
    """ "d:0:12" is a range of the draft, "b:0:12" of its base; anything else is left out."""
    found = (_RANGE.fullmatch(value) for value in values)
    return [Range(int(m[2]), int(m[3]), in_base=m[1] == "b") for m in found if m]


def write_range(item: Range) -> str:
    """The value of a checkbox."""
    return f"{'b' if item.in_base else 'd'}:{item.start}:{item.end}"


class WholeForm(forms.Form):
    """A form whose labels and errors suit the templates."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: the arguments of Django's forms
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        """Give a field its choices."""
        cast("forms.ChoiceField", self.fields[name]).choices = list(choices)

    def offer_rows(self, name: str, rows: "QuerySet[Institution]") -> None:
        """Give a field its rows."""
        cast("forms.ModelChoiceField[Institution]", self.fields[name]).queryset = rows


class CommentForm(WholeForm):
    """A comment as it is written; a draft may be incomplete."""

    stance = forms.ChoiceField(
        label=_("What do you think of it?"),
        required=False,
        choices=[(stance.value, label) for stance, label in STANCE_LABELS.items()],
        widget=forms.RadioSelect,
    )
    rationale = forms.CharField(label=_("Why?"), required=False, widget=forms.Textarea, max_length=20_000)
    proposed_text = forms.CharField(
        label=_("Proposed text"), required=False, widget=forms.Textarea, max_length=20_000
    )
    kind = forms.ChoiceField(
        label=_("Kind of comment"),
        required=False,
        choices=[
            ("", _("as it follows from the above")),
            *((k.value, label) for k, label in KIND_LABELS.items()),
        ],
    )
    visibility = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=Visibility.choices,
        initial=Visibility.PUBLIC,
        widget=forms.RadioSelect,
    )
    identity = forms.ChoiceField(
        label=_("Your identity"), choices=Identity.choices, initial=Identity.SHOWN, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(
        label=_("Language of the comment"),
        choices=[("az", "Azərbaycanca"), ("en", "English"), ("ru", "Русский")],
    )
    priority = forms.ChoiceField(label=_("Priority"), choices=Priority.choices, initial=Priority.MEDIUM)
    rights = forms.CharField(
        label=_("Rights"),
        required=False,
        max_length=500,
        help_text=_("Rights that the provision touches, separated by commas."),
    )
    acting_for = forms.ChoiceField(label=_("You write for"))
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, bodies: Iterable[Institution | None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = {str(body.pk) if body else ONESELF: body for body in bodies}
        self.offer(
            "acting_for",
            [(key, str(body or _("yourself (individual view)"))) for key, body in self.bodies.items()],
        )
        self.fields["acting_for"].initial = next(iter(self.bodies), "")
        self.fields["language"].initial = (get_language() or "en")[:2]
        self.fields["key"].initial = uuid4

    @property
    def institution(self) -> Institution | None:
        """The body chosen."""
        return self.bodies[self.cleaned_data["acting_for"]]

    @property
    def form_key(self) -> UUID | None:
        """The key of this form on the author's screen."""
        key: UUID | None = self.cleaned_data.get("key")
        return key

    def content(self, commented: Commented | None, ranges: Iterable[Range]) -> Content:
        """What was written; a proposed text that is still the draft wording proposes nothing."""
        data = self.cleaned_data
        proposed = data["proposed_text"].replace("\r\n", "\n").strip()
        if commented is not None and proposed == commented.draft_words.strip():
            proposed = ""
        return Content(
            stance=Stance(data["stance"]) if data["stance"] else None,
            rationale=data["rationale"].replace("\r\n", "\n"),
            proposed_text=proposed,
            chosen=_chosen(commented, ranges),
            kind=Kind(data["kind"]) if data["kind"] else None,
            visibility=Visibility(data["visibility"]),
            identity=Identity(data["identity"]),
            language=data["language"],
            priority=Priority(data["priority"]),
            rights=tuple(filter(None, (word.strip() for word in data["rights"].split(",")))),
        )


def _chosen(commented: Commented | None, ranges: Iterable[Range]) -> tuple[Chosen, ...]:
    """The chosen words; none chosen is the whole provision, in the base where the draft strikes it out."""
    if commented is None:
        return ()
    field = Field(commented.field)
    found = joined(ranges, commented.base_words, commented.draft_words)
    if not found:
        return (Chosen(commented.provision, field=field, in_base=commented.draft is None),)
    return tuple(
        Chosen(commented.provision, item.start, item.end, field, in_base=item.in_base) for item in found
    )


def initial_of(comment: Comment, commented: Commented | None) -> dict[str, object]:
    """What a stored draft puts into the form."""
    submission = comment.submission
    return {
        "stance": comment.stance,
        "rationale": comment.rationale,
        "proposed_text": comment.proposed_text or (commented.draft_words if commented else ""),
        "kind": comment.kind,
        "visibility": comment.visibility,
        "identity": comment.identity,
        "language": comment.language,
        "priority": comment.priority,
        "rights": ", ".join(str(right) for right in comment.rights),
        "acting_for": str(submission.institution_id or ONESELF),
        "revision": comment.revision,
    }


class ReasonForm(WholeForm):
    """A step that needs a reason."""

    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea, max_length=5_000)


def _moment(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
    )


class OpenRoundForm(WholeForm):
    """A round to be opened."""

    audience = forms.ChoiceField(
        label=_("Who may take part?"), choices=RoundAudience.choices, widget=forms.RadioSelect
    )
    form = forms.ChoiceField(label=_("Form"), choices=RoundForm.choices)
    opens = _moment(_("Opens"))
    closes = _moment(_("Closes"), help_text=_("The whole minute counts."))
    day_kind = forms.ChoiceField(label=_("Days are counted as"), choices=DayKind.choices)
    invited = forms.ModelMultipleChoiceField(
        label=_("Invited institutions"),
        queryset=Institution.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    questions = forms.CharField(label=_("Questions"), required=False, widget=forms.Textarea)
    hearing_at = _moment(_("Hearing"), required=False)
    hearing_place = forms.CharField(label=_("Place of the hearing"), required=False, max_length=200)

    def __init__(self, *args: Any, institutions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_rows("invited", institutions)


class MoveEndForm(ReasonForm):
    """A new closing time with its public reason."""

    closes = _moment(_("New closing time"))
    field_order = ("closes", "reason")


class InviteForm(WholeForm):
    """Further institutions."""

    institutions = forms.ModelMultipleChoiceField(
        label=_("Institutions"), queryset=Institution.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, institutions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_rows("institutions", institutions)


class AcceptLateForm(ReasonForm):
    """Who is accepted late, until when and why."""

    institution = forms.ModelChoiceField(label=_("Institution"), queryset=Institution.objects.none())
    until = _moment(_("Until"))
    field_order = ("institution", "until", "reason")

    def __init__(self, *args: Any, institutions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_rows("institution", institutions)


class AnswerForm(WholeForm):
    """The proposed answer to a comment."""

    value = forms.ChoiceField(
        label=_("Answer"),
        choices=[
            (answer.value, label)
            for answer, label in ANSWER_LABELS.items()
            if answer not in (Answer.MERGED, Answer.WITHDRAWN)  # those follow from steps of their own
        ],
    )
    reason = forms.CharField(label=_("Reason"), required=False, widget=forms.Textarea, max_length=10_000)
    provision = forms.CharField(
        label=_("Provision"),
        required=False,
        max_length=60,
        help_text=_("The number of the provision that the answer points at, for example 5.3."),
    )
    instruction = forms.ChoiceField(label=_("Instruction"), required=False)
    effect = forms.ChoiceField(label=_("Effect on the instruction"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, instructions: Iterable[Any], effects: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("instruction", [("", "–"), *((str(row.pk), str(row)) for row in instructions)])
        self.offer("effect", effects)


class WordingForm(WholeForm):
    """A proposed wording on its way to an instruction."""

    wording = forms.CharField(label=_("Wording"), widget=forms.Textarea, max_length=20_000)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        widget=forms.Textarea,
        help_text=_("Needed when you change the proposed wording."),
    )


class DecideForm(WholeForm):
    """Where the committee decided."""

    decided_in = forms.CharField(
        label=_("Decided in"),
        required=False,
        max_length=200,
        help_text=_("For example: meeting 3, 20 May 2025."),
    )
