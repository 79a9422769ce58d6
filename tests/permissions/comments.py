"""The rounds on those drafts, what is said in them in every state, and the answers."""

from datetime import datetime
from typing import Any

from amendments.audit.actor import Actor
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.comments.answer_questions import AnswerQuestions, TypedAnswer
from consultations.actions.comments.content import Content
from consultations.actions.comments.discard_comment import DiscardComment
from consultations.actions.comments.save_comment_draft import SaveCommentDraft
from consultations.actions.comments.translate_comment import TranslateComment
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.actions.submissions.sign_off_submission import SignOffSubmission
from consultations.actions.submissions.submit import Submit
from consultations.models import RoundQuestion
from consultations.rules.answer_kinds import Answer
from consultations.values import Identity, RoundAudience, Visibility
from tests.factories import consultation as make
from tests.factories.consultation import DAY, NOW
from tests.permissions.world import World

ATTACHED = {
    "public": ("anchovy", "bluefin"),
    "withdrawn": ("crayfish", "dunlin"),
    "committee": ("eelpout", "fulmar"),
    "secretariat": ("gurnard", "haddock"),
    "withheld": ("inkfish", "jewfish"),
    "draft": ("killdeer", "lamprey"),
    "discarded": ("menhaden", "numbfish"),
    "in review": ("merganser", "nautilus"),
    "invited": ("oystercatcher", "pilchard"),
    "seated": ("razorbill", "shearwater"),
}
"""Comments with a file: a word of its name and a word in it."""

EARLIER = NOW - 20 * DAY
WRITERS = {
    "ngo": ("ngo_author", "ngo_focal"),
    "border": ("border_author", "border_focal"),
    "stranger": ("stranger_author", "stranger_focal"),
    "veiled": ("veiled_focal", "veiled_focal"),
    "office": ("rights_analyst", "rights_head"),
    None: ("citizen", "citizen"),
}


def add_rounds(world: World) -> None:
    secretary, ngo, office = world.people["secretary"], world.bodies["ngo"], world.bodies["office"]
    drafts = world.drafts
    past = {"opens": NOW - 40 * DAY, "closes": NOW - 15 * DAY}
    public, invited, committee = RoundAudience.PUBLIC, RoundAudience.INVITED, RoundAudience.COMMITTEE
    for name, draft, audience, bodies, plan in (
        ("public", "public", public, (ngo, world.bodies["border"]), {}),
        ("invited", "invited", invited, (ngo, office), {}),
        ("committee", "committee", committee, (), {}),
        ("planned", "public", public, (), {"opens": NOW + 5 * DAY, "closes": NOW + 30 * DAY}),
        ("closed", "public", public, (ngo,), past),
        ("cancelled", "public", public, (), {"closes": NOW + 25 * DAY}),
        ("body", "body", public, (), {}),
    ):
        world.rounds[name] = make.open_round(drafts[draft], secretary, *bodies, audience=audience, **plan)
    for name, word in (("public", "spoonbill"), ("committee", "tattler")):
        world.questions[name] = RoundQuestion.objects.create(
            round=world.rounds[name], order=1, text=f"Is it a {word}?"
        )
    CancelRound(world.rounds["cancelled"], actor=Actor.now(secretary, reason="Superseded.")).execute()


def add_comments(world: World) -> None:
    committee, secretariat = Visibility.COMMITTEE, Visibility.SECRETARIAT
    for name, round_, body, word, more in (
        ("public", "public", "ngo", "lobster", {"language": "az"}),
        ("withdrawn", "public", "ngo", "quahog", {"language": "az"}),
        (
            "committee",
            "public",
            "border",
            "mackerel",
            {"visibility": committee, "proposed_text": "A narwhal.", "language": "az"},
        ),
        ("secretariat", "public", "border", "osprey", {"visibility": secretariat, "language": "ru"}),
        ("withheld", "public", "veiled", "pelican", {"identity": Identity.WITHHELD}),
        ("draft", "public", "stranger", "redshank", {}),
        ("discarded", "public", "stranger", "wolffish", {}),
        ("in review", "public", "office", "sturgeon", {}),
        ("invited", "invited", "ngo", "turbot", {}),
        ("seated", "committee", "border", "urchin", {"language": "az"}),
        ("decided", "closed", "ngo", "Decided.", {}),
        ("proposed", "closed", "ngo", "Proposed.", {}),
        ("committee decided", "closed", "border", "Later.", {"visibility": committee}),
        ("individual", "public", None, "viperfish", {}),
    ):
        if name in ATTACHED:
            more = {**more, "files": (make.attached(f"{ATTACHED[name][0]}.txt", ATTACHED[name][1]),)}
        _write(world, name, round_, body, rationale=f"Because of {word}", **more)
        if name in ATTACHED and name != "discarded":  # whose file is erased
            world.attachments[name] = world.comments[name].attachments.get()
    _answer(world, "public", "border", "umbrellabird", committee)
    _answer(world, "public", "stranger", "verdin", Visibility.PUBLIC)
    make.ask(world.submission("in review"), world.people["rights_analyst"])
    stranger = Actor.now(world.people["stranger_author"])
    DiscardComment(world.comments["discarded"], actor=stranger).execute()
    for name in ("public", "committee", "withheld", "invited", "seated", "decided", "committee decided"):
        _send(world, name)
    Submit(world.submission("individual"), actor=Actor.now(world.people["citizen"])).execute()
    secretary = Actor.now(world.people["secretary"])
    for name, words in (
        ("public", "puffin"),
        ("committee", "ptarmigan"),
        ("secretariat", "petrel"),
        ("withdrawn", "turnstone"),
        ("seated", "sandpiper"),
    ):
        world.comments[name].refresh_from_db()
        TranslateComment(world.comments[name], "en", f"Translated: {words}.", actor=secretary).execute()
    withdrawing = Actor.now(world.people["ngo_focal"], reason="Solved.")
    WithdrawComment(world.comments["withdrawn"], actor=withdrawing).execute()


def _moment(world: World, round_: str) -> datetime:
    return EARLIER if round_ == "closed" else NOW


def _write(world: World, name: str, round_: str, body: str | None, **said: Any) -> None:
    row = world.rounds[round_]
    passage = make.chosen(row.draft, "2.1", "The fare is 20 coins.")
    actor = Actor(world.people[WRITERS[body][0]], _moment(world, round_))
    institution = world.bodies[body] if body else None
    saved = SaveCommentDraft(row, make.content(passage, **said), actor=actor, institution=institution)
    world.comments[name] = saved.execute()


def _answer(world: World, round_: str, body: str, word: str, visibility: Visibility) -> None:
    actor = Actor(world.people[WRITERS[body][0]], NOW)
    answered = [TypedAnswer(world.questions[round_], f"Because of {word}")]
    said = Content(visibility=visibility)
    row = world.rounds[round_]
    AnswerQuestions(row, answered, said, actor=actor, institution=world.bodies[body]).execute()


def _send(world: World, name: str) -> None:
    submission = world.submission(name)
    body = next(key for key, row in world.bodies.items() if row == submission.institution)
    at = EARLIER if submission.round == world.rounds["closed"] else NOW
    actor = Actor(world.people[WRITERS[body][1]], at, str(submission.institution))
    SignOffSubmission(submission, actor=actor).execute()
    Submit(submission, actor=actor).execute()


def add_answers(world: World) -> None:
    chair = world.people["chair"]
    for name, word, is_decided in (
        ("decided", "xiphias", True),
        ("proposed", "yellowtail", False),
        ("committee decided", "zander", True),
    ):
        actor = Actor.now(world.people["drafter"], reason=f"Not needed: {word}.")
        comment = world.comments[name]
        comment.refresh_from_db()
        ProposeDisposition(comment, Answer.NOT_ACCEPTED, actor=actor).execute()
        if is_decided:
            DecideDisposition(comment, actor=Actor.now(chair)).execute()
