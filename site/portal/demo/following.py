"""How the Ombudsman's office of the demo followed its issues: raised, linked, assessed draft by draft."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from amendments.models import Version
from amendments.queries.showing.trees import tree_of
from consultations.actions.comments.anchoring import Chosen
from consultations.models import Comment, Term, Treaty
from consultations.rules.benchmarks import TreatyArticle
from portal.demo.consulting import treaty_article
from portal.demo.register import Consulting
from portal.demo.story import Step, read
from rights.actions.answers.assess_text import AssessText
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.issue_content import IssueContent
from rights.actions.issues.move_issue import MoveIssue
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.notes.add_note import AddNote
from rights.actions.replies.ask_reply import AskReply
from rights.actions.replies.give_reply import GiveReply
from rights.models import ReplyRequest, RightsIssue
from rights.values import Conformity, EvidenceKind, IssueState, Severity

LEAD = "state-migration-authority"


def steps(told: Consulting) -> Iterator[Step]:
    """Everything that happened to the issues, in any order."""
    particulars = read("rights_particulars")
    at = told.law.at
    for row in read("rights_issues"):
        more = {**row, **particulars["issues"][row["id"]]}
        yield _raised(told, more, at(particulars["raised_at"]))
        yield _linked(told, more, at(particulars["linked_at"]))
        for label, value in more["answers"].items():
            yield _assessed(told, more, label, Conformity(value), at(particulars["assessed_at"][label]))
        for asked in more.get("replies", ()):
            yield from _asked(told, more, asked)
        for told_of in more.get("evidence", ()):
            yield _evidence(told, more, told_of, at(told_of["at"]))
        for note in more.get("notes", ()):
            yield _noted(told, more, note, at(note["at"]))


def _raised(told: Consulting, row: dict[str, Any], at: datetime) -> Step:
    def do() -> None:
        actor = told.law.actor(row["analyst"], at)
        version = _raised_on(told, row)
        passages = [_passage(version, row["provision"], row["quote"])]
        passages += [_passage(version, number, "") for number in row.get("also", ())]
        action = OpenIssue(version, passages, _content(told, row), actor=actor, reference=row["id"])
        MoveIssue(action.execute(), IssueState.UNDER_ANALYSIS, actor=actor).execute()

    return Step(at, 8, f"{row['id']} is raised", do)


def _raised_on(told: Consulting, row: dict[str, Any]) -> Version:
    """The law in force, where it has the provision; else the draft on which the files say that it was opened."""
    base = told.law.texts["base"]
    if base.entries.filter(number=row["provision"]).exists():
        return base
    return told.law.drafts[f"first-{row['opened_on_version']}"].versions.get()


def _passage(version: Version, number: str, quote: str) -> Chosen:
    (element,) = tree_of(version).numbered(number)
    start = element.text.index(quote)
    return Chosen(element.key, start, start + len(quote)) if quote else Chosen(element.key)


def _content(told: Consulting, row: dict[str, Any], comments: tuple[Comment, ...] = ()) -> IssueContent:
    treaty = row.get("extract_of")
    return IssueContent(
        row["summary"].rstrip("."),
        Severity(row["severity"]),
        (row["right"],),
        tuple(_articles(row)),
        tuple(
            Term.objects.get(kind=kind, code=code) for kind, codes in row["terms"].items() for code in codes
        ),
        comments,
        extract=row.get("extract", ""),
        extract_of=Treaty.objects.get(code=treaty) if treaty else None,
        extract_source=row.get("extract_source", ""),
        extract_language=row.get("extract_language", ""),
        recommended_text=row.get("recommended_text", ""),
        lead=told.law.cast.institutions[LEAD],
        due=told.law.at(row["due"]).date() if "due" in row else None,
    )


def _articles(row: dict[str, Any]) -> Iterator[TreatyArticle]:
    for cited in (*row["standards"], *row.get("more_standards", ())):
        yield treaty_article(cited)


def _linked(told: Consulting, row: dict[str, Any], at: datetime) -> Step:
    def do() -> None:
        issue = RightsIssue.objects.get(reference=row["id"])
        comments = tuple(Comment.objects.filter(reference__in=row.get("comments", ())))
        actor = told.law.actor(row["analyst"], at)
        EditIssue(issue, _content(told, row, comments), issue.revision, actor=actor).execute()

    return Step(at, 8, f"{row['id']} is linked with comments", do)


def _assessed(told: Consulting, row: dict[str, Any], label: str, value: Conformity, at: datetime) -> Step:
    def do() -> None:
        issue = RightsIssue.objects.get(reference=row["id"])
        law = told.law
        text = law.texts[label] if label in law.texts else law.drafts[f"first-{label}"].versions.get()
        AssessText(issue, text, value, actor=law.actor(row["analyst"], at)).execute()

    return Step(at, 9, f"{row['id']} is assessed in {label}", do)


def _asked(told: Consulting, row: dict[str, Any], asked: dict[str, Any]) -> Iterator[Step]:
    law, at = told.law, told.law.at(asked["at"])

    def ask() -> None:
        issue = RightsIssue.objects.get(reference=row["id"])
        due = law.at(asked["due"]).date()
        AskReply(issue, asked["question"], due, actor=law.actor(row["analyst"], at)).execute()

    yield Step(at, 9, f"{row['id']}: a reply is asked for", ask)
    if "reply" in asked:
        replied_at = law.at(asked["replied_at"])

        def reply() -> None:
            waiting = ReplyRequest.objects.get(issue__reference=row["id"], question=asked["question"])
            GiveReply(waiting, asked["reply"], actor=law.actor(asked["by"], replied_at)).execute()

        yield Step(replied_at, 9, f"{row['id']}: the reply", reply)


def _noted(told: Consulting, row: dict[str, Any], note: dict[str, Any], at: datetime) -> Step:
    def do() -> None:
        issue = RightsIssue.objects.get(reference=row["id"])
        AddNote(issue, note["text"], actor=told.law.actor(note["by"], at)).execute()

    return Step(at, 9, f"A note on {row['id']}", do)


def _evidence(told: Consulting, row: dict[str, Any], behind: dict[str, Any], at: datetime) -> Step:
    def do() -> None:
        issue = RightsIssue.objects.get(reference=row["id"])
        content = EvidenceContent(
            EvidenceKind(behind["kind"]),
            behind["period"],
            behind["summary"],
            behind.get("place", ""),
            behind["cases"],
            behind["source"],
        )
        AddEvidence(issue, content, actor=told.law.actor(behind["by"], at)).execute()

    return Step(at, 9, f"Evidence on {row['id']}", do)
