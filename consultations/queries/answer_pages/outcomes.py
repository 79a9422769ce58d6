"""What every later draft did with a proposed wording, computed from the texts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from amendments.models import Draft, Version, VersionEntry
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from consultations.models import Anchor, Comment
from consultations.queries.comments.provision_parts import (
    names_parts,
    unnumbered,
    wordings_with_parts,
    words_in,
)
from consultations.queries.comments.provision_texts import ProvisionWording, Wordings, wordings
from consultations.rules.answer_kinds import Kind
from consultations.rules.outcome import Outcome, outcome_of
from consultations.rules.proposed import Proposed

Versions = Mapping[tuple[object, object], Version]
"""The versions of the commented acts, by draft and act."""


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """What one later draft did with the proposed wording; `changes` compares a wording with other words with it."""

    draft: Draft
    outcome: Outcome
    changes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a comment asks for: the commented provision in the drafts, and the wording that it should have."""

    comment: Comment
    anchor: Anchor  # the first
    commented: ProvisionWording
    proposed: Proposed | None

    def wording_in(self, draft: Draft, versions: Versions, texts: Wordings) -> ProvisionWording | None:
        """The commented provision in a draft."""
        version = versions.get((draft.pk, self.anchor.version.instrument_id))
        return texts.get((version.pk, str(self.anchor.provision_id))) if version else None


def outcomes(asked: Asked, later: list[Draft], versions: Versions, texts: Wordings) -> list[OutcomeLine]:
    """For each later draft; none where the comment asks for no wording."""
    wanted = _wanted(asked)
    if wanted is None or not later:
        return []
    is_words = asked.proposed is not None and asked.proposed.is_words
    is_whole = not (asked.proposed and asked.proposed.is_new) and names_parts(wanted)
    if is_whole:
        wanted, (before, *now) = _with_parts(asked, wanted, later, versions)
    else:
        before, *now = map(_words, _compared(asked, later, versions, texts))
    found = []
    for draft, after in zip(later, now, strict=True):
        outcome = outcome_of(before, wanted, after, is_words=is_words)
        is_other = outcome is Outcome.MODIFIED and not is_words
        found.append(OutcomeLine(draft, outcome, diff_text(wanted, after) if is_other else ()))
    return found


def _with_parts(asked: Asked, wanted: str, later: list[Draft], versions: Versions) -> tuple[str, list[str]]:
    """A wording that names points, and the words of the provision with all its parts in the commented draft and each later one."""
    act, provision = asked.anchor.version.instrument_id, asked.anchor.provision_id
    drafts = [asked.comment.submission.round.draft, *later]
    rows = [versions.get((draft.pk, act)) for draft in drafts]
    texts = wordings_with_parts([row for row in rows if row is not None], [provision])
    wanted = unnumbered(wanted, asked.commented)
    return wanted, [words_in(texts, row, provision) if row is not None else "" for row in rows]


def _compared(
    asked: Asked, later: list[Draft], versions: Versions, texts: Wordings
) -> Iterable[ProvisionWording | None]:
    """The provision in question in the commented draft and in each later one."""
    drafts = [asked.comment.submission.round.draft, *later]
    if asked.proposed is None or not asked.proposed.is_new:
        return [asked.commented, *(asked.wording_in(draft, versions, texts) for draft in later)]
    act = asked.anchor.version.instrument_id
    found = _numbered(asked, [row for draft in drafts if (row := versions.get((draft.pk, act)))])
    return [
        found.get(versions[draft.pk, act].pk) if (draft.pk, act) in versions else None for draft in drafts
    ]


def _numbered(asked: Asked, versions: list[Version]) -> dict[object, ProvisionWording]:
    """By version, the provision that bears the number of the new one; a bare number counts beside or under the commented one."""
    number = asked.proposed.number if asked.proposed else ""
    rule = Q(version__in=versions, number=number)
    if "." not in number and asked.proposed and asked.proposed.provisions[0].kind != "article":
        rule &= Q(parent__in=[pk for pk in (asked.commented.provision, asked.commented.parent) if pk])
    rows = VersionEntry.objects.filter(rule).values_list("provision", flat=True)
    return {version: row for (version, _key), row in wordings(versions, rows).items()}


def _words(wording: ProvisionWording | None) -> str:
    return wording.words if wording and not wording.is_repealed else ""


def _wanted(asked: Asked) -> str | None:
    """The wording that the comment asks for; None where it asks for none."""
    if asked.proposed is not None:
        first = next(iter(asked.proposed.provisions), None)
        return (first.text or first.heading) if first else asked.proposed.text
    if asked.comment.kind != Kind.DELETE:
        return None
    text = asked.commented.words
    quotes = [a for a in asked.comment.anchors.all() if a.quote and a.version_id == asked.commented.version]
    for anchor in sorted(quotes, key=lambda a: -a.start):
        text = text[: anchor.start] + text[anchor.end :]
    return text if quotes else ""
