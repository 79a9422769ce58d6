"""After the law is adopted: its last sealed draft becomes the texts of its acts."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language_info, gettext as _, gettext_lazy, ngettext
from wagtail.admin import messages

from amendments.actions.publication.seal_consolidated import Adoption, SealConsolidated
from amendments.errors import AmendmentsError, DayTooEarly, NotAdoptable
from amendments.forms.step_forms import refuse_far_day
from amendments.instructions.law_record import AmendingLaw, Record
from amendments.models import Version
from amendments.queries.way.adoption import (
    ActToAdopt,
    AdoptionDesk,
    adoption_desk,
    recorded_law,
    refusal_of_number,
)
from amendments.queries.way.adoption_record import frame_for, record_of
from amendments.queries.way.entry_days import days_said
from amendments.text.act_numbers import plain_number
from amendments.text.visible_text import VisibleText
from amendments.views.cms.frame import actor_of, furniture_of, own_amendment

_NAMING = ("law_name", "gazettes")


def _said_language(code: str) -> str:
    """The language in the words of the reader; its code where Django knows no name."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Leave it empty until the day is known."),
        validators=[refuse_far_day],
    )


class AdoptionForm(VisibleText, forms.Form):
    """The law by which a draft was adopted. `draft` is the one that the drafter saw; each act has its own day.

    Acts in several languages each name the law, and where it was published, in their own.
    """

    law_number = forms.CharField(label=gettext_lazy("Number of the law"), max_length=50)
    is_other_number = forms.BooleanField(required=False)  # than that of the recorded signing
    law_name = forms.CharField(label=gettext_lazy("Name of the law"), required=False, max_length=200)
    adopted = forms.DateField(
        label=gettext_lazy("Adopted on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy(
            "The footnotes and the lists of the text name the law by it. If you leave it empty, the text "
            "gets none."
        ),
    )
    gazettes = forms.CharField(
        label=gettext_lazy("Official publication"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("As footnotes cite it."),
    )
    in_force = _day(gettext_lazy("Enters into force on"))
    source = forms.CharField(
        label=gettext_lazy("Source"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Where the law and its entry into force were published."),
    )
    is_compared = forms.BooleanField(
        label=gettext_lazy("I compared the draft with the adopted law: its text is the same.")
    )
    draft = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, desk: AdoptionDesk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.desk, acts = desk, desk.acts
        self._ask_about_number()
        self.days: dict[int, str] = {}
        self.languages = list(dict.fromkeys(act.instrument.language for act in acts))
        named = self._ask_in_each_language() if len(self.languages) > 1 else list(_NAMING)
        self.last_act = max((act.instrument.date for act in acts if act.instrument.date), default=None)
        if len(acts) < 2:
            return
        del self.fields["in_force"]
        for act in acts:
            self.days[act.instrument.pk] = name = f"in_force_{act.instrument.pk}"
            self.fields[name] = _day(_("%(act)s: enters into force on") % {"act": act.instrument})
        self.order_fields(["law_number", "is_other_number", "adopted", *named, *self.days.values()])

    def _ask_about_number(self) -> None:
        """Nobody can correct the number later, and the signing may have been recorded with a wrong one."""
        signed = recorded_law(self.desk.amendment).number
        given = self.data if self.is_bound else self.initial
        typed = str(given.get("law_number", "")).strip()
        if not signed or not typed or plain_number(signed) == plain_number(typed):
            del self.fields["is_other_number"]
            return
        self.fields["is_other_number"].label = _(
            "The number is %(number)s, although the signing is recorded as No. %(signed)s."
        ) % {
            "number": typed,
            "signed": signed,
        }

    def _ask_in_each_language(self) -> list[str]:
        """The fields that take the place of those for the name of the law and its publication."""
        asked = [self.fields.pop(name) for name in _NAMING]
        for language in self.languages:
            for name, field in zip(_NAMING, asked, strict=True):
                own = deepcopy(field)
                own.label = f"{field.label} ({_said_language(language)})"
                self.fields[f"{name}_{language}"] = own
        return [f"{name}_{language}" for language in self.languages for name in _NAMING]

    def clean_law_number(self) -> str:
        """Not that of an act that is amended."""
        number: str = self.cleaned_data["law_number"]
        if refusal := refusal_of_number(self.desk.instruments, number):
            raise forms.ValidationError(refusal)
        return number

    def clean(self) -> dict[str, Any]:
        """A law is not adopted before the acts that it amends or after today, and not in force before its adoption."""
        data = super().clean() or {}
        # not left to the browser, which would ask for the tick although the number was corrected
        if data.get("is_other_number") is False:
            self.add_error("is_other_number", _("Tick this if it is right, or correct the number."))
        adopted = data.get("adopted")
        if adopted is not None and adopted > localdate():
            self.add_error("adopted", _("This day is still to come."))
        if adopted is not None and self.last_act is not None and adopted < self.last_act:
            self.add_error("adopted", str(DayTooEarly(self.last_act, "adopted")))
        earliest = adopted or self.last_act
        for name in self.days.values() if self.days else ("in_force",):
            if earliest is not None and data.get(name) is not None and data[name] < earliest:
                self.add_error(name, str(DayTooEarly(earliest, name)))
        return data

    def adoption(self) -> Adoption:
        """What was entered."""
        data = self.cleaned_data
        of_act: dict[int, date | None] = {pk: data[name] for pk, name in self.days.items()}
        laws = {language: self.law(language) for language in self.languages}
        return Adoption(data["law_number"], data.get("in_force"), data["source"], None, of_act, laws)

    def law(self, language: str) -> AmendingLaw | None:
        """The law as the record of the acts in a language names it."""
        data = self.cleaned_data
        if not (data.get("law_number") and data.get("adopted")):
            return None
        ending = f"_{language}" if len(self.languages) > 1 else ""
        name, gazettes = (data.get(f"{field}{ending}", "") for field in _NAMING)
        return AmendingLaw(data["law_number"], data["adopted"], name, gazettes)


def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """Says what will happen, asks for the law, and seals."""
    amendment = own_amendment(request, pk)
    desk = adoption_desk(amendment)
    if request.method == "POST":
        form = AdoptionForm(request.POST, desk=desk)
        is_valid = form.is_valid()
        shown = _records(desk, form)
        versions = _sealed(request, desk, form) if is_valid and "preview" not in request.POST else []
        if versions:
            return redirect(_told(request, desk, versions))
        desk = adoption_desk(amendment)  # what another click has done meanwhile
        if "preview" in request.POST:
            form = AdoptionForm(desk=desk, initial=request.POST.dict())
    else:
        shown = []
        form = AdoptionForm(desk=desk, initial=_initial(desk))
    context = {
        "amendment": amendment,
        "desk": desk,
        "acts": len(desk.acts),
        "form": form,
        "records": shown,
        "keeps_record": any(frame_for(act.instrument) for act in desk.acts),
        "unrecorded": [act.instrument for act in desk.acts if frame_for(act.instrument) is None],
        **furniture_of(amendment, _("Record the adoption")),
    }
    return render(request, "madda/amendments/cms/adopt.html", context, status=422 if form.is_bound else 200)


def _initial(desk: AdoptionDesk) -> dict[str, Any]:
    """The draft that is seen, what the steps say of the law, and how it is called in the records of its acts."""
    law = recorded_law(desk.amendment)
    frames = {act.instrument.language: frame for act in desk.acts if (frame := frame_for(act.instrument))}
    law_name = next((frame.law_name for frame in frames.values()), "")
    known = {
        "law_number": law.number,
        "adopted": law.day,
        "gazettes": law.source,
        **{f"law_name_{language}": frame.law_name for language, frame in frames.items()},
        **{f"gazettes_{language}": law.source for language in frames},
        "source": law.source,
        **_days(desk, law.in_force),
    }
    return {"draft": desk.draft.pk if desk.draft else "", "law_name": law_name, **known}


def _days(desk: AdoptionDesk, published: date | None) -> dict[str, date | None]:
    """The day of each act: as the publication says, but where the amendment names several, that of the act itself."""
    said = days_said(desk.draft) if desk.draft else {}
    keys = [act.instrument.pk for act in desk.acts]
    is_one = len({said.get(pk) for pk in keys}) < 2
    days = {pk: (is_one and published) or said.get(pk) or published for pk in keys}
    return {"in_force": days[keys[0]] if keys else published} | {f"in_force_{pk}": days[pk] for pk in keys}


def _records(desk: AdoptionDesk, form: AdoptionForm) -> list[tuple[ActToAdopt, Record]]:
    """What would be written into each text; nothing while the law is not named or the draft cannot be adopted."""
    if desk.obstacle:
        return []
    found = ((act, record_of(act, form.law(act.instrument.language))) for act in desk.acts)
    return [(act, record) for act, record in found if record is not None]


def _sealed(request: HttpRequest, desk: AdoptionDesk, form: AdoptionForm) -> list[Version]:
    """Nothing where it is refused: the form says why."""
    draft = desk.amendment.drafts.filter(pk=form.cleaned_data["draft"]).first()
    if draft is None:
        form.add_error(None, desk.obstacle or str(NotAdoptable()))
        return []
    try:
        return SealConsolidated(draft, form.adoption(), actor=actor_of(request)).execute()
    except AmendmentsError as refusal:
        form.add_error(None, str(refusal))
        return []


def _told(request: HttpRequest, desk: AdoptionDesk, versions: Sequence[Version]) -> str:
    """Say what is sealed; answers with the page where its release is asked for, or where the acts are listed."""
    if len(versions) == 1:
        words = _("%(version)s is sealed. Ask for its release here.") % {"version": versions[0].label}
        messages.success(request, words)
        return str(versions[0].instrument.url)
    words = ngettext(
        "The text of %(count)s act is sealed. Ask for its release on the page of the act.",
        "The texts of %(count)s acts are sealed. Ask for their release on the page of each act.",
        len(versions),
    )
    messages.success(request, words % {"count": len(versions)})
    return reverse("amendments_admin:workspace", args=[desk.amendment.pk])
