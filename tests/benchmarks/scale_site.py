"""A large site: real acts many times over, an amendment of each, its rounds, and comments with their answers.

Acts, amendments and drafts come from the actions. Rounds, submissions, comments and answers are too many for that: their
rows are written at once, and so are in no chain and have no receipts.
"""

import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from typing import Any

from tests.benchmarks.reading import DATA

SOURCES = (
    ("Migration Code", "713-IVQ", "migration_code_2023-05.txt"),
    ("Constitution", "00", "constitution_2023-05.txt"),
    ("Law on Normative Legal Acts", "21-IVKQ", "law_on_normative_legal_acts_2023-05.txt"),
)
ROUNDS, SUBMISSIONS, COMMENTS = (
    5,
    10,
    10,
)  # rounds of an amendment, submissions of a round, comments of a submission
CHANGES = 3  # of an amendment
NOW = datetime.now(UTC).replace(microsecond=0)
DAY = timedelta(days=1)
SECRETARY = "secretary@demo.invalid"


class Builder:
    """Adds acts with all that hangs on them. `start_django`, `migrate` and `load_demo` come first."""

    def __init__(self) -> None:
        from amendments.plugins.registry import scheme_for
        from consultations.models import Institution, Office
        from portal.users.models import User
        from tests.factories import law

        self.drawn = random.Random(1)  # noqa: S311 - the same site each time
        self.section = law.make_section("Body at scale")
        self.drafter = law.make_drafter(self.section, "drafter-at-scale")
        self.secretary = User.objects.get(email=SECRETARY)
        self.committee = Office.objects.get(user=self.secretary, kind="secretary").committee
        self.bodies = list(Institution.objects.all()[:SUBMISSIONS])
        scheme = scheme_for("az", "az")
        self.parsed = [
            (title, number, scheme.parse((DATA / "az" / name).read_text(encoding="utf-8")))
            for title, number, name in SOURCES
        ]
        self.acts = self.rows = 0

    def grow(self, acts: int) -> None:
        """Add acts until there are so many."""
        for source in islice(cycle(self.parsed), self.acts, acts):
            self.acts += 1
            self._consult(self._draft(self._act(*source)))

    def _act(self, title: str, number: str, parsed: Any) -> Any:
        from amendments.actions.importing.import_act import ImportAct
        from amendments.actions.importing.particulars import Particulars
        from amendments.audit.actor import Actor
        from tests.factories import law

        given = Particulars(f"{title} {self.acts}", f"{self.acts}-{number}", "az", country="az")
        reasons = {finding.code: "So printed." for finding in parsed.stopping}
        actor = Actor.now(self.drafter)
        base = ImportAct(self.section, parsed, given, actor=actor, confirmed=reasons).execute()
        law.release(base, "public", self.drafter, self.secretary)
        return base

    def _draft(self, base: Any) -> Any:
        from amendments.audit.actor import Actor
        from amendments.errors import RefusedInstruction
        from amendments.queries.showing.trees import tree_of
        from consultations.actions.committees.refer_amendment import ReferAmendment
        from tests.factories import law

        amendment = law.make_amendment(self.section, base, self.drafter, f"Amendment {self.acts} of an act")
        ReferAmendment(amendment, self.committee, actor=Actor.now(self.drafter)).execute()
        changed = 0
        for number, word in _words(tree_of(base)):
            with suppress(RefusedInstruction):  # the word stands in a part of it too
                law.add(amendment, self.drafter, "replace_words", number, old=word, new="sınaq")
                changed += 1
            if changed == CHANGES:
                break
        draft = law.seal(amendment, self.drafter)
        law.release(draft, "public", self.drafter, self.secretary)
        return draft

    def _consult(self, draft: Any) -> None:
        """Rounds one after another; the last one is open."""
        from tests.factories import consultation

        version = draft.versions.get()
        texts = _texts(version)
        for number in range(ROUNDS):
            opens = NOW - (40 * (ROUNDS - number) - 20) * DAY
            times = {"opens": opens, "closes": opens + 30 * DAY}
            round_ = consultation.open_round(draft, self.secretary, *self.bodies, **times)
            self._submit(round_, version, texts)

    def _submit(self, round_: Any, version: Any, texts: list[tuple[str, str]]) -> None:
        """In the order that the seals of the database allow: what is received or decided is not changed afterwards."""
        from consultations.models import Anchor, Comment, Disposition, SentEvent, Submission
        from consultations.values import SubmissionState

        at = min(round_.closes, NOW) - DAY
        submissions = [
            Submission(round=round_, institution=body, reference=self._reference("S")) for body in self.bodies
        ]
        comments = [self._comment(each, texts, at) for each in submissions for _ in range(COMMENTS)]
        Submission.objects.bulk_create(submissions)
        Comment.objects.bulk_create(comments)
        Anchor.objects.bulk_create([self._anchor(each, version, texts) for each in comments])
        received = {"state": SubmissionState.SUBMITTED, "received_at": at, "sha256": "0" * 64}
        Submission.objects.filter(round=round_).update(signed_off_at=at, **received)
        if round_.closes < NOW:
            SentEvent.objects.bulk_create([self._event(each, round_.closes) for each in comments])
            Disposition.objects.bulk_create([self._answer(each, round_.closes) for each in comments])

    def _comment(self, submission: Any, texts: list[tuple[str, str]], at: datetime) -> Any:
        """Its words are those of two provisions; one in ten is for the committee, one in ten for the secretariat."""
        from consultations.models import Comment
        from consultations.rules.answer_kinds import Kind, Stance
        from consultations.values import CommentState, Visibility

        other = [Visibility.COMMITTEE, Visibility.SECRETARIAT]
        return Comment(
            submission=submission,
            reference=self._reference("C"),
            state=CommentState.SUBMITTED,
            kind=Kind.CONCERN,
            stance=self.drawn.choice(list(Stance)),
            rationale=self.drawn.choice(texts)[1][:600],
            proposed_text=self.drawn.choice(texts)[1][:300],
            visibility=self.drawn.choices([Visibility.PUBLIC, *other], [8, 1, 1])[0],
            language="az",
            author=self.drafter,
            saved_at=at,
            submitted_at=at,
        )

    def _anchor(self, comment: Any, version: Any, texts: list[tuple[str, str]]) -> Any:
        from consultations.models import Anchor

        key, _text = self.drawn.choice(texts)
        return Anchor(comment=comment, version=version, provision_id=key, sha256="0" * 64)

    def _event(self, comment: Any, at: datetime) -> Any:
        from consultations.models import SentEvent
        from consultations.values import SentEventKind

        of_it = {"comment": comment, "submission": comment.submission}
        return SentEvent(kind=SentEventKind.DECIDED, at=at, by=self.secretary, **of_it)

    def _answer(self, comment: Any, at: datetime) -> Any:
        from consultations.models import Disposition
        from consultations.rules.answer_kinds import Answer

        proposed = {
            "proposed_by": self.secretary,
            "proposed_at": at,
            "decided_by": self.secretary,
            "decided_at": at,
        }
        value = self.drawn.choice([Answer.NOT_ACCEPTED, Answer.NOTED, Answer.OUT_OF_SCOPE])
        return Disposition(comment=comment, value=value, reason="As the law stands.", **proposed)

    def _reference(self, mark: str) -> str:
        self.rows += 1
        return f"{mark}-X{self.rows}"


def _texts(version: Any) -> list[tuple[str, str]]:
    from amendments.queries.showing.trees import tree_of

    return [(element.key, element.text) for element in tree_of(version) if len(element.text) > 40]


def _words(tree: Any) -> Iterator[tuple[str, str]]:
    """Numbers of points with a word that stands there once."""
    for element in tree:
        words = element.text.split()
        word = next((w for w in words if w.isalpha() and len(w) > 6 and element.text.count(w) == 1), "")
        if word and element.number and len(tree.numbered(element.number)) == 1:
            yield element.number, word
