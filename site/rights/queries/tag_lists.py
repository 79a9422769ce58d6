"""Everything that is tagged with rights, and the instructions of a draft with the rights that they touch."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _, pgettext

from amendments.models import Draft, VersionInstruction
from consultations.models import Anchor, Comment, Right
from consultations.queries.comments.provision_texts import wordings
from rights.models import RightTag
from rights.queries.names_of_texts import TextNames, names_of
from rights.queries.suggested_rights import suggested_in
from rights.queries.tagging import instructions_url, said, touched_words, words_of_comment


@dataclass(frozen=True, slots=True)
class TagLine:
    """A tag in a list, with the thing on which it stands and the words of that."""

    tag: RightTag
    kind: str
    called: str
    about: str
    url: str
    words: str
    language: str


def tags_by_right(user: Any, right: str = "") -> QuerySet[Any]:
    """The tags that stand, the newest first."""
    rows: Any = RightTag.objects.visible_to(user)
    rows = rows.filter(right__code=right) if right else rows
    return with_things(rows).order_by("-tagged_at", "pk")


def with_things(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The tags with all that their lines show."""
    joined = ("right", "instruction", "comment__submission__round__draft__amendment")
    return rows.select_related(*joined, "version__instrument", "version__draft__amendment", "tagged_by")


def rights_tagged(user: Any) -> list[Any]:
    """The rights with which something is tagged, with the number of tags. Any: rights with their count."""
    tags = RightTag.objects.visible_to(user).order_by().values("pk")
    rows: Any = Right.objects.filter(tags__in=tags).annotate(count=Count("tags"))
    return list(rows)


def tag_lines(tags: Iterable[RightTag]) -> list[TagLine]:
    """The lines of one page of tags, with three queries more."""
    tags = list(tags)
    joined = ("version__instrument", "provision")
    anchors = list(
        Anchor.objects.filter(comment__in=[tag.comment_id for tag in tags]).select_related(*joined)
    )
    placed: list[Any] = [*anchors, *(tag for tag in tags if tag.provision_id)]
    texts = wordings({row.version for row in placed}, {row.provision_id for row in placed})
    pointed: dict[Any, list[str]] = defaultdict(list)
    for anchor in anchors:
        if wording := texts.get((anchor.version_id, str(anchor.provision_id))):
            pointed[anchor.comment_id].append(wording.called)
    instructions = {tag.instruction_id: tag.version_id for tag in tags if tag.instruction_id}
    sealed = VersionInstruction.objects.filter(
        instruction__in=instructions, version__in=instructions.values()
    )
    spoken = {
        (row.version_id, row.instruction_id): row for row in sealed.select_related("version__instrument")
    }
    names = names_of(tag.version for tag in tags if tag.version)
    return [
        _comment_line(tag, tag.comment, pointed[tag.comment_id])
        if tag.comment
        else _line(tag, names, texts, spoken)
        for tag in tags
    ]


def _comment_line(tag: RightTag, comment: Comment, provisions: Iterable[str]) -> TagLine:
    return TagLine(
        tag,
        pgettext("of a round", "Comment"),
        ", ".join([comment.reference, *dict.fromkeys(provisions)]),
        comment.submission.round.amendment.shown_title,
        comment.url,
        words_of_comment(comment),
        comment.language,
    )


def _line(tag: RightTag, names: TextNames, texts: Any, spoken: Any) -> TagLine:
    version: Any = tag.version  # Any: each tag that is on no comment has one
    about = f"{version.instrument.shown_title}, {names.dated(version)}"
    if tag.instruction is not None:
        row = spoken.get((version.pk, tag.instruction_id))
        kind, called, url = _("Instruction"), tag.instruction.in_words, instructions_url(tag)
        words = said(row) if row else ""
    else:
        wording = texts.get((version.pk, str(tag.provision_id)))
        kind, called = _("Provision"), wording.called if wording else "–"
        url = reverse("amendments:provision", args=[tag.provision_id])
        words = wording.words if wording else ""
    return TagLine(tag, kind, called, about, url, words, version.instrument.language)


@dataclass(frozen=True, slots=True)
class InstructionLine:
    """A sealed instruction with its tags, and the rights that its words and those of its provisions suggest."""

    row: VersionInstruction
    words: str
    language: str
    is_new: bool
    tags: tuple[RightTag, ...]
    suggested: tuple[tuple[Any, str], ...]  # a right and the words that suggest it


def instructions_of(draft: Draft) -> QuerySet[VersionInstruction]:
    """The instructions of a draft in the order of the acts and lists."""
    rows = VersionInstruction.objects.filter(version__draft=draft)
    return rows.select_related("instruction", "version__instrument").order_by("version__order", "order", "pk")


def new_instructions_of(user: Any, draft: Draft) -> QuerySet[VersionInstruction]:
    """Those that no earlier draft has which the person may read."""
    return instructions_of(draft).exclude(instruction__in=known_before(user, draft))


def known_before(user: Any, draft: Draft) -> QuerySet[Any, Any]:
    """The keys of the instructions that an earlier draft of the amendment has, as far as the person may read these."""
    earlier = Draft.objects.visible_to(user).filter(amendment=draft.amendment_id, number__lt=draft.number)
    rows = VersionInstruction.objects.filter(version__draft__in=earlier.order_by().values("pk"))
    return rows.values("instruction")


def instruction_lines(user: Any, draft: Draft, rows: Iterable[VersionInstruction]) -> list[InstructionLine]:
    """The lines of one page of instructions. Five queries."""
    rows = list(rows)
    keys = [row.instruction_id for row in rows]
    known = set(known_before(user, draft).filter(instruction__in=keys).values_list("instruction", flat=True))
    tags: dict[UUID, list[RightTag]] = defaultdict(list)
    for tag in RightTag.objects.visible_to(user).filter(instruction__in=keys).select_related("right"):
        tags[tag.instruction_id].append(tag)  # type: ignore[index] # each of them is on an instruction
    words = {row.pk: said(row) for row in rows}
    touched = touched_words(rows)
    found = {
        row.pk: suggested_in((words[row.pk], *touched[row.pk]), row.version.instrument.language)
        for row in rows
    }
    codes = {one.right for some in found.values() for one in some}
    named = {right.code: right for right in Right.objects.filter(code__in=codes)}
    return [
        InstructionLine(
            row,
            words[row.pk],
            row.version.instrument.language,
            row.instruction_id not in known,
            tuple(tags[row.instruction_id]),
            tuple(
                (named[one.right], ", ".join(f"“{each}”" for each in one.words))
                for one in found[row.pk]
                if one.right in named
            ),
        )
        for row in rows
    ]
