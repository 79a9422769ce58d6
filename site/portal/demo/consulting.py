"""How the drafts of the demo were consulted on: rounds, submissions, comments and their answers."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from amendments.queries.showing.trees import tree_of
from consultations.actions.comments.answer_questions import AnswerQuestions, TypedAnswer
from consultations.actions.comments.co_sign_comment import CoSignComment
from consultations.actions.comments.content import Chosen, Content
from consultations.actions.comments.save_comment_draft import SaveCommentDraft
from consultations.actions.comments.translate_comment import TranslateComment
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.actions.submissions.ask_sign_off import AskSignOff
from consultations.actions.submissions.nil_return import NilReturn
from consultations.actions.submissions.sign_off_submission import SignOffSubmission
from consultations.actions.submissions.submit import Submit
from consultations.actions.submissions.withdraw_submission import WithdrawSubmission
from consultations.models import Comment, Submission
from consultations.rules.answer_kinds import Kind, Stance
from consultations.rules.benchmarks import TreatyArticle
from consultations.values import Priority, RoundAudience, RoundForm, Visibility
from portal.demo import translations
from portal.demo.answering import answered
from portal.demo.register import Consulting
from portal.demo.story import Step, attached, moment, read


def steps(told: Consulting) -> Iterator[Step]:
    """Everything that was said and answered, in any order."""
    second = read("amendment_open")
    yield from _rounds(told, "first", read("timeline")["rounds"])
    yield from _rounds(told, "second", second["timeline"]["rounds"])
    yield from _submitted(told, read("submissions"), read("comments"))
    yield from _submitted(told, second["submissions"], second["comments"])
    yield from answered(told, read("comments"))


def _rounds(told: Consulting, name: str, rounds: list[dict[str, Any]]) -> Iterator[Step]:
    law = told.law
    for row in rounds:
        opens = moment(row["opens"], law.today)
        closes = moment(row["closes"], law.today, at=time(23, 59, 59))
        # Announced when the draft is released to everybody
        is_public = row["audience"] == RoundAudience.PUBLIC
        known = opens if is_public else opens - timedelta(days=3)

        def open_it(
            row: dict[str, Any] = row,
            opens: datetime = opens,
            closes: datetime = closes,
            known: datetime = known,
        ) -> None:
            hearing = row["hearing"] or {}
            plan = RoundPlan(
                opens,
                closes,
                RoundAudience(row["audience"]),
                RoundForm(row["form"]),
                questions=tuple(row.get("questions", ())),
                invited=tuple(law.cast.institutions[slug] for slug in row["invited"]),
                hearing_at=moment(hearing["at"], law.today, at=time(11)) if hearing else None,
                hearing_place=hearing.get("place", ""),
            )
            draft = law.drafts[f"{name}-{row['version']}"]
            told.rounds[row["id"]] = OpenRound(draft, plan, actor=law.actor("secretary", known)).execute()

        yield Step(known, 5, f"Round {row['id']} is announced", open_it)
        if row["closed_by"]:
            after = closes + timedelta(seconds=1)

            def close(row: dict[str, Any] = row, after: datetime = after) -> None:
                actor = law.actor(row["closed_by"], after, "The time is over.")
                CloseRound(told.rounds[row["id"]], actor=actor).execute()

            yield Step(after, 9, f"Round {row['id']} closes", close)


def _submitted(
    told: Consulting, submissions: list[dict[str, Any]], comments: list[dict[str, Any]]
) -> Iterator[Step]:
    for row in submissions:
        of_it = [comment for comment in comments if comment["submission"] == row["number"]]
        if row["nil"]:
            yield _nil(told, row)
            continue
        if row["late"]:
            yield _accepted_late(told, row)
        yield _written(told, row, of_it)
        yield from _sent(told, row, of_it)
        yield from _supported(told, of_it)
        yield from _translated(told, of_it)


def _nil(told: Consulting, row: dict[str, Any]) -> Step:
    at = told.law.at(row["received_at"])

    def do() -> None:
        actor = told.law.actor(row["signed_off_by"], at)
        body = told.law.cast.institutions[row["organisation"]]
        told.submissions[row["number"]] = NilReturn(
            told.rounds[row["round"]], body, actor=actor, reference=row["number"]
        ).execute()

    return Step(at, 6, f"{row['number']}: no comments", do)


def _accepted_late(told: Consulting, row: dict[str, Any]) -> Step:
    at = told.law.at(row["signed_off_at"]) - timedelta(hours=2)

    def do() -> None:
        actor = told.law.actor(
            "secretary", at, "The body asked for two more days; the answers were not yet written."
        )
        body = told.law.cast.institutions[row["organisation"]]
        AcceptLate(told.rounds[row["round"]], body, at + timedelta(days=2), actor=actor).execute()

    return Step(at, 5, f"{row['number']} is accepted late", do)


def _written(told: Consulting, row: dict[str, Any], comments: list[dict[str, Any]]) -> Step:
    law = told.law
    saved = [comment["saved_at"] for comment in comments if comment.get("saved_at")]
    at = (
        law.at(saved[0]) if saved else law.at(row["signed_off_at"] or row["received_at"]) - timedelta(hours=1)
    )

    def do() -> None:
        for comment in comments:
            actor = law.actor(comment["author"], at)
            told.comments[comment["id"]] = SaveCommentDraft(
                told.rounds[row["round"]],
                _content(told, comment),
                actor=actor,
                institution=told.body(row["organisation"]),
                references=(row["number"], comment["id"]),
            ).execute()
            told.submissions[row["number"]] = told.comments[comment["id"]].submission
        for answer in row.get("answers", ()):
            _answered_question(told, row, answer, at)

    return Step(at, 6, f"{row['number']} is written", do)


def _answered_question(told: Consulting, row: dict[str, Any], answer: dict[str, Any], at: datetime) -> None:
    round_ = told.rounds[row["round"]]
    AnswerQuestions(
        round_,
        [TypedAnswer(round_.questions.get(order=answer["question"]), answer["text"])],
        Content(),
        actor=told.law.actor(answer["author"], at),
        institution=told.body(row["organisation"]),
    ).execute()


def _content(told: Consulting, comment: dict[str, Any]) -> Content:
    reply_to = told.comments.get(comment["in_reply_to"] or "")
    return Content(
        Stance(comment["stance"]),
        comment["rationale"],
        comment["proposed_text"],
        _chosen(told, comment),
        Kind(comment["kind"]),
        Visibility(comment["visibility"]),
        language=comment["language"],
        priority=Priority(comment["priority"]),
        rights=tuple(comment["rights"]),
        grounds=tuple(told.grounds[name] for name in comment["grounds"]),
        treaties=tuple(map(treaty_article, comment["instruments"])),
        in_reply_to=reply_to.pk if reply_to else None,
        files=(attached(comment["attachment"]),) if comment["attachment"] else (),
    )


def treaty_article(cited: dict[str, Any]) -> TreatyArticle:
    """ "14 + 8" for an article read with another, "2(3), 2(4)" for several."""
    several = ", ".join([cited["article"], *cited.get("also", ())])
    return TreatyArticle(cited["instrument"], " + ".join([several, *cited.get("with", ())]))


def _chosen(told: Consulting, comment: dict[str, Any]) -> tuple[Chosen, ...]:
    """The provision, and the quoted words where they are not all of it."""
    if comment["target"] == "*":
        return ()
    version, quote = told.rounds[comment["round"]].draft.versions.get(), comment["anchor_quote"]
    for tree, in_base in ((tree_of(version), False), (tree_of(version.parent), True)):  # type: ignore[arg-type] # a draft
        element = next((e for e in tree if e.number == comment["target"]), None)
        if element is None or quote not in element.text:
            continue
        if quote == element.text:
            return (Chosen(element.key, in_base=in_base),)
        start = element.text.index(quote)
        return (Chosen(element.key, start, start + len(quote), in_base=in_base),)
    raise LookupError(f"{comment['id']}: “{quote}” does not stand in {comment['target']}")


def _sent(told: Consulting, row: dict[str, Any], comments: list[dict[str, Any]]) -> Iterator[Step]:
    law = told.law
    if row["state"] == "in_review":
        at = law.at(comments[0]["saved_at"]) + timedelta(minutes=10)
        author = comments[0]["author"]
        yield Step(
            at,
            7,
            f"{row['number']} awaits sign-off",
            lambda: AskSignOff(told.submissions[row["number"]], actor=law.actor(author, at)).execute(),
        )
    if not row["received_at"]:
        return
    signed, received = law.at(row["signed_off_at"]), law.at(row["received_at"])

    def send() -> None:
        submission = told.submissions[row["number"]]
        SignOffSubmission(submission, actor=law.actor(row["signed_off_by"], signed)).execute()
        Submit(submission, actor=law.actor(row["signed_off_by"], received)).execute()
        for comment in comments:
            told.comments[comment["id"]].refresh_from_db()

    yield Step(received, 7, f"{row['number']} is submitted", send)
    withdrawn = [comment for comment in comments if comment.get("withdrawn_at")]
    if withdrawn:
        at, reason = law.at(withdrawn[0]["withdrawn_at"]), withdrawn[0]["withdrawal_reason"]

        def withdraw() -> None:
            actor = law.actor(row["signed_off_by"], at, reason)
            WithdrawSubmission(
                Submission.objects.get(pk=told.submissions[row["number"]].pk), actor=actor
            ).execute()

        yield Step(at, 8, f"{row['number']} is withdrawn", withdraw)


def _translated(told: Consulting, comments: list[dict[str, Any]]) -> Iterator[Step]:
    """The secretariat translates what is most read, on the day after it was sent, if that is past."""
    words = translations.of_comments()
    for comment in comments:
        said = words.get(comment["id"])
        if said is None:
            continue
        at = min(told.law.at(comment["submitted_at"]) + timedelta(hours=20), timezone.now())

        def do(comment: dict[str, Any] = comment, said: str = said, at: datetime = at) -> None:
            row = Comment.objects.get(pk=told.comments[comment["id"]].pk)
            TranslateComment(row, "az", said, actor=told.law.actor("secretary", at)).execute()

        yield Step(at, 8, f"{comment['id']} is translated", do)


def _supported(told: Consulting, comments: list[dict[str, Any]]) -> Iterator[Step]:
    focal = {
        person["organisation"]: person["username"]
        for person in read("users")
        if "focal_point" in person["roles"]
    }
    for comment in comments:
        for slug in comment["supported_by"]:
            at = told.law.at(comment["submitted_at"]) + timedelta(hours=1)

            def do(comment: dict[str, Any] = comment, slug: str = slug, at: datetime = at) -> None:
                row = Comment.objects.get(pk=told.comments[comment["id"]].pk)
                CoSignComment(
                    row, told.law.cast.institutions[slug], actor=told.law.actor(focal[slug], at)
                ).execute()

            yield Step(at, 8, f"{comment['id']} is co-signed", do)
