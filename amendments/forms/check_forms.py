"""The forms of the legal check: ask a reviewer, write a finding."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amendments.actions.checking.write_finding import FindingData
from amendments.models import AmendedAct, CheckFinding, Instruction
from amendments.text.visible_text import VisibleText


class AskCheckForm(VisibleText, forms.Form):
    """Who checks the text, and until when."""

    reviewer = forms.ChoiceField(
        label=_("Reviewer"),
        help_text=_(
            "A person of the legal service of the drafting body or of the ministry of justice, who has no part in the "
            "drafting."
        ),
    )
    due = forms.DateField(
        label=_("Answer by"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Until the answer nobody can change the text. You can call the check back at any time."),
    )
    reason = forms.CharField(
        label=_("Note to the reviewer"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, reviewers: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reviewers = {str(person.pk): person for person in reviewers}
        choices = [(pk, str(person)) for pk, person in self.reviewers.items()]
        self.fields["reviewer"].choices = [("", "—"), *choices]  # type: ignore[attr-defined] # a choice field

    @property
    def chosen(self) -> Any:
        """The person who was chosen."""
        return self.reviewers[self.cleaned_data["reviewer"]]


class ReturnForm(VisibleText, forms.Form):
    """What the reviewer says to the drafters beside the findings."""

    reason = forms.CharField(
        label=_("Message to the drafters"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FindingForm(VisibleText, forms.Form):
    """A finding about an instruction, or about a provision of one act."""

    instruction = forms.ChoiceField(
        label=_("Instruction"),
        required=False,
        help_text=_("Leave it empty if the finding is about a provision."),
    )
    act = forms.ChoiceField(label=_("Act"))
    cited = forms.CharField(
        label=_("Provision"),
        required=False,
        max_length=500,
        help_text=_(
            "Its number, as in 5.2.3. If several provisions bear that number, its full citation, as in Chapter 2: the number "
            "beside a provision in the text above fills it in. It can be a provision that the text leaves unchanged."
        ),
    )
    severity = forms.ChoiceField(label=_("Weight"), choices=CheckFinding.Severity.choices)
    text = forms.CharField(label=_("Finding"), max_length=5000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(
        self, *args: Any, acts: Sequence[AmendedAct], instructions: Sequence[Instruction], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.acts = {str(act.pk): act for act in acts}
        self.rows = {str(row.pk): row for row in instructions}
        listed = [(pk, f"{row.key} · {row.get_op_display()}") for pk, row in self.rows.items()]
        self.fields["instruction"].choices = [("", "—"), *listed]  # type: ignore[attr-defined]
        self.fields["act"].choices = [(pk, str(act)) for pk, act in self.acts.items()]  # type: ignore[attr-defined]
        if len(acts) == 1:
            self.fields["act"].widget = forms.HiddenInput()
            self.fields["act"].initial = next(iter(self.acts))

    def data_of_finding(self) -> FindingData:
        """What was entered."""
        given = self.cleaned_data
        return FindingData(
            CheckFinding.Severity(given["severity"]),
            given["text"],
            self.rows.get(given["instruction"]),
            self.acts[given["act"]],
            given["cited"],
        )
