"""Ways in which whoever owns the tables could change what was sent, what happened to it and what was decided.

Each way says what `verify_seals` must name. `is_refused`: the database refuses it while the seals stand; a row that is
slipped in where rows are only ever added is no change of a sealed one, and the chain alone finds it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from consultations.models import (
    Anchor,
    Attachment,
    Comment,
    CoSignature,
    Disposition,
    DispositionTarget,
    NamedGround,
    NamedRight,
    NamedTreaty,
    Right,
    SentEvent,
    Submission,
)
from tests.consultations.sent_and_decided import NAMED
from tests.factories import consultation as make

SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Way:
    """What is done to the world, and the beginning of what is named: of `{row}`, the world's row with this name."""

    do: Callable[[Any], object]
    told: str
    is_refused: bool = True


SENT = "The submission {sent} is not as it was recorded."


def _rows(model: Any, row: Any) -> Any:
    return model._base_manager.filter(pk=row.pk)


def comment(name: str, told: str = SENT, **values: Any) -> Way:
    """Change columns of a comment of the world."""
    return Way(lambda world: _rows(Comment, vars(world)[name]).update(**_given(world, values)), told)


def sent(told: str = SENT, **values: Any) -> Way:
    return Way(lambda world: _rows(Submission, world.sent).update(**_given(world, values)), told)


def part(model: Any, **values: Any) -> Way:
    """Change a row that belongs to a comment."""
    return Way(lambda world: model._base_manager.filter(comment=world.said).update(**values), SENT)


def _part_gone(model: Any) -> Way:
    return Way(
        lambda world: model._base_manager.filter(comment=world.said)._raw_delete("default"),
        SENT,
    )


def decision(**values: Any) -> Way:
    return Way(
        lambda world: Disposition.objects.filter(comment=world.said).update(**_given(world, values)),
        "The answer to the comment {said} is not as it was decided.",
    )


def event(kind: str, **values: Any) -> Way:
    """Change the event of a kind."""
    return Way(
        lambda world: _event(world, kind).update(**_given(world, values)),
        f"The event {{{kind}}} is not as it was recorded.",
    )


OF_KIND = {
    "withdrawn": "gone",
    "superseded": "replaced",
    "merged": "view",
    "decided": "said",
    "covered": "later",
}


def _event(world: Any, kind: str) -> Any:
    return SentEvent.objects.filter(comment=vars(world)[OF_KIND[kind]], kind=kind)


def _given(world: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values; a function of the world gives its own."""
    return {name: value(world) if callable(value) else value for name, value in values.items()}


def _later(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda world: read(world) + SECOND


def _copy(row: Any, **values: Any) -> None:
    """A second row like this one, as an INSERT."""
    row.pk = None
    if not row._meta.auto_field:
        row.pk = row._meta.pk.get_default()
    row._state.adding = True
    for name, value in values.items():
        setattr(row, name, value)
    type(row)._base_manager.bulk_create([row])


def _another_comment(world: Any) -> None:
    _copy(Comment.objects.get(pk=world.beside.pk), reference="C-AAAAAA", created_key=None)


def _comment_gone(world: Any) -> None:
    Anchor.objects.filter(comment=world.beside)._raw_delete("default")
    _rows(Comment, world.beside)._raw_delete("default")


def _withdrawn_unheard(world: Any) -> None:
    event = SentEvent(
        submission=world.later.submission, comment=world.later, kind="withdrawn", at=timezone.now()
    )
    event.by, event.reason = world.body_focal, "Never said."
    SentEvent.objects.bulk_create([event])
    _rows(Comment, world.later).update(
        state="withdrawn", withdrawn_at=event.at, withdrawal_reason=event.reason
    )


def _event_gone(world: Any) -> None:
    _event(world, "withdrawn")._raw_delete("default")
    _rows(Comment, world.gone).update(state="submitted", withdrawn_at=None, withdrawal_reason="")


def _answer_gone(world: Any) -> None:
    DispositionTarget.objects.filter(disposition__comment=world.said)._raw_delete("default")
    Disposition.objects.filter(comment=world.said)._raw_delete("default")


def _answer_decided(world: Any) -> None:
    Disposition.objects.filter(comment=world.view).update(
        decided_by=world.chair, decided_at=timezone.now(), decided_in="nowhere"
    )


STATE = "The state of the comment {%s} is not as the events say."
MERGED = "What the comment {%s} is merged with is not as the events say."
SHOWN = "What is shown of the comment {%s} is not as the events say."
WITHDRAWN = {"state": "withdrawn", "withdrawn_at": make.NOW, "withdrawal_reason": "Never said."}

WAYS: Mapping[str, Way] = {
    "a word": comment("said", rationale="Never said."),
    "the proposed text": comment("said", proposed_text="9 coins"),
    "who reads it": comment("said", visibility="secretariat"),
    "whose name it bears": comment("said", identity="withheld"),
    "a position": comment("said", stance="supports"),
    "a kind": comment("said", kind="question"),
    "a language": comment("said", language="ru"),
    "how important it is": comment("said", priority="low"),
    "who wrote it": comment("said", author=lambda world: world.ngo_focal),
    "the number of a comment": comment("said", reference="C-AAAAAA"),
    "what it answers": comment("said", in_reply_to=lambda world: world.later),
    "when a comment was sent": comment("said", submitted_at=_later(lambda world: world.sent.received_at)),
    "in which submission it was": comment("beside", submission=lambda world: world.later.submission),
    "a comment that was never sent": comment("beside", state="draft", submitted_at=None),
    "one comment less": Way(_comment_gone, SENT),
    "one comment more": Way(_another_comment, SENT),
    "the hash of the anchored words": part(Anchor, sha256="0" * 64),
    "the anchored words": part(Anchor, quote="30"),
    "the place of the anchored words": part(Anchor, start=0, end=2),
    "an anchor less": _part_gone(Anchor),
    "an anchor more": Way(lambda world: _copy(world.said.anchors.get()), SENT),
    "a right less": _part_gone(NamedRight),
    "a right more": Way(
        lambda world: NamedRight.objects.bulk_create(
            [NamedRight(comment=world.said, right=Right.objects.exclude(code__in=NAMED["rights"]).first())]
        ),
        SENT,
    ),
    "a ground less": _part_gone(NamedGround),
    "an article of a treaty": part(NamedTreaty, articles="4"),
    "the name of a file": Way(
        lambda world: Attachment.objects.filter(name="Study.pdf").update(name="a.pdf"), SENT
    ),
    "the hash of a file": part(Attachment, sha256=""),
    "the content of a file": Way(
        lambda world: Attachment.objects.filter(comment=world.said).update(content=b"Never sent."),
        "The content of the file ",
    ),
    "a file less": _part_gone(Attachment),
    "a file more": Way(
        lambda world: _copy(world.said.attachments.first(), name="More.pdf", content=b"More."), SENT
    ),
    "when it was received": sent(received_at=_later(lambda world: world.sent.received_at)),
    "that it was late": sent(late=True, late_reason="Snow"),
    "the receipt": sent(sha256="0" * 64),
    "who sent it": sent(institution=lambda world: world.stranger),
    "the number of a submission": sent(reference="S-AAAAAA"),
    "how it came": sent(channel="letter", source="A letter."),
    "that it says nothing": sent(nil=True),
    "who signed it off": sent(signed_off_by=lambda world: world.ngo_author),
    "when it was signed off": sent(signed_off_at=make.NOW - SECOND),
    "what it replaces": sent(supersedes=lambda world: world.replaced.submission),
    "a submission that was never sent": sent(
        "The submission {sent} is gone: the chain knows it.", state="draft", received_at=None, sha256=""
    ),
    "a submission that was withdrawn": sent(
        "The state of the submission {sent} is not as the events say.", **WITHDRAWN
    ),
    "a withdrawal": comment("said", STATE % "said", **WITHDRAWN),
    "a withdrawal that nobody saw": Way(_withdrawn_unheard, "The event ", is_refused=False),
    "a withdrawal taken back": comment(
        "gone", STATE % "gone", state="submitted", withdrawn_at=None, withdrawal_reason=""
    ),
    "a withdrawal taken back with its event": Way(_event_gone, "The event {withdrawn} is gone"),
    "why it was withdrawn": comment("gone", STATE % "gone", withdrawal_reason="Never said."),
    "when it was withdrawn": comment(
        "gone", STATE % "gone", withdrawn_at=_later(lambda world: world.gone.withdrawn_at)
    ),
    "a replacement taken back": comment("replaced", STATE % "replaced", state="submitted"),
    "a comment that is discarded": comment("said", STATE % "said", state="discarded"),
    "a merging taken back": comment("view", MERGED % "view", duplicate_of=None),
    "a merging with another comment": comment(
        "view", MERGED % "view", duplicate_of=lambda world: world.later
    ),
    "a merging": comment("later", MERGED % "later", duplicate_of=lambda world: world.said),
    "what is shown over the words": comment("said", SHOWN % "said", shown_rationale="Never said."),
    "what is shown over the proposed text": comment("said", SHOWN % "said", shown_proposed_text=""),
    "that files are covered": comment("said", SHOWN % "said", covers_files=True),
    "a cover taken off": comment("later", SHOWN % "later", shown_rationale=None),
    "what an event shows": event("covered", shown_rationale="Never said."),
    "the reason in an event": event("withdrawn", reason="Never said."),
    "the moment of an event": event("superseded", at=make.NOW - SECOND),
    "whom an event names": event("merged", by=lambda world: world.chair),
    "with what an event merges": event("merged", other=lambda world: world.later),
    "the decision in an event": event("decided", said={"value": "noted"}),
    "what was decided": decision(value="noted"),
    "why it was decided": decision(reason="Never said."),
    "where it was decided": decision(decided_in="meeting 4"),
    "who decided": decision(decided_by=lambda world: world.chair),
    "when it was decided": decision(decided_at=make.NOW - SECOND),
    "who proposed what was decided": decision(proposed_by=lambda world: world.chair),
    "a decision taken back": Way(
        decision(decided_by=None, decided_at=None).do, "The answer to the comment {said} is gone"
    ),
    "a decision deleted": Way(_answer_gone, "The answer to the comment {said} is gone"),
    "a decision that nobody made": Way(
        _answer_decided, "The answer to the comment {view} is not as it was decided."
    ),
    "what an answer points at": Way(
        lambda world: DispositionTarget.objects.filter(disposition__comment=world.said).update(
            provision=world.text.entries.get(number="1.1").provision
        ),
        "The answer to the comment {said} is not as it was decided.",
    ),
    "a target less": Way(
        lambda world: DispositionTarget.objects.filter(disposition__comment=world.said)._raw_delete(
            "default"
        ),
        "The answer to the comment {said} is not as it was decided.",
    ),
    "a target more": Way(
        lambda world: _copy(DispositionTarget.objects.get(disposition__comment=world.said)),
        "The answer to the comment {said} is not as it was decided.",
    ),
    "a co-signature less": Way(
        lambda world: CoSignature.objects.filter(comment=world.said)._raw_delete("default"),
        "The co-signature {co_signature} is gone: the chain knows it.",
    ),
    "when it was co-signed": Way(
        lambda world: CoSignature.objects.update(consented_at=make.NOW - SECOND),
        "The co-signature {co_signature} is not as it was recorded.",
    ),
    "a co-signature more": Way(
        lambda world: _copy(CoSignature.objects.get(comment=world.said), institution=world.stranger),
        "The co-signature ",
        is_refused=False,
    ),
}
