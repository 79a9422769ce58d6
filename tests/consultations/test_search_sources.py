"""Comments are found by those who may read them."""

import pytest
from django.db import connection

from amendments.audit.actor import Actor
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.comments.translate_comment import TranslateComment
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.institutions.edit_institution import EditInstitution
from consultations.actions.institutions.register_institution import InstitutionData
from consultations.models import Comment, Right
from consultations.rules.answer_kinds import Answer
from consultations.search_sources import CommentSource, follow, readable_comments
from consultations.values import Identity, InstitutionType, RoundAudience, Visibility
from search.backends.question import Hit, Sort
from search.indexing import rebuild
from search.models import AudienceToken, ConfidentialEntry, PublicEntry
from tests.factories import consultation as make, law
from tests.search.asking import keys, search

pytestmark = pytest.mark.whole
SECRET = "zanzibar"
PEOPLE = ["anonymous", "body_author", "ngo_focal", "member", "secretary"]
OTHERS = [
    "stranger_focal", "drafter", "chair", "admin", "citizen", "legal_reader", "ngo_author", "rights_analyst", "auditor",
]  # fmt: skip


def sent(world, round_=None, *places, **said):
    said = {"rationale": f"The {SECRET} fare is too high."} | said
    comment = make.draft(round_ or world.round, world.ngo_author, world.ngo, make.content(*places, **said))
    make.send(comment.submission, world.ngo_focal)
    return comment


def assert_found_by_their_readers(world, word=SECRET, kind="comment", people=PEOPLE):
    """For each role, hits, counts and highlights agree with the pages, and the last check removes no hit."""
    for name in people:
        person = getattr(world, name)
        read = {str(row.pk) for row in Comment.objects.visible_to(person)}
        results = search(word, person)
        assert results.answer.counted("kind") == ({kind: len(read)} if read else {}), name
        assert {card.hit.id for card in results.cards} == read, name
        assert not results.is_about, name


@pytest.mark.parametrize("people", [PEOPLE, OTHERS])
def test_sent_comments_are_found_by_their_readers(world, people):
    """In every kind of round and for every audience; the comments of all are in one index."""
    for audience in RoundAudience:
        round_ = make.open_round(world.draft, world.secretary, world.ngo, world.body, audience=audience)
        for visibility in Visibility:
            sent(world, round_, visibility=visibility)
    assert_found_by_their_readers(world, people=people)


def test_drafts_are_found_by_their_own_institution(world):
    for visibility in Visibility:
        said = make.content(rationale=f"The {SECRET} fare.", visibility=visibility)
        make.draft(world.round, world.ngo_author, world.ngo, said)
    assert_found_by_their_readers(world)


def test_a_comment_of_ones_own_opens_no_comments_of_others(world):
    said = make.content(rationale="Ours.", visibility=Visibility.SECRETARIAT)
    make.send(make.draft(world.round, world.body_author, world.body, said).submission, world.body_focal)
    theirs = sent(world, visibility=Visibility.SECRETARIAT)
    for name in PEOPLE:
        person = getattr(world, name)
        may_read = Comment.objects.visible_to(person).contains(theirs)
        assert search(SECRET, person).total == int(may_read), name


def test_comments_on_a_version_are_opened_with_it(world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    version = law.seal(world.amendment, world.drafter)
    law.release(version, "invited", world.drafter, world.secretary)
    sent(world, make.open_round(version, world.secretary, world.ngo, audience=RoundAudience.PUBLIC))
    assert_found_by_their_readers(world)
    assert search(SECRET, world.anonymous).total == 0
    law.release(version, "public", world.drafter, world.secretary)
    assert_found_by_their_readers(world)
    assert search(SECRET, world.anonymous).total == 1


def test_a_withdrawn_comment_is_not_found(world):
    comment = sent(world)
    WithdrawComment(comment, actor=Actor.now(world.ngo_focal, reason="Solved.")).execute()
    assert search(SECRET, world.anonymous).total == search(SECRET, world.ngo_focal).total == 0


def test_an_inactive_account_finds_what_everybody_finds(world):
    sent(world, visibility=Visibility.SECRETARIAT)
    world.ngo_focal.is_active = False
    assert readable_comments(world.ngo_focal) == []
    assert search(SECRET, world.ngo_focal).total == 0


@pytest.mark.parametrize(
    ("identity", "shown"), [(Identity.SHOWN, "Harbour Legal Aid"), (Identity.WITHHELD, "")]
)
def test_a_withheld_identity_is_not_in_the_index(world, identity, shown):
    sent(world, identity=identity)
    (card,) = search(SECRET, world.anonymous).cards
    assert card.content.institution == shown
    assert "Harbour" not in str(card.content.written)


def test_a_comment_shows_its_number_place_amendment_and_state(world):
    comment = sent(world, world.round, make.chosen(world.draft, "2.1"))
    (card,) = search(SECRET, world.anonymous).cards
    heading = "".join(piece.text for piece in card.heading.pieces)
    assert heading == f"{comment.reference}, Article 2.1"
    assert (card.content.context, str(card.status), card.content.url) == (
        "Amending the Law",
        "Submitted",
        comment.url,
    )
    assert keys(search(comment.reference, world.anonymous)) == [str(comment.pk)]
    about = [card.hit for card in search("Article 2.1", world.anonymous).cards]
    assert about[0].source == "provision"
    assert Hit("comment", str(comment.pk)) in about[1:]


def test_the_proposed_words_are_found(world):
    comment = sent(world, proposed_text="Children and pensioners travel free.")
    assert [card.hit.id for card in search("pensioners", world.anonymous).cards] == [str(comment.pk)]


def test_an_institution_that_is_called_anew_is_shown_so(world):
    sent(world)
    data = InstitutionData(world.ngo.slug, "Harbour Law Centre", InstitutionType.NGO, start=world.ngo.start)
    EditInstitution(world.ngo, data, actor=Actor.now(world.secretary)).execute()
    (card,) = search(SECRET, world.anonymous).cards
    assert card.content.institution == "Harbour Law Centre"


def test_following_changes_gives_what_a_rebuild_gives(world):
    for visibility in Visibility:
        make.draft(world.round, world.body_author, world.body, make.content(visibility=visibility))
    sent(world, visibility=Visibility.COMMITTEE)

    def index():
        rows = (
            model.objects.values_list("key", "profile", "origin")
            for model in (PublicEntry, ConfidentialEntry)
        )
        return [set(some) for some in rows], set(AudienceToken.objects.values_list("entry__key", "token"))

    before = index()
    rebuild(CommentSource(), lambda done: None)
    assert index() == before


def test_a_page_of_hits_costs_a_bounded_number_of_queries(world, django_assert_max_num_queries):
    sent(world, visibility=Visibility.COMMITTEE)
    expecting = connection.vendor == "postgresql"  # asked how many matches it expects
    # Few hits are followed by looser ones: the words that are alike, how rare they are, the number of entries, the
    # looser hits and their keys are five more. Neither rights nor contents are read twice.
    with django_assert_max_num_queries(5 + 5 + expecting * 2):
        search("fare", world.anonymous)
    with django_assert_max_num_queries(19 + 5 + expecting * 3):  # the rights of a member too
        search("fare", type(world.member).objects.get(pk=world.member.pk))


def answer(world, comment, *, is_decided=True):
    reason = Actor.now(world.secretary, reason="The yellowtail tariff says it already.")
    ProposeDisposition(comment, Answer.NOT_ACCEPTED, actor=reason).execute()
    if is_decided:
        DecideDisposition(comment, actor=Actor.now(world.chair)).execute()


def test_decided_answers_are_found_by_those_who_read_their_comments(world):
    comments = [sent(world, visibility=visibility) for visibility in Visibility]
    for comment in comments:
        answer(world, comment, is_decided=False)
    assert search("yellowtail", world.secretary).total == 0
    for comment in comments:
        DecideDisposition(comment, actor=Actor.now(world.secretary), decided_in="Session 1").execute()
    assert_found_by_their_readers(world, "yellowtail", "answer")


def test_an_answer_says_what_it_answers_and_not_who_asked(world):
    comment = sent(world, world.round, make.chosen(world.draft, "2.1"))
    answer(world, comment)
    (card,) = search("yellowtail", world.anonymous).cards
    assert card.title == f"Answer to {comment.reference}, Article 2.1"
    assert (str(card.status), card.content.institution) == ("Not accepted", "")
    assert card.content.url == comment.url


def test_the_answer_to_a_withdrawn_comment_is_not_found(world):
    comment = sent(world)
    answer(world, comment)
    WithdrawComment(comment, actor=Actor.now(world.ngo_focal, reason="Solved.")).execute()
    assert search("yellowtail", world.secretary).total == 0


def test_comments_are_counted_by_right_and_stand_in_the_order_of_the_law(world):
    later = sent(world, world.round, make.chosen(world.draft, "2.2"), rights=("E01",))
    first = sent(world, world.round, make.chosen(world.draft, "1.1"), rights=("E01", "B02"))
    results = search(SECRET, world.anonymous, sort=Sort.LAW)
    assert results.answer.counted("right") == {"E01": 2, "B02": 1}
    assert keys(results) == [str(first.pk), str(later.pk)]
    assert keys(search(SECRET, world.anonymous, right="B02")) == [str(first.pk)]


def test_a_comment_is_found_by_the_names_of_its_rights_and_of_its_institution_and_by_its_numbers(world):
    comment = sent(world, rights=("E01",))
    other = sent(world)
    names = Right.objects.get(code="E01").labels
    for words in (names["az"], names["en"], names["ru"]):
        assert keys(search(words, world.anonymous, kind="comment"))[0] == str(comment.pk), words
    assert set(keys(search("Harbour Legal Aid", world.anonymous))) == {str(comment.pk), str(other.pk)}
    number = comment.reference.replace("-", "").lower()
    assert keys(search(number, world.anonymous)) == [str(comment.pk)]
    assert keys(search(comment.submission.reference, world.anonymous))[0] == str(comment.pk)
    (card,) = search(number, world.anonymous).cards
    assert names["az"] not in str(card.body.pieces)


def test_what_names_the_sender_of_a_withheld_comment_finds_nothing(world):
    comment = sent(world, identity=Identity.WITHHELD, rights=("E01",))
    submission = comment.submission.reference
    for words in ("Harbour Legal Aid", submission, submission.replace("-", "")):
        for person in ("anonymous", "secretary", "drafter", "stranger_focal"):
            assert not keys(search(words, getattr(world, person))), (words, person)


def test_a_right_that_is_called_anew_is_found_so(world):
    comment = sent(world, rights=("E01",))
    right = Right.objects.get(code="E01")
    Right.objects.filter(pk=right.pk).update(labels={**right.labels, "en": "Right to wombats"})
    follow(Right._meta.label_lower, [right.pk])
    assert keys(search("wombats", world.anonymous)) == [str(comment.pk)]


def translated(world, visibility):
    row = sent(world, visibility=visibility)
    row.refresh_from_db()
    TranslateComment(row, "az", "Çünki çox bahadır.", actor=Actor.now(world.secretary)).execute()
    return row


def test_the_readers_of_a_comment_alone_find_its_translation(world):
    translated(world, Visibility.COMMITTEE)
    assert search("bahadır", world.anonymous).total == 0
    (card,) = search("bahadır", world.chair).cards
    assert (card.language, card.is_translation) == ("az", True)


def test_a_withdrawn_comment_takes_its_translation_out_of_the_index(world):
    row = translated(world, Visibility.PUBLIC)
    assert search("bahadır", world.anonymous).total == 1
    WithdrawComment(row, actor=Actor.now(world.ngo_focal, reason="Solved.")).execute()
    assert search("bahadır", world.anonymous).total == 0
