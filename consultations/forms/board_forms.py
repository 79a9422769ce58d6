"""The forms of the consolidation board: the answer, the wording and the decision."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.forms.whole_form import WholeForm
from consultations.rules.answer_kinds import Answer
from consultations.values import ANSWER_LABELS

_NO_ID = {"id": False}  # the form beside it has a field of this name


class AnswerForm(WholeForm):
    """The proposed answer to a comment."""

    NOT_OPTIONAL = frozenset({"reason"})

    value = forms.ChoiceField(
        label=_("Answer"),
        choices=[
            (answer.value, label)
            for answer, label in ANSWER_LABELS.items()
            if answer not in (Answer.MERGED, Answer.WITHDRAWN)  # other actions set these
        ],
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        widget=forms.Textarea,
        max_length=10_000,
        help_text=_("Every answer needs one, except “Accepted” and “Noted”."),
    )
    provision = forms.CharField(
        label=_("Provision"),
        required=False,
        max_length=60,
        help_text=_("The number of the provision that the answer points at, for example 5.3."),
    )
    instruction = forms.ChoiceField(label=_("Instruction"), required=False)
    effect = forms.ChoiceField(label=_("Effect on the instruction"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, instructions: Iterable[tuple[str, str]], effects: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer("instruction", [("", "–"), *instructions])
        self.offer("effect", effects)


class WordingForm(WholeForm):
    """The wording from which an instruction is proposed."""

    wording = forms.CharField(label=_("Wording"), widget=forms.Textarea, max_length=20_000)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        widget=forms.Textarea,
        help_text=_("Needed if you change the proposed wording."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput(attrs=_NO_ID), required=False)


class DecideForm(WholeForm):
    """The place where the committee decided, and the revision of the answer that was read."""

    decided_in = forms.CharField(
        label=_("Decided in"),
        required=False,
        max_length=200,
        help_text=_("For example: meeting 3, 20 May 2025."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput(attrs=_NO_ID))
