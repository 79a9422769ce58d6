"""The forms of institutions, their people and their seats, and of offices."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.translation import gettext, gettext_lazy as _, pgettext_lazy

from amendments.forms.page_choice import PageChoice
from amendments.models import Section
from amendments.text.slugs import slug_of
from consultations.access.remit import Reach
from consultations.actions.committees.give_office import OfficeData
from consultations.actions.institutions.add_member import MemberData
from consultations.actions.institutions.register_institution import InstitutionData
from consultations.errors import CommitteeNameTaken, ShortNameTaken
from consultations.forms.recorded_form import RecordedForm
from consultations.models import Committee, Institution
from consultations.values import InstitutionType, MembershipRole, OfficeKind, SeatRole


def _day(label: Any, **more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **more)


class ReasonedLast(RecordedForm):
    """Asks for the reason after everything else."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name != "reason"])


class InstitutionForm(ReasonedLast):
    """The data of an institution."""

    name = forms.CharField(label=pgettext_lazy("of an institution", "Name"), max_length=200)
    type = forms.ChoiceField(label=_("Type"), choices=InstitutionType.choices)
    slug = forms.SlugField(
        label=_("Short name"),
        required=False,
        max_length=100,
        help_text=_("Used in web addresses. If you leave it empty, it is made from the name."),
    )
    start = _day(pgettext_lazy("beginning of a period", "From"))
    end = _day(_("Last day"), required=False, help_text=_("Leave it empty while the institution exists."))
    is_fictional = forms.BooleanField(label=_("Fictional"), required=False)
    section = PageChoice(
        label=_("Drafts as"),
        queryset=Section.objects.order_by("title"),
        required=False,
        empty_label=_("it drafts no law"),
        help_text=_(
            "The drafting body of this institution. Its legal service may check what is drafted there."
        ),
    )
    checks_law = forms.BooleanField(
        label=_("Its legal service checks the drafts of every body"),
        required=False,
        help_text=_("As that of a ministry of justice."),
    )

    def __init__(self, *args: Any, institution: Institution | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.institution = institution
        for code, name in settings.LANGUAGES:
            label = _("Name in %(language)s") % {"language": gettext(str(name))}
            self.fields[f"name_{code}"] = forms.CharField(label=label, required=False, max_length=200)
        others = [f"name_{code}" for code, _name in settings.LANGUAGES]
        self.order_fields(["name", *others])

    @classmethod
    def of(cls, institution: Institution) -> dict[str, object]:
        """The initial values of the form for an institution."""
        known = {name: getattr(institution, name) for name in cls.base_fields if hasattr(institution, name)}
        return {**known, **{f"name_{code}": name for code, name in institution.names.items()}}

    def clean(self) -> dict[str, Any]:
        """Check that no other institution has the short name."""
        data = super().clean() or {}
        if "slug" not in data:
            return data
        data["slug"] = data["slug"] or slug_of(data.get("name", ""), 100)
        others = Institution.objects.all()
        if self.institution is not None:
            others = others.exclude(pk=self.institution.pk)
        if not data["slug"]:
            self.add_error("slug", gettext("Give a short name of Latin letters, figures and hyphens."))
        elif others.filter(slug=data["slug"]).exists():
            self.add_error("slug", ShortNameTaken.message)
        return data

    def known(self) -> InstitutionData:
        data = self.cleaned_data
        names = {code: data[f"name_{code}"] for code, _name in settings.LANGUAGES if data[f"name_{code}"]}
        return InstitutionData(
            data["slug"],
            data["name"],
            InstitutionType(data["type"]),
            data["start"],
            names,
            data["end"],
            is_fictional=data["is_fictional"],
            section=data["section"],
            checks_law=data["checks_law"],
        )


class AccountForm(ReasonedLast):
    """A person, found by the e-mail address of their account."""

    email = forms.EmailField(label=_("E-mail address"), help_text=_("The address of the person's account."))

    def clean_email(self) -> Any:
        """The account with this address."""
        accounts = get_user_model()._default_manager.filter(is_active=True)
        field = get_user_model().get_email_field_name()
        found = list(accounts.filter(**{f"{field}__iexact": self.cleaned_data["email"]})[:2])
        if len(found) > 1:
            raise forms.ValidationError(
                gettext(
                    "Several active accounts have this address. Ask an administrator to give each account its own."
                )
            )
        if not found:
            raise forms.ValidationError(
                gettext(
                    "There is no active account with this address. Ask the person to sign up, or an administrator to "
                    "create the account."
                )
            )
        (self.person,) = found
        return self.cleaned_data["email"]


class MemberForm(AccountForm):
    """A person who will act for an institution."""

    role = forms.ChoiceField(label=_("Role"), choices=MembershipRole.choices)
    start = _day(pgettext_lazy("beginning of a period", "From"))
    show_name = forms.BooleanField(
        label=_("Show the person's name"),
        required=False,
        help_text=_("Only if the institution wants this."),
    )

    def member(self) -> MemberData:
        data = self.cleaned_data
        return MemberData(
            self.person, MembershipRole(data["role"]), data["start"], show_name=data["show_name"]
        )


class CommitteeForm(ReasonedLast):
    """A seat or an office on a committee that the person keeps. A person who keeps every committee may found a new one."""

    committee = forms.ModelChoiceField(
        label=_("Committee"),
        queryset=Committee.objects.none(),
        required=False,
        empty_label=_("a new committee"),
    )
    new_name = forms.CharField(label=_("Name of the new committee"), required=False, max_length=200)

    def __init__(self, *args: Any, reach: Reach, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = Committee.objects.order_by("name")
        field = cast("forms.ModelChoiceField[Committee]", self.fields["committee"])
        field.queryset = every if reach.is_everywhere else every.filter(pk__in=reach.committees)
        if not reach.is_everywhere:
            field.required, field.empty_label = True, None
            del self.fields["new_name"]

    def clean(self) -> dict[str, Any]:
        """Check that either a committee or the name of a new one is given."""
        data = super().clean() or {}
        if data.get("committee") or "new_name" not in data:
            return data
        name = data["new_name"]
        slug = slug_of(name, 100)
        if not slug:
            self.add_error("new_name", gettext("Choose a committee, or name the new one."))
        elif Committee.objects.filter(slug=slug).exists():
            self.add_error("new_name", CommitteeNameTaken.message)
        data["committee"] = Committee(slug=slug, name=name)
        return data


class SeatForm(CommitteeForm):
    """A seat on a committee."""

    role = forms.ChoiceField(label=_("Role"), choices=SeatRole.choices, initial=SeatRole.MEMBER)


class OfficeForm(AccountForm, CommitteeForm):
    """An office of a committee, for a person with an account."""

    kind = forms.ChoiceField(label=_("Office"), choices=OfficeKind.choices)
    start = _day(pgettext_lazy("beginning of a period", "From"))
    end = _day(_("Last day"), required=False, help_text=_("Leave it empty if the office has no end."))

    def office(self) -> OfficeData:
        data = self.cleaned_data
        return OfficeData(self.person, OfficeKind(data["kind"]), data["start"], data["end"])


class LastDayForm(ReasonedLast):
    """The last day of something."""

    last_day = _day(_("Last day"), help_text=_("This day is still included."))
