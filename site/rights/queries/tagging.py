"""What can be tagged with rights: a provision, an instruction or a comment, with its words and its tags."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from amendments.models import Instruction, Provision, Version, VersionInstruction, VersionTarget
from amendments.queries.showing.official_words import worded
from consultations.models import Comment
from consultations.queries.comments.provision_texts import wordings
from rights.models import RightTag
from rights.queries.issue_opening import OfferedText, opening
from rights.queries.names_of_texts import names_of
from rights.queries.suggested_rights import suggested_in
from rights.suggesting.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class Tagging:
    """One thing as the page shows it on which it is tagged. `text` is the name of its text, "" for a comment.

    `touched` are the words of the provisions that an instruction changes.
    """

    row: Provision | Instruction | Comment
    version: Version | None
    kind: str
    called: str
    words: str
    language: str
    url: str
    text: str = ""
    offered: tuple[OfferedText, ...] = ()
    touched: tuple[str, ...] = ()

    @property
    def suggested(self) -> list[Suggestion]:
        """The rights that its words suggest, and those of the provisions that it changes."""
        return suggested_in((self.words, *self.touched), self.language)


def tagging(user: Any, kind: str, pk: UUID, chosen: str = "") -> Tagging | None:
    """The thing of this kind and key; None if there is none that the person may read. `chosen` is the key of a text."""
    found = _KINDS.get(kind)
    return found(user, pk, chosen) if found else None


def tags_on(user: Any, thing: Provision | Instruction | Comment) -> list[RightTag]:
    """All tags of one thing that the person may know, also those that were taken off."""
    rows: Any = RightTag.objects.standing_or_removed(user).filter(**{_name_of(thing): thing})
    return list(rows.select_related("right__cluster", "version__instrument", "version__draft", "tagged_by"))


def _name_of(thing: Provision | Instruction | Comment) -> str:
    return {Provision: "provision", Instruction: "instruction"}.get(type(thing), "comment")


def said(row: VersionInstruction) -> str:
    """A sealed instruction in official words; of one that is not one sentence, the words that it brings."""
    return worded(row)


def touched_words(rows: Iterable[VersionInstruction]) -> Mapping[int, tuple[str, ...]]:
    """By sealed instruction, the words that the provisions which it touches have in its text. Two queries."""
    versions = {row.pk: row.version for row in rows}
    targets = VersionTarget.objects.filter(sealed__in=versions, provision__isnull=False).order_by("pk")
    touched = list(targets.values_list("sealed", "provision"))
    texts = wordings(set(versions.values()), {provision for _sealed, provision in touched})
    found: dict[int, list[str]] = {pk: [] for pk in versions}
    for sealed, provision in touched:
        if wording := texts.get((versions[sealed].pk, str(provision))):
            found[sealed].append(wording.words)
    return {pk: tuple(words) for pk, words in found.items()}


def _provision(user: Any, pk: UUID, chosen: str) -> Tagging | None:
    row = Provision.objects.select_related("instrument").filter(pk=pk).first()
    shown = opening(user, row, chosen) if row else None
    if row is None or shown is None:
        return None
    return Tagging(
        row,
        shown.version,
        "provision",
        shown.wording.called,
        shown.words,
        shown.version.instrument.language,
        reverse("amendments:provision", args=[pk]),
        shown.name,
        shown.offered,
    )


def _instruction(user: Any, pk: UUID, chosen: str) -> Tagging | None:
    rows = VersionInstruction.objects.filter(instruction=pk, version__in=Version.objects.visible_to(user))
    joined = ("version__instrument", "version__draft__amendment", "instruction")
    row = rows.select_related(*joined).order_by("-version__sealed_at", "-version__number").first()
    if row is None:
        return None
    return Tagging(
        row.instruction,
        row.version,
        "instruction",
        row.instruction.in_words,
        said(row),
        row.version.instrument.language,
        instructions_url(row),
        names_of([row.version]).dated(row.version),
        touched=touched_words([row])[row.pk],
    )


def instructions_url(row: Any) -> str:
    """Where an instruction of the draft of a version stands with its rights. Any: a tag or a sealed instruction."""
    return f"{reverse('rights:instructions', args=[row.version.draft_id])}?only={row.instruction_id}"


def _comment(user: Any, pk: UUID, chosen: str) -> Tagging | None:
    row = Comment.objects.visible_to(user).sent().filter(pk=pk).first()
    if row is None:
        return None
    return Tagging(row, None, "comment", row.reference, words_of_comment(row), row.language, row.url)


def words_of_comment(row: Comment) -> str:
    """The reasons of a comment and the wording that it proposes."""
    return "\n".join(filter(None, (row.reasons_shown, row.proposal_shown)))


_KINDS: Mapping[str, Callable[[Any, UUID, str], Tagging | None]] = {
    "provision": _provision,
    "instruction": _instruction,
    "comment": _comment,
}
