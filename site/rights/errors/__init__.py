"""Why an action of this app is refused. Each message says what to do."""

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from amendments.errors import AmendmentsError
from rights.values import LONGEST


class RightsError(AmendmentsError):
    """The base of all refusals except refusals of permission."""


class NoTitle(RightsError):
    """An issue without a title."""

    message = _("Give the issue a title.")


class NoRight(RightsError):
    """An issue or a tag without a right."""

    message = _("Choose at least one right that the provision touches.")


class NotOfOffice(RightsError):
    """The issue would belong to somebody who does not write for the office."""

    message = _("An issue belongs to a person who writes for the Ombudsman's office.")


class ChangedMeanwhile(RightsError):
    """Somebody else has saved the row since the form was opened."""

    message = _("Somebody else has changed this meanwhile. Look at it again, then save your change.")


class NotFollowed(RightsError):
    """The text is not one of the texts in which the issue is followed."""

    message = _("The issue is not followed in this text.")


class IssueClosed(RightsError):
    """A closed issue is not assessed any more."""

    message = _("The issue is closed. Open it again first.")


class AnsweredMeanwhile(RightsError):
    """The person has not seen the newest answer: that of somebody else, or their own from another window."""

    message = _(
        "Somebody else has assessed a text of this issue meanwhile. Look at that answer, then answer again."
    )
    own = _("You have assessed a text of this issue meanwhile. Look at that answer, then answer again.")

    def __init__(self, *, is_own: bool = False) -> None:
        super().__init__(str(self.own) if is_own else "")


class ClosesNothing(RightsError):
    """Only a text of the law that conforms closes an issue without a reason."""

    message = _("Only an adopted text that conforms closes the issue. Otherwise close it with a reason.")


class StateMovedOn(RightsError):
    """The state of the issue is not the one that the answer set, so that the answer cannot be taken back."""

    message = _("The state of the issue was changed after this answer. Change it by the next steps.")


class NewerAnswer(RightsError):
    """A later answer rests on the one that should be taken back."""

    message = _("A later answer was given. Take that one back first.")


class NoStepThere(RightsError):
    """The step does not follow from the state of the issue."""

    message = _("This step does not follow from the state of the issue.")


class NoLead(RightsError):
    """Nobody can be asked."""

    message = _("Name the lead institution of the issue first.")


class NoQuestion(RightsError):
    """An empty question."""

    message = _("Write the question.")


class DayIsPast(RightsError):
    """The reply would have been due before the question."""

    message = _("The reply cannot be due in the past.")


class NoReply(RightsError):
    """An empty reply."""

    message = _("Write the reply.")


class TooLong(RightsError):
    """Words without end."""

    message = _("Write no more than %(count)s characters.")

    def __init__(self, message: str = "") -> None:
        super().__init__(
            message or str(self.message) % {"count": number_format(LONGEST, force_grouping=True)}
        )


def refuse_too_long(words: str) -> None:
    """Refuse words of more than `LONGEST` characters."""
    if len(words) > LONGEST:
        raise TooLong


class RepliedAlready(RightsError):
    """Somebody of the institution has replied."""

    message = _("Your institution has replied already. Take that reply back to give another one.")


class RepliedAnew(RightsError):
    """The reply that the person saw does not stand any more."""

    message = _("This reply does not stand any more. Look at the page again.")


class ReplyUsed(RightsError):
    """The office has gone on from the reply."""

    message = _(
        "The Ombudsman's office has gone on from this reply, so that it cannot be taken back. Write to the office what"
        " has changed."
    )


class RepliedSince(RightsError):
    """The addressee has replied to the answer."""

    message = _(
        "The addressee has replied since, so that this answer cannot be taken back. Give a new answer."
    )


class WordsMissing(RightsError):
    """An empty note."""

    message = _("Write something in the note.")


class NoPeriod(RightsError):
    """Evidence without the time in which it happened."""

    message = _("Say in which period it happened, for example “spring 2026”.")


class NoEvidenceSummary(RightsError):
    """Evidence without a summary."""

    message = _("Write the summary.")


class NoCase(RightsError):
    """A number of cases below one, or one without end."""

    message = _("Count at least one case, and no more than a million.")


class ShowsSomebody(RightsError):
    """The words would show who somebody is. `shown_people` says which ones."""

    message = _("The words would show who somebody is.")


class EvidenceChangedMeanwhile(ChangedMeanwhile):
    """Somebody else has saved the summary since the form was opened."""

    message = _("Somebody else has changed the summary meanwhile. Look at it again, then save your change.")


class IssuedAlready(RightsError):
    """An issued opinion stands as it is."""

    message = _("The opinion is issued. It cannot be changed.")


class NoOpinionText(RightsError):
    """An opinion without words."""

    message = _("Write the text of the opinion first.")


class NothingRecommended(RightsError):
    """An opinion without a recommendation."""

    message = _("The opinion has no recommendation yet.")


class Unfinished(RightsError):
    """A recommendation without reasons or addressee."""

    message = _("Give every recommendation its reasons and its addressee first.")


class NoArticle(RightsError):
    """A row that names no provision of the comparator."""

    message = _("Name the article of the comparator.")


class NoSummary(RightsError):
    """A row that does not say what the comparator asks for."""

    message = _("Say in a few words what the article asks for.")


class RowChangedMeanwhile(ChangedMeanwhile):
    """Somebody else has saved the row since the form was opened."""

    message = _("Somebody else has changed the row meanwhile. Look at it again, then save your change.")


class JudgedMeanwhile(AnsweredMeanwhile):
    """The person has not seen the newest degree."""

    message = _("Somebody else has given this row a degree meanwhile. Look at it, then give yours again.")
    own = _("You have given this row a degree meanwhile. Look at it, then give it again.")


class OfAnotherAct(RightsError):
    """The text is one of another act."""

    message = _("This text is not one of the act of the row.")


class LessPublic(RightsError):
    """The row would name provisions that not all of its readers may read."""

    message = _(
        "Not everybody who reads the row reads this text. Name provisions that also stand in the text on which the row"
        " was written, or wait until this text is released."
    )


class NewerJudgement(RightsError):
    """A later degree rests on the one that should be taken back."""

    message = _("A later degree was given. Take that one back first.")


class OnlyJudgement(RightsError):
    """A row has a degree as long as it stands."""

    message = _("This is the only degree of the row. Give another one, or take the row out of the table.")


class NotIssuedYet(RightsError):
    """Nothing follows from an opinion before it is issued."""

    message = _("The opinion is not issued yet.")


class NothingToTake(RightsError):
    """A recommendation on an act that no amendment changes, or without a wording."""

    message = _("Write the wording. Only recommendations on an amendment can be taken.")


class TakenAlready(RightsError):
    """The wording of the recommendation is an instruction already."""

    message = _("This wording was taken already. Withdraw that instruction first to take another wording.")


class NotALaterText(RightsError):
    """The text is none in which the recommendation is followed."""

    message = _("The recommendation is not followed in this text.")
