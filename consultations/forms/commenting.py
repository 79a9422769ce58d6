"""The form of a comment."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import get_language, gettext_lazy as _

from amendments.provisions.hidden import without_unseen
from amendments.text.cells import in_field
from consultations.actions.comments.content import Chosen, Content
from consultations.forms.files import AttachingForm
from consultations.forms.vocabulary_fields import NamingForm, RowsField, TreatiesField
from consultations.models import Comment, Institution
from consultations.queries.comments.writing import Commented
from consultations.queries.vocabulary.vocabulary_choices import (
    grounds_to_choose,
    rights_to_choose,
    treaties_to_choose,
)
from consultations.rules.answer_kinds import Kind, Said, Stance, kind_of
from consultations.rules.choices import Range, joined
from consultations.rules.passages import Field
from consultations.values import KIND_LABELS, STANCE_LABELS, Identity, Priority, Visibility

_RANGE = re.compile(r"([db]):(\d{1,7}):(\d{1,7})")
ONESELF = "person"
LONGEST = 20_000  # characters of reasons or of a proposed text


def read_ranges(values: Iterable[str]) -> list[Range]:
    """Read ranges: "d:0:12" is in the draft, "b:0:12" in its base. Anything else is left out."""
    found = (_RANGE.fullmatch(value) for value in values)
    return [Range(int(m[2]), int(m[3]), in_base=m[1] == "b") for m in found if m]


def write_range(item: Range) -> str:
    """The value of a checkbox."""
    return f"{'b' if item.in_base else 'd'}:{item.start}:{item.end}"


class SaidForm(NamingForm, AttachingForm):
    """The fields in which somebody comments on the draft."""

    stance = forms.ChoiceField(
        label=_("What do you think of it?"),
        required=False,
        choices=[(stance.value, label) for stance, label in STANCE_LABELS.items()],
        widget=forms.RadioSelect,
    )
    rationale = forms.CharField(label=_("Why?"), required=False, widget=forms.Textarea, max_length=LONGEST)
    proposed_text = forms.CharField(
        label=_("Proposed text"),
        required=False,
        widget=forms.Textarea,
        max_length=LONGEST,
        help_text=_(
            "Change the wording of the draft into the one that you propose, "
            "or write a new provision that begins with its number."
        ),
    )
    kind = forms.ChoiceField(
        label=_("Kind of comment"),
        required=False,
        choices=[
            ("", _("chosen from what you wrote above")),
            *((k.value, label) for k, label in KIND_LABELS.items()),
        ],
    )
    visibility = forms.ChoiceField(
        label=_("Who may read it?"),
        choices=Visibility.choices,
        initial=Visibility.PUBLIC,
        widget=forms.RadioSelect,
        help_text=_(
            "“The committee only”: its members and secretariat, those who draft and check laws in any drafting "
            "body, and the Ombudsman's office."
        ),
    )
    identity = forms.ChoiceField(
        label=_("Your identity"), choices=Identity.choices, initial=Identity.SHOWN, widget=forms.RadioSelect
    )
    language = forms.ChoiceField(
        label=_("Language of the comment"),
        choices=[("az", "Azərbaycanca"), ("en", "English"), ("ru", "Русский")],
    )
    priority = forms.ChoiceField(label=_("Priority"), choices=Priority.choices, initial=Priority.MEDIUM)
    sought = forms.CharField(
        label=_("Find a right or a treaty"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    rights = RowsField(
        rights_to_choose,
        label=_("Rights"),
        help_text=_("Choose the human rights that the provision touches."),
    )
    grounds = RowsField(grounds_to_choose, label=_("Grounds of discrimination"))
    treaties = TreatiesField(
        treaties_to_choose,
        label=_("Treaties"),
        help_text=_("Choose treaties, and name their articles if you wish."),
    )
    MORE = (
        "kind",
        *NamingForm.NAMED,
        "attachments",
        "language",
        "priority",
    )  # shown in a fold

    def __init__(self, *args: Any, comment: Comment | None = None, **kwargs: Any) -> None:
        super().__init__(*args, attached=comment.attachments.all() if comment else (), **kwargs)
        self.fields["language"].initial = (get_language() or "en")[:2]
        held = comment.named.codes if comment else {name: [] for name in self.NAMED}
        for name in self.NAMED:
            cast("RowsField", self.fields[name]).hold(held[name])

    @property
    def shows_more(self) -> bool:
        """Whether the fold must be open."""
        return bool(self.sought_words or self.attached) or any(name in self.errors for name in self.MORE)

    def said(self, commented: Commented | None, chosen: tuple[Chosen, ...]) -> Content:
        """The content of the form. A proposed text that is the same as the draft is left out."""
        data = self.cleaned_data
        proposed = data["proposed_text"].replace("\r\n", "\n").strip()
        if commented is not None:
            proposed = commented.typed(proposed)
        is_new = commented is not None and bool(proposed) and commented.read(proposed).is_new
        return Content(
            stance=Stance(data["stance"]) if data["stance"] else None,
            rationale=without_unseen(data["rationale"]).replace("\r\n", "\n").strip(),
            proposed_text=proposed,
            chosen=chosen,
            kind=Kind(data["kind"]) if data["kind"] else Kind.INSERT if is_new else None,
            visibility=Visibility(data["visibility"]),
            identity=Identity(data["identity"]),
            language=data["language"],
            priority=Priority(data["priority"]),
            rights=tuple(row.code for row in data["rights"]),
            grounds=tuple(row.code for row in data["grounds"]),
            treaties=data["treaties"],
            files=self.taken,
            removed_files=data["removed"],
        )


class CommentForm(SaidForm):
    """The form of a comment, which may be incomplete. `comment` is the draft that is edited."""

    acting_for = forms.ChoiceField(label=_("You write for"))
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        bodies: Iterable[Institution | None],
        comment: Comment | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, comment=comment, **kwargs)
        self.comment = comment
        self.bodies = {str(body.pk) if body else ONESELF: body for body in bodies}
        self.offer(
            "acting_for",
            [(key, str(body or _("yourself (individual view)"))) for key, body in self.bodies.items()],
        )
        self.fields["acting_for"].initial = next(iter(self.bodies), "")
        self.fields["key"].initial = uuid4

    @property
    def institution(self) -> Institution | None:
        """The institution that was chosen."""
        return self.bodies[self.cleaned_data["acting_for"]]

    @property
    def form_key(self) -> UUID | None:
        """The key of this form on the author's screen."""
        key: UUID | None = self.cleaned_data.get("key")
        return key

    def content(self, commented: Commented | None, ranges: Iterable[Range]) -> Content:
        """The content of the form, on the chosen words. Values that the form does not ask for are kept."""
        said = self.said(commented, chosen_words(commented, ranges))
        if self.comment is None:
            return said
        return replace(said, in_reply_to=self.comment.in_reply_to_id)


def chosen_words(commented: Commented | None, ranges: Iterable[Range]) -> tuple[Chosen, ...]:
    """The chosen words. Without any, the whole provision, in the base if the draft strikes it out."""
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
    """The initial values of the form for a stored draft."""
    submission = comment.submission
    proposed = comment.proposed_text
    if commented is not None and commented.is_in_table:
        proposed = in_field(proposed)
    return {
        "stance": comment.stance,
        "rationale": comment.rationale,
        "proposed_text": proposed or (commented.field_words if commented else ""),
        "kind": "" if comment.kind in _following(comment, commented) else comment.kind,
        "visibility": comment.visibility,
        "identity": comment.identity,
        "language": comment.language,
        "priority": comment.priority,
        **comment.named.codes,
        "acting_for": str(submission.institution_id or ONESELF),
        "revision": comment.revision,
    }


def _following(comment: Comment, commented: Commented | None) -> set[str]:
    """The kinds that follow from what was written: nobody chose them, so they follow what is written next."""
    stance = Stance(comment.stance) if comment.stance else Stance.NEUTRAL
    said = Said(stance, comment.rationale, comment.proposed_text, not comment.anchors.exists())
    proposed = comment.proposed_text
    is_new = commented is not None and bool(proposed) and commented.read(proposed).is_new
    return {Kind.INSERT.value if is_new else kind_of(said).value}


def ranges_of(comment: Comment) -> list[Range]:
    """The ranges of a stored draft."""
    return [
        Range(anchor.start, anchor.end, in_base=not anchor.version.is_draft)
        for anchor in comment.anchors.select_related("version")
        if anchor.quote
    ]
