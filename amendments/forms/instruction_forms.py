"""The forms by which drafters write instructions and open amendments."""

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from amendments.forms.further_provisions import (
    NUMBER_ALONE,
    line_of,
    matched,
    numbered,
)
from amendments.forms.typed_places import NamedPlaces
from amendments.forms.untouched import touched, typed_over
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import AT_THE_END, LEVEL, NewElement, Op, Operation, from_json
from amendments.models.instruction import OP_LABELS, Instruction
from amendments.provisions.citing.citation_words import CitationWords
from amendments.queries.drafting.edits import ProvisionEdit
from amendments.text.cells import in_field, with_borders
from amendments.text.parts import part_in, part_in_words
from amendments.text.saying import say
from amendments.text.visible_text import TextOfLaw

QUALIFIERS = [
    ("", _("the only one")),
    ("first", _("the first")),
    ("second", _("the second")),
    ("both", _("both")),
    ("all", _("all")),
]
# Which fields each operation uses; the rest are hidden by the script and ignored by the form.
WHERE = ("target", "targets", "level", "qualifier", "count")
FIELDS_OF = {
    Op.REPLACE_WORDS: (*WHERE, "old", "new"),
    Op.REPLACE_NUMBER: (*WHERE, "old", "new"),
    Op.INSERT_AFTER: (*WHERE, "anchor", "new"),
    Op.INSERT_BEFORE: (*WHERE, "anchor", "new"),
    Op.DELETE_WORDS: (*WHERE, "old"),
    Op.RESTATE: ("target", "targets", "level", "heading", "new", "children", "whole"),
    Op.RESTATE_HEADING: ("target", "targets", "new"),
    Op.RESTATE_SENTENCE: ("target", "targets", "level", "new"),
    Op.ADD_SENTENCE: ("target", "targets", "level", "new"),
    Op.INSERT_ELEMENT: ("target", "after", "heading", "new", "children"),
    Op.APPEND_ELEMENT: ("target", "after", "heading", "new", "children"),
    Op.REPEAL: ("target", "targets"),
    Op.RENUMBER_AND_ADD: ("target", "heading", "new", "children"),
    Op.GLOBAL_REPLACE: ("target", "targets", "level", "old", "new", "qualifier", "count"),
    Op.COMMENCEMENT: ("target", "new"),
}
ON_THE_WHOLE_ACT = frozenset({Op.GLOBAL_REPLACE, Op.COMMENCEMENT})
MAY_HAVE_NO_NEW_WORDS = frozenset({Op.RESTATE, Op.RENUMBER_AND_ADD, Op.INSERT_ELEMENT, Op.APPEND_ELEMENT})

# The field that a refusal is about, by its code: the first of these that the operation uses.
FIELDS_OF_REFUSAL = {
    **dict.fromkeys(("missing_target", "ambiguous_target", "target_exists", "target_repealed"), ("target",)),
    **dict.fromkeys(("bad_number", "missing_parent"), ("target",)),
    **dict.fromkeys(("missing_anchor", "anchor_needed"), ("old", "anchor", "after")),
    **dict.fromkeys(("missing_level", "level_needed"), ("level",)),
    **dict.fromkeys(("count_mismatch", "count_needed"), ("count",)),
    "ambiguous_anchor": ("qualifier",),
    **dict.fromkeys(("new_text_needed", "numbered_line", "table_has_rows"), ("new",)),
    "missing_after": ("after",),
    "no_heading": ("heading",),
}


class InstructionForm(TextOfLaw, NamedPlaces):
    """One operation. `revision` is the state of the row that the drafter saw; `words` are those of the act's language."""

    op = forms.ChoiceField(
        label=_("What should happen?"), choices=[(op.value, label) for op, label in OP_LABELS.items()]
    )
    target = forms.CharField(
        label=_("Provision"),
        required=False,
        help_text=_(
            "Its number, for example 5.2.3, 9.1 row 5, chapter 2-1, annex 3 or title; * for the whole act."
        ),
    )
    targets = forms.CharField(
        label=_("Further provisions with the same change"),
        required=False,
        help_text=_("Numbers separated by commas."),
    )
    level = forms.CharField(
        label=_("Part of it"),
        required=False,
        help_text=_("Leave it empty for the text, or write heading, sentence 2 or paragraph 3."),
    )
    anchor = forms.CharField(
        label=_("Words before or after which the new words stand"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        strip=False,
    )
    old = forms.CharField(
        label=_("Words to be changed"), required=False, widget=forms.Textarea(attrs={"rows": 2}), strip=False
    )
    heading = forms.CharField(label=_("Heading of the new provision"), required=False)
    new = forms.CharField(
        label=_("New words"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        strip=False,
        help_text=_(
            "A line that begins with the number of a provision becomes that provision. Write a bar between the cells "
            "of a row of a table: A crossing | 10 coins."
        ),
    )
    children = forms.CharField(
        label=_("Further new provisions"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Write one provision on each line: its number, a full stop, its text. Put a heading between "
            "bars; ¶ begins a new paragraph: 12-2. |Heading| Text. To give a provision another number, write the new "
            "number alone on the first line: 6."
        ),
    )
    whole = forms.BooleanField(
        label=_("What lies under it goes"),
        required=False,
        help_text=_(
            "Tick it where the new words are the whole provision. Only what you write under it stands then."
        ),
    )
    after = forms.CharField(
        label=_("It stands after"), required=False, help_text=_("Leave it empty to place it by its number.")
    )
    qualifier = forms.ChoiceField(label=_("Which occurrence?"), choices=QUALIFIERS, required=False)
    count = forms.IntegerField(label=_("How many times in all?"), required=False, min_value=1)
    reason = forms.CharField(label=_("Reason"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    year = forms.IntegerField(required=False, widget=forms.HiddenInput)
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    seen_hash = forms.CharField(required=False, widget=forms.HiddenInput)
    says_the_same = False  # as an instruction that was added before, which can be meant
    seen_list = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, words: CitationWords | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = words
        self.stored: Operation | None = None

    @classmethod
    def of(
        cls,
        instruction: Instruction,
        words: CitationWords | None,
        said: Callable[[str], str] = str,
        data: Any = None,  # what was sent
    ) -> "InstructionForm":
        """The form filled from a row; `said` gives the names of provisions in the words of the act."""
        operation = dict(instruction.operation)
        operation.update({name: said(operation[name]) for name in ("target", "after") if name in operation})
        operation["targets"] = ", ".join(map(said, operation.get("targets", [])))
        operation["level"] = part_in_words(operation.get("level", ""))
        operation["children"] = "\n".join(map(line_of, operation.get("children", [])))
        operation.update(
            {name: in_field(operation[name]) for name in ("new", "old", "anchor") if name in operation}
        )
        given = {**operation, "reason": instruction.reason, "revision": instruction.revision}
        form = cls(data, initial=given, words=words)
        form.stored = from_json(instruction.operation)
        form.initial["whole"] = form.stored.takes_what_lies_under
        return form

    def clean_level(self) -> str:
        """Refuse a part that no text has, in words that say what can be written."""
        level = part_in(str(self.cleaned_data["level"]))
        is_end = self.cleaned_data.get("op") == Op.ADD_SENTENCE and AT_THE_END.fullmatch(level)
        if level and not is_end and not LEVEL.fullmatch(level):
            raise forms.ValidationError(
                gettext("Write text, heading, sentence 2, paragraph 3 or paragraph 3/sentence 1.")
            )
        return level

    def clean_children(self) -> list[NewElement]:
        """Read the lines; one that does not begin with a number is named."""
        op = self.cleaned_data.get("op")
        target = self.cleaned_data.get("target", "") if op in (Op.INSERT_ELEMENT, Op.APPEND_ELEMENT) else ""
        found: list[NewElement] = []
        for place, line in enumerate(self.cleaned_data["children"].splitlines(), start=1):
            if not line.strip():
                continue
            match = matched(line.strip(), self.words)
            if match is None:
                said = gettext("Line %(place)s does not begin with a number.")
                raise forms.ValidationError(said % {"place": place})
            text = with_borders(re.sub(r"\s*¶\s*", "\n", match["text"] or ""))
            number, label = numbered(line, match, target, found[-1:])
            label = label if op != Op.RENUMBER_AND_ADD else ""
            found.append(
                NewElement(self.named_provision(number), (match["heading"] or "").strip(), text, label)
            )
        return found

    def clean(self) -> dict[str, Any]:
        """Ask for the words without which the operation says nothing."""
        data = super().clean() or {}
        if "op" not in data:
            return data
        self.take_paragraph(FIELDS_OF[Op(data["op"])])
        for name in _needed(Op(data["op"]), data):
            if name not in self.errors and not str(data.get(name, "")).strip():
                self.add_error(name, gettext("Fill this in."))
        if data["op"] == Op.RENUMBER_AND_ADD and NUMBER_ALONE.fullmatch(str(data.get("new", "")).strip()):
            said = gettext("This is a number and no wording. Write the new number alone in “%(field)s”.")
            self.add_error("new", said % {"field": self.fields["children"].label})
        if data["op"] == Op.RESTATE and data.get("whole") and data.get("level") not in ("", "text", None):
            said = gettext("Only a part is restated. Leave “%(field)s” empty, or do not tick this.")
            self.add_error("whole", said % {"field": self.fields["level"].label})
        return data

    def add_refusal(self, refusal: Exception) -> None:
        """Put a refusal beside the field that it is about, if it is about one."""
        code = refusal.__cause__.code if isinstance(refusal.__cause__, Refused) else ""
        used = FIELDS_OF[Op(self.cleaned_data["op"])]
        fields = [name for name in FIELDS_OF_REFUSAL.get(code, ()) if name in used]
        typed = dict(self.cleaned_data)
        self.add_error(fields[0] if fields else None, say(refusal))
        self.cleaned_data = typed  # the preview still shows what was typed

    def operation(self) -> Operation:
        """The operation that the drafter described."""
        data = self.cleaned_data
        op = Op(data["op"])
        given = {name: data[name] for name in FIELDS_OF[op] if data.get(name)}
        if given.pop("whole", False):
            given["qualifier"] = "all"
        given["targets"] = tuple(given.get("targets", ()))
        given["children"] = tuple(given.get("children", ()))
        if op in ON_THE_WHOLE_ACT and not given["targets"]:
            given.setdefault("target", "*")
        for words in ("old", "anchor", "new"):
            if words in given:
                given[words] = with_borders(given[words].replace("\r\n", "\n").strip())
        typed = Operation(op=op, year=data.get("year"), target_text_hash=data.get("seen_hash", ""), **given)
        if self.stored is None or self.stored.op is not op:
            return typed
        changed = {*touched(self, FIELDS_OF[op]), *(("level",) if self.paragraph else ())}
        return typed_over(self.stored, typed, {"qualifier" if name == "whole" else name for name in changed})


def _needed(op: Op, data: dict[str, Any]) -> set[str]:
    """The fields without which the operation says nothing."""
    used = FIELDS_OF[op]
    needed = {"target", "old", "anchor", "new"} & set(used)
    if op in ON_THE_WHOLE_ACT or data.get("targets"):
        needed.discard("target")
    if op in MAY_HAVE_NO_NEW_WORDS:
        needed.discard("new")
    if op is Op.DELETE_WORDS and data.get("level"):
        needed.discard("old")  # a whole sentence goes
    return needed


class ProvisionForm(TextOfLaw, forms.Form):
    """The text of a provision, edited in place.

    `seen` is the hash of the wording that the drafter saw, and `was` and `was_heading` are its words: where somebody
    else saves first, both wordings are shown against them.
    """

    heading = forms.CharField(label=_("Heading"), required=False)
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Write the text as it should be. The instructions are made from it."),
    )
    reason = forms.CharField(label=_("Reason"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    seen = forms.CharField(widget=forms.HiddenInput)
    was = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    was_heading = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, has_heading: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_heading:
            del self.fields["heading"]

    def edit(self, provision: str, over: str = "") -> ProvisionEdit:
        """What the drafter wrote over the provision; `over` names a newer wording that it replaces."""
        data = self.cleaned_data
        text = _without_empty_lines(data["text"])
        return ProvisionEdit(provision, data.get("heading", ""), text, over or data["seen"])

    def began_with(self) -> tuple[str, str]:
        """The heading and the text that stood in the form when it was opened."""
        return self.cleaned_data["was_heading"], _without_empty_lines(self.cleaned_data["was"])


def _without_empty_lines(text: str) -> str:
    lines = text.replace("\r\n", "\n").strip().split("\n")
    return "\n".join(line.rstrip() for line in lines if line.strip())
