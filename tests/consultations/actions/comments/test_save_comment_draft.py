import re
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from consultations.actions.comments.content import Chosen, Content
from consultations.actions.comments.save_comment_draft import SaveCommentDraft
from consultations.errors import (
    AwaitsSignOff,
    CommentNotEditable,
    EditConflict,
    NothingWritten,
    NotInVocabulary,
    NotOnThisVersion,
    RoundNotOpen,
)
from consultations.models import Comment, Right, Submission, Term, Treaty
from consultations.rules.answer_kinds import Stance
from consultations.rules.benchmarks import TreatyArticle, read_article
from tests.factories import consultation as make


def test_a_draft_keeps_the_words_that_were_chosen(world):
    passage = make.chosen(world.draft, "2.1", "It is paid before the crossing.")
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(passage))
    anchor = comment.anchors.get()
    assert anchor.quote == "It is paid before the crossing."
    assert anchor.prefix == "The fare is 20 coins. "
    assert re.fullmatch("C-[2-9C-Y]{6}", comment.reference)
    assert re.fullmatch("S-[2-9C-Y]{6}", comment.submission.reference)
    assert comment.author == world.ngo_author


def test_struck_out_words_are_chosen_in_the_base(world):
    passage = make.chosen(world.draft, "2.1", "10 coins", in_base=True)
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(passage))
    assert comment.anchors.get().version == world.base


def test_a_comment_without_passage_is_on_the_whole_document(world):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    assert (comment.kind, comment.anchors.count()) == ("general", 0)


@pytest.mark.parametrize("person", ["ngo_author", "ngo_focal"])
def test_a_draft_that_says_nothing_is_not_begun(world, person):
    said = Content(chosen=(make.chosen(world.draft, "2.1"),), rationale=" ")
    with pytest.raises(NothingWritten):
        make.draft(world.round, getattr(world, person), world.ngo, said)
    assert not Submission.objects.exists()


@pytest.mark.parametrize("passage", [Chosen("00000000-0000-0000-0000-000000000000"), None])
def test_words_that_do_not_stand_there_are_refused(world, passage):
    passage = passage or Chosen(make.chosen(world.draft, "2.1").provision, 5, 9999)
    with pytest.raises(NotOnThisVersion):
        make.draft(world.round, world.ngo_author, world.ngo, make.content(passage))
    assert not Comment.objects.exists()
    assert not Submission.objects.exists()  # nothing is half saved


def test_the_same_content_again_changes_nothing(world):
    said = make.content(make.chosen(world.draft, "2.1"))
    comment = make.draft(world.round, world.ngo_author, world.ngo, said)
    again = make.draft(world.round, world.ngo_author, world.ngo, said, comment=comment, revision=1)
    assert again.revision == 1
    assert comment.history.count() == 1


def test_two_editors_are_told_of_each_other(world):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(rationale="One."))
    make.draft(
        world.round, world.ngo_focal, world.ngo, make.content(rationale="Two."), comment=comment, revision=1
    )
    with pytest.raises(EditConflict):
        make.draft(
            world.round,
            world.ngo_author,
            world.ngo,
            make.content(rationale="3."),
            comment=comment,
            revision=1,
        )
    comment.refresh_from_db()
    assert comment.rationale == "Two."


def test_the_history_names_person_institution_and_moment(world):
    actor = Actor.now(world.ngo_author, acting_for="Harbour Legal Aid")
    comment = SaveCommentDraft(world.round, make.content(), actor=actor, institution=world.ngo).execute()
    record = comment.history.get()
    assert (record.history_user, record.acting_for) == (world.ngo_author, "Harbour Legal Aid")
    assert record.history_date == actor.at


@pytest.mark.parametrize(
    ("person", "institution", "may"),
    [
        ("ngo_author", "ngo", True),
        ("ngo_focal", "ngo", True),
        ("body_author", "body", True),
        ("stranger_focal", "stranger", True),  # a public round is open to every institution
        ("citizen", None, True),
        ("legal_reader", None, True),
        ("ngo_author", "body", False),
        ("citizen", "ngo", False),
        ("secretary", "ngo", False),
        ("drafter", "ngo", False),
        ("admin", "ngo", False),
        ("chair", "ngo", False),
    ],
)
def test_who_may_write_in_an_open_public_round(world, person, institution, may):
    institution = getattr(world, institution) if institution else None
    if may:
        assert make.draft(world.round, getattr(world, person), institution, make.content()).pk
    else:
        with pytest.raises(NotAllowed):
            make.draft(world.round, getattr(world, person), institution, make.content())


BAKU = ZoneInfo("Asia/Baku")
CLOSES = datetime(2025, 3, 5, 23, 59, 59, tzinfo=BAKU)


@pytest.mark.whole
@pytest.mark.parametrize(
    ("at", "open_"),
    [
        (CLOSES - timedelta(days=30, hours=23), False),
        (CLOSES, True),
        (datetime(2025, 3, 5, 19, 59, 59, 999_999, tzinfo=ZoneInfo("UTC")), True),
        (CLOSES + timedelta(seconds=1), False),
    ],
)
def test_the_server_closes_at_the_second_in_the_time_zone_of_the_country(world, at, open_):
    round_ = make.open_round(world.draft, world.secretary, opens=CLOSES - timedelta(days=30), closes=CLOSES)
    action = SaveCommentDraft(
        round_, make.content(), actor=Actor(world.ngo_author, at), institution=world.ngo
    )
    if open_:
        assert action.execute().pk
    else:
        with pytest.raises(RoundNotOpen):
            action.execute()


def test_what_awaits_sign_off_is_not_changed(world):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    make.ask(comment.submission, world.ngo_author)
    other = make.content(rationale="Other.")
    for written in (comment, None):
        with pytest.raises(AwaitsSignOff):
            make.draft(world.round, world.ngo_author, world.ngo, other, comment=written)


def test_nobody_edits_a_submitted_comment(world):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    make.send(comment.submission, world.ngo_focal)
    with pytest.raises(CommentNotEditable):
        make.draft(world.round, world.ngo_author, world.ngo, Content(stance=Stance.SUPPORTS), comment=comment)


def test_a_person_writes_apart_from_the_institution(world):
    own = make.draft(world.round, world.ngo_author, None, make.content())
    official = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    assert own.submission != official.submission
    assert (own.submission.person, own.submission.institution) == (world.ngo_author, None)


def test_references_of_an_earlier_register_are_kept(world):
    first = make.draft(
        world.round, world.ngo_author, world.ngo, make.content(), references=("S-009", "C-014")
    )
    second = make.draft(world.round, world.ngo_author, world.ngo, make.content(), references=("", "C-003"))
    assert (first.reference, first.submission.reference) == ("C-014", "S-009")
    assert (second.reference, second.submission) == ("C-003", first.submission)


def test_a_form_that_arrives_twice_at_once_is_one_draft(world):
    """The second request looks for a draft with the key before the first one has written it."""
    key, said = uuid4(), make.content(make.chosen(world.draft, "2.1"))
    second = SaveCommentDraft(
        world.round, said, actor=Actor.now(world.ngo_author), institution=world.ngo, key=key
    )
    first = make.draft(world.round, world.ngo_author, world.ngo, said, key=key)
    assert second.execute() == first


def codes(comment):
    return Comment.objects.get(pk=comment.pk).named.codes


@pytest.mark.parametrize(
    "named",
    [
        {"rights": ("B01", "fair hearing")},
        {"grounds": ("B01",)},
        {"grounds": ("UN",)},  # a term of another list
        {"treaties": (TreatyArticle("CRC", "3"), TreatyArticle("Treaty of Ghent", "1"))},
    ],
)
def test_what_the_lists_do_not_have_is_refused(world, named):
    with pytest.raises(NotInVocabulary):
        make.draft(world.round, world.ngo_author, world.ngo, make.content(**named))
    assert not Comment.objects.exists()


def test_a_comment_names_rights_grounds_and_treaties_by_their_codes(world):
    said = make.content(
        rights=("E03", "B01", "E03"),
        grounds=("language",),
        treaties=(TreatyArticle("ICCPR", "14 + 8"), TreatyArticle("CRC")),
    )
    comment = make.draft(world.round, world.ngo_author, world.ngo, said)
    named = {"rights": ["B01", "E03"], "grounds": ["language"], "treaties": ["CRC", "ICCPR 14 + 8"]}
    assert codes(comment) == comment.named.codes == named
    assert [(row.rights, row.grounds, row.treaties) for row in comment.history.all()] == [
        tuple(named.values())
    ]


def test_another_article_of_a_treaty_is_a_change_and_the_same_choice_in_another_order_is_none(world):
    def saved(comment, *articles, rights=("B01", "E03")):
        said = make.content(rights=rights, treaties=tuple(map(read_article, articles)))
        return make.draft(world.round, world.ngo_author, world.ngo, said, comment=comment)

    comment = saved(None, "CRC 3", "ICCPR 6")
    assert saved(comment, "ICCPR 6", "CRC 3", rights=("E03", "B01")).revision == 1
    assert saved(comment, "CRC 4").revision == 2
    assert codes(comment) == {"rights": ["B01", "E03"], "grounds": [], "treaties": ["CRC 4"]}
    assert [row.treaties for row in comment.history.all()] == [["CRC 4"], ["CRC 3", "ICCPR 6"]]


def test_a_retired_right_stays_in_the_drafts_that_name_it_and_comes_into_no_other(world):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(rights=("B01",)))
    Right.objects.filter(code="B01").update(is_active=False)

    def saved(*rights):
        said = make.content(rights=rights)
        return codes(make.draft(world.round, world.ngo_author, world.ngo, said, comment=comment))["rights"]

    assert saved("B01", "E01") == ["B01", "E01"]
    with pytest.raises(NotInVocabulary, match="B01"):
        make.draft(world.round, world.ngo_author, world.ngo, make.content(rights=("B01",)))
    assert saved("E01") == ["E01"]
    with pytest.raises(NotInVocabulary, match="B01"):  # once taken out, it does not come back
        saved("B01")


@pytest.mark.parametrize("model", [Right, Term, Treaty])
def test_no_row_that_a_comment_names_can_be_deleted(world, model):
    said = make.content(rights=("B01",), grounds=("sex",), treaties=(TreatyArticle("CRC"),))
    make.draft(world.round, world.ngo_author, world.ngo, said)
    with pytest.raises(ProtectedError):
        model.objects.get(code={Right: "B01", Term: "sex", Treaty: "CRC"}[model]).delete()


def test_what_a_comment_names_costs_a_bounded_number_of_queries(world, django_assert_max_num_queries):
    def saved(**more):
        said = make.content(**more)
        return lambda: make.draft(world.round, world.ngo_author, world.ngo, said, comment=comment)

    comment = make.draft(
        world.round, world.ngo_author, world.ngo, make.content(treaties=(TreatyArticle("CRC"),))
    )
    with CaptureQueriesContext(connection) as few:
        saved(rights=("B02",), grounds=("sex",), treaties=(TreatyArticle("CRC", "3"),))()
    articles = (TreatyArticle("CRC", "4"), TreatyArticle("ICCPR"))
    rights = ("B01", "B02", "E01", "E03", "F01")
    # A set of rights may be new to the index
    with django_assert_max_num_queries(len(few.captured_queries) + 1):
        saved(rights=rights, grounds=("sex", "language"), treaties=articles)()


def test_a_form_that_comes_again_after_the_sign_off_was_asked_is_answered_as_done(world):
    said, key = make.content(make.chosen(world.draft, "2.1")), uuid4()
    comment = make.draft(world.round, world.ngo_author, world.ngo, said, key=key)
    make.ask(comment.submission, world.ngo_author)
    again = make.draft(world.round, world.ngo_author, world.ngo, said, key=key)
    assert (again.pk, again.revision) == (comment.pk, comment.revision)
    with pytest.raises(AwaitsSignOff):
        make.draft(world.round, world.ngo_author, world.ngo, replace(said, rationale="Other words."), key=key)
