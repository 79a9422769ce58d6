"""Provisions of a text that somebody names by their numbers."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amendments.models import Version
from amendments.queries.law.named_provisions import typed_names
from consultations.forms.whole_form import WholeForm
from consultations.queries.comments.provision_texts import ProvisionWording
from rights.models import RightsIssue
from rights.queries.issue_coverage import covered_keys
from rights.queries.issue_opening import not_one, provisions_meant

Meant = Callable[[Version, str], list[ProvisionWording]]


def keys_of(version: Version, numbers: str, meant: Meant = provisions_meant) -> list[str]:
    """The keys of the provisions with these numbers, in their order. Raises `ValidationError` for a number that is not one's."""
    found = []
    for number in typed_names(numbers):
        rows = meant(version, number)
        if len(rows) != 1:
            raise forms.ValidationError(not_one(rows, number))
        found.append(rows[0].provision)
    return list(dict.fromkeys(found))


class CoverForm(WholeForm):
    """Provisions that are added to an issue."""

    numbers = forms.CharField(
        label=_("Add provisions"),
        max_length=200,
        help_text=_("Their numbers in the text on which the issue was raised, with commas between them."),
    )

    def __init__(self, *args: Any, issue: RightsIssue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.issue = issue

    def clean_numbers(self) -> list[str]:
        """The keys of those that the issue does not cover yet."""
        found = keys_of(self.issue.raised_on, self.cleaned_data["numbers"])
        if not found:
            raise forms.ValidationError(self.fields["numbers"].error_messages["required"])
        covered = covered_keys(self.issue)
        if new := [key for key in found if key not in covered]:
            return new
        raise forms.ValidationError(_("The issue covers these provisions already."))
