"""The forms in which rows of vocabularies are changed."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.db.models import Max, Model, QuerySet
from django.utils.translation import gettext, gettext_lazy as _

from consultations.forms.recorded_form import RecordedForm
from consultations.models import Cluster, Right, Term, Treaty
from consultations.models.vocabulary import VocabularyRow
from consultations.rules.benchmarks import (
    LONGEST_ARTICLE,
    LONGEST_CODE,
    ClusterRow,
    RightRow,
    Row,
    TermKind,
    TermRow,
    TreatyArticle,
    TreatyRow,
    TreatyStatus,
    read_article,
)
from consultations.values import TREATY_STATUS_LABELS

_CODE = RegexValidator(r"^[A-Za-z0-9][A-Za-z0-9-]*\Z", _("Use Latin letters, figures and hyphens."))


class StepForm(RecordedForm):
    """A step on a row. It keeps the state of the row that was shown."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


class RowForm(StepForm):
    """The fields of every row. `row` is the row that is changed; a new row needs a code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=LONGEST_CODE,
        validators=[_CODE],
        help_text=_("The code cannot be changed later, because comments and receipts contain it."),
    )
    order = forms.IntegerField(label=_("Place in the list"), min_value=0, max_value=99_999)

    def __init__(self, *args: Any, row: VocabularyRow | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        if row is not None:
            del self.fields["code"]
        else:
            place = self.fields["order"]
            place.required, place.help_text = False, _("Leave it empty for the last place.")
        for tag, language in settings.LANGUAGES:
            names = {"language": gettext(str(language))}
            label, description = _("Name in %(language)s"), _("Description in %(language)s")
            self.fields[f"label_{tag}"] = forms.CharField(label=label % names, max_length=400)
            self.fields[f"description_{tag}"] = forms.CharField(
                label=description % names,
                required=False,
                max_length=2_000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        tags = [tag for tag, _language in settings.LANGUAGES]
        of_kind = [name for name in type(self).base_fields if name not in RowForm.base_fields]
        words = [f"{kind}_{tag}" for kind in ("label", "description") for tag in tags]
        self.order_fields(["code", *words[: len(tags)], *of_kind, *words[len(tags) :], "order", "reason"])

    def clean(self) -> dict[str, Any]:
        """Check that a description is given in every language or in none."""
        data = super().clean() or {}
        given = self._words("description")
        for tag, _language in settings.LANGUAGES:
            if given and tag not in given and f"description_{tag}" not in self.errors:
                self.add_error(f"description_{tag}", gettext("Describe it in every language, or in none."))
        return data

    @classmethod
    def shown(cls, row: VocabularyRow) -> dict[str, object]:
        """The initial values of the form for a row."""
        kinds = {"label": row.labels, "description": row.descriptions}
        words = {f"{kind}_{tag}": said for kind, told in kinds.items() for tag, said in told.items()}
        return {"order": row.order, **words}

    def given(self) -> Row:
        """The row as it was written."""
        raise NotImplementedError

    def shared(self) -> dict[str, Any]:  # Any: arguments of the plain rows
        """The values that every kind of row has. Words in languages that the site does not use are kept."""
        row = self.row
        labels = {**(row.labels if row else {}), **self._words("label")}
        descriptions = self._words("description")
        if row and descriptions:
            descriptions = {**row.descriptions, **descriptions}
        return {
            "code": row.code if row else self.cleaned_data["code"],
            "labels": labels,
            "descriptions": descriptions,
            "order": self._place(),
        }

    def _place(self) -> int:
        """The place that was typed; of a new row without one, the last of the rows beside it."""
        typed: int | None = self.cleaned_data["order"]
        if typed is not None:
            return typed
        last: int | None = self.beside().aggregate(last=Max("order"))["last"]
        return 0 if last is None else last + 1

    def beside(self) -> "QuerySet[Any]":
        """The rows among which it has its place."""
        raise NotImplementedError

    def _words(self, kind: str) -> dict[str, str]:
        said = {tag: self.cleaned_data.get(f"{kind}_{tag}", "") for tag, _language in settings.LANGUAGES}
        return {tag: words.replace("\r\n", "\n") for tag, words in said.items() if words}


class ClusterForm(RowForm):
    """A cluster of rights."""

    def given(self) -> ClusterRow:
        """The row as it was written."""
        return ClusterRow(**self.shared())

    def beside(self) -> "QuerySet[Any]":
        """All clusters."""
        return Cluster.objects.all()


class TermForm(RowForm):
    """An entry of a list."""

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = TermKind(kind)

    def given(self) -> TermRow:
        """The row as it was written."""
        return TermRow(kind=self.kind, **self.shared())

    def beside(self) -> "QuerySet[Any]":
        """The entries of the list."""
        return Term.objects.filter(kind=self.kind)


class TreatyForm(RowForm):
    """A treaty."""

    system = forms.ModelChoiceField(label=_("Made by"), queryset=Term.objects.filter(kind=TermKind.SYSTEM))
    status = forms.ChoiceField(
        label=_("For the country"),
        choices=[(status.value, label) for status, label in TREATY_STATUS_LABELS.items()],
    )
    reference = forms.CharField(label=_("Reference"), max_length=60, required=False)
    adopted = forms.DateField(
        label=_("Adopted"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    @classmethod
    def shown(cls, row: VocabularyRow) -> dict[str, object]:
        """The initial values of the form for a treaty."""
        return super().shown(row) | {
            name: getattr(row, name) for name in cls.base_fields if hasattr(row, name)
        }

    def given(self) -> TreatyRow:
        """The row as it was written."""
        data = self.cleaned_data
        return TreatyRow(
            system=data["system"].code,
            status=TreatyStatus(data["status"]),
            reference=data["reference"],
            adopted=data["adopted"],
            **self.shared(),
        )

    def beside(self) -> "QuerySet[Any]":
        """The treaties of its maker."""
        return Treaty.objects.filter(system=self.cleaned_data["system"])


class RightForm(RowForm):
    """A right with its articles, one on each line."""

    cluster = forms.ModelChoiceField(label=_("Cluster"), queryset=Cluster.objects.all())
    articles = forms.CharField(
        label=_("Articles"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "One article on each line: the code of the treaty and the article, for example “ECHR 5(1)(f)”."
        ),
    )

    @classmethod
    def shown(cls, row: VocabularyRow) -> dict[str, object]:
        """The initial values of the form for a right."""
        articles = "\n".join(str(one) for one in getattr(row, "articles", ()))
        return {**super().shown(row), "cluster": getattr(row, "cluster", None), "articles": articles}

    def clean_articles(self) -> tuple[TreatyArticle, ...]:
        """Check that every line names a known treaty and no article is listed twice."""
        read = [read_article(line) for line in self.cleaned_data["articles"].splitlines() if line.strip()]
        known = set(Treaty.objects.values_list("code", flat=True))
        for one in read:
            if one.treaty not in known:
                raise forms.ValidationError(_("There is no treaty “%(code)s”."), params={"code": one.treaty})
            if len(one.article) > LONGEST_ARTICLE:
                raise forms.ValidationError(_("“%(line)s” is too long."), params={"line": str(one)[:100]})
            if read.count(one) > 1:
                raise forms.ValidationError(_("“%(line)s” is listed twice."), params={"line": str(one)})
        return tuple(read)

    def given(self) -> RightRow:
        """The row as it was written."""
        data = self.cleaned_data
        return RightRow(cluster=data["cluster"].code, articles=data["articles"], **self.shared())

    def beside(self) -> "QuerySet[Any]":
        """The rights of its cluster."""
        return Right.objects.filter(cluster=self.cleaned_data["cluster"])


def form_of(model: type[Model], kind: str) -> Callable[..., RowForm]:
    """The form of a vocabulary. `kind` is the list of a term."""
    forms_: Mapping[type[Model], type[RowForm]] = {Cluster: ClusterForm, Treaty: TreatyForm, Right: RightForm}
    return forms_[model] if model in forms_ else partial(TermForm, kind=kind)
