"""Comments that came on paper: a second click on the form, and a right that is not in the list."""

import pytest

from amendments.audit.actor import Actor
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.submissions.enter_on_behalf import EnterOnBehalf, Received
from consultations.errors import EnteredOtherwise, NotInVocabulary
from consultations.models import Comment, ConfidentialLogEntry, Submission
from consultations.rules.benchmarks import TreatyArticle
from consultations.values import Channel, Priority, Visibility
from tests.factories import consultation as make


def entered(world, said, source="Letter 12 of 3 May.", channel=Channel.LETTER):
    received = Received(source, make.NOW - make.DAY, channel)
    return EnterOnBehalf(world.round, world.ngo, [said], received, actor=Actor.now(world.secretary)).execute()


def test_the_same_words_on_the_same_place_are_entered_once(world):
    on_fares = make.content(make.chosen(world.draft, "2.1"))
    first = entered(world, on_fares)
    assert entered(world, on_fares) == first
    assert entered(world, make.content(make.chosen(world.draft, "1.1"))) != first
    assert entered(world, make.content(make.chosen(world.draft, "2.1"), rationale="Other.")) != first
    assert Submission.objects.count() == 3
    assert ConfidentialLogEntry.objects.filter(action=EnterOnBehalf.action_name).count() == 3


def test_what_was_withdrawn_may_be_entered_again(world):
    said = make.content(make.chosen(world.draft, "2.1"))
    first = entered(world, said)
    actor = Actor.now(world.ngo_focal, reason="Sent by mistake.")
    WithdrawComment(first.comments.get(), actor=actor).execute()
    assert entered(world, said) != first


@pytest.mark.parametrize(
    "more",
    [
        {"rights": ("F01", "B01")},
        {"grounds": ("sex",)},
        {"treaties": (TreatyArticle("CRC", "3"),)},
        {"visibility": Visibility.COMMITTEE},
        {"priority": Priority.HIGH},
    ],
)
def test_the_same_words_with_something_else_are_never_taken_for_entered(world, more):
    def said(**others):
        return make.content(make.chosen(world.draft, "2.1"), **{"rights": ("F01",), **others})

    first = entered(world, said())
    with pytest.raises(EnteredOtherwise, match=first.comments.get().reference):
        entered(world, said(**more))
    with pytest.raises(EnteredOtherwise):
        entered(world, said(), channel=Channel.HEARING)
    assert Submission.objects.get() == first
    assert entered(world, said(**more), source="Letter 12 of 3 May, corrected.") != first


def test_what_came_on_paper_names_rights_by_the_same_list(world):
    with pytest.raises(NotInVocabulary, match="fair hearing"):
        entered(world, make.content(make.chosen(world.draft, "2.1"), rights=("fair hearing",)))
    assert not Submission.objects.exists()
    entered(world, make.content(make.chosen(world.draft, "2.1"), rights=("F01",)))
    assert Comment.objects.get().named.codes["rights"] == ["F01"]
